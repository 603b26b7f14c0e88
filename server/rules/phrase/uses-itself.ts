import { phraseCycle } from "../../model/phrases.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "phrase/uses-itself",
  severity: "error",
  title: { zh: "用语绕回了自己", en: "A phrase that uses itself" },
  why: { zh: "照着展开永远念不完。", en: "Spelt out, it would never end." },
  fix: {
    zh: "把绕回来的那个花括号去掉，写成话。",
    en: "Take out the braces that lead back, and write the words instead.",
  },
  messages: {
    found: {
      zh: "用语“{name}”展开之后又用到了它自己。",
      en: "The phrase “{name}” leads back to itself.",
      bad: [
        { text: "# 断线\n用语 ⟦甲⟧: 好,{乙}\n用语 ⟦乙⟧: 行,{甲}\n\n## 开场\n客服: {甲}" },
        { text: "# Call\nphrase ⟦sorry⟧: Sorry. {sorry}\n\n## Opening\nagent: {sorry}" },
      ],
    },
  },
  good: [
    "# 断线\n用语 甲: 好,{乙}\n用语 乙: 行。\n\n## 开场\n客服: {甲}",
    "# Call\nphrase sorry: I'm sorry.\n\n## Opening\nagent: {sorry}",
  ],
  check({ document, project, report }) {
    for (const field of document.script.fields)
      if (field.id === "phrase" && field.argument !== undefined && phraseCycle(project, document, field))
        report("found", { span: field.argument }, { name: field.argument.text });
  },
});
