/**
 * Every word that the language reserves, in simplified Chinese, traditional Chinese and English. Lexer, completion,
 * formatter and the TextMate grammar read this table; nobody else spells a keyword. The first word of a list is the
 * one that the product writes.
 */
export interface Keyword<Id extends string = string> {
  readonly id: Id;
  readonly zh: readonly string[];
  /** Traditional spellings, where they differ from the simplified ones. */
  readonly tw?: readonly string[];
  readonly en: readonly string[];
}

export const FIELDS = table({
  kind: [["类型"], ["類型"], ["kind"]],
  channel: [["渠道"], [], ["channel"]],
  direction: [["方向"], [], ["direction"]],
  scenario: [["场景"], ["場景"], ["scenario"]],
  language: [["语言"], ["語言"], ["language"]],
  standard: [["标准"], ["標準"], ["standard"]],
  version: [["版本"], [], ["version"]],
  owner: [["负责人"], ["負責人"], ["owner"]],
  description: [["说明"], ["說明"], ["description"]],
  import: [["引用"], [], ["import"]],
  role: [["角色"], [], ["role"]],
  variable: [["变量"], ["變量"], ["variable"]],
  phrase: [["用语"], ["用語"], ["phrase"]],
  sla: [["时限"], ["時限"], ["sla"]],
});

/** The words that certain fields take as values. A field that is not named here takes any text. */
export const FIELD_VALUES = {
  kind: table({ script: [["脚本"], ["腳本"], ["script"]], fragments: [["片段"], [], ["fragments"]] }),
  channel: table({
    phone: [["电话"], ["電話"], ["phone"]],
    chat: [["在线"], ["在線"], ["chat"]],
    email: [["邮件"], ["郵件"], ["email"]],
    sms: [["短信"], [], ["sms"]],
    "face-to-face": [["当面"], ["當面"], ["face-to-face"]],
  }),
  direction: table({ inbound: [["呼入"], [], ["inbound"]], outbound: [["呼出"], [], ["outbound"]] }),
  scenario: table({
    inquiry: [["咨询"], ["咨詢", "諮詢"], ["inquiry"]],
    complaint: [["投诉"], ["投訴"], ["complaint"]],
    callback: [["回访"], ["回訪"], ["callback"]],
    rescue: [["救援"], [], ["rescue"]],
    sales: [["销售"], ["銷售"], ["sales"]],
    reception: [["接待"], [], ["reception"]],
    internal: [["内部"], ["內部"], ["internal"]],
  }),
  language: table({
    "zh-CN": [["zh-CN"], [], ["zh-CN"]],
    "zh-TW": [["zh-TW"], [], ["zh-TW"]],
    en: [["en"], [], ["en"]],
  }),
  role: table({
    agent: [["客服"], [], ["agent"]],
    customer: [["客户"], ["客戶"], ["customer"]],
    colleague: [["同事"], [], ["colleague"]],
  }),
} as const;

/** Who speaks. */
export const SPEAKERS = table({
  agent: [
    ["客服", "坐席", "话务员", "服务员", "接线员", "商家", "机器人"],
    ["話務員", "服務員", "接線員", "商家", "機器人"],
    ["agent", "rep", "operator", "advisor", "bot"],
  ],
  customer: [
    ["客户", "顾客", "来电者", "用户", "消费者", "市民", "买家"],
    ["客戶", "顧客", "來電者", "用戶", "消費者", "買家"],
    ["customer", "caller", "guest", "client"],
  ],
  colleague: [["同事"], [], ["colleague"]],
});

/** What is done, in brackets. */
export const ACTIONS = table({
  hold: [["等候"], [], ["hold"]],
  transfer: [["转接"], ["轉接"], ["transfer"]],
  record: [
    ["记录", "登记", "备注"],
    ["記錄", "登記", "備註"],
    ["record", "log"],
  ],
  "look-up": [
    ["查询", "核实"],
    ["查詢", "核實"],
    ["look-up", "look up", "check"],
  ],
  notify: [["通知"], [], ["notify"]],
  dispatch: [
    ["派单", "派工", "预约"],
    ["派單", "派工", "預約"],
    ["dispatch", "book"],
  ],
  escalate: [["升级"], ["升級"], ["escalate"]],
  "call-back": [["回电"], ["回電"], ["call-back", "call back"]],
  "follow-up": [
    ["回访", "跟进"],
    ["回訪", "跟進"],
    ["follow-up", "follow up"],
  ],
  "hang-up": [["挂机"], ["掛機"], ["hang-up", "hang up"]],
  answer: [["接起"], [], ["answer"]],
  pause: [["停顿"], ["停頓"], ["pause"]],
  event: [["事件"], [], ["event"]],
});

/** How a customer is, or what a customer or a choice says, as the author asserts it. */
export const CUSTOMER_LABELS = table({
  calm: [["平静"], ["平靜"], ["calm"]],
  anxious: [["着急", "焦急"], ["著急"], ["anxious", "worried"]],
  dissatisfied: [["不满"], ["不滿"], ["dissatisfied", "unhappy"]],
  angry: [
    ["愤怒", "生气"],
    ["憤怒", "生氣"],
    ["angry", "furious"],
  ],
  complaint: [["投诉"], ["投訴"], ["complaint"]],
  thanks: [["感谢"], ["感謝"], ["thanks"]],
  sorry: [["抱歉"], [], ["sorry"]],
  goodbye: [["道别"], ["道別"], ["goodbye"]],
  agree: [["同意"], [], ["agree"]],
  refuse: [["拒绝"], ["拒絕"], ["refuse"]],
});

/** The dialogue act of an agent's turn, as the author asserts it; the ids are those of the lexicon. */
export const AGENT_LABELS = table({
  greet: [["问候"], ["問候"], ["greet"]],
  introduce: [["自我介绍"], ["自我介紹"], ["introduce"]],
  "confirm-party": [["核对对方"], ["核對對方"], ["confirm-party"]],
  "state-purpose": [["说明来意"], ["說明來意"], ["state-purpose"]],
  "offer-help": [["提供帮助"], ["提供幫助"], ["offer-help"]],
  apologise: [["致歉"], [], ["apologise"]],
  empathise: [["理解"], [], ["empathise"]],
  thank: [["致谢"], ["致謝"], ["thank"]],
  "thank-for-raising": [["感谢反映"], ["感謝反映"], ["thank-for-raising"]],
  "thank-for-waiting": [["感谢等候"], ["感謝等候"], ["thank-for-waiting"]],
  "encourage-account": [["请讲"], ["請講"], ["encourage-account"]],
  "ask-open": [["开放提问"], ["開放提問"], ["ask-open"]],
  "ask-closed": [["封闭提问"], ["封閉提問"], ["ask-closed"]],
  "ask-identifying": [["核实资料"], ["核實資料"], ["ask-identifying"]],
  "ask-consent": [["征得同意"], ["徵得同意"], ["ask-consent"]],
  "ask-to-repeat": [["请求重复"], ["請求重複"], ["ask-to-repeat"]],
  "interrupt-politely": [["礼貌打断"], ["禮貌打斷"], ["interrupt-politely"]],
  hold: [["请稍候"], ["請稍候"], ["hold"]],
  confirm: [["确认"], ["確認"], ["confirm"]],
  "give-reason": [["说明原因"], ["說明原因"], ["give-reason"]],
  explain: [["解释"], ["解釋"], ["explain"]],
  "explain-policy": [["说明规定"], ["說明規定"], ["explain-policy"]],
  "take-responsibility": [["承担责任"], ["承擔責任"], ["take-responsibility"]],
  "offer-solution": [["提出方案"], [], ["offer-solution"]],
  "offer-alternative": [["替代方案"], [], ["offer-alternative"]],
  "ask-customer-view": [["征求意见"], ["徵求意見"], ["ask-customer-view"]],
  refuse: [["婉拒"], [], ["decline"]],
  commit: [["承诺"], ["承諾"], ["commit"]],
  "give-time": [["告知时间"], ["告知時間"], ["give-time"]],
  "state-absence": [["说明不在"], ["說明不在"], ["state-absence"]],
  "give-guidance": [["指导"], ["指導"], ["give-guidance"]],
  "name-receiver": [["告知接手人"], [], ["name-receiver"]],
  "brief-receiver": [["转述情况"], ["轉述情況"], ["brief-receiver"]],
  "recap-next-steps": [["复述安排"], ["複述安排"], ["recap-next-steps"]],
  "ask-anything-else": [["询问其他"], ["詢問其他"], ["ask-anything-else"]],
  "reply-to-thanks": [["答谢"], ["答謝"], ["reply-to-thanks"]],
  "reply-to-apology": [["答歉"], [], ["reply-to-apology"]],
  farewell: [["告别"], ["告別"], ["farewell"]],
  interrupt: [["打断"], ["打斷"], ["interrupts"]],
});

/** `对 NAME`, `to NAME` among a turn's labels: whom it is said to. */
export const ADDRESSEE = table({ to: [["对"], ["對"], ["to"]] });

/** The words of comments that silence findings. */
export const IGNORES = table({
  ignore: [["忽略"], [], ["ignore"]],
  "ignore-file": [["忽略全文"], [], ["ignore-file"]],
  until: [["至"], [], ["until"]],
  by: [["由"], [], ["by"]],
});

/** The target that ends the call. */
export const TARGETS = table({ end: [["结束"], ["結束"], ["end"]] });

export type FieldId = keyof typeof FIELDS;
export type ActionId = keyof typeof ACTIONS;
export type SpeakerId = keyof typeof SPEAKERS;
export type CustomerLabelId = keyof typeof CUSTOMER_LABELS;
export type AgentLabelId = keyof typeof AGENT_LABELS;

/** Every table, by its name. */
export const KEYWORD_TABLES = {
  ACTIONS,
  ADDRESSEE,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELDS,
  IGNORES,
  SPEAKERS,
  TARGETS,
  ...FIELD_VALUES,
};

/** All spellings of a keyword, the one that the product writes in `language` first. */
export function spellings(keyword: Keyword, language: "zh" | "en" = "zh"): readonly string[] {
  const chinese = [...keyword.zh, ...(keyword.tw ?? [])];
  return language === "zh" ? [...chinese, ...keyword.en] : [...keyword.en, ...chinese];
}

/** The id of the keyword that `word` spells in this table, in any script, width and letter case. */
export function lookUp<Id extends string>(words: Readonly<Record<Id, Keyword<Id>>>, word: string): Id | undefined {
  const { ids, longest } = indexOf(words);
  return word.length > longest + MOST_BLANKS ? undefined : ids.get(keywordKey(word));
}

/** The longest keyword of the table with which `text` begins, and its length in UTF-16 units. */
export function lookUpStart<Id extends string>(
  words: Readonly<Record<Id, Keyword<Id>>>,
  text: string,
): { id: Id; length: number } | undefined {
  const { ids, longest } = indexOf(words);
  for (let length = Math.min(longest, text.length); length > 0; length--) {
    // An English word ends where its letters end: "holding" does not begin with the keyword "hold".
    if (isLetter(text.charCodeAt(length - 1)) && isLetter(text.charCodeAt(length))) continue;
    const id = ids.get(keywordKey(text.slice(0, length)));
    if (id !== undefined) return { id, length };
  }
  return undefined;
}

/** The form in which keywords and names are compared within the grammar. */
export function keywordKey(word: string): string {
  // Most words are plain Chinese: they are their own form, and normalising is the dearest step of parsing a line.
  return PLAIN.test(word) ? word : word.normalize("NFKC").trim().toLowerCase();
}

const PLAIN = /^[a-z\u4e00-\u9fff]*$/;

/** White space that a word may have around it and still be looked up. */
const MOST_BLANKS = 8;

interface Index<Id extends string> {
  readonly ids: ReadonlyMap<string, Id>;
  /** Length of the longest spelling in UTF-16 units. */
  readonly longest: number;
}

const indexes = new WeakMap<object, Index<string>>();

function indexOf<Id extends string>(words: Readonly<Record<Id, Keyword<Id>>>): Index<Id> {
  const known = indexes.get(words) as Index<Id> | undefined;
  if (known !== undefined) return known;
  const ids = new Map<string, Id>();
  for (const keyword of Object.values<Keyword<Id>>(words))
    for (const spelling of spellings(keyword)) ids.set(keywordKey(spelling), keyword.id);
  const index = { ids, longest: Math.max(...[...ids.keys()].map(({ length }) => length)) };
  indexes.set(words, index);
  return index;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

type Spellings = readonly [zh: readonly string[], tw: readonly string[], en: readonly string[]];

function table<Id extends string>(words: Readonly<Record<Id, Spellings>>): Readonly<Record<Id, Keyword<Id>>> {
  const keywords = {} as Record<Id, Keyword<Id>>;
  for (const id of Object.keys(words) as Id[]) {
    const [zh, tw, en] = words[id];
    keywords[id] = { id, zh, tw, en };
  }
  return keywords;
}
