import { FIELD_VALUES } from "../../../grammar/index.ts";
import { stepName } from "../../model/document.ts";
import { resolveFar, splitAlias } from "../../model/imports.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { nearest, targetsOf } from "../../model/symbols.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/undefined-step",
  severity: "error",
  title: { zh: "跳到不存在的步骤", en: "A jump to a step that does not exist" },
  why: {
    zh: "照着念的人走到这里就断了：箭头指的步骤找不到，客户只能听着冷场。",
    en: "Whoever reads the script is stranded here: the step that the arrow names is nowhere, and the customer hears silence.",
  },
  fix: { zh: "改成已有步骤的名字，或补上这个步骤。", en: "Name a step that exists, or write the step." },
  messages: {
    found: {
      zh: "没有叫“{name}”的步骤{hint}。",
      en: "There is no step called “{name}”{hint}.",
      bad: [
        {
          text: "## 开场\n客服: 您好。\n-> ⟦登计⟧\n\n## 登记\n客服: 请问您贵姓?",
          fixed: "## 开场\n客服: 您好。\n-> 登记\n\n## 登记\n客服: 请问您贵姓?",
        },
        { text: "## opening\nagent: Good morning.\n- yes -> ⟦refund⟧\n- no -> end" },
      ],
    },
    far: {
      zh: "“{file}”里没有叫“{name}”的步骤。",
      en: "There is no step called “{name}” in “{file}”.",
      bad: [
        {
          text: "# 断线\n引用 公共: ./公共.sscript\n\n## 开场\n=> ⟦公共#收为⟧",
          files: { "公共.sscript": "## 收尾\n客服: 再见。" },
        },
      ],
    },
  },
  good: [
    "## 开场\n客服: 您好。\n- 有事 -> 登记\n- 没事 -> 结束\n\n## 登记\n客服: 请讲。",
    "## 按#号键\n客服: 您好。\n-> 按#号键",
    "## Opening\nagent: Good morning.\n-> opening",
  ],
  check({ document, project, report }) {
    const names = document.script.steps.map(stepName).filter((name) => name !== "");
    for (const { target } of targetsOf(document)) {
      if (resolveFar(project, document, target).kind !== "undefined") continue;
      const far = splitAlias(document, target.text);
      if (far !== undefined) {
        report("far", { span: target }, { name: far.name, file: far.found.path?.text ?? "" });
        continue;
      }
      const near = nearest(target.text, names);
      const change =
        near === undefined
          ? []
          : [
              {
                title: { zh: `改成“${near}”`, en: `Change to “${near}”` },
                edits: [{ start: target.start, end: target.end, text: near }],
              },
            ];
      const agent = FIELD_VALUES.role.agent[document.facts.language][0];
      const newline = lineBreakOf(document.text);
      const heading = [/[\r\n]$/.test(document.text) ? "" : newline, `## ${target.text}`, `${agent}: …`, ""].join(
        newline,
      );
      const end = document.text.length;
      const create = {
        title: { zh: `补上步骤“${target.text}”`, en: `Write the step “${target.text}”` },
        edits: [{ start: end, end, text: heading }],
      };
      const hint =
        near === undefined ? { zh: "", en: "" } : { zh: `，是不是“${near}”`, en: `; did you mean “${near}”` };
      report("found", { span: target, fixes: [...change, create] }, { name: target.text, hint });
    }
  },
});
