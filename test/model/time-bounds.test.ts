import { expect, it } from "vitest";
import { disjoint, readTimeValue, surelyLonger, type TimeValue } from "../../server/model/time.ts";

function read(text: string): TimeValue {
  return readTimeValue(text) ?? expect.fail(`${text} is not read`);
}

it.each([
  ["一小时内", "半小时内", true],
  ["半小时内", "半小时内", false],
  ["20分钟内", "半小时内", false],
  ["3到5天", "3天内", true],
  ["一小时后", "半小时内", true],
  ["20分钟后", "半小时内", false],
  ["明天", "半小时内", true],
  ["明天上午10点", "半小时内", true],
  ["明天上午10点", "24小时内", false],
  ["后天", "24小时内", true],
  ["今天17点前", "半小时内", false],
  ["今天", "24小时内", false],
  ["3个工作日", "24小时内", true],
  ["1个工作日内", "24小时内", false],
  ["5天", "3个工作日内", false],
  ["一个月内", "24小时内", true],
  ["下周五", "24小时内", true],
  ["周五", "24小时内", false],
  ["三十多分钟", "一小时内", false],
  ["两个多小时", "一小时内", true],
  ["T+1", "1小时内", true],
  ["铃响3声内", "10秒内", false],
  ["within 2 hours", "within 90 minutes", true],
  ["tomorrow by 5 pm", "today by 5 pm", true],
  ["by the end of next week", "within 24 hours", true],
])("%s is surely longer than %s: %s", (promise, limit, expected) =>
  expect(surelyLonger(read(promise), read(limit))).toBe(expected),
);

it.each([
  ["半小时内", "两小时内", false],
  ["24小时内", "3到5天", true],
  ["半小时内", "两小时后", true],
  ["半小时内", "明天下午三点", true],
  ["今天内", "明天上午", true],
  ["明天上午9点", "明天下午2点", true],
  ["明天上午", "明天上午9点到11点", false],
  ["明天9点到11点", "明天10点到12点", false],
  ["周三", "周五前", false],
  ["本周三", "本周五", true],
  ["本周五", "本周三前", true],
  ["明天", "后天前", false],
  ["15号", "20号", true],
  ["明天上午", "两天内", false],
  ["3个工作日内", "5天内", false],
  ["tomorrow", "the day after tomorrow", true],
  ["tomorrow morning", "tomorrow afternoon", true],
  ["in 3 days", "within 24 hours", true],
  ["by Friday", "by Monday", false],
])("%s and %s have no moment in common: %s", (a, b, expected) => {
  expect(disjoint(read(a), read(b))).toBe(expected);
  expect(disjoint(read(b), read(a))).toBe(expected);
});
