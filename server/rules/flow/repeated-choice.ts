import type { Choice } from "../../../grammar/index.ts";
import { foldName } from "../../model/normalise.ts";
import { blocksOf } from "../../model/symbols.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/repeated-choice",
  byStep: true,
  severity: "warning",
  title: { zh: "同一个选项写了两次", en: "The same choice twice" },
  why: {
    zh: "客户这样回答时，两个选项都对得上，照着念的人不知道该走哪一个。",
    en: "When the customer answers this, two choices fit, and whoever reads the script cannot tell which one is meant.",
  },
  fix: {
    zh: "合成一个，或者写清楚两种情况的差别。",
    en: "Make one of them, or say in their words how the two cases differ.",
  },
  messages: {
    found: {
      zh: "上面已经有一个选项叫“{name}”。",
      en: "There is a choice called “{name}” above already.",
      bad: [
        { text: "## 询问\n? 能修吗\n- 能 -> 结束\n- 不能\n  客服: 很抱歉。\n- ⟦能。⟧\n  客服: 好的。" },
        { text: "## question\n- Refund -> end\n- ⟦refund⟧\n  agent: Sure." },
      ],
    },
  },
  good: [
    "## 询问\n? 客户接受吗\n- 不接受(平静) -> 结束\n- 不接受(愤怒)\n  客服: 非常抱歉。\n- 接受\n  - 接受",
    "## question\n- refund -> end\n- refund, but not now\n  agent: Sure.",
  ],
  check({ document, report }) {
    // The record of a call holds what happened, and is no plan.
    if (document.script.transcript) return;
    for (const { statements } of blocksOf(document))
      for (const statement of statements) {
        if (statement.kind !== "choices") continue;
        const seen = new Map<string, Choice>();
        for (const choice of statement.choices) {
          const { label } = choice;
          if (label.kind === "missing") continue;
          const key = keyOf(choice, label.text);
          const first = seen.get(key);
          if (first === undefined) seen.set(key, choice);
          else
            report(
              "found",
              {
                span: label,
                path: [{ span: first.label, message: { zh: "第一个在这里", en: "the first one is here" } }],
              },
              { name: label.text },
            );
        }
      }
  },
});

/** What tells a choice from others: its words, and how the customer is. What folds to nothing is told by its signs. */
function keyOf({ labels }: Choice, text: string): string {
  const states = labels.map((label) => foldName(label.text)).sort();
  return JSON.stringify([foldName(text) || text.trim(), ...states]);
}
