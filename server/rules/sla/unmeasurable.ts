import { fieldLimits, hasEnd } from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import { type Duration, print, readTimeValue } from "../../model/time.ts";
import { replaceText } from "../replace-text.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/unmeasurable",
  severity: "warning",
  title: { zh: "时限没有一个量得出的数", en: "A limit without a figure to measure by" },
  why: {
    zh: "“大约”“以上”说不清到几点算超时，客户觉得晚了，我们觉得没晚，谁也说不服谁。",
    en: "With “about” or “at least” nobody can say when it is too late: the customer feels let down, and we feel in time.",
  },
  fix: {
    zh: "写一个确切的上限，例如“30分钟内”“3个工作日内”。",
    en: "Write an exact upper limit, such as “within 30 minutes” or “within 3 working days”.",
  },
  messages: {
    open: {
      zh: "“{event}”的时限“{value}”没有说最迟到什么时候。写一个上限，例如“30分钟内”。",
      en: "The limit for “{event}”, “{value}”, does not say by when at the latest. Write an upper limit, such as “within 30 minutes”.",
      bad: [
        { text: "时限 回复: ⟦30多分钟内⟧\n\n## 开场\n客服: 您好。" },
        { text: "时限 回访: ⟦3天后⟧\n\n## 开场\n客服: 您好。" },
        { text: "sla follow-up: ⟦in 3 days⟧\n\n## opening\nagent: Good morning." },
      ],
    },
    approximate: {
      zh: "“{event}”的时限“{value}”只是大概，量不出有没有超时。写一个确切的数。",
      en: "The limit for “{event}”, “{value}”, is only approximate, so that nobody can tell when it is missed. Write an exact figure.",
      bad: [
        {
          text: "时限 回复: ⟦大约30分钟内⟧\n\n## 开场\n客服: 您好。",
          fixed: "时限 回复: 30分钟内\n\n## 开场\n客服: 您好。",
        },
        {
          text: "sla reply: ⟦within about 30 minutes⟧\n\n## opening\nagent: Good morning.",
          fixed: "sla reply: within 30 minutes\n\n## opening\nagent: Good morning.",
        },
      ],
    },
  },
  good: [
    "时限 回复: 半小时内\n时限 退款: 3到5个工作日\n时限 上门: 今天17点前\n\n## 开场\n客服: 您好。",
    "sla reply: within half an hour\nsla refund: 3 to 5 business days\n\n## opening\nagent: Good morning.",
  ],
  check({ document, report }) {
    for (const { event, value, said } of fieldLimits(document)) {
      const params = { event: nameOf(event.words), value: said.text };
      if (!hasEnd(value)) report("open", { span: said }, params);
      else if (value.kind === "duration" && value.approximate) {
        const exact = print({ ...(readTimeValue(said.text) as Duration), approximate: false }, document.facts.language);
        report("approximate", { span: said, fixes: [replaceText(said, exact)] }, params);
      }
    }
  },
});
