import { passedOn } from "../occasions.ts";
import { act, anyOf } from "../pattern.ts";
import { required } from "../required.ts";

/** Any offer will do: a message, a call back, somebody else. What matters is that the caller is not left with "out". */
export default required({
  id: "missing/message",
  obligation: {
    pattern: "response",
    when: act("state-absence"),
    response: anyOf(
      act("ask-consent", "offer-help", "offer-alternative", "offer-solution", "commit", "name-receiver"),
      passedOn,
    ),
  },
  severity: "warning",
  title: { zh: "同事不在，没有提出留言或回电", en: "The person is out, and no message is taken" },
  why: {
    zh: "一句“不在”就结束，事情还在来电者手里。记下来、转告、回电，才算接过了这件事。",
    en: "With “out” the caller still has the whole matter. A message or a call back takes it over.",
  },
  fix: {
    zh: "主动提出帮忙留言、转告或请同事回电，并记下来。",
    en: "Offer to take a message or have the call returned, and write it down.",
  },
  message: {
    zh: "说了同事不在，到结束也没有提出留言、转告或回电{path}。",
    en: "The person is out, and this path ends without the offer of a message or a call back{path}.",
    bad: [
      {
        text: "## 找人\n客户: 请问李经理在吗？\n客服: ⟦李经理正在开会⟧，下午三点结束。\n客户: 哦。\n-> 结束",
        fixed:
          "## 找人\n客户: 请问李经理在吗？\n客服: 李经理正在开会，下午三点结束。\n客服: 我可以帮您留言，或者请那位同事给您回电，您看可以吗？\n客户: 哦。\n-> 结束",
      },
      {
        text: "## 找人\n客服: 那位⟦同事现在不在座位上⟧，下午三点回来。\n? 客户急吗\n- 急\n  客服: 我帮您转到财务部，您看可以吗？\n  [转接 财务部]\n- 不急\n  客服: 请您三点以后再来电。\n-> 结束",
      },
      {
        text: "## desk\ncustomer: Can I speak to Mr Hall, please?\nagent: ⟦Mr Hall is out of the office⟧. Please try at 3 pm.\ncustomer: I see.\n-> end",
        fixed:
          "## desk\ncustomer: Can I speak to Mr Hall, please?\nagent: Mr Hall is out of the office. Please try at 3 pm.\nagent: May I take a message, or have the call returned this afternoon?\ncustomer: I see.\n-> end",
      },
    ],
  },
  begins: { zh: "在这里说同事不在", en: "the person is said to be out here" },
  say: {
    zh: ["我可以帮您留言，或者请那位同事给您回电，您看可以吗？"],
    en: ["May I take a message, or have the call returned this afternoon?"],
    place: "after",
  },
  good: [
    "## 找人\n客服: 李经理正在开会，下午三点结束。我可以帮您转告吗？\n-> 结束",
    "## 找人\n客服: 李经理正在开会，下午三点结束。\n=> 留言\n-> 结束\n## 留言\n客户: 请他回个电话。\n[记录 留言]\n",
    "## desk\nagent: Mr Hall is in a meeting until 3 pm. May I take a message?\n-> end",
    "## desk\nagent: Mr Hall is out of the office until 3 pm.\n? Is it urgent\n- yes\n  [transfer to Ms Reed]\n- no\n  [record the message]\n-> end",
  ],
});
