import { FIELD_VALUES, type Span } from "../../../grammar/index.ts";
import { type ScriptDocument, stepName } from "../../model/document.ts";
import { type Import, importedBy, importsOf, resolveFar, splitAlias } from "../../model/imports.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { foldName } from "../../model/normalise.ts";
import type { Project } from "../../model/project.ts";
import { nearest, stepsByName, targetsOf } from "../../model/symbols.ts";
import { type Bilingual, defineRule, type Fix } from "../rule.ts";

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
      zh: "“{file}”里没有叫“{name}”的步骤{hint}。",
      en: "There is no step called “{name}” in “{file}”{hint}.",
      bad: [
        {
          text: "# 断线\n引用 公共: ./公共.sscript\n\n## 开场\n=> ⟦公共#收为⟧",
          files: { "公共.sscript": "## 收尾\n客服: 再见。" },
          fixed: "# 断线\n引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#收尾",
        },
        {
          text: "# Call\nimport common: ./common.sscript\n\n## opening\n=> ⟦common#details⟧\n=> ⟦commn#closing⟧",
          files: { "common.sscript": "## closing\nagent: Goodbye." },
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
        const there = importedBy(project, far.found)?.script.steps.map(stepName) ?? [];
        const near = nearest(far.name, there);
        const params = { name: far.name, file: far.found.path?.text ?? "", hint: hintAt(near) };
        report(
          "far",
          { span: target, fixes: near === undefined ? [] : [write(farName(far.found, near), target)] },
          params,
        );
        continue;
      }
      const near = nearest(target.text, names) ?? nearFar(project, document, target.text);
      const fixes = [...(near === undefined ? [] : [write(near, target)]), create(document, target.text)];
      report("found", { span: target, fixes }, { name: target.text, hint: hintAt(near) });
    }
  },
});

/** A step of an imported file, where it is the alias that is misspelt. */
function nearFar(project: Project, document: ScriptDocument, text: string): string | undefined {
  const sign = text.search(/[#＃]/);
  if (sign < 0) return undefined;
  const aliases = importsOf(document).flatMap(({ alias }) => alias?.text ?? []);
  const alias = nearest(text.slice(0, sign), aliases);
  const found = importsOf(document).find((item) => item.alias?.text === alias);
  const far = found && importedBy(project, found);
  const step = far && stepsByName(far).get(foldName(text.slice(sign + 1)));
  return step && farName(found!, stepName(step));
}

function farName({ alias }: Import, step: string): string {
  return `${alias!.text}#${step}`;
}

function write(name: string, { start, end }: Span): Fix {
  return { title: { zh: `改成“${name}”`, en: `Change to “${name}”` }, edits: [{ start, end, text: name }] };
}

/** Writes the step at the end of the script. */
function create({ text, facts }: ScriptDocument, name: string): Fix {
  const agent = FIELD_VALUES.role.agent[facts.language][0];
  const newline = lineBreakOf(text);
  const step = [/[\r\n]$/.test(text) ? "" : newline, `## ${name}`, `${agent}: …`, ""].join(newline);
  return {
    title: { zh: `补上步骤“${name}”`, en: `Write the step “${name}”` },
    edits: [{ start: text.length, end: text.length, text: step }],
  };
}

function hintAt(near: string | undefined): Bilingual {
  return near === undefined ? { zh: "", en: "" } : { zh: `，是不是“${near}”`, en: `; did you mean “${near}”` };
}
