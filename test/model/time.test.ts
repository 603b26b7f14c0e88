import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, compare, type Duration, print, readTimeValue, type TimeValue, timesIn } from "../../server/model/time.ts";
import { anyDeadline, anyDuration, EVENTS } from "../support/time-arbitraries.ts";
import { after, at, by, clock, counted, lasts, of, onTheSpot, sameDay, today, within } from "../support/time-values.ts";

/** Reads a value that must be one. */
function read(text: string): TimeValue {
  return readTimeValue(text) ?? expect.fail(`${text} is not read`);
}

function readDuration(text: string): Duration {
  const value = read(text);
  return value.kind === "duration" ? value : expect.fail(`${text} is no duration`);
}

describe("a field holds one time and nothing else", () => {
  it.each<[text: string, value: TimeValue]>([
    ["2分钟", lasts(2, "minute")],
    ["半小时内", within(0.5, "hour")],
    ["今天17:00前", by(today, clock(17))],
    ["铃响两声后、3声内", within([2, 3], "ring")],
    ["3声内", within(3, "ring")],
    ["挂机后10分钟内", counted(within(10, "minute"), "挂机")],
    ["在通知后20分钟内。", counted(within(20, "minute"), "通知")],
    ["第一杯送上后5分钟", counted(lasts(5, "minute"), "第一杯送上")],
    ["饮料上好后4分钟内,或入座后", counted(within(4, "minute"), "饮料上好", "入座")],
    ["饮料上好后，或入座后4分钟", counted(lasts(4, "minute"), "饮料上好", "入座")],
    [
      "客户在营业厅填完全部材料并签字确认无误后3天内",
      counted(within(3, "day"), "客户在营业厅填完全部材料并签字确认无误"),
    ],
    ["购买当天", at(sameDay, of("购买"))],
    ["当时", by(onTheSpot)],
    ["通话中", by(onTheSpot)],
    ["半天", lasts(0.5, "day")],
    ["一天", lasts(1, "day")],
    ["3小时后", after(3, "hour")],
    ["within 20 minutes of notify", counted(within(20, "minute"), "notify")],
    ["3 days after purchase", counted(lasts(3, "day"), "purchase")],
    ["within 4 minutes of drinks, or of being seated", counted(within(4, "minute"), "drinks", "being seated")],
    ["2 minutes", lasts(2, "minute")],
    ["one second", lasts(1, "second")],
    ["end of day", by(today)],
    ["today", at(today)],
  ])("%s", (text, value) => expect(readTimeValue(text)).toEqual(value));

  it.each([
    ["words around it", "我会在30分钟内回电"],
    ["words behind it", "30分钟内吧"],
    ["two of them", "30分钟内 2天"],
    ["time gone by", "3天前"],
    ["no certain time", "尽快"],
    ["nothing", ""],
    ["a range upside down", "5到3天"],
    ["no minute", "17:60前"],
    ["no day", "3月32日前"],
    ["no hour", "下午25点前"],
    ["units that do not add up", "一个月零五天"],
    ["a book", `${"通知".repeat(200)}后3天内`],
  ])("not %s", (_, text) => expect(readTimeValue(text)).toBeUndefined());
});

describe("comparing", () => {
  it.each([
    ["30分钟", "半小时", 0],
    ["30分钟内", "half an hour", 0],
    ["一天", "24小时", 0],
    ["两周", "14天", 0],
    ["一年", "12个月", 0],
    ["1.1小时", "66分钟", 0],
    ["3-5天", "4天", 1],
    ["1-4天", "2-4天", -1],
    ["三十多分钟", "1小时", 1],
    ["通知后20分钟内", "挂机后30分钟内", -1],
    ["铃响两声", "铃响三声", -1],
    ["3个工作日", "5个工作日", -1],
    ["今天17点前", "今天18点前", -1],
    ["今天17点前", "今天内", -1],
    ["今天下班前", "明天上午", -1],
    ["明天上午", "明天下午", -1],
    ["周五前", "最迟周五", -1],
    ["明天前", "今天内", 0],
    ["月底前", "by the end of the month", 0],
    ["本周五", "下周一", -1],
    ["当天", "次日", -1],
    ["明天5点前", "明天5点前", 0],
    ["3月5日前", "3月15日前", -1],
  ])("%s and %s", (a, b, order) => {
    expect(compare(read(a), read(b))).toBe(order);
    expect(compare(read(b), read(a))).toBe(order === 0 ? 0 : -order);
  });

  it.each([
    ["3个工作日", "3天"],
    ["4个工作小时", "1个工作日"],
    ["一个月", "30天"],
    ["铃响三声", "10秒"],
    ["今天17点前", "30分钟内"],
    ["明天5点前", "明天17点前"],
    ["明天下班前", "明天17点前"],
    ["明天上午", "明天10点"],
    ["周五前", "明天前"],
    ["当天", "今天内"],
    ["付款后次日", "收货后次日"],
    ["T+1", "T+1个工作日"],
    ["3月5日前", "4月5日前"],
    ["当场", "1分钟内"],
  ])("%s and %s is refused", (a, b) => expect(compare(read(a), read(b))).toBe("incomparable"));

  it("orders durations without contradiction", () =>
    fc.assert(
      fc.property(anyDuration(EVENTS.zh), anyDuration(EVENTS.zh), anyDuration(EVENTS.zh), (a, b, c) => {
        const [ab, bc, ac] = [compare(a, b), compare(b, c), compare(a, c)];
        if (typeof ab === "number" && typeof bc === "number" && ab <= 0 && bc <= 0) expect(ac).toBeLessThanOrEqual(0);
      }),
    ));
});

describe("adding", () => {
  it.each([
    ["挂机后10分钟内", "通知后20分钟内", "挂机后30分钟内"],
    ["1小时内", "30分钟内", "90分钟内"],
    ["2到3天", "1周", "9到10天"],
    ["2分钟", "半小时内", "32分钟内"],
    ["三十多分钟", "约10分钟", "约40分钟以上"],
    ["1个月", "1年", "13个月"],
    ["0.1小时", "0.2小时", "0.3小时"],
  ])("%s and %s are %s", (a, b, total) => expect(add(readDuration(a), readDuration(b))).toEqual(read(total)));

  it.each([
    ["1个工作日", "1天"],
    ["1个月", "1天"],
    ["铃响三声", "1分钟"],
  ])("%s and %s is refused", (a, b) => expect(add(readDuration(a), readDuration(b))).toBe("incomparable"));
});

describe("printing", () => {
  it.each([
    ["三十分钟", "30分钟", "30 minutes"],
    ["0.5小时", "半小时", "half an hour"],
    ["90 minutes", "90分钟", "90 minutes"],
    ["1.5 hours", "一个半小时", "an hour and a half"],
    ["两到三个工作日", "2到3个工作日", "2–3 working days"],
    ["by 5 pm today", "今天17点前", "by 5 pm today"],
    ["1天", "1天", "1 day"],
    ["大概两周", "约2周", "about 2 weeks"],
    ["within 1 month", "1个月内", "within 1 month"],
    ["三声铃响内", "铃响3声内", "within 3 rings"],
    ["两个多小时", "2小时以上", "2 hours or more"],
    ["本周五下班前", "本周五下班前", "by close of business this Friday"],
    ["周五前", "周五前", "before Friday"],
    ["by Friday", "最迟周五", "by Friday"],
    ["月底前", "本月内", "by the end of this month"],
    ["明早", "明天上午", "tomorrow morning"],
    ["明天9:30-11:00", "明天9:30到11点", "between 9:30 and 11 o'clock tomorrow"],
    ["on 14 March at 12 am", "3月14日0点", "at 12 am on 14 March"],
    ["凌晨2点前", "凌晨2点前", "by 2 am"],
    ["当场", "当场", "on the spot"],
  ])("%s", (text, chinese, english) => {
    expect(print(read(text), "zh")).toBe(chinese);
    expect(print(read(text), "en")).toBe(english);
  });
});

describe("what is printed reads back as the same value", () => {
  for (const language of ["zh", "en"] as const) {
    it(`durations, ${language}`, () =>
      fc.assert(
        fc.property(anyDuration(EVENTS[language]), (said) => {
          expect(readTimeValue(print(said, language), language), print(said, language)).toEqual(said);
        }),
        { numRuns: 3000 },
      ));
    it(`deadlines, ${language}`, () =>
      fc.assert(
        fc.property(anyDeadline(EVENTS[language]), (said) => {
          expect(readTimeValue(print(said, language), language), print(said, language)).toEqual(said);
        }),
        { numRuns: 5000 },
      ));
  }
});

describe("text of any kind", () => {
  it("has its times at the offsets of the script, over continuation lines", () => {
    const pieces = [
      { text: "我们会在三十", start: 100 },
      { text: "分钟内回电,", start: 110 },
      { text: "最迟今天17点前。", start: 120 },
    ];
    expect(timesIn(pieces)).toEqual([
      { start: 104, end: 113, value: within(30, "minute") },
      { start: 120, end: 128, value: by(today, clock(17)) },
    ]);
    expect(timesIn([])).toEqual([]);
  });

  it("is read in one language when that is known", () => {
    expect(timesIn("30分钟内, within 2 days", "zh").map(({ value }) => value)).toEqual([within(30, "minute")]);
    expect(timesIn("30分钟内, within 2 days", "en").map(({ value }) => value)).toEqual([within(2, "day")]);
    expect(timesIn("30分钟内, within 2 days")).toHaveLength(2);
  });

  it("keeps a full stop from becoming a decimal point, and a list from becoming thousands", () => {
    expect(timesIn("我买了3。5天到货。").map(({ value }) => value)).toEqual([lasts(5, "day")]);
    expect(timesIn("选项1、200天内回复。").map(({ value }) => value)).toEqual([within(200, "day")]);
  });

  it("never breaks, and gives stretches of it in order", () => {
    const zh =
      "30 三 半 个 小时 天 周 月 年 内 后 前 到 - , 。 今天 明天 周五 上午 5点 17:00 下班 铃响 声 约 不超过 付款 T+1 第 每";
    const en =
      "within by 3 to 5 an hour and a half days of the end week Friday pm at before next working day \u200b \ud800 *";
    const words = fc.constantFrom(...zh.split(" "), ...en.split(" ").map((word) => `${word} `));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "binary", maxLength: 3 })), { maxLength: 30 }),
        (parts) => {
          const text = parts.join("");
          let last = 0;
          for (const { start, end, value } of timesIn(text)) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            if (value.kind === "duration") expect(value.min).toBeLessThanOrEqual(value.max);
            last = end;
          }
          readTimeValue(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    [
      "prose",
      "我们会在收到您的退货后24小时内回电,最迟本周五下班前。We will reply within 24 hours of your call, by 5 pm. ",
    ],
    ["one figure", "1"],
    ["numerals", "一二三四五六七八九十百"],
    ["figures and commas", "1,234,"],
    ["ranges", "3到5到"],
    ["English numbers", "one hundred and "],
    ["unfinished anchors", "通知后或付款后"],
    ["unfinished days", "by the end of "],
    ["hours", "10:00-"],
    ["events", "3 days after the call "],
    ["spaces", "3          "],
    ["asterisks", "3*"],
  ])("takes a time in proportion to its length: %s", (_, unit) => {
    const fastest = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const times = Array.from({ length: 3 }, () => {
        const start = performance.now();
        timesIn(text);
        return performance.now() - start;
      });
      return Math.min(...times);
    };
    // Eight times the text: eight times the work when it is linear, sixty-four times when it is not.
    expect(fastest(160_000)).toBeLessThan(24 * fastest(20_000) + 200);
  });

  it("may be as long as a book", () => {
    const page = "我们会在收到您的退货后24小时内回电。We will reply within 24 hours of your call, by 5 pm. ".repeat(25);
    expect(timesIn(page.repeat(1_000_000 / page.length))).toHaveLength(3 * 25 * Math.floor(1_000_000 / page.length));
  });
});
