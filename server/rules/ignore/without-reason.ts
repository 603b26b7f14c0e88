import { silencesIn } from "../../model/ignores.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ignore/without-reason",
  severity: "warning",
  title: { zh: "忽略没有写理由", en: "Ignoring without a reason" },
  why: {
    zh: "半年以后没有人记得当初为什么放过这一处，只好一直放过去。",
    en: "In half a year nobody remembers why this was let pass, so it is let pass for ever.",
  },
  fix: {
    zh: "在冒号后面写理由：“// 忽略 规则: 理由”。",
    en: "Write the reason behind a colon: “// ignore rule: reason”.",
  },
  messages: {
    found: {
      zh: "这里忽略了规则，但没有写理由。",
      en: "This ignores a rule without saying why.",
      bad: [
        { text: "## 开场\n⟦// 忽略 forbidden/brush-off⟧\n客服: 这个我不清楚。" },
        { text: "## Opening\n⟦// ignore forbidden/brush-off⟧\nagent: I don't know." },
      ],
    },
  },
  good: [
    "## 开场\n// 忽略 forbidden/brush-off: 照录客户投诉里的原话\n客服: 这个我不清楚。",
    "## Opening\n// ignore the next line when training\n// ignore forbidden/brush-off: quoted from the complaint\nagent: I don't know.",
  ],
  check({ document, report }) {
    for (const { ignore } of silencesIn(document))
      if (ignore.reason === undefined) report("found", { span: ignore }, {});
  },
});
