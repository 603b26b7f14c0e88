import type { Span } from "../../../grammar/index.ts";
import { promisesIn } from "../../model/commitments.ts";
import type { ScriptDocument } from "../../model/document.ts";
import {
  compareLimits,
  type FieldLimit,
  fieldLimits,
  type LimitInForce,
  limitsFor,
  standardLimits,
} from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import { print, readTimeValue, type TimeValue } from "../../model/time.ts";
import { replaceText } from "../replace-text.ts";
import { type Bilingual, defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/ambiguous-unit",
  severity: "warning",
  title: { zh: "时间的单位有两种读法", en: "A unit that can be read in two ways" },
  why: {
    zh: "周五说“3天”，客户算到周一，我们按工作日算到周三。差的这两天，就是一次投诉。",
    en: "Said on a Friday, “3 days” is Monday to the customer and Wednesday to an office that counts working days. The difference is a complaint.",
  },
  fix: {
    zh: "写明“3个工作日”或“3个自然日”，和标准用同一个单位。",
    en: "Write “3 working days” or “3 calendar days”, in the unit of the standard.",
  },
  messages: {
    days: {
      zh: "“{said}”没说是工作日还是自然日；{other}按工作日算。",
      en: "“{said}” may mean working days or calendar days; {other} counts working days.",
      bad: [
        {
          text: "时限 退款: 2个工作日内\n\n## 退款\n时限 退款: ⟦3天内⟧\n客服: 您好。",
          fixed: "时限 退款: 2个工作日内\n\n## 退款\n时限 退款: 3个工作日内\n客服: 您好。",
        },
        {
          text: "sla refund: within 2 working days\nsla delivery: ⟦within 5 days⟧\n\n## opening\nagent: Good morning.",
          fixed:
            "sla refund: within 2 working days\nsla delivery: within 5 working days\n\n## opening\nagent: Good morning.",
        },
        {
          text: "时限 退款: 3个工作日内\n\n## 登记\n客服: 我会在⟦3天内⟧给您退款。",
          fixed: "时限 退款: 3个工作日内\n\n## 登记\n客服: 我会在3个工作日内给您退款。",
        },
        {
          text: "sla refund: within 3 working days\n\n## log\nagent: We'll refund you ⟦within 3 days⟧.",
          fixed: "sla refund: within 3 working days\n\n## log\nagent: We'll refund you within 3 working days.",
        },
      ],
    },
    "t-plus": {
      zh: "“{said}”没说是工作日还是自然日。写成“T+1个工作日”，或“1个自然日内”。",
      en: "“{said}” may mean working days or calendar days. Write “T+1 working days”, or “within 1 calendar day”.",
      bad: [
        { text: "时限 退款: ⟦T+1⟧\n\n## 开场\n客服: 您好。" },
        { text: "sla refund: ⟦T+1⟧\n\n## opening\nagent: Good morning." },
      ],
    },
    mixed: {
      zh: "{own}和标准“{standard}”的{limit}单位不同，比不出哪个更长。用同一个单位。",
      en: "{own} and {limit}, as the standard “{standard}” says, are in different units, so that nobody can tell which is longer. Use one unit.",
      bad: [
        { text: "标准: 投诉问题应答\n时限 回访: ⟦1个工作日内⟧\n\n## 开场\n客服: 您好。" },
        {
          text: "standard: complaint-response\nsla follow-up: ⟦within 2 business days⟧\n\n## opening\nagent: Good morning.",
        },
      ],
    },
  },
  good: [
    "时限 退款: 2个工作日内\n时限 送达: 5个自然日内\n\n## 开场\n客服: 您好。",
    "标准: 购买后回访\n时限 回访(2): 7天内\n\n## 开场\n客服: 您好。",
    "时限 退款: 3天内\n时限 回复: T+1个工作日\n\n## 开场\n客服: 您好。",
    "标准: 投诉问题应答\n时限 回访: 1天内\n\n## 开场\n客服: 您好。",
    "sla refund: within 2 working days\nsla delivery: within 5 calendar days\n\n## opening\nagent: Good morning.",
    "时限 退款: 3个工作日内\n\n## 登记\n客服: 我会在2个自然日内给您退款。\n客服: 货品3天内送到。\n客户: 3天内能退款吗?",
    "## 登记\n客服: 我会在3天内给您退款。",
  ],
  check({ document, report }) {
    const telling = [
      ...standardLimits(document).filter(({ value }) => isInDays(value)),
      ...fieldLimits(document).filter(({ value }) => isInWorkingDays(value)),
    ];
    for (const own of fieldLimits(document)) {
      const { said, value } = own;
      if (value.kind === "deadline") {
        if (value.day?.kind === "t-plus" && value.day.unit === undefined)
          report("t-plus", { span: said }, { said: said.text });
        continue;
      }
      const other = isInDaysOfSomeKind(value, said.text) ? workingDaysBeside(own, telling) : undefined;
      const base = own.bases.find((base) => base.value.kind === "duration" && !isComparable(value, base.value));
      if (other !== undefined)
        report("days", inWorkingDays(document, said), { said: said.text, other: sourceOf(other) });
      else if (base !== undefined)
        report("mixed", { span: said }, { own: own.words, standard: nameOf(base.standard!.names), limit: base.words });
    }
    if (!telling.some(({ value }) => isInWorkingDays(value))) return;
    for (const { commitments, step } of promisesIn(document))
      for (const { event, time } of commitments) {
        const said = time && document.text.slice(time.start, time.end);
        if (time === undefined || said === undefined || !isInDaysOfSomeKind(time.value, said)) continue;
        const about = limitsFor(document, step).filter((limit) => limit.event.promises.includes(event));
        if (about.length === 0 || !about.every(({ value }) => isInWorkingDays(value))) continue;
        report("days", inWorkingDays(document, { ...time, text: said }), { said, other: sourceOf(about[0]!) });
      }
  },
});

/** The place of a time in days, with the fix that makes them working days. */
function inWorkingDays({ facts }: ScriptDocument, time: Span & { readonly text: string }) {
  const read = readTimeValue(time.text);
  if (read?.kind !== "duration") return { span: time };
  return { span: time, fixes: [replaceText(time, print({ ...read, unit: "working-day" }, facts.language))] };
}

/** Whether a time is in 天 or days, and does not say that it means those of the calendar. */
function isInDaysOfSomeKind(value: TimeValue, said: string): boolean {
  return value.kind === "duration" && value.unit === "day" && !CALENDAR.test(said);
}

const CALENDAR = /自然日|日[历曆]|calendar/i;

/**
 * The limit from which one takes it that working days are meant: one for the same event, or any where the standards have
 * no limits in days of some kind.
 * @param telling the limits that say something about the unit: those of the standards, and the script's in working days
 */
function workingDaysBeside(own: FieldLimit, telling: readonly LimitInForce[]): LimitInForce | undefined {
  const same = telling.filter(({ event }) => event.id === own.event.id);
  const limits = same.length > 0 ? same : telling;
  return limits.every(({ value }) => isInWorkingDays(value)) ? limits[0] : undefined;
}

function isInDays(value: TimeValue): boolean {
  return value.kind === "duration" && (value.unit === "day" || value.unit === "week" || value.unit === "working-day");
}

function isInWorkingDays(value: TimeValue): boolean {
  return value.kind === "duration" && value.unit === "working-day";
}

function isComparable(a: TimeValue, b: TimeValue): boolean {
  return compareLimits(a, b) !== "incomparable";
}

/** Who says so: a standard, or another limit of the script. */
function sourceOf(limit: LimitInForce): Bilingual {
  const { zh, en } = nameOf(limit.standard?.names ?? limit.event.words);
  return limit.standard === undefined
    ? { zh: `“${zh}”的时限`, en: `the limit for “${en}”` }
    : { zh: `标准“${zh}”`, en: `the standard “${en}”` };
}
