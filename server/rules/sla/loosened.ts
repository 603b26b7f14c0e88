import type { ScriptDocument } from "../../model/document.ts";
import { chainsTo, countsFromSame, type LimitChain } from "../../model/limit-chain.ts";
import {
  compareLimits,
  type FieldLimit,
  fieldLimits,
  hasEnd,
  type LimitInForce,
  limitInWords,
  standardLimits,
} from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import type { TimeValue } from "../../model/time.ts";
import { replaceText } from "../replace-text.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/loosened",
  severity: "warning",
  title: { zh: "把标准的时限放宽了", en: "A limit that loosens the standard" },
  why: {
    zh: "标准是对所有客户的承诺，一份话术只能做得更快。放宽了，就等于这份话术的客户要多等。",
    en: "A standard is a promise to every customer, and a script may only be faster. With a longer limit its customers wait longer.",
  },
  fix: {
    zh: "写成标准的时限，或更短的；标准真的要改，就改你们自己的标准。",
    en: "Write the standard's limit or a shorter one; if the standard has to change, change your own standard.",
  },
  messages: {
    found: {
      zh: "“{event}”放宽到了{own}，标准“{standard}”是{limit}。",
      en: "“{event}” is loosened to {own}; the standard “{standard}” says {limit}.",
      bad: [
        {
          text: "标准: 投诉问题应答\n时限 回复: ⟦通知后30分钟内⟧\n\n## 开场\n客服: 您好。",
          fixed: "标准: 投诉问题应答\n时限 回复: 通知后20分钟内\n\n## 开场\n客服: 您好。",
        },
        { text: "标准: 投诉问题应答\n时限 回访: ⟦2天内⟧\n\n## 开场\n客服: 您好。" },
        { text: "标准: 电话礼仪\n\n## 开场\n时限 接起: ⟦铃响4声内⟧\n客服: 您好。" },
        {
          text: "standard: complaint-response\nsla reply: ⟦within 30 minutes of notification⟧\n\n## opening\nagent: Good morning.",
          fixed:
            "standard: complaint-response\nsla reply: within 20 minutes of notification\n\n## opening\nagent: Good morning.",
        },
      ],
    },
    chained: {
      zh: "“{event}”放宽到了{own}，标准“{standard}”从“{anchor}”算起一共是{limit}。",
      en: "“{event}” is loosened to {own}; the limits of the standard “{standard}” add up to {limit} from “{anchor}”.",
      bad: [
        {
          text: "标准: 投诉问题应答\n时限 回复: ⟦挂机后40分钟内⟧\n\n## 开场\n客服: 您好。",
          fixed: "标准: 投诉问题应答\n时限 回复: 挂机后30分钟内\n\n## 开场\n客服: 您好。",
        },
        {
          text: "standard: complaint-response\nsla reply: ⟦within an hour of hang-up⟧\n\n## opening\nagent: Good morning.",
        },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n时限 回复: 通知后15分钟内\n时限 接起: 铃响2声内\n\n## 开场\n客服: 您好。",
    "标准: 投诉问题应答\n时限 回复: 挂机后30分钟内\n\n## 开场\n客服: 您好。",
    "标准: 投诉问题应答\n时限 回访: 1个工作日内\n\n## 开场\n客服: 您好。",
    "时限 回复: 3天内\n\n## 开场\n客服: 您好。",
    "standard: complaint-response\nsla reply: within 20 minutes of notification\n\n## opening\nagent: Good morning.",
  ],
  check({ document, report }) {
    const { language } = document.facts;
    for (const own of fieldLimits(document)) {
      if (!hasEnd(own.value)) continue;
      const { said, event, bases, words } = own;
      const params = { event: nameOf(event.words), own: words };
      const place = (limit: string) => ({ span: said, fixes: [replaceText(said, limit)] });
      const base = strictest(bases.filter(({ value }) => isLonger(own.value, value)));
      if (base !== undefined)
        report("found", place(base.words[language]), {
          ...params,
          standard: nameOf(base.standard!.names),
          limit: base.words,
        });
      const chain = bases.length === 0 ? chainBeyond(document, own) : undefined;
      if (chain === undefined) continue;
      const limit = { value: chain.total, anchor: own.anchor! };
      report("chained", place(limitInWords(limit)[language]), {
        ...params,
        standard: nameOf(chain.links[0].standard!.names),
        anchor: nameOf(own.anchor!.words),
        limit: limitInWords({ value: chain.total }),
      });
    }
  },
});

function isLonger(a: TimeValue, b: TimeValue): boolean {
  const order = compareLimits(a, b);
  return order !== "incomparable" && order > 0;
}

function strictest(limits: readonly LimitInForce[]): LimitInForce | undefined {
  return limits.find(({ value }) => !limits.some((other) => isLonger(value, other.value)));
}

/** The standard's chain of limits from the anchor that a field names, where the field leaves more time than all of it. */
function chainBeyond(document: ScriptDocument, own: FieldLimit): LimitChain | undefined {
  if (own.anchor === undefined) return undefined;
  const chains = chainsTo(standardLimits(document), own.event.id);
  const [only, ...others] = chains.filter(({ from }) => countsFromSame(from, own.anchor));
  // With two ways from the anchor to the event it depends on the call which of them counts.
  return only !== undefined && others.length === 0 && isLonger(own.value, only.total) ? only : undefined;
}
