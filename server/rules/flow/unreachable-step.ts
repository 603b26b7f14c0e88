import { stepName } from "../../model/document.ts";
import { flowOf, reachableSteps } from "../../model/flow.ts";
import { foldName } from "../../model/normalise.ts";
import { nearest, stepsByName, targetsOf } from "../../model/symbols.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/unreachable-step",
  severity: "warning",
  title: { zh: "走不到的步骤", en: "A step that no call can come to" },
  why: {
    zh: "没有任何一条路通到这里，写得再好客户也听不到。多半是漏了一个箭头。",
    en: "No path leads here, so no customer will ever hear it. Most likely an arrow was forgotten.",
  },
  fix: {
    zh: "在该来的地方写“-> 步骤名”，或删掉这个步骤。",
    en: "Write “-> step” where the call should come from, or delete the step.",
  },
  messages: {
    found: {
      zh: "没有一条路能走到“{name}”。",
      en: "No path leads to “{name}”.",
      bad: [
        { text: "## 开场\n客服: 您好。\n-> 结束\n\n⟦## 登记⟧\n客服: 请讲。" },
        {
          text: "## 开场\n=> 核对\n-> 结束\n\n## 核对\n客服: 请稍等。\n\n⟦## 收尾⟧\n客服: 再见。",
        },
        {
          text: "## opening\nagent: Good morning.\n-> closing\n\n⟦## refund⟧\nagent: Sure.\n\n## closing\nagent: Goodbye.",
        },
      ],
    },
  },
  good: [
    "## 开场\n客服: 您好。\n\n## 登记\n客服: 请讲。",
    "## opening\nagent: Good morning.\n\n## details\nagent: Go ahead.",
    "类型: 片段\n\n## 问候\n客服: 您好。\n-> 结束\n\n## 收尾\n客服: 再见。",
  ],
  check({ document, project, report }) {
    // Each step of a shared file is an entry for the scripts that use it.
    if (document.facts.kind === "fragments") return;
    const reachable = reachableSteps(flowOf(project, document));
    // A step that a misspelt jump means, or that has the name of another, has a finding of its own already.
    const names = document.script.steps.map(stepName);
    // An arrow that does not say where it goes may go anywhere.
    if (document.errors.some(({ kind }) => kind === "missing-target")) return;
    const lost = [...targetsOf(document)].filter(({ resolution }) => resolution.kind === "undefined");
    const meant = new Set(lost.map(({ target }) => nearest(target.text, names)));
    for (const step of document.script.steps) {
      const name = stepName(step);
      if (reachable.has(step) || meant.has(name) || stepsByName(document).get(foldName(name)) !== step) continue;
      report("found", { span: step.heading }, { name });
    }
  },
});
