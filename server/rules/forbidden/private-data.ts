import { FIELDS, type Span, spellings } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { lineBreakOf } from "../../model/lines.ts";
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
        { text: "## 开场\n客户: 卡号⟦6222 0212 3456 7890 123⟧。" },
        { text: "## opening\ncustomer: My card number is ⟦4929 1234 5678 9012⟧." },
        { text: "## opening\ncustomer: Call me on ⟦+44 7911 123456⟧." },
        { text: "客户: 家里的座机是⟦010-62345678⟧。\n" },
        { text: "## 核对\n客服: 您的护照号是⟦E12345678⟧,邮箱是⟦li.na@163.com⟧,对吗?" },
        { text: "customer: My landline is ⟦020 7946 0958⟧, and my e-mail ⟦jane.hill@gmail.com⟧.\n" },
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
    "## closing\nagent: Call our office on 020 7946 0958 or write to support@redwood.example.",
    "## closing\nagent: Your e-mail is {email}, is that right?",
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

type Kind = "identity" | "passport" | "card" | "phone" | "landline" | "email";

const NAMES: Readonly<Record<Kind, Bilingual>> = {
  identity: { zh: "证件号", en: "identity number" },
  passport: { zh: "护照号", en: "passport number" },
  card: { zh: "银行卡号", en: "card number" },
  phone: { zh: "手机号", en: "phone number" },
  landline: { zh: "电话号码", en: "phone number" },
  email: { zh: "邮箱", en: "e-mail address" },
};
const PLACEHOLDERS: Readonly<Record<Kind, Bilingual>> = {
  identity: { zh: "证件号", en: "id-number" },
  passport: { zh: "护照号", en: "passport-number" },
  card: { zh: "卡号", en: "card-number" },
  phone: { zh: "手机号", en: "phone" },
  landline: { zh: "电话", en: "phone" },
  email: { zh: "邮箱", en: "email" },
};

interface Form {
  readonly kind: Kind;
  readonly form: RegExp;
  /** What has to stand before it, unless the customer says it. */
  readonly behind?: RegExp;
  /** What is found, and is not private. */
  readonly unless?: RegExp;
}

/** What stands before something that is the customer's. */
const CUSTOMERS =
  /(?:[您你](?:的|家|电话|邮箱|座机)|客户的|家里的?|家庭|座机|固话|宅电|联系电话|联系方式|your|his|her|their|home|customer's?)[^\d\n,，。;；]{0,8}$/i;
/** An address that everybody may write to. */
const HOUSE_ADDRESS =
  /^(?:service|support|info|help|helpdesk|contact|kefu|tousu|jianyi|sales|hr|jobs|complaints?|feedback|office|hello|no-?reply|customer|care|admin|team|billing|returns|orders?|reception|hotline|privacy)[\w.+-]*@|@(?:[\w-]+\.)*(?:example|test|invalid)(?:\.|$)/i;
/** An address with a provider at which private people have theirs. */
const FREE_MAIL =
  /(?<![\w.+-])[\w.+-]{1,64}@(?:(?:vip\.)?(?:163|126|qq|sina|sohu|foxmail|139|aliyun|yeah|tom)\.(?:com|net|cn)|189\.cn|(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|proton|protonmail|gmx|web|btinternet|mail)\.(?:com|net|org|de|me|co\.uk|com\.cn|com\.hk|com\.tw))/gi;

/**
 * The forms of private numbers, figures in groups or not. Hotlines (400-…, 0800…, 95588, 12345) are not among them.
 * An identity number has a region, a date of birth and a serial number (GB 11643); whether the last sign checks does
 * not matter, since a mistyped number is still somebody's.
 */
const FORMS: readonly Form[] = [
  { kind: "identity", form: /[1-9]\d{5} ?(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]) ?\d{3}[\dx]/gi },
  { kind: "card", form: /(?:62\d{2}|[45]\d{3}|3[47]\d{2})(?:[ -]?\d{4}){2}[ -]?\d{3,4}(?:[ -]?\d{1,3})?/g },
  { kind: "phone", form: /(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}/g },
  { kind: "phone", form: /(?:\+44 ?\(?0?\)?|0)7\d{3} ?\d{3} ?\d{3}/g },
  { kind: "passport", form: /[a-z]{1,2}\d{7,8}|\d{9}/gi, behind: /(?:护照|通行证|passport)[^\d\n]{0,14}$/i },
  // A house has landlines and addresses too, so these are private only as a customer's own.
  { kind: "landline", form: /\(?0[1-9]\d{1,2}\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}/g, behind: CUSTOMERS },
  { kind: "landline", form: /(?:\+44 ?\(?0?\)?|\(?0)[12]\d{1,3}\)?[ -]?\d{3,4}[ -]?\d{3,4}/g, behind: CUSTOMERS },
  {
    kind: "email",
    form: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
    behind: CUSTOMERS,
    unless: HOUSE_ADDRESS,
  },
  { kind: "email", form: FREE_MAIL, unless: HOUSE_ADDRESS },
  { kind: "phone", form: /(?:\+?1[ .-])?\(?(?!400|[89]00|8[3-8]{2})[2-9]\d\d\)?[ .-][2-9]\d\d[.-]\d{4}/g },
];

/** What stands before a number that is a business's own: an order, a parcel, a hotline. */
const BUSINESS =
  /(?:单号|编号|订单|工单|货号|票号|热线|客服电话|order|ticket|case|reference|tracking|hotline)[^\d\n]{0,6}$/i;

function privateData(document: ScriptDocument): { readonly span: Span; readonly kind: Kind }[] {
  const { text } = document;
  const folded = text.replace(/[０-９－＋（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const found: { readonly span: Span; readonly kind: Kind }[] = [];
  const customers = new Stretches([...turnsOf(document)].filter(({ role }) => role === "customer"));
  for (const { kind, form, behind, unless } of FORMS)
    for (const { 0: digits, index: start } of folded.matchAll(form)) {
      const end = start + digits.length;
      if (/[\da-z]/i.test(folded[start - 1] ?? "") || /[\da-z]/i.test(folded[end] ?? "")) continue;
      const before = folded.slice(Math.max(0, start - 20), start);
      if (BUSINESS.test(before) || unless?.test(digits)) continue;
      if (behind !== undefined && !behind.test(before) && !(behind === CUSTOMERS && customers.touches({ start, end })))
        continue;
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
