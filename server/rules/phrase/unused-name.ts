import type { Field } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { foldName } from "../../model/normalise.ts";
import { declarationOf, declarationsIn } from "../../model/phrases.ts";
import type { Project } from "../../model/project.ts";
import { nearest } from "../../model/symbols.ts";
import { namesInBraces, usesByOthers } from "../../model/uses.ts";
import { deleteLine } from "../delete-line.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "phrase/unused-name",
  severity: "information",
  title: { zh: "声明了没有用到的名字", en: "A declared name that is never used" },
  why: {
    zh: "改用语的人以为改好了，其实没有一句话用到它。多半是花括号忘了写，或者早就不用了。",
    en: "Whoever improves the phrase believes the script improved, yet no line uses it. Perhaps the braces were forgotten.",
  },
  fix: {
    zh: "在要用的话里写“{名字}”，不用了就删掉这一行。",
    en: "Write “{name}” where it belongs, or delete the line.",
  },
  messages: {
    phrase: {
      zh: "用语“{name}”没有一句话用到。",
      en: "No line uses the phrase “{name}”.",
      bad: [
        {
          text: "# 断线\n用语 ⟦致歉⟧: 非常抱歉,给您添麻烦了。\n渠道: 电话\n\n## 开场\n客服: 您好。",
          fixed: "# 断线\n渠道: 电话\n\n## 开场\n客服: 您好。",
        },
        {
          text: "# Common\nkind: fragments\nphrase sorry: I'm very sorry.\nphrase ⟦thanks⟧: Thank you for telling us.\n\n## bye\nagent: Goodbye.",
          files: {
            "call.sscript": "import common: ./main.sscript\n\n## opening\nagent: {common#sorry}\n=> common#bye",
          },
        },
      ],
    },
    variable: {
      zh: "变量“{name}”没有一句话用到。",
      en: "No line uses the variable “{name}”.",
      bad: [
        {
          text: "# 断线\n变量 ⟦姓氏⟧: 客户的姓\n用语 回电: 我会给{称呼}回电。\n变量 称呼: 怎么称呼客户\n\n## 开场\n客服: {回电}",
          fixed: "# 断线\n用语 回电: 我会给{称呼}回电。\n变量 称呼: 怎么称呼客户\n\n## 开场\n客服: {回电}",
        },
        { text: "# Call\nvariable ⟦surname⟧: the customer's surname\n\n## opening\nagent: Good morning." },
      ],
    },
  },
  good: [
    "# 断线\n变量 姓氏: 客户的姓\n变量 时间: 约好的时间\n\n## 开场\n客服: ｛姓氏｝先生,您好。\n[回电 {时间}]",
    // A misspelt name means this one, and has a finding of its own.
    "# 断线\n变量 姓氏: 客户的姓\n\n## 开场\n客服: {姓是}先生,您好。",
    // Nobody knows what uses a shared file that no script imports, and a list of phrases is there for others.
    "# 公共\n类型: 片段\n用语 致歉: 非常抱歉。\n\n## 收尾\n客服: 再见。",
    "# 用语\n用语 致歉: 非常抱歉。",
    {
      text: "# Common\nphrase sorry: I'm very sorry.\n\n## bye\nagent: Goodbye.",
      files: { "call.sscript": "import common: ./main.sscript\n\n## opening\nagent: {common#Sorry}" },
    },
  ],
  check({ document, project, report }) {
    const declared = [...declarationsIn(document).values()];
    if (declared.length === 0 || !isJudged(project, document)) return;
    const used = new Set([...namesInBraces(document), ...usesByOthers(project, document)]);
    const unused = declared.filter((field) => !used.has(foldName(field.argument!.text)));
    const meant = unused.length === 0 ? undefined : misspelt(project, document, used, declared);
    for (const field of unused) {
      const { text: name, start, end } = field.argument!;
      if (meant!.has(name)) continue;
      const kind = field.id === "phrase" ? "phrase" : "variable";
      report(kind, { span: { start, end }, fixes: [deleteLine(document, field)] }, { name });
    }
  },
});

/** Whether it is known who may use a script's names: itself, or the scripts that import it. */
function isJudged(project: Project, { facts, script, uri }: ScriptDocument): boolean {
  if (facts.kind === "fragments") return project.uses?.of(uri) !== undefined;
  return script.steps.length > 0 && !script.transcript;
}

/** The names that are likely meant by those that nobody declares. */
function misspelt(
  project: Project,
  document: ScriptDocument,
  used: ReadonlySet<string>,
  declared: readonly Field[],
): ReadonlySet<string | undefined> {
  const names = declared.map((field) => field.argument!.text);
  const lost = [...used].filter((name) => declarationOf(project, document, name) === undefined);
  return new Set(lost.map((name) => nearest(name, names)));
}
