import { silencesIn } from "../../model/ignores.ts";
import { endOfLine, startOfLine } from "../../model/lines.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ignore/unused",
  severity: "warning",
  title: { zh: "多余的忽略", en: "An ignore that ignores nothing" },
  why: {
    zh: "毛病已经改好了，忽略还留着，下次再犯就不会有人看见。",
    en: "The fault is mended but the comment stays, so nobody will see it when it comes back.",
  },
  fix: { zh: "删掉这条忽略。", en: "Delete the comment." },
  messages: {
    found: {
      zh: "这条忽略没有忽略任何问题，可以删掉。",
      en: "This ignores nothing; it can be deleted.",
      bad: [
        { text: "## 开场\n⟦// 忽略 forbidden/brush-off: 照录原话⟧\n客服: 您好。", fixed: "## 开场\n客服: 您好。" },
        {
          text: "## Opening\n⟦// ignore forbidden/brush-off: a quotation⟧\nagent: Hello.",
          fixed: "## Opening\nagent: Hello.",
        },
      ],
    },
  },
  good: [
    "## 开场\n// 忽略 forbidden/brush-off: 照录原话\n客服: 这个我不清楚。",
    "## Opening\n// ignore forbidden/brush-off: a quotation\nagent: I don't know.",
  ],
  check({ document, today, usedSilences, ruleIds, report }) {
    const { text } = document;
    for (const silence of silencesIn(document)) {
      const { ignore } = silence;
      // What has run out, or names no rule, is told by a rule of its own.
      const over = ignore.until !== undefined && ignore.until.text < today;
      if (over || usedSilences.has(silence) || ignore.rules.some((rule) => !ruleIds.has(rule.text))) continue;
      const end = endOfLine(text, ignore.end);
      const lineBreak = /^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0;
      const line = { start: startOfLine(text, ignore.start), end: end + lineBreak, text: "" };
      report(
        "found",
        { span: ignore, fixes: [{ title: { zh: "删掉这条忽略", en: "Delete the comment" }, edits: [line] }] },
        {},
      );
    }
  },
});
