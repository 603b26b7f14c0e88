import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "blunt-absence",
  severity: "information",
  title: { zh: "把同事不在说得难听", en: "A colleague's absence put badly" },
  why: {
    zh: "“还没来上班”“不知道去哪儿了”“上厕所去了”，客户听到的是这家公司没人管事。同一件事，“现在不在座位上，三点回来”就体面得多。",
    en: "“Hasn't come in yet”, “no idea where he is”, “in the toilet”: the caller hears a house without order. “Away from the desk until three” is the same fact, put well.",
  },
  fix: {
    zh: "只说现在不方便接听、什么时候能接，不说私事，不说猜测。",
    en: "Say that the person is away and when they are back. Leave private matters and guesses out.",
  },
  message: {
    zh: "“{said}”把同事不在说得难听，换成体面的说法。",
    en: "“{said}” puts a colleague's absence badly. Say it in a positive way.",
    bad: [
      {
        text: "客服: ⟦王经理还没来上班⟧。",
        fixed: "客服: 那位同事现在不在座位上，大约下午三点回来，我可以帮您留言吗？",
      },
      { text: "客服: ⟦李工上厕所⟧去了，您等会儿再打。" },
      { text: "agent: ⟦Mr Hall hasn't come in yet⟧." },
      { text: "agent: ⟦She has left early again⟧." },
    ],
  },
  good: [
    "客服: 王经理现在不在座位上，大约下午三点回来。",
    "客服: 那位同事正在开会，四点结束。",
    "客户: 王经理还没来上班吗？",
    "agent: Mr Hall is away from his desk until three.",
    "customer: Hasn't he come in yet?",
  ],
});
