import { importsOf } from "../../model/imports.ts";
import { foldName } from "../../model/normalise.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "import/duplicate-alias",
  severity: "error",
  title: { zh: "两个引用同名", en: "Two imports of the same name" },
  why: {
    zh: "“公共#收尾”只会去第一个文件里找，第二个文件等于没有引用。",
    en: "“common#closing” is looked up in the first file only, so the second is not imported at all.",
  },
  fix: { zh: "给其中一个换个名字。", en: "Give one of them another name." },
  messages: {
    found: {
      zh: "前面已经有一个引用叫“{name}”。",
      en: "There is an import called “{name}” already.",
      bad: [
        {
          text: "# 断线\n引用 公共: ./甲.sscript\n引用 ⟦公共⟧: ./乙.sscript\n\n## 开场\n客服: 您好。",
          files: { "甲.sscript": "## 甲\n客服: 好。", "乙.sscript": "## 乙\n客服: 好。" },
        },
        {
          text: "# Call\nimport common: ./a.sscript\nimport ⟦Common⟧: ./b.sscript\n\n## Opening\nagent: Hello.",
          files: { "a.sscript": "## A\nagent: Hello.", "b.sscript": "## B\nagent: Hello." },
        },
      ],
    },
  },
  good: [
    {
      text: "# 断线\n引用 甲: ./甲.sscript\n引用 乙: ./乙.sscript\n\n## 开场\n客服: 您好。",
      files: { "甲.sscript": "## 甲\n客服: 好。", "乙.sscript": "## 乙\n客服: 好。" },
    },
    {
      text: "# Call\nimport a: ./a.sscript\n\n## Opening\nagent: Hello.",
      files: { "a.sscript": "## A\nagent: Hello." },
    },
  ],
  check({ document, report }) {
    const seen = new Set<string>();
    for (const { alias } of importsOf(document)) {
      if (alias === undefined) continue;
      if (seen.has(foldName(alias.text))) report("found", { span: alias }, { name: alias.text });
      seen.add(foldName(alias.text));
    }
  },
});
