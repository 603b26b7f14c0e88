import { FIELDS, type Span, spellings } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { type Bilingual, defineRule, type Edit } from "../rule.ts";

export default defineRule({
  id: "forbidden/private-data",
  scope: "turn",
  severity: "error",
  title: { zh: "写进了真实的证件号、卡号、手机号", en: "A real identity, card or phone number" },
  why: {
    zh: "话术会发给整个班组，也会进培训材料。里面只要有一位客户的真号码，就是一次泄露。",
    en: "A script goes to the whole team and into training material. One real number in it is a leak.",
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
        { text: "## 开场\n客户: 卡号⟦6222 0212 3456 7890 123⟧。" },
        { text: "## opening\ncustomer: My card number is ⟦4929 1234 5678 9012⟧." },
        { text: "## opening\ncustomer: Call me on ⟦+44 7911 123456⟧." },
      ],
    },
  },
  good: [
    "## 开场\n客服: 您可以拨打400-800-1234,或者12345、95588。",
    "## 开场\n客服: 您的身份证号是{证件号},对吗?\n变量 证件号: 客户的证件号",
    "## 开场\n客服: 订单号20260301123456789已经登记。",
    "## opening\nagent: You can reach us on 0800 123 4567, order 1234567890123.",
  ],
  check({ document, report }) {
    for (const { span, kind } of privateData(document)) {
      const name = PLACEHOLDERS[kind][document.facts.language];
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

type Kind = "identity" | "card" | "phone";

const NAMES: Readonly<Record<Kind, Bilingual>> = {
  identity: { zh: "证件号", en: "identity number" },
  card: { zh: "银行卡号", en: "card number" },
  phone: { zh: "手机号", en: "phone number" },
};
const PLACEHOLDERS: Readonly<Record<Kind, Bilingual>> = {
  identity: { zh: "证件号", en: "id-number" },
  card: { zh: "卡号", en: "card-number" },
  phone: { zh: "手机号", en: "phone" },
};

/**
 * The forms of private numbers, figures in groups or not. Hotlines (400-…, 0800…, 95588, 12345) are not among them.
 * An identity number has a region, a date of birth and a serial number (GB 11643); whether the last sign checks does
 * not matter, since a mistyped number is still somebody's.
 */
const FORMS: readonly { readonly kind: Kind; readonly form: RegExp }[] = [
  { kind: "identity", form: /[1-9]\d{5} ?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dx]/gi },
  { kind: "card", form: /(?:62\d{2}|[45]\d{3}|3[47]\d{2})(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?:[ -]?\d{1,3})?/g },
  { kind: "phone", form: /(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}/g },
  { kind: "phone", form: /(?:\+44 ?\(?0?\)?|0)7\d{3} ?\d{3} ?\d{3}/g },
  { kind: "phone", form: /(?:\+?1[ .-])?\(?(?!400|[89]00|8[3-8]{2})[2-9]\d\d\)?[ .-][2-9]\d\d[.-]\d{4}/g },
];

/** What stands before a number that is a business's own: an order, a parcel, a hotline. */
const BUSINESS =
  /(?:单号|编号|订单|工单|货号|票号|热线|客服电话|order|ticket|case|reference|tracking|hotline)[^\d\n]{0,6}$/i;

function privateData({ text }: ScriptDocument): { readonly span: Span; readonly kind: Kind }[] {
  const folded = text.replace(/[０-９－＋（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const found: { readonly span: Span; readonly kind: Kind }[] = [];
  for (const { kind, form } of FORMS)
    for (const { 0: digits, index: start } of folded.matchAll(form)) {
      const end = start + digits.length;
      if (/[\da-z]/i.test(folded[start - 1] ?? "") || /[\da-z]/i.test(folded[end] ?? "")) continue;
      if (BUSINESS.test(folded.slice(Math.max(0, start - 20), start))) continue;
      if (found.every(({ span }) => span.end <= start || end <= span.start)) found.push({ span: { start, end }, kind });
    }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Declares the placeholder on the first line, below the title, unless the script has it. */
function declaration({ text, script, facts }: ScriptDocument, kind: Kind): Edit[] {
  const name = PLACEHOLDERS[kind][facts.language];
  if (script.fields.some(({ id, argument }) => id === "variable" && argument?.text === name)) return [];
  const word = spellings(FIELDS.variable, facts.language)[0]!;
  const meaning = facts.language === "zh" ? `客户的${name}` : `the customer's ${NAMES[kind].en}`;
  const at = script.fields[0]?.start ?? script.notes[0]?.start ?? script.steps[0]?.start ?? 0;
  return [{ start: at, end: at, text: `${word} ${name}: ${meaning}${lineBreakOf(text)}` }];
}
