import { suggestionsFor } from "../../model/acts.ts";
import { Division } from "../../model/sentences.ts";
import { agentSpeech } from "../../model/speech.ts";
import { Stretches } from "../../model/stretches.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/vague",
  severity: "warning",
  scope: "turn",
  byStep: true,
  title: { zh: "承诺没有说清时间", en: "A promise without a time" },
  why: {
    zh: "“尽快”在客户心里是十分钟，在排班表上是两天。没有数字的承诺，到时候总有一方失望。",
    en: "“Soon” means ten minutes to the customer and two days to the rota. A promise without a figure disappoints somebody.",
  },
  fix: {
    zh: "保留这句话，把时间写进去：我会在半小时内给您回电。",
    en: "Keep the sentence and put the figure in: I'll call you back within half an hour.",
  },
  messages: {
    found: {
      zh: "“{said}”没有说清什么时候。写一个做得到的时间，例如“30分钟内”。",
      en: "“{said}” does not say when. Give a time that you can keep, such as “within 30 minutes”.",
      bad: [{ text: "客服: 我们会⟦尽快⟧给您回复。" }, { text: "agent: We'll get back to you ⟦shortly⟧." }],
    },
  },
  good: [
    "客服: 请稍等,我马上为您查询。",
    "客服: 我会在30分钟内给您回电,尽快告诉您结果。",
    "客户: 你们会尽快处理吗?",
    "agent: One moment please, I'll check that for you right away.",
    "agent: We'll get back to you within 24 hours.",
  ],
  check({ document, report }) {
    for (const { text, acts } of agentSpeech(document)) {
      const found = acts.filter(({ act }) => act === "vague-time");
      if (found.length === 0) continue;
      const [clauses, sentences] = [Division.clauses(text), Division.sentences(text)];
      const promises = new Stretches(acts.filter(({ act }) => act === "commit"));
      const times = new Stretches(acts.filter(({ act }) => act === "give-time"));
      const graver = new Stretches(acts.filter(({ act }) => act === "over-promise" || act === "stall"));
      for (const vague of found) {
        // Where the words are part of a guarantee, or only put the customer off, that is what has to go.
        if (graver.touches(vague)) continue;
        if (!promises.touches(clauses.partAt(vague.start)) || times.touches(sentences.partAt(vague.start))) continue;
        const say = suggestionsFor("vague-time", document.facts.language).map((suggestion) => suggestion.say);
        report("found", { span: vague, say }, { said: document.text.slice(vague.start, vague.end) });
      }
    }
  },
});
