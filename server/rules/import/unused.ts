import { importsOf } from "../../model/imports.ts";
import { foldName } from "../../model/normalise.ts";
import { nearest, targetsOf } from "../../model/symbols.ts";
import { farUsesIn, namesInBraces } from "../../model/uses.ts";
import { deleteLine } from "../delete-line.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "import/unused",
  severity: "information",
  title: { zh: "引用了没有用到的文件", en: "An import that is never used" },
  why: {
    zh: "看的人以为问候和收尾都从那里来，其实一句也没有借。",
    en: "Whoever reads the script believes that its greeting or closing comes from that file, but nothing does.",
  },
  fix: {
    zh: "在要用的地方写“=> 简称#步骤”，不用了就删掉这一行。",
    en: "Write “=> alias#step” where it belongs, or delete the line.",
  },
  messages: {
    found: {
      zh: "后面没有一处用到“{alias}#…”。",
      en: "Nothing below uses “{alias}#…”.",
      bad: [
        {
          text: "# 断线\n引用 ⟦公共⟧: ./公共.sscript\n\n## 开场\n客服: 您好。",
          files: { "公共.sscript": "类型: 片段\n\n## 收尾\n客服: 再见。" },
          fixed: "# 断线\n\n## 开场\n客服: 您好。",
        },
        {
          text: "# Call\nimport ⟦common⟧: ./common.sscript\n\n## opening\nagent: Good morning.\n=> closing\n\n## closing\nagent: Goodbye.",
          files: { "common.sscript": "kind: fragments\n\n## closing\nagent: Goodbye." },
        },
      ],
    },
  },
  good: [
    {
      text: "# 断线\n引用 公共: ./公共.sscript\n引用 用语: ./用语.sscript\n\n## 开场\n=> 公共#收尾\n客服: {用語#致歉}",
      files: { "公共.sscript": "类型: 片段\n\n## 收尾\n客服: 再见。", "用语.sscript": "# 用语\n用语 致歉: 非常抱歉。" },
    },
    // A misspelt alias means this one; a file that is not there and a second import of the same name are told elsewhere.
    {
      text: "# 断线\n引用 公共话术: ./公共.sscript\n引用 旧的: ./没有.sscript\n\n## 开场\n=> 公用话术#收尾",
      files: { "公共.sscript": "类型: 片段\n\n## 收尾\n客服: 再见。" },
    },
    {
      text: "# Call\nimport common: ./common.sscript\n\n## opening\n- yes -> common#closing\n- no",
      files: { "common.sscript": "kind: fragments\n\n## closing\nagent: Goodbye." },
    },
  ],
  check({ document, project, report }) {
    const uses = farUsesIn(document);
    const unused = importsOf(document).filter(({ alias, uri }) => {
      const isThere = uri !== undefined && project.get(uri) !== undefined;
      return isThere && alias !== undefined && !uses.has(foldName(alias.text));
    });
    if (unused.length === 0) return;
    const names = unused.map(({ alias }) => alias!.text);
    const lost = [...targetsOf(document)].map(({ target }) => target.text);
    const meant = new Set(
      [...lost, ...namesInBraces(document)]
        .filter((name) => /[#＃]/.test(name))
        .map((name) => nearest(name.split(/[#＃]/)[0]!, names)),
    );
    const seen = new Set<string>();
    for (const { alias, field } of unused) {
      const { text, start, end } = alias!;
      if (!meant.has(text) && !seen.has(foldName(text)))
        report("found", { span: { start, end }, fixes: [deleteLine(document, field)] }, { alias: text });
      seen.add(foldName(text));
    }
  },
});
