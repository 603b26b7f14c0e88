import { suggestionsFor } from "../../model/acts.ts";
import { agentSpeech } from "../../model/speech.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/vague",
  severity: "warning",
  title: { zh: "承诺没有说清时间", en: "A promise without a time" },
  why: {
    zh: "“尽快”在客户心里是十分钟,在排班表上是两天。没有数字的承诺,到时候总有一方失望。",
    en: "“Soon” means ten minutes to the customer and two days to the rota. A promise without a figure disappoints somebody.",
  },
  fix: {
    zh: "保留这句话,把时间写进去:我会在半小时内给您回电。",
    en: "Keep the sentence and put the figure in: I'll call you back within half an hour.",
  },
  messages: {
    found: {
      zh: "“{said}”没有说清什么时候。写一个做得到的时间,例如“30分钟内”。",
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
      const [first, last] = [text[0], text.at(-1)];
      if (first === undefined || last === undefined) continue;
      const whole = { start: first.start, end: last.end };
      for (const vague of acts.filter(({ act }) => act === "vague-time")) {
        const clause = clauseAround(document.text, vague, whole);
        const within = (act: string, from: number, to: number) =>
          acts.some((other) => other.act === act && other.start < to && from < other.end);
        const sentence = sentenceAround(document.text, vague, whole);
        if (!within("commit", clause.start, clause.end) || within("give-time", sentence.start, sentence.end)) continue;
        const say = suggestionsFor("vague-time", document.facts.language).map((suggestion) => suggestion.say);
        report("found", { span: vague, say }, { said: document.text.slice(vague.start, vague.end) });
      }
    }
  },
});

type Stretch = { readonly start: number; readonly end: number };

/** The clause around a stretch: between commas, or whatever else divides the turn. */
function clauseAround(text: string, stretch: Stretch, within: Stretch): Stretch {
  return between(text, stretch, within, /[,.!?;，。！？；、…\n]/);
}

function sentenceAround(text: string, stretch: Stretch, within: Stretch): Stretch {
  return between(text, stretch, within, /[.!?;。！？；…\n]/);
}

function between(text: string, { start, end }: Stretch, within: Stretch, sign: RegExp): Stretch {
  while (start > within.start && !sign.test(text[start - 1]!)) start--;
  while (end < within.end && !sign.test(text[end]!)) end++;
  return { start, end };
}
