import { importsOf } from "../../model/imports.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "import/missing-file",
  severity: "error",
  title: { zh: "引用的文件用不了", en: "An imported file that cannot be used" },
  why: {
    zh: "借来的问候和收尾都在那个文件里，找不到它，这份话术就缺了一块。",
    en: "The greeting and closing that this script borrows are in that file; without it the script has holes.",
  },
  fix: {
    zh: "从这份话术所在的文件夹写起，例如“引用 公共: ./公共话术.sscript”。",
    en: "Write the path from this script's own folder, for example “import common: ./common.sscript”.",
  },
  messages: {
    missing: {
      zh: "找不到文件“{path}”。",
      en: "There is no file “{path}”.",
      bad: [
        { text: "# 断线\n引用 公共: ⟦./公用.sscript⟧\n\n## 开场\n客服: 您好。" },
        {
          text: "# Call\nimport common: ⟦./comon.sscript⟧\n\n## Opening\nagent: Hello.",
          files: { "common.sscript": "## Bye\nagent: Goodbye." },
        },
      ],
    },
    outside: {
      zh: "“{path}”在打开的文件夹之外，不读取。",
      en: "“{path}” lies outside the folder that is open, so it is not read.",
      bad: [{ text: "# 断线\n引用 公共: ⟦../../别处.sscript⟧\n\n## 开场\n客服: 您好。" }],
    },
    unreadable: {
      zh: "读不了“{path}”，它可能不是 UTF-8 编码。",
      en: "“{path}” cannot be read; perhaps it is not UTF-8.",
      bad: [
        { text: "# 断线\n引用 公共: ⟦./旧编码.sscript⟧\n\n## 开场\n客服: 您好。", files: { "旧编码.sscript": null } },
      ],
    },
    unnamed: {
      zh: "引用要有一个名字：“引用 公共: {path}”。",
      en: "An import needs a name: “import common: {path}”.",
      bad: [
        {
          text: "# 断线\n⟦引用: ./公共.sscript⟧\n\n## 开场\n客服: 您好。",
          files: { "公共.sscript": "## 收尾\n客服: 再见。" },
        },
      ],
    },
  },
  good: [
    {
      text: "# 断线\n引用 公共: ./公共.sscript\n\n## 开场\n=> 公共#收尾",
      files: { "公共.sscript": "类型: 片段\n\n## 收尾\n客服: 再见。" },
    },
    {
      text: "# Call\nimport common: ./common.sscript\n\n## Opening\n=> common#bye",
      files: { "common.sscript": "kind: fragments\n\n## Bye\nagent: Goodbye." },
    },
  ],
  check({ document, project, report }) {
    for (const { field, alias, path, uri } of importsOf(document)) {
      if (path === undefined) continue;
      if (alias === undefined) report("unnamed", { span: field }, { path: path.text });
      const absence = uri === undefined ? "missing" : project.absence(uri);
      if (absence !== undefined) report(absence, { span: path }, { path: path.text });
    }
  },
});
