import { FIELDS, lookUp, SPEAKERS } from "../../grammar/index.ts";
import { SIMPLIFIED, TRADITIONAL } from "./traditional.generated.ts";

/** The encodings that scripts arrive in, apart from UTF-8, by the names that `--from` takes. */
export const FOREIGN = {
  gb18030: "GB18030 (GBK)",
  big5: "Big5",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
} as const;

export type ForeignEncoding = keyof typeof FOREIGN;

/** What the bytes of a file are: UTF-8, most likely one of the others, or nothing that reads like a script. */
export type Recognised =
  | { readonly kind: "utf-8"; readonly text: string }
  /** The likeliest first. With `sure`, the first is it; without, only the author can tell. */
  | { readonly kind: "foreign"; readonly candidates: readonly ForeignEncoding[]; readonly sure: boolean }
  | { readonly kind: "unknown" };

/**
 * Recognises the encoding of a script. A byte order mark decides; then UTF-8, in which other encodings are hardly ever
 * valid; then whatever decodes to the likeliest Chinese.
 */
export function recognise(bytes: Uint8Array): Recognised {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) {
    const text = decode(bytes, marked);
    // With NULs it is UTF-32, whose mark begins like that of UTF-16.
    if (text === undefined || text.includes("\0")) return { kind: "unknown" };
    return { kind: "foreign", candidates: [marked], sure: true };
  }
  const utf8 = decode(bytes, "utf-8");
  // English in UTF-16 without a mark is valid UTF-8, with a NUL beside every letter; a NUL alone damns no file.
  if (utf8 !== undefined && !utf8.includes("\0")) return { kind: "utf-8", text: utf8 };
  const readings = ENCODINGS.flatMap((encoding) => {
    const sample =
      decode(bytes, encoding) === undefined ? undefined : decode(bytes.subarray(0, SAMPLE), encoding, true);
    return sample !== undefined && plausible(sample) ? [{ encoding, score: likelihood(sample) }] : [];
  }).sort((a, b) => b.score - a.score);
  const best = readings[0]?.score ?? Number.NEGATIVE_INFINITY;
  if (utf8 !== undefined && best - likelihood(utf8.slice(0, SAMPLE)) < CERTAIN) return { kind: "utf-8", text: utf8 };
  const candidates = readings.filter(({ score }) => best - score < CERTAIN).map(({ encoding }) => encoding);
  return candidates.length === 0 ? { kind: "unknown" } : { kind: "foreign", candidates, sure: candidates.length === 1 };
}

/** What the bytes may say, the likeliest first: more than one text where only a reader can tell, none where nobody can. */
export function readingsOf(bytes: Uint8Array): readonly string[] {
  const found = recognise(bytes);
  if (found.kind === "utf-8") return [found.text];
  if (found.kind === "unknown") return [];
  return found.candidates.flatMap((encoding) => decode(bytes, encoding) ?? []);
}

/** The text of the bytes without its byte order mark, or undefined where they are not valid in this encoding. */
export function decode(bytes: Uint8Array, encoding: ForeignEncoding | "utf-8", cut = false): string | undefined {
  try {
    // A sample may end within a character: `stream` keeps the decoder from calling that an error.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: cut });
  } catch {
    return undefined;
  }
}

/** Whether a text is made of characters that people write in scripts, a stray one apart. */
export function plausible(text: string): boolean {
  let strange = 0;
  let all = 0;
  for (const char of text) {
    const cost = costOf(char);
    // Plain ASCII is the same in all of them and says nothing.
    if (char < "\x80" && cost !== COST.never) continue;
    all++;
    if (cost >= COST.rare) strange++;
  }
  return strange <= all * STRANGE;
}

const ENCODINGS = Object.keys(FOREIGN) as ForeignEncoding[];

/** How much of a file is looked at: in bytes. */
const SAMPLE = 65_536;
/** By how much (natural logarithm) one reading has to be likelier than another: a thousand times. */
const CERTAIN = 7;
/** Share of strange characters up to which a text may still be a script. */
const STRANGE = 0.15;

function byteOrderMark([first, second]: Uint8Array): ForeignEncoding | undefined {
  return first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : undefined;
}

/**
 * The logarithm of how likely a text is in Chinese, character by character. An encoding is a one-to-one map between
 * texts and bytes, so the texts to which the same bytes decode can be compared by it, whatever their lengths.
 */
function likelihood(text: string): number {
  let sum = 0;
  for (const char of text) sum -= costOf(char);
  return sum + KEYWORD_BONUS * keywordLines(text);
}

/** A line that begins with a keyword and a colon is no accident. */
const KEYWORD_BONUS = 6;

function keywordLines(text: string): number {
  let count = 0;
  for (const [, word] of text.matchAll(/^[ \t\u3000]*([^\s:：(（]{1,20})[ \t]*(?:[(（][^()（）\r\n]*[)）])?[:：]/gm))
    if (lookUp(SPEAKERS, word!) !== undefined || lookUp(FIELDS, word!) !== undefined) count++;
  return count;
}

/** What a character costs: minus the logarithm of its class's share of a script, divided by the size of the class. */
const COST = {
  letter: 3.3,
  ascii: 6.5,
  punctuation: 7,
  common: 7.6,
  usual: 11.1,
  symbol: 12,
  rare: 15.5,
  never: 23,
} as const;

function costOf(char: string): number {
  const code = char.codePointAt(0)!;
  if (/[a-z \n]/.test(char)) return COST.letter;
  if (code < 0x80) return code >= 0x20 || code === 0x0d || code === 0x09 ? COST.ascii : COST.never;
  if (COMMON.has(char)) return COST.common;
  if (/[\u3001-\u3011\u2014\u2018-\u201d\u2026\u2192\u3000\uff01-\uff5e]/.test(char)) return COST.punctuation;
  if (/\p{Script=Han}/u.test(char)) {
    usual ??= usualCharacters();
    return usual.has(char) ? COST.usual : COST.rare;
  }
  if (/[\p{Cc}\p{Co}\p{Cn}\p{Cs}]/u.test(char)) return COST.never;
  return /[\u00b7\u2010-\u203b\u20ac\u2100-\u22ff\u2460-\u249b\u25a0-\u26ff\u300e-\u301f]/.test(char)
    ? COST.symbol
    : COST.rare;
}

/** The characters that make up most of any Chinese text, and of what is said on a call; with their traditional forms. */
const COMMON: ReadonlySet<string> = (() => {
  const common = new Set(
    "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会家可下而过天去能对小多然于心学么之都好看起发当没成只" +
      "如事把还用第样道想作种开美总从无情己面最女但现前些所同日手又行意动方期它头经长儿回位分爱老因很给名法间知世什两次使身者被高已亲其进此话" +
      "常与活正感见明问力理尔点文几定本公特做外孩相西果走将月十实向声车全信重三机工物气每并别真打太新比才便夫再书部水像眼等体却加电主界门利海受" +
      "听表德少克代员许先口由死安写性马光白或住难望教命花结乐色更拉东神记处让母父应直字场平报友关放至张认接告入笑内英军候民岁往何度山觉路带万男" +
      "边风解叫任金快原吃妈变通师立象数四失满战远格士音轻目条呢病始达深完今提求清王化空业思切怎非找片罗钱语元喜离飞科言干流欢约各即指合反题必该" +
      "论交终林请医晚制球决传画保读运及则房早院量苦火布品近坐产答星精视五连司奇管类未且台夜青北队久越观落尽形影红百令周识步希亚市究首望" +
      "客服户您坐席务您投诉咨询销售渠呼救援脚短邮件级登记录转挂停顿通知派单升查询致歉抱谢麻烦稍帮助确认核复述办满急怒愤静拒绝绍推荐" +
      "修快递订购退换款费账号码卡险赔偿损坏网络线断宽带基站维护程序系统密登录验证收货送配寄址姓氏先贵班组职联络谅赶紧照顾虑供需型按键铃响" +
      "标准备用语场景角色版负责变量限说束类向言二六七八九零半钟秒午假节款取消预店餐厅桌菜单酒宾馆租旅游票证据缴差评价优惠券活扣积讲吗吧啊哦嗯呀哪谁帐" +
      "楚跟规懂改况弄慢否买搞误刚算随错根怪注免排操担刻补愿障检够故示支持介包释忙破续遇待质整权库显留迎描设属卖息底承案替礼例晓厂归试适辛填资付暂拖" +
      "减须敬诚竟页计搭热置左右速恕趟缺争警批财营简继昨熟功另余绑忘容板审冷困较磨值除降印严技术银官额抢末垃圾易迟控室附敢乱怨拜尾商嘛啥呗够咱哈",
  );
  for (let at = 0; at < SIMPLIFIED.length; at++) if (common.has(SIMPLIFIED[at]!)) common.add(TRADITIONAL[at]!);
  return common;
})();

let usual: ReadonlySet<string> | undefined;

/** The characters in the first of the two levels into which GB2312 and Big5 sort theirs: those in use. */
function usualCharacters(): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (encoding: ForeignEncoding, [first, last]: readonly [number, number], trails: readonly number[]) => {
    const decoder = new TextDecoder(encoding);
    for (let lead = first; lead <= last; lead++)
      for (const trail of trails) for (const char of decoder.decode(Uint8Array.of(lead, trail))) found.add(char);
  };
  const from = (start: number, end: number) => Array.from({ length: end - start + 1 }, (_, index) => start + index);
  collect("gb18030", [0xb0, 0xd7], from(0xa1, 0xfe));
  collect("big5", [0xa4, 0xc6], [...from(0x40, 0x7e), ...from(0xa1, 0xfe)]);
  return found;
}
