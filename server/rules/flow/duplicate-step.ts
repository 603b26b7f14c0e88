import type { Step } from "../../../grammar/index.ts";
import { stepName } from "../../model/document.ts";
import { foldName } from "../../model/normalise.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/duplicate-step",
  severity: "error",
  title: { zh: "两个步骤同名", en: "Two steps of the same name" },
  why: {
    zh: "箭头只会走到第一个，后一个写得再好也没有人念。",
    en: "Every arrow leads to the first one, so nobody ever reads the second.",
  },
  fix: { zh: "给其中一个换个名字，再改好指向它的箭头。", en: "Rename one of them, and the arrows that mean it." },
  messages: {
    found: {
      zh: "前面已经有一个步骤叫“{name}”。",
      en: "There is a step called “{name}” already.",
      bad: [
        { text: "## 登记\n客服: 请讲。\n\n## ⟦登記⟧\n客服: 好的。" },
        { text: "## Opening\nagent: Good morning.\n\n## ⟦opening⟧\nagent: Hello." },
      ],
    },
  },
  good: [
    "## 登记\n客服: 请讲。\n\n## 登记回访\n客服: 好的。",
    "## Opening\nagent: Good morning.\n\n## Closing\nagent: Goodbye.",
  ],
  check({ document, report }) {
    const seen = new Map<string, Step>();
    for (const step of document.script.steps) {
      const name = stepName(step);
      const first = seen.get(foldName(name));
      if (name === "" || step.name === undefined) continue;
      if (first === undefined) seen.set(foldName(name), step);
      else
        report(
          "found",
          {
            span: step.name,
            path: [{ span: first.heading, message: { zh: "第一个在这里", en: "the first one is here" } }],
          },
          { name },
        );
    }
  },
});
