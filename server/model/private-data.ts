import type { Span } from "../../grammar/index.ts";
import { Stretches } from "./stretches.ts";

/** What is somebody's own and must not go round. */
export type PrivateDataKind = "identity" | "passport" | "card" | "phone" | "landline" | "email";

/** Where it stands, half-open, in UTF-16 units of the text. */
export interface PrivateData {
  readonly span: Span;
  readonly kind: PrivateDataKind;
}

/** The word that a script puts in its place. */
export function placeholderOf(kind: PrivateDataKind, language: "zh" | "en"): string {
  return PLACEHOLDERS[kind][language];
}

const PLACEHOLDERS: Readonly<Record<PrivateDataKind, Readonly<Record<"zh" | "en", string>>>> = {
  identity: { zh: "证件号", en: "id-number" },
  passport: { zh: "护照号", en: "passport-number" },
  card: { zh: "卡号", en: "card-number" },
  phone: { zh: "手机号", en: "phone" },
  landline: { zh: "电话", en: "phone" },
  email: { zh: "邮箱", en: "email" },
};

interface Form {
  readonly kind: PrivateDataKind;
  readonly form: RegExp;
  /** What has to stand before it, unless the customer says it. */
  readonly behind?: RegExp;
  /** What is found, and is not private. */
  readonly unless?: RegExp;
  /** Where the agent reads it out as what a business is called on, it is no customer's. */
  readonly isDialled?: true;
}

/** What stands before something that is the customer's. */
const CUSTOMERS =
  /(?:[您你](?:的|家|电话|邮箱|座机)|客户的|家里的?|家庭|座机|固话|宅电|联系电话|联系方式|\b(?:your|his|her|their|home|customer's?))[^\d\n,，。;；]{0,8}$/i;
/** What is said before a number on which somebody is to be called: a driver, a shop, an office. */
const DIALLED =
  /\b(?:contact|call|reach|dial|ring|text|driver|taxi|cab|courier|their|them|us|our|helpline|switchboard|office|shop|store|branch|restaurant|hotel|garage|clinic|reservations?)\b[^\n.!?]{0,60}$|contact no\. ?$|\bthe (?:phone |telephone |mobile )?number(?: there| for it)? is:? ?$/i;
/** And before the customer's own, though it is called a contact number too. */
const CUSTOMERS_PHONE =
  /\b(?:your|my|his|her|customer's)(?! (?:driver|taxi|cab|car|ride|courier|engineer|table|room|booking))(?: [\w-]+){0,3}? (?:number|mobile|phone|cell|line|contact)\b[^\n.!?]{0,30}$/i;
/** The same in Chinese: whose number it is, and that the number follows. */
const DIALLED_ZH =
  /(?:酒店|宾馆|旅馆|民宿|饭店|餐厅|餐馆|饭馆|门店|分店|[这那该本]家?店|网点|驿站|医院|诊所|景点|景区|公园|博物馆|影院|剧院|物业|前台|总机|司机|师傅|快递员|骑手)[^\n。！？!?]{0,50}?(?:电话|手机|号码|联系方式)(?:号码|号)?(?:是|为|[:：])? ?$/;
/** And before the customer's own, kept by such a house. */
const CUSTOMERS_PHONE_ZH =
  /(?:[您你](?:的|家|预留|登记|留)(?!司机|师傅|快递员|骑手)|客户|客人|住客|病人|患者|预留|登记)[^\n。！？!?]{0,20}$/;
/** Numbers that nobody has: kept for films and examples by Ofcom (07700 900…, 020 7946 0…) and in North America (555-01…). */
const FICTIONAL = /7700 ?900 ?\d{3}$|20\)? ?7946 ?0\d{3}$|555[-. ]01\d\d$/;
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
  { kind: "phone", form: /(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}/g, isDialled: true },
  { kind: "phone", form: /(?:\+44 ?\(?0?\)?|0)7\d{3} ?\d{3} ?\d{3}/g, unless: FICTIONAL, isDialled: true },
  { kind: "passport", form: /[a-z]{1,2}\d{7,8}|\d{9}/gi, behind: /(?:护照|通行证|passport)[^\d\n]{0,14}$/i },
  // A house has landlines and addresses too, so these are private only as a customer's own.
  { kind: "landline", form: /\(?0[1-9]\d{1,2}\)?[ -]?[2-9]\d{2,3}[ -]?\d{4}/g, behind: CUSTOMERS, isDialled: true },
  { kind: "landline", form: /(?:\+44 ?\(?0?\)?|\(?0)[12]\d{1,3}\)?[ -]?\d{3,4}[ -]?\d{3,4}/g, behind: CUSTOMERS },
  {
    kind: "email",
    form: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/g,
    behind: CUSTOMERS,
    unless: HOUSE_ADDRESS,
  },
  { kind: "email", form: FREE_MAIL, unless: HOUSE_ADDRESS },
  {
    kind: "phone",
    form: /(?:\+?1[ .-])?\(?(?!400|[89]00|8[3-8]{2})[2-9]\d\d\)?[ .-][2-9]\d\d[.-]\d{4}/g,
    unless: FICTIONAL,
    isDialled: true,
  },
];

/** What stands before a number that is a business's own: an order, a parcel, a hotline. */
const BUSINESS =
  /(?:单号|编号|订单|工单|货号|票号|热线|客服电话|order|ticket|case|reference|tracking|hotline)[^\d\n]{0,6}$/i;

/**
 * Finds real numbers and addresses of people in a text, in its order.
 * @param customers where the customer speaks
 */
export function privateDataIn(text: string, customers: Stretches): PrivateData[] {
  const folded = text.replace(/[０-９－＋（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  const found: PrivateData[] = [];
  for (const { kind, form, behind, unless, isDialled } of FORMS)
    for (const { 0: digits, index: start } of folded.matchAll(form)) {
      const end = start + digits.length;
      if (/[\da-z]/i.test(folded[start - 1] ?? "") || /[\da-z]/i.test(folded[end] ?? "")) continue;
      const before = folded.slice(Math.max(0, start - 20), start);
      if (BUSINESS.test(before) || unless?.test(digits)) continue;
      if (isDialled && !customers.touches({ start, end }) && isReadOut(folded.slice(Math.max(0, start - 90), start)))
        continue;
      if (behind !== undefined && !behind.test(before) && !(behind === CUSTOMERS && customers.touches({ start, end })))
        continue;
      if (found.every(({ span }) => span.end <= start || end <= span.start)) found.push({ span: { start, end }, kind });
    }
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** Whether a number is told to the customer as one to call, by the words before it. */
function isReadOut(before: string): boolean {
  return (
    (DIALLED.test(before) && !CUSTOMERS_PHONE.test(before)) ||
    (DIALLED_ZH.test(before) && !CUSTOMERS_PHONE_ZH.test(before))
  );
}

/**
 * What is said with a placeholder in brackets for each piece of private data. Numbers that are spoken figure by figure
 * (一三八，零零一二，…) are masked too.
 * @param isCustomers whether the customer says it
 * @param before what was said before it, which may tell what a number is: 您的护照号是多少
 */
export function maskPrivateData(text: string, isCustomers: boolean, before: string, language: "zh" | "en"): string {
  const context = before.slice(-CONTEXT).replace(/[\d\n]/g, " ");
  const figures = text
    .replace(/[零〇一幺二三四五六七八九](?:[ ,，、-]?[零〇一幺二三四五六七八九]){6,}/g, (spoken) =>
      spoken.replace(/[零〇一幺二三四五六七八九]/g, (figure) => FIGURES[figure]!),
    )
    .replace(/(?<=\d)[,，、](?=\d)/g, " ");
  let masked = "";
  let at = 0;
  const whole = context + figures;
  const customers = new Stretches(isCustomers && whole !== "" ? [{ start: 0, end: whole.length }] : []);
  for (const { span, kind } of privateDataIn(whole, customers)) {
    const [start, end] = [span.start - context.length, span.end - context.length];
    if (start < at) continue;
    masked += `${text.slice(at, start)}[${placeholderOf(kind, language)}]`;
    at = end;
  }
  return masked + text.slice(at);
}

/** How much of what was said before is looked at. */
const CONTEXT = 16;

const FIGURES: Readonly<Record<string, string>> = {
  ...Object.fromEntries([..."零一二三四五六七八九"].map((figure, index) => [figure, String(index)])),
  〇: "0",
  幺: "1",
};
