import type { Turn } from "../../../grammar/index.ts";
import { questionsOf } from "../../model/acts.ts";
import { isSaidToCustomer } from "../../model/speech.ts";
import { PAUSES, spokenSeconds } from "../../model/spoken-length.ts";
import { turnsOf } from "../../model/symbols.ts";
import { isPhone } from "../occasions.ts";
import { defineRule } from "../rule.ts";

/** The longest that an agent should speak on the phone without a question or a pause. */
const LONGEST_SECONDS = 20;

const LONG_ZH =
  "我们的套餐一共有三种，第一种每月八元，含一百分钟通话和一个吉的流量，适合平时打电话比较少的客户；第二种每月三十八元，含三百分钟通话和十个吉的流量，适合经常出门的客户；第三种每月八十八元，含一千分钟通话和四十个吉的流量，家里人可以一起使用";
const LONG_EN =
  "We have three plans for you, and the first of them costs eight pounds a month, with one hundred minutes and one gigabyte of data, which suits people who only call now and then, while the second costs twenty pounds a month and has ten gigabytes, which suits people who travel a lot with their phones";

export default defineRule({
  id: "missing/pause",
  byStep: true,
  severity: "information",
  title: { zh: "一口气说得太长", en: "Too much in one breath" },
  why: {
    zh: "电话里听不进长篇大论。说上二十秒不停，客户记住的只有最后一句，想问也插不上嘴。",
    en: "Nobody takes in a lecture on the phone. After twenty seconds only the last sentence stays, and there was no room for a question.",
  },
  fix: {
    zh: "拆成几句，中间停一停，问一句“我说清楚了吗？”。",
    en: "Break it up, pause (……), and ask whether it is clear so far.",
  },
  messages: {
    long: {
      zh: "照常速念要{seconds}秒，中间没有提问也没有停顿。",
      en: "At a normal pace this takes {seconds} seconds, without a question or a pause.",
      bad: [
        { text: `渠道: 电话\n## 介绍\n客服: ⟦${LONG_ZH}。⟧` },
        { text: `channel: phone\n## offer\nagent: ⟦${LONG_EN}.⟧` },
      ],
    },
  },
  good: [
    `渠道: 电话\n## 介绍\n客服: ${LONG_ZH.replace("；第二种", "。您看合适吗？第二种")}。`,
    `渠道: 电话\n## 介绍\n客服: ${LONG_ZH.replace("；第二种", "……第二种")}。`,
    `渠道: 在线\n## 介绍\n客服: ${LONG_ZH}。`,
    `channel: phone\n## offer\nagent: ${LONG_EN.replace(", while the second", ". Does that suit you? The second")}.`,
    `## offer\nagent: ${LONG_EN}.`,
  ],
  check({ document, report }) {
    if (!isPhone(document.facts)) return;
    const { language } = document.facts;
    for (const turn of turnsOf(document)) {
      if (!isSaidToCustomer(turn)) continue;
      for (const { start, end } of breathsOf(turn)) {
        const seconds = spokenSeconds(document.text.slice(start, end), language);
        if (seconds > LONGEST_SECONDS) report("long", { span: { start, end } }, { seconds: `${Math.round(seconds)}` });
      }
    }
  },
});

/** The stretches of a turn that are spoken without a question or a pause between them. */
function breathsOf(turn: Turn): { readonly start: number; readonly end: number }[] {
  const [first, last] = [turn.text[0], turn.text.at(-1)];
  if (first === undefined || last === undefined) return [];
  const cuts = [
    ...questionsOf(turn.text).map(({ end }) => end),
    ...turn.text.flatMap(({ text, start }) =>
      [...text.matchAll(PAUSES)].map(({ 0: pause, index }) => start + index + pause.length),
    ),
    last.end,
  ].sort((a, b) => a - b);
  let start = first.start;
  return cuts.map((end) => {
    const breath = { start, end };
    start = end;
    return breath;
  });
}
