import {
  ACTIONS,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  type CustomerLabelId,
  lookUpStart,
  SPEAKERS,
  TARGETS,
} from "../../grammar/index.ts";
import { LEXICON } from "../lexicon/lexicon.ts";
import type { Occasion } from "../model/demand.ts";
import { foldWord } from "../model/normalise.ts";
import { eventKey } from "../model/standard-events.ts";
import { commonEvents, type StandardEvent } from "../model/standards.ts";
import { nearest } from "../model/symbols.ts";
import type { Bilingual } from "../rules/rule.ts";

/** A dialogue act that only an organisation knows, by the name that it has there. */
export interface OwnAct {
  readonly act: string;
  readonly name: string;
  readonly speaker: "agent" | "customer" | "anyone";
}

/** The words by which a file of an organisation speaks of what happens in a call. */
export class EventWords {
  private readonly words: ReadonlyMap<string, Occasion>;
  private readonly events: () => readonly StandardEvent[];

  /**
   * @param acts the acts that only the organisation knows
   * @param events what `[事件 X]` may name beside the script's own words
   */
  constructor(acts: Iterable<OwnAct>, events: () => readonly StandardEvent[] = commonEvents) {
    this.events = events;
    const words = new Map(builtIn());
    for (const { act, name, speaker } of acts) addAct(words, act, speaker, { zh: [name], en: [name] });
    this.words = words;
  }

  /** What a word means. */
  find(word: string): Occasion | undefined {
    return this.words.get(foldWord(word)) ?? this.namedEvent(word);
  }

  /** What to write in place of a word that means nothing: the same word with another one before it, or the nearest. */
  instead(word: string): Bilingual {
    const languages = /[\u3400-\u9fff]/.test(word) ? (["zh", "en"] as const) : (["en", "zh"] as const);
    const prefixes = languages.flatMap((language) =>
      (["customer", "label", "action"] as const).map((id) => PREFIXES[id][language][0]!),
    );
    const had = prefixes.find((prefix) => word.startsWith(prefix)) ?? "";
    const rest = word.slice(had.length).trim();
    const meant = ["", ...prefixes]
      .map((prefix) => `${prefix} ${rest}`.trim())
      .find((candidate) => this.find(candidate) !== undefined);
    const near = meant ?? nearest(word, written(this.words));
    return near === undefined ? NOTHING_NEAR : { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
  }

  /** What `[事件 X]` names: any words behind 事件 or event, as those of a standard's event where they are. */
  private namedEvent(word: string): Occasion | undefined {
    const verb = lookUpStart(ACTIONS, word);
    const name = verb?.id === "event" ? word.slice(verb.length).trim() : "";
    if (name === "") return undefined;
    const key = eventKey(name);
    const named = this.events().find(({ id, words }) =>
      [id, ...words.zh, ...words.en].some((known) => eventKey(known) === key),
    );
    const said = (language: "zh" | "en") => `${ACTIONS.event[language][0]} ${named?.words[language][0] ?? name}`;
    return { names: [`event:${named?.id ?? key}`], words: { zh: said("zh"), en: said("en") } };
  }
}

/** Every word that the language itself has for what happens in a call, as the product writes it in either language. */
export function eventWords(): readonly string[] {
  return written(builtIn());
}

/** The words for the acts that the lexicon knows. */
export function actWords(): readonly string[] {
  return eventWords().filter((word) => lexiconAct(word) !== undefined);
}

/** The act of the lexicon that a word names. */
export function lexiconAct(word: string): string | undefined {
  for (const name of builtIn().get(foldWord(word))?.names ?? []) {
    const act = /^(?:act|customer):(.+)$/.exec(name)?.[1];
    if (act !== undefined && SPEAKER_OF.has(act)) return act;
  }
  // What customers do is named with “customer” before it, but as an act of the lexicon it is called as its file.
  return SPEAKER_OF.has(word) ? word : undefined;
}

/** Whose turns are searched for an act of the lexicon. */
export function speakerOf(act: string): "agent" | "customer" | "anyone" {
  return SPEAKER_OF.get(act)!;
}

/** Whether an act of this name could be taken for something for which the language itself has a word. */
export function isTaken(name: string, speaker: OwnAct["speaker"]): boolean {
  const words = new Map<string, Occasion>();
  addAct(words, name, speaker, { zh: [name], en: [name] });
  return [...words.keys()].some((key) => builtIn().has(key));
}

const NOTHING_NEAR: Bilingual = {
  zh: "可以写客服做的事（致歉）、“客户 投诉”“标签 愤怒”“动作 等候”“提问”“结束”，或 acts 里自己起的名字。",
  en: "There may be what the agent does (apologise), “customer complain”, “label angry”, “action hold”, “question”, “end”, or a name of your own from acts.",
};

/** Words that mean the same, in either language, the one that the product writes first. */
interface Synonyms {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const SPEAKER_OF: ReadonlyMap<string, OwnAct["speaker"]> = new Map(LEXICON.map(({ act, speaker }) => [act, speaker]));

const NO_PREFIX: Synonyms = { zh: [""], en: [""] };

/** Whose or what kind of event a word behind these names. */
const PREFIXES = {
  agent: { zh: ["", ...SPEAKERS.agent.zh], en: ["", ...SPEAKERS.agent.en] },
  aside: { zh: ["对同事"], en: ["to colleague"] },
  customer: SPEAKERS.customer,
  colleague: SPEAKERS.colleague,
  label: { zh: ["标签"], en: ["label"] },
  action: { zh: ["动作"], en: ["action"] },
} as const satisfies Readonly<Record<string, Synonyms>>;

/** The acts of agents that no label asserts, since nobody would write a script in order to perform them. */
const UNLABELLED: Readonly<Record<string, string>> = {
  "ask-secret": "索要密码",
  rude: "粗暴",
  blame: "怪罪客户",
  deny: "否认",
  argue: "顶撞",
  "pass-the-buck": "踢皮球",
  "brush-off": "敷衍",
  impatience: "不耐烦",
  stall: "拖延",
  "flat-refusal": "生硬拒绝",
  "over-promise": "打包票",
  command: "命令",
  "negative-wording": "说重话",
  "blunt-absence": "同事不在说得难听",
  "third-person": "称呼第三方",
  "familiar-address": "称呼随便",
  "vague-time": "时间含糊",
  quotation: "引述",
};

/** What customers do, with the labels by which an author asserts it, and the words for it beside those of the labels. */
const CUSTOMER_ACTS: Readonly<Record<string, Synonyms & { readonly labels: readonly CustomerLabelId[] }>> = {
  complain: { labels: ["complaint"], zh: [], en: [] },
  upset: { labels: ["dissatisfied", "angry"], zh: ["不满"], en: ["upset", "dissatisfied", "unhappy"] },
  decline: { labels: ["refuse"], zh: [], en: [] },
  agree: { labels: ["agree"], zh: [], en: [] },
  thank: { labels: ["thanks"], zh: ["致谢"], en: [] },
  apologise: { labels: ["sorry"], zh: ["致歉"], en: [] },
  farewell: { labels: ["goodbye"], zh: ["告别"], en: [] },
  greet: { labels: [], zh: ["问候"], en: [] },
  ask: { labels: [], zh: ["询问", "提问"], en: [] },
  request: { labels: [], zh: ["要求"], en: [] },
  "said-all": { labels: [], zh: ["说完"], en: [] },
  "wrong-number": { labels: [], zh: ["打错"], en: [] },
};

let known: ReadonlyMap<string, Occasion> | undefined;

function builtIn(): ReadonlyMap<string, Occasion> {
  if (known !== undefined) return known;
  const words = new Map<string, Occasion>();
  const acts = [...SPEAKER_OF].filter(([, speaker]) => speaker !== "customer").map(([act]) => act);
  for (const act of new Set([...Object.keys(AGENT_LABELS), ...acts])) {
    const { zh, en }: Synonyms = (AGENT_LABELS as Readonly<Record<string, Synonyms>>)[act] ?? { zh: [], en: [] };
    const chinese = [...zh, ...(Object.hasOwn(UNLABELLED, act) ? [UNLABELLED[act]!] : [])];
    addAct(words, act, "agent", { zh: chinese.length > 0 ? chinese : [act], en: [...new Set([...en, act])] });
  }
  // What else is said to colleagues is none of the customer's business.
  add(words, ["aside:brief-receiver"], PREFIXES.aside, AGENT_LABELS["brief-receiver"]);
  for (const [act, { labels, zh, en }] of Object.entries(CUSTOMER_ACTS)) {
    // Of several labels each is a stronger case of the act, so that none of them is another word for it.
    const label: Synonyms = labels.length === 1 ? CUSTOMER_LABELS[labels[0]!] : { zh: [], en: [] };
    const names = [`customer:${act}`, ...labels.map((id) => `label:${id}`)];
    add(words, names, PREFIXES.customer, { zh: [...label.zh, ...zh], en: [...new Set([act, ...label.en, ...en])] });
  }
  add(words, ["customer:turn"], PREFIXES.customer, { zh: ["发言"], en: ["turn"] });
  add(words, ["colleague:turn"], PREFIXES.colleague, { zh: ["发言"], en: ["turn"] });
  for (const { id, zh, en } of Object.values(CUSTOMER_LABELS)) add(words, [`label:${id}`], PREFIXES.label, { zh, en });
  for (const { id, zh, en } of Object.values(ACTIONS)) add(words, [`action:${id}`], PREFIXES.action, { zh, en });
  for (const who of [SPEAKERS.agent, SPEAKERS.customer]) {
    const hangUp = { zh: [`挂机 ${who.zh[0]}`], en: [`hang-up ${who.en[0]}`] };
    add(words, [`action:hang-up-${who.id}`], PREFIXES.action, hangUp);
  }
  add(words, ["act:question"], PREFIXES.agent, { zh: ["提问"], en: ["question"] });
  add(words, ["end"], NO_PREFIX, TARGETS.end);
  known = words;
  return words;
}

function addAct(words: Map<string, Occasion>, act: string, speaker: OwnAct["speaker"], synonyms: Synonyms): void {
  if (speaker !== "customer") add(words, [`act:${act}`], PREFIXES.agent, synonyms);
  if (speaker !== "agent") add(words, [`customer:${act}`], PREFIXES.customer, synonyms);
}

function add(words: Map<string, Occasion>, names: readonly string[], prefix: Synonyms, synonyms: Synonyms): void {
  const spelled = (language: "zh" | "en") =>
    prefix[language].flatMap((before) => synonyms[language].map((word) => `${before} ${word}`.trim()));
  const [zh, en] = [spelled("zh"), spelled("en")];
  const occasion = { names, words: { zh: zh[0]!, en: en[0]! } };
  for (const word of [...zh, ...en]) words.set(foldWord(word), occasion);
}

/** Of each word the spelling that the product prefers, Chinese before English. */
function written(words: ReadonlyMap<string, Occasion>): readonly string[] {
  const all = [...new Set(words.values())].map((occasion) => occasion.words);
  return [...new Set([...all.map(({ zh }) => zh), ...all.map(({ en }) => en)])];
}
