import { behind, type Cursor, type LookBack } from "./cursor.ts";
import { BEFORE } from "./suffixes-zh.ts";

/** What a length may be a property of, not a time of: opening hours, terms of sale, plans, ages. */
const PROPERTY =
  /的?(?:无理由|保价|质保|保修|联保|延保|包[换退]|退换|试用|免费|免息|热线|客服|人工|服务|为[您你]服务|为[您你]开通|在线|在岗|不间断|不打烊|营业|开放|值班|全天|自助|便利|有效|会员|套餐|流量|通话|国内|时长|话费|老店|工作制|(?<=年)的|期(?![限间])|版|装|龄|大的|假|游)/y;
/** Habits and frequencies: 一天三次, 一年可开花三次, 三天两头, 一天到晚, 一年四季, 7天24小时. */
const HABIT =
  /(?:[一两二三四五六七八九十\d]{1,3}(?:[次回遍顿趟班季夜度]|小时|天)|[两二]头|热度|半载|如一日|打[鱼渔]|到[晚头]|比一?[天年]|开始|[可能会要][\u4e00-\u9fff]{0,3}[一两二三四五六七八九十\d]{1,3}[次回遍趟])/y;
/** A period that lies behind: 三个月内的账单. */
const OF_PERIOD = /的(?!任|时间|工作)/y;
const ALREADY = /(?:了(?![解结])|还?没|未(?!来)|以来|下来)/y;

/** A figure that is the rest of a model, telephone or decimal number, or one of an order: V3, 800-820, 第3, 每3. */
const REST_OF_NUMBER = behind(/(?:第|每隔?|逢|[a-z0-9][-./:+#*×]|[￥¥$€£])/);
const FIGURE_BEFORE = behind(/[a-z0-9]/);
const NUMERAL_BEFORE = behind(/[〇零一二两三四五六七八九十百千万亿\d]/);
/** Time gone by, or no certain time: 近7天, 这两天, 过去24小时, 已经三天, 有一天. */
const RECENT = behind(
  /(?:近|前|这|那|哪|某|(?<!钟)头|(?<![晚早以加马线网])上一?|(?<!不)过去|已经?(?:等|过|有|是)?|整整|今明|明后|历时|连续|提前|隔|每[天日周月年])/,
);
const NOW = behind(/(?:目前|当前)/);
const DONE = behind(/(?:(?<![为除])了|[等用买]过|晚|延误|才买)/);
const TERM = behind(/(?:质保|保修|联保|延保|有效|保质|试用|免费|会员)期?(?:[是为:]|为期)?/);
/** Ways of speaking that only look like one day, two days or half a day. */
const ONE_DAY = behind(/[有的同新]/);
const HALF_OF_PERIOD = behind(/[上下前后]/);
const SOME_DAYS = behind(/过/);

/** Whether the number at a place is part of something longer. */
export function isRestOfNumber(back: LookBack, numeral: string): boolean {
  return back.sees(/\d/.test(numeral) ? FIGURE_BEFORE : NUMERAL_BEFORE) || back.sees(REST_OF_NUMBER);
}

/** Whether a length is a property or a habit, and moves past the words that make it one. */
export function isProperty(cursor: Cursor, lasting: boolean): boolean {
  return (lasting ? (cursor.take(PROPERTY) ?? cursor.take(HABIT)) : cursor.take(OF_PERIOD)) !== undefined;
}

/** Whether a length counts back from now, or names no certain time; `words` are its own, `plain` has no limit to them. */
export function isNoTimeToCome(back: LookBack, cursor: Cursor, words: string, plain: boolean): boolean {
  if (back.sees(RECENT) && !back.sees(NOW)) return true;
  if (words.startsWith("半") && back.sees(HALF_OF_PERIOD)) return true;
  if (words.startsWith("两天") && back.sees(SOME_DAYS)) return true;
  if (!plain) return false;
  if (words === "半天" && !cursor.sees(/时间/y)) return true;
  if (words === "一天" && (back.sees(ONE_DAY) || cursor.sees(/[天都也中里]/y))) return true;
  return back.sees(DONE) || back.sees(TERM) || cursor.take(BEFORE) !== undefined || cursor.take(ALREADY) !== undefined;
}
