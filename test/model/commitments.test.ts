import { expect, it } from "vitest";
import { actsOf } from "../../server/model/acts.ts";
import { commitmentsIn } from "../../server/model/clause-promises.ts";
import { print } from "../../server/model/time.ts";
import { unmark } from "../support/marks.ts";

/** What is promised in a turn, a line each: the event, how firmly, by when, by whom; the mark is the clause. */
function promisesIn(marked: string, language: "zh" | "en"): { spans: unknown; promises: string[] } {
  const { text, spans } = unmark(marked);
  const pieces = [{ text, start: 0 }];
  const found = commitmentsIn(pieces, actsOf(pieces, "agent"));
  const promises = found.map(({ event, strength, time, by }) =>
    [event, strength, time === undefined ? "-" : print(time.value, language), by && text.slice(by.start, by.end)]
      .filter((part) => part !== undefined)
      .join(" "),
  );
  expect(found.map(({ start, end }) => ({ start, end }))).toEqual(spans);
  return { spans, promises };
}

it.each<[marked: string, ...promises: string[]]>([
  ["⟦我会在半小时内给您回电⟧，说明安排。", "call-back will 半小时内"],
  ["⟦师傅会在两小时内到⟧。", "arrive will 2小时内 师傅"],
  ["⟦工程师明天上午9点到11点上门⟧，出发前给您电话。", "arrive will 明天上午9点到上午11点 工程师"],
  ["⟦我们会尽快给您回复⟧。", "reply will -"],
  ["⟦退款3个工作日到账⟧。", "refund will 3个工作日"],
  ["⟦您的包裹预计后天送到⟧。", "deliver try 后天"],
  ["⟦我保证今天给您解决⟧。", "resolve guarantee 今天"],
  ["⟦我会在10分钟内通知维修部⟧，⟦半小时内给您回电⟧。", "notify will 10分钟内", "call-back will 半小时内"],
  ["明天上午，⟦我会给您回电⟧。", "call-back will 明天上午"],
  ["⟦我会给您回电⟧，最晚明天上午。", "call-back will 最迟明天上午"],
  ["已经给您登记了，⟦三天内到账⟧。", "refund will 3天内"],
  ["⟦您3天内会收到新的充电器⟧。", "deliver will 3天内"],
  ["⟦我半小时内给您回电可以吗⟧？", "call-back will 半小时内"],
  ["⟦财务会在3个工作日内把钱退到您的账户⟧。", "refund will 3个工作日内 财务"],
  ["⟦菜十分钟内给您上齐⟧。", "serve will 10分钟内"],
  ["⟦我们24小时内回访您⟧。", "follow-up will 24小时内"],
  ["⟦通知后20分钟内给您回复结果⟧。", "reply will 通知后20分钟内"],
  ["⟦专员会在24小时内联系您⟧。", "reply will 24小时内 专员"],
  ["⟦收到退货后3天内给您退款⟧。", "refund will 收到退货后3天内"],
  ["⟦我尽量在明天中午前给您修好⟧。", "repair try 明天中午前"],
  ["⟦我半小时内安排师傅上门⟧。", "dispatch will 半小时内"],
  ["我把情况记下来，⟦今天17点前给您答复⟧。", "reply will 今天17点前"],
  ["⟦配件到了以后两天内给您换上⟧。", "replace will 配件到了后2天内"],
  ["⟦我這邊一個工作日內幫您補發⟧。", "ship will 1个工作日内"],
  ["如果您同意，⟦我一小时内给您升级处理⟧。", "escalate will 1小时内"],
  ["⟦拖车四十分钟内赶到⟧，请您到安全的地方等候。", "arrive will 40分钟内 拖车"],
])("%s", (marked, ...promises) => expect(promisesIn(marked, "zh").promises).toEqual(promises));

it.each<[marked: string, ...promises: string[]]>([
  ["⟦I will call you back within half an hour⟧.", "call-back will within half an hour"],
  ["⟦The technician will be with you within two hours⟧.", "arrive will within 2 hours The technician"],
  ["⟦We'll get back to you as soon as possible⟧.", "reply will -"],
  ["⟦Refunds take 5 business days⟧.", "refund will 5 working days"],
  [
    "⟦Our engineer will come tomorrow between 9 and 11 am⟧.",
    "arrive will between 9 am and 11 am tomorrow Our engineer",
  ],
  ["⟦Your parcel should arrive on Friday⟧.", "deliver try on Friday"],
  ["⟦I guarantee it will be fixed today⟧.", "repair guarantee today"],
  [
    "⟦I'll notify the repair team within 10 minutes⟧ ⟦and call you back within half an hour⟧.",
    "notify will within 10 minutes",
    "call-back will within half an hour",
  ],
  ["⟦I'll call you back⟧, by 5 pm at the latest.", "call-back will by 5 pm"],
  ["⟦We'll ship the replacement today⟧.", "ship will today"],
  ["⟦A colleague will contact you by noon tomorrow⟧.", "reply will by noon tomorrow A colleague"],
  ["⟦We aim to reply within 24 hours⟧.", "reply try within 24 hours"],
  ["⟦Your food will be out in ten minutes⟧.", "serve will in 10 minutes"],
  ["⟦I'll follow up with you in two days⟧.", "follow-up will in 2 days"],
  ["⟦The refund will reach your account in 3 to 5 business days⟧.", "refund will in 3–5 working days"],
  ["⟦I'll escalate this to my supervisor within the hour⟧.", "escalate will within 1 hour"],
  ["⟦I promise you will have an answer by Friday⟧.", "reply guarantee by Friday"],
  ["⟦He'll ring you at 3 pm⟧.", "call-back will at 3 pm He"],
  ["If that suits you, ⟦we will call you back tomorrow⟧.", "call-back will tomorrow"],
  ["⟦We'll send a technician out by noon⟧.", "dispatch will by noon"],
  ["⟦You'll receive the new charger by Thursday⟧.", "deliver will by Thursday"],
  ["⟦I'll let you know by the end of the day⟧.", "reply will by the end of today"],
  ["⟦Your connection will be restored within four hours⟧.", "repair will within 4 hours"],
  ["⟦I will try to call you back in an hour⟧.", "call-back try in 1 hour"],
  ["⟦We'll dispatch an engineer within 30 minutes⟧, is that ok?", "dispatch will within 30 minutes"],
])("%s", (marked, ...promises) => expect(promisesIn(marked, "en").promises).toEqual(promises));

it.each([
  "需要我半小时内给您回电吗？",
  "您可以在7天内退货。",
  "上次师傅两小时内就到了。",
  "如果3天内没有收到退款，请联系我们。",
  "请您在24小时内回复我们。",
  "超过48小时未发货可以申请赔付。",
  "我们不会在今天给您退款。",
  "请问您三天前收到退款了吗？",
  "您要求今天上门，对吗？",
  "退款进度三天更新一次。",
  "您想明天上午上门还是下午上门？",
  "师傅什么时候能上门，我问一下。",
  "已经在两小时内给您修好了。",
  "麻烦您今天17点前把发票寄回。",
  "您好，很高兴为您服务。",
  "30分钟前我们给您回过电话。",
  "Would you like me to call you back within an hour?",
  "You can return it within 7 days.",
  "We refunded you three days ago.",
  "If you haven't heard from us within 3 days, please call us.",
  "Please reply within 24 hours.",
  "Shall I call you back tomorrow?",
  "When will you call me back?",
  "Could you call us back by 5 pm?",
  "The engineer was there within two hours.",
  "We won't be able to send it today.",
  "You told me that he would arrive by noon, is that right?",
  "Do you want us to come on Friday?",
  "Your follow-up number is valid for 3 days.",
  "I have already called you back twice.",
  "You may cancel within 14 days.",
  "The repair shop opens at 9 am.",
])("promises nothing: %s", (text) => expect(promisesIn(text, "zh").promises).toEqual([]));

it("stands where it is said, over the lines of a turn", () => {
  const pieces = [
    { text: "请放心，", start: 10 },
    { text: "我半小时内给您回电。", start: 30 },
  ];
  const [found] = commitmentsIn(pieces, actsOf(pieces, "agent"));
  expect(found).toMatchObject({ start: 30, end: 39, words: { start: 37, end: 39 }, time: { start: 31, end: 35 } });
});
