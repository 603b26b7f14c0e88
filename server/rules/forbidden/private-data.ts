import { FIELDS, spellings } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { type PrivateDataKind, placeholderOf, privateDataIn } from "../../model/private-data.ts";
import { Stretches } from "../../model/stretches.ts";
import { turnsOf } from "../../model/symbols.ts";
import { type Bilingual, defineRule, type Edit } from "../rule.ts";

export default defineRule({
  id: "forbidden/private-data",
  scope: "turn",
  severity: "error",
  title: { zh: "写进了真实的证件号、卡号、电话、邮箱", en: "A real identity, card or phone number, or e-mail address" },
  why: {
    zh: "话术会发给整个班组，也会进培训材料。里面只要有一位客户的真号码、真邮箱，就是一次泄露。",
    en: "A script goes to the whole team and into training material. One customer's real number or address in it is a leak.",
  },
  fix: { zh: "换成占位，例如“{手机号}”。", en: "Put a placeholder in its place, such as “{phone}”." },
  messages: {
    found: {
      zh: "这里像是一个真实的{what}。话术里只写占位。",
      en: "This looks like a real {what}. A script only holds placeholders.",
      bad: [
        {
          text: "## 开场\n客服: 您的身份证号是⟦110101199003077571⟧,对吗?",
          fixed: "变量 证件号: 客户的证件号\n## 开场\n客服: 您的身份证号是{证件号},对吗?",
        },
        { text: "客户: 我的手机是⟦138 1234 5678⟧。\n" },
        { text: "## 核对\n客服: 酒店这边登记的您的手机是⟦13812345678⟧,对吗?" },
        { text: "## 开场\n客户: 卡号⟦6222 0212 3456 7890 123⟧。" },
        { text: "## opening\ncustomer: My card number is ⟦4929 1234 5678 9012⟧." },
        { text: "## opening\ncustomer: Call me on ⟦+44 7911 123456⟧." },
        { text: "客户: 家里的座机是⟦010-62345678⟧。\n" },
        { text: "## 核对\n客服: 您的护照号是⟦E12345678⟧,邮箱是⟦li.na@163.com⟧,对吗?" },
        { text: "customer: My landline is ⟦020 7946 0958⟧, and my e-mail ⟦jane.hill@gmail.com⟧.\n" },
        { text: "## check\nagent: I have your mobile number down as ⟦07911 123456⟧, is that right?" },
        { text: "## check\nagent: Your passport number is ⟦533380006⟧, is that right?" },
      ],
    },
  },
  good: [
    "## 开场\n客服: 您可以拨打400-800-1234,或者12345、95588。",
    "## 开场\n客服: 您的身份证号是{证件号},对吗?\n变量 证件号: 客户的证件号",
    "## 开场\n客服: 订单号20260301123456789已经登记。",
    "## opening\nagent: You can reach us on 0800 123 4567, order 1234567890123.",
    "## 收尾\n客服: 您可以拨打我们总机010-62345678,也可以发邮件到service@example.com、kefu@qq.com。",
    "## 收尾\n客服: 中山路店的电话是0571-88001234,配件号E12345678。",
    "## 收尾\n客服: 那家餐厅在湖滨路5号,电话是13812345678。",
    "## 收尾\n客服: 湖滨宾馆的联系电话是0571-62345678。",
    "## closing\nagent: Call our office on 020 7946 0958 or write to support@redwood.example.",
    "## closing\nagent: A silver estate will fetch you at nine; its contact number is 07911 123456.",
    "## closing\nagent: You can reach your driver on 07911 123456.",
    "## check\nagent: Is your number still 07700 900461?",
    "## closing\nagent: Your e-mail is {email}, is that right?",
  ],
  check({ document, report }) {
    for (const { span, kind } of privateData(document)) {
      const name = placeholderOf(kind, document.facts.language);
      report(
        "found",
        {
          span,
          fixes: [
            {
              title: { zh: `换成占位“{${name}}”`, en: `Put “{${name}}” in its place` },
              edits: [...declaration(document, kind), { ...span, text: `{${name}}` }],
            },
          ],
        },
        { what: NAMES[kind] },
      );
    }
  },
});

const NAMES: Readonly<Record<PrivateDataKind, Bilingual>> = {
  identity: { zh: "证件号", en: "identity number" },
  passport: { zh: "护照号", en: "passport number" },
  card: { zh: "银行卡号", en: "card number" },
  phone: { zh: "手机号", en: "phone number" },
  landline: { zh: "电话号码", en: "phone number" },
  email: { zh: "邮箱", en: "e-mail address" },
};

function privateData(document: ScriptDocument) {
  const customers = new Stretches([...turnsOf(document)].filter(({ role }) => role === "customer"));
  return privateDataIn(document.text, customers);
}

/** Declares the placeholder on the first line, below the title, unless the script has it. */
function declaration({ text, script, facts }: ScriptDocument, kind: PrivateDataKind): Edit[] {
  const name = placeholderOf(kind, facts.language);
  if (script.fields.some(({ id, argument }) => id === "variable" && argument?.text === name)) return [];
  const word = spellings(FIELDS.variable, facts.language)[0]!;
  const meaning = facts.language === "zh" ? `客户的${name}` : `the customer's ${NAMES[kind].en}`;
  const at = script.fields[0]?.start ?? script.notes[0]?.start ?? script.steps[0]?.start ?? 0;
  return [{ start: at, end: at, text: `${word} ${name}: ${meaning}${lineBreakOf(text)}` }];
}
