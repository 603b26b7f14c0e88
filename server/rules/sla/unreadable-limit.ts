import { readTimeValue } from "../../model/time.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/unreadable-limit",
  severity: "error",
  title: { zh: "时限里的时间读不懂", en: "A limit that cannot be read as a time" },
  why: {
    zh: "时限读不懂，就没有人能拿它去核对承诺，写了等于没写。",
    en: "A limit that nobody can read is one that no promise is checked against.",
  },
  fix: {
    zh: "写成“30分钟内”“2个工作日内”“通知后20分钟内”“铃响3声内”这样的时间。",
    en: "Write a time such as “within 30 minutes”, “2 business days”, “within 20 minutes of notify” or “three rings”.",
  },
  messages: {
    found: {
      zh: "“{value}”读不出是多久。写成“30分钟内”“通知后20分钟内”这样。",
      en: "“{value}” cannot be read as a time. Write “within 30 minutes” or “within 20 minutes of notify”.",
      bad: [
        { text: "时限 回复: ⟦越快越好⟧\n\n## 开场\n客服: 您好。" },
        { text: "sla reply: ⟦as soon as possible⟧\n\n## opening\nagent: Good morning." },
      ],
    },
  },
  good: [
    "时限 回复: 通知后20分钟内\n\n## 开场\n客服: 您好。",
    "## 登记\n时限 回电: 半小时内\n客服: 您好。",
    "sla reply: within 20 minutes of notify\n\n## opening\nagent: Good morning.",
  ],
  check({ document, report }) {
    const { script } = document;
    for (const { id, value } of [...script.fields, ...script.steps.flatMap((step) => step.fields)])
      if (id === "sla" && value.kind === "text" && readTimeValue(value.text) === undefined)
        report("found", { span: value }, { value: value.text });
  },
});
