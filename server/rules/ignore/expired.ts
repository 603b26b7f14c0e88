import { silencesIn } from "../../model/ignores.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ignore/expired",
  severity: "warning",
  title: { zh: "忽略过期了", en: "An ignore that has run out" },
  why: {
    zh: "当初说好只放过一阵子。日子到了，该改的要改，或者重新说明为什么还要放过。",
    en: "It was to be let pass for a while only. The day has come: mend it, or say why it may stay.",
  },
  fix: {
    zh: "改好这一处并删掉这条忽略，或写一个新的日期。",
    en: "Mend the place and delete the comment, or write a new date.",
  },
  messages: {
    past: {
      zh: "这条忽略只到 {date}，已经不起作用了。",
      en: "This ignore held until {date} and is without effect now.",
      bad: [
        { text: "## 开场\n// 忽略 forbidden/brush-off 至 ⟦2020-01-01⟧: 等新系统上线\n客服: 这个我不清楚。" },
        {
          text: "## Opening\n// ignore forbidden/brush-off until ⟦2020-01-01⟧: until the new system is live\nagent: I don't know.",
        },
      ],
    },
    unreadable: {
      zh: "“{date}”不是日期，请写成 2027-01-31 这样。",
      en: "“{date}” is no date; write it like 2027-01-31.",
      bad: [{ text: "## 开场\n// 忽略 forbidden/brush-off 至 ⟦年底⟧: 等新系统上线\n客服: 这个我不清楚。" }],
    },
  },
  good: [
    "## 开场\n// 忽略 forbidden/brush-off 至 2999-01-01: 等新系统上线\n客服: 这个我不清楚。",
    "## Opening\n// ignore forbidden/brush-off until 2999-01-01 by training: until the new system is live\nagent: I don't know.",
  ],
  check({ document, today, report }) {
    for (const { ignore } of silencesIn(document)) {
      if (ignore.until === undefined) continue;
      const date = ignore.until.text;
      if (!isDate(date)) report("unreadable", { span: ignore.until }, { date });
      else if (date < today) report("past", { span: ignore.until }, { date });
    }
  },
});

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toString() !== "Invalid Date";
}
