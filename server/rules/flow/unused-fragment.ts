import type { Step } from "../../../grammar/index.ts";
import { stepName } from "../../model/document.ts";
import { foldName } from "../../model/normalise.ts";
import { targetsWithin } from "../../model/symbols.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/unused-fragment",
  severity: "information",
  title: { zh: "没有话术用到的公共步骤", en: "A shared step that no script uses" },
  why: {
    zh: "公共文件里的步骤要有人借才会念出来。没有人借，多半是改了名，或者早就不用了。",
    en: "A shared step is read out only where a script runs it. If none does, it was renamed, or is out of use.",
  },
  fix: {
    zh: "在要用的话术里写“=> 简称#步骤”，不用了就删掉。",
    en: "Write “=> alias#step” in the script that needs it, or delete the step.",
  },
  messages: {
    found: {
      zh: "引用这份文件的话术里，没有一份用到“{step}”。",
      en: "None of the scripts that import this file uses “{step}”.",
      bad: [
        {
          text: "类型: 片段\n\n## 问候\n客服: 您好。\n\n⟦## 收尾⟧\n客服: 再见。",
          files: { "断线.sscript": "引用 公共: ./main.sscript\n\n## 开场\n=> 公共#问候" },
        },
        {
          text: "kind: fragments\n\n## greeting\nagent: Good morning.\n\n⟦## closing⟧\nagent: Goodbye.",
          files: { "parcel.sscript": "import common: ./main.sscript\n\n## opening\n=> common#greeting" },
        },
      ],
    },
  },
  good: [
    {
      text: "类型: 片段\n\n## 问候\n客服: 您好。\n=> 收尾\n\n## 收尾\n客服: 再见。",
      files: { "断线.sscript": "引用 公共: ./main.sscript\n\n## 开场\n=> 公共#問候" },
    },
    // Nobody imports it yet, so it is being written.
    "类型: 片段\n\n## 问候\n客服: 您好。",
    {
      text: "kind: fragments\n\n## greeting\nagent: Good morning.",
      files: { "parcel.sscript": "import common: ./main.sscript\n\n## opening\n=> common#Greeting" },
    },
  ],
  check({ document, project, report }) {
    const used = project.uses?.of(document.uri);
    if (document.facts.kind !== "fragments" || used === undefined) return;
    const usedHere = new Set<Step>();
    for (const step of document.script.steps)
      for (const { resolution } of targetsWithin(document, step))
        if (resolution.kind === "step" && resolution.step !== step) usedHere.add(resolution.step);
    for (const step of document.script.steps) {
      const name = stepName(step);
      if (name === "" || usedHere.has(step) || used.has(foldName(name))) continue;
      report("found", { span: step.heading }, { step: name });
    }
  },
});
