import type { ScriptDocument } from "../../model/document.ts";
import { importedBy, importsOf } from "../../model/imports.ts";
import type { Project } from "../../model/project.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "import/cycle",
  severity: "warning",
  title: { zh: "文件互相引用", en: "Files that import each other" },
  why: {
    zh: "甲借乙的，乙又借甲的，改一处就牵动两头，谁也说不清哪份是公共的。",
    en: "When each file borrows from the other, nobody can say which one is shared, and a change in one moves both.",
  },
  fix: { zh: "把两边都要用的步骤放进第三个文件。", en: "Move the steps that both need into a third file." },
  messages: {
    found: {
      zh: "“{path}”绕一圈又引用了这份话术。",
      en: "“{path}” comes round and imports this script again.",
      bad: [
        {
          text: "# 断线\n引用 公共: ⟦./公共.sscript⟧\n\n## 开场\n客服: 您好。",
          files: { "公共.sscript": "# 公共\n引用 断线: ./main.sscript\n\n## 收尾\n客服: 再见。" },
        },
        { text: "# Call\nimport self: ⟦./main.sscript⟧\n\n## Opening\nagent: Hello." },
      ],
    },
  },
  good: [
    {
      text: "# 断线\n引用 公共: ./公共.sscript\n\n## 开场\n客服: 您好。",
      files: { "公共.sscript": "## 收尾\n客服: 再见。" },
    },
    {
      text: "# Call\nimport common: ./common.sscript\n\n## Opening\nagent: Hello.",
      files: { "common.sscript": "## Bye\nagent: Goodbye." },
    },
  ],
  check({ document, project, report }) {
    for (const item of importsOf(document)) {
      const imported = importedBy(project, item);
      if (item.path !== undefined && imported !== undefined && reaches(project, imported, document))
        report("found", { span: item.path }, { path: item.path.text });
    }
  },
});

function reaches(project: Project, from: ScriptDocument, to: ScriptDocument): boolean {
  const seen = new Set<string>();
  const waiting = [from];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === to) return true;
    if (seen.has(next.uri)) continue;
    seen.add(next.uri);
    for (const item of importsOf(next)) {
      const imported = importedBy(project, item);
      if (imported !== undefined) waiting.push(imported);
    }
  }
  return false;
}
