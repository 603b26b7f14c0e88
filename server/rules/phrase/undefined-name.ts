import { FIELDS, spellings } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { type Import, importedBy, splitAlias } from "../../model/imports.ts";
import { lineBreakOf } from "../../model/lines.ts";
import { declarationOf, declarationsIn, placeholdersIn } from "../../model/phrases.ts";
import { nearest, turnsOf } from "../../model/symbols.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "phrase/undefined-name",
  severity: "error",
  title: { zh: "花括号里的名字没有声明", en: "A name in braces that nobody declares" },
  why: {
    zh: "客服会照着屏幕念出“{姓氏}先生”。花括号里的名字要么是变量，要么是用语。",
    en: "An agent would read “Mr {surname}” out as it stands. A name in braces has to be a variable or a phrase.",
  },
  fix: {
    zh: "在前面声明它：“变量 姓氏: 客户的姓”。",
    en: "Declare it at the top: “variable surname: the customer's surname”.",
  },
  messages: {
    found: {
      zh: "没有声明“{name}”。",
      en: "Nothing declares “{name}”.",
      bad: [
        {
          text: "# 断线\n变量 姓氏: 客户的姓\n\n## 开场\n客服: ⟦{姓是}⟧先生,您好。",
          fixed: "# 断线\n变量 姓氏: 客户的姓\n\n## 开场\n客服: {姓氏}先生,您好。",
        },
        { text: "# Call\n\n## Opening\nagent: Good morning, Mr ⟦{surname}⟧." },
        {
          text: "# Call\nimport common: ./common.sscript\n\n## Opening\nagent: Mr ⟦{common#surnme}⟧, ⟦{common#apology}⟧",
          files: { "common.sscript": "variable surname: the customer's surname\n\n## Bye\nagent: Goodbye." },
        },
      ],
    },
  },
  good: [
    "# 断线\n变量 姓氏: 客户的姓\n用语 致歉: 非常抱歉。\n\n## 开场\n客服: {姓氏}先生,{致歉}\n客户: 请按\\{键\\}。\n客服: 请看｛说明｝。",
    {
      text: "# Call\nimport common: ./common.sscript\n\n## Opening\nagent: {common#sorry}",
      files: { "common.sscript": "phrase sorry: I'm very sorry.\n\n## Bye\nagent: Goodbye." },
    },
    // What stands in a file that is not there, nobody knows.
    "# Call\nimport common: ./missing.sscript\n\n## Opening\nagent: {common#sorry}",
  ],
  check({ document, project, report }) {
    const { script } = document;
    // A record of a call holds what was said; braces in it are somebody's masks.
    if (script.transcript || !/[{｛]/.test(document.text)) return;
    const phrases = script.fields.flatMap(({ id, value }) => (id === "phrase" && value.kind === "text" ? [value] : []));
    const spoken = [...phrases, ...[...turnsOf(document)].flatMap((turn) => turn.text)];
    const names = [...declarationsIn(document).values()].map(({ argument }) => argument!.text);
    for (const piece of spoken)
      for (const { name, start, end } of placeholdersIn(project, document, piece)) {
        if (declarationOf(project, document, name) !== undefined) continue;
        const parts = splitAlias(document, name);
        const far = parts && importedBy(project, parts.found);
        // What a file declares that cannot be read, nobody knows; that it cannot be read has a finding of its own.
        if (parts !== undefined && far === undefined) continue;
        const near = far === undefined ? nearest(name, names) : nearFar(far, parts!);
        const change =
          near === undefined
            ? []
            : [
                {
                  title: { zh: `改成“${near}”`, en: `Change to “${near}”` },
                  edits: [{ start: start + 1, end: end - 1, text: near }],
                },
              ];
        // A name of another file is declared there.
        const declare = far === undefined ? [declaration(document, name)] : [];
        report("found", { span: { start, end }, fixes: [...change, ...declare] }, { name });
      }
  },
});

function nearFar(far: ScriptDocument, { found, name }: { found: Import; name: string }): string | undefined {
  const near = nearest(
    name,
    [...declarationsIn(far).values()].map(({ argument }) => argument!.text),
  );
  return near && `${found.alias!.text}#${near}`;
}

function declaration({ script, facts, text }: ScriptDocument, name: string): Fix {
  const top = script.steps[0]?.start ?? text.length;
  const line = `${spellings(FIELDS.variable, facts.language)[0]} ${name}: ${name}${lineBreakOf(text)}`;
  return {
    title: { zh: `声明变量“${name}”`, en: `Declare the variable “${name}”` },
    edits: [{ start: top, end: top, text: line }],
  };
}
