import type { Field } from "../../../grammar/index.ts";
import { brokenChains, type LimitChain } from "../../model/limit-chain.ts";
import { fieldLimits, limitsFor } from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import { print } from "../../model/time.ts";
import { type Bilingual, defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/chain",
  severity: "error",
  title: { zh: "几条时限加起来超过了总的时限", en: "Limits that add up beyond the limit for the whole" },
  why: {
    zh: "每一步都踩着点完成，最后还是超时：这样的时限没有人能同时做到。",
    en: "Every step is in time, and the customer is still told too late: nobody can keep such limits all at once.",
  },
  fix: {
    zh: "缩短其中一步的时限，或者把总的时限放长。",
    en: "Shorten the limit of one of the steps, or lengthen that for the whole.",
  },
  messages: {
    found: {
      zh: "{links}，加起来{total}，超过了“{event}”的{limit}。",
      en: "{links} add up to {total}, but “{event}” is {limit}.",
      bad: [
        { text: "标准: 投诉问题应答\n时限 约定回复: ⟦25分钟内⟧\n\n## 开场\n客服: 您好。" },
        {
          text: "时限 通知: 挂机后10分钟内\n时限 回复: 通知后20分钟内\n时限 约定回复: ⟦挂机后25分钟内⟧\n\n## 开场\n客服: 您好。",
        },
        {
          text: "时限 约定回复: 30分钟内\n时限 通知: 10分钟内\n\n## 登记\n时限 回复: ⟦通知后半小时内⟧\n客服: 您好。",
        },
        {
          text: "standard: complaint-response\nsla agreed reply: ⟦within 25 minutes⟧\n\n## opening\nagent: Good morning.",
        },
        {
          text: "sla notify: within 10 minutes\nsla reply: within 20 minutes of notification\nsla reply: ⟦within 25 minutes of hang-up⟧\n\n## opening\nagent: Good morning.",
        },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n\n## 开场\n客服: 您好。",
    "时限 通知: 挂机后10分钟内\n时限 回复: 通知后20分钟内\n时限 约定回复: 挂机后30分钟内\n\n## 开场\n客服: 您好。",
    "标准: 投诉问题应答\n时限 约定回复: 25分钟内\n时限 回复: 15分钟内\n\n## 开场\n客服: 您好。",
    "时限 通知: 挂机后1个工作日内\n时限 回复: 通知后20分钟内\n时限 约定回复: 挂机后25分钟内\n\n## 开场\n客服: 您好。",
    "standard: complaint-response\n\n## opening\nagent: Good morning.",
  ],
  check({ document, report }) {
    const reported = new Set<Field>();
    for (const step of [undefined, ...new Set(fieldLimits(document).flatMap(({ step }) => step ?? []))])
      for (const { overall, chain } of brokenChains(limitsFor(document, step))) {
        // A standard that is at odds with itself is told where it is written; of a script's fields the last one broke it.
        const fields = [overall, ...chain.links].flatMap(({ field }) => field ?? []);
        const field = fields.sort((a, b) => b.start - a.start)[0];
        if (field === undefined || reported.has(field)) continue;
        reported.add(field);
        const total = { ...chain.total, relation: "lasting" as const, min: chain.total.max };
        report(
          "found",
          { span: field.value },
          {
            links: inWords(chain),
            total: { zh: print(total, "zh"), en: print(total, "en") },
            event: nameOf(overall.event.words),
            limit: overall.words,
          },
        );
      }
  },
});

/** “通知”挂机后10分钟内、“回复”通知后20分钟内 */
function inWords({ links }: LimitChain): Bilingual {
  const said = (language: "zh" | "en", space: string) =>
    links.map(({ event, words }) => `“${event.words[language][0]}”${space}${words[language]}`);
  return { zh: said("zh", "").join("、"), en: said("en", " ").join(" and ") };
}
