import { silencesIn } from "../../model/ignores.ts";
import { nearest } from "../../model/symbols.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "ignore/unknown-rule",
  severity: "warning",
  title: { zh: "忽略了不存在的规则", en: "Ignoring a rule that does not exist" },
  why: {
    zh: "名字写错了，这条忽略就什么也没有忽略。",
    en: "With the name misspelt, the comment ignores nothing at all.",
  },
  fix: {
    zh: "写规则的全名，例如 forbidden/brush-off。",
    en: "Write the rule's full name, such as forbidden/brush-off.",
  },
  messages: {
    found: {
      zh: "没有规则叫“{name}”。",
      en: "There is no rule called “{name}”.",
      bad: [
        {
          text: "## 开场\n// 忽略 ⟦forbiden/brush-off⟧: 照录原话\n客服: 您好。",
          fixed: "## 开场\n// 忽略 forbidden/brush-off: 照录原话\n客服: 您好。",
        },
        { text: "## Opening\n// ignore ⟦no/such-rule⟧: a quotation\nagent: Hello." },
      ],
    },
  },
  good: [
    "## 开场\n// 忽略 forbidden/brush-off: 照录原话\n客服: 这个我不清楚。",
    "## Opening\n// ignore forbidden/brush-off, syntax/unknown-label: a quotation\nagent (odd): I don't know.",
  ],
  check({ document, ruleIds, report }) {
    for (const { ignore } of silencesIn(document))
      for (const rule of ignore.rules) {
        if (ruleIds.has(rule.text) || (document.wording.isPartial && /^(?:own|standard)\//.test(rule.text))) continue;
        const near = nearest(rule.text, ruleIds);
        const fixes =
          near === undefined
            ? []
            : [
                {
                  title: { zh: `改成 ${near}`, en: `Change to ${near}` },
                  edits: [{ start: rule.start, end: rule.end, text: near }],
                },
              ];
        report("found", { span: rule, fixes }, { name: rule.text });
      }
  },
});
