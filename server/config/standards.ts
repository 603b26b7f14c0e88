import * as v from "valibot";
import { ACTIONS, FIELD_VALUES, type Span } from "../../grammar/index.ts";
import { hasEnd, limitInWords } from "../model/limits.ts";
import { eventKey } from "../model/standard-events.ts";
import { commonEvents, type Limit, type Standard, type StandardEvent, type Synonyms } from "../model/standards.ts";
import { nearest } from "../model/symbols.ts";
import { readTimeValue, type TimeValue } from "../model/time.ts";
import { keywordOf } from "./keyword-of.ts";
import { OBLIGATION, OBLIGATION_EXPECTED, type PackObligation, readObligation } from "./obligations.ts";
import { problem } from "./problem.ts";
import { FLAG, ID, oneOrMore, TEXTS, WORDS } from "./values.ts";
import type { Expectations, Path, YamlFile } from "./yaml-file.ts";

/** A standard as a file says it, before the words of its obligations are looked up. */
export interface ReadStandard {
  /** Without its obligations. */
  readonly standard: Standard;
  readonly obligations: readonly PackObligation[];
  /** Where its id stands, and each of its limits. */
  readonly span: Span;
  readonly limitSpans: ReadonlyMap<Limit, Span>;
}

/** As many standards may an organisation have, and as many events and limits a standard. */
export const MOST_STANDARDS = 200;
const MOST_LIMITS = 200;

/** Reads a standard; a limit that cannot work is told, and the others hold. Undefined when there is none to speak of. */
export function readStandard(
  file: YamlFile,
  item: unknown,
  path: Path,
  common: readonly StandardEvent[],
): ReadStandard | undefined {
  const read = file.check(STANDARD, item, path, STANDARD_EXPECTED);
  return read && new StandardReader(file, path, common).read(read);
}

/** A text in one language, or in both. */
const IN_WORDS = v.union([
  v.pipe(
    WORDS,
    v.transform((text) => ({ zh: text, en: text })),
  ),
  v.strictObject({ zh: WORDS, en: WORDS }),
]);

export const EVENT = v.strictObject({
  id: v.optional(ID),
  zh: v.optional(TEXTS),
  en: v.optional(TEXTS),
  actions: v.optional(v.array(keywordOf(ACTIONS)), []),
  promises: v.optional(v.array(WORDS)),
  overall: v.optional(WORDS),
});

const NAMED_EVENT = v.pipe(
  WORDS,
  v.metadata({
    json: () => ({
      anyOf: [{ enum: commonEvents().flatMap(({ words: { zh, en } }) => [zh[0], en[0]]) }, { type: "string" }],
    }),
  }),
);

const LIMIT = v.strictObject({
  event: NAMED_EVENT,
  limit: IN_WORDS,
  note: v.optional(IN_WORDS),
  told: v.optional(FLAG, "false"),
});

export const STANDARD = v.strictObject({
  id: ID,
  zh: v.optional(TEXTS),
  en: v.optional(TEXTS),
  channel: v.optional(oneOrMore(keywordOf(FIELD_VALUES.channel))),
  scenario: v.optional(oneOrMore(keywordOf(FIELD_VALUES.scenario))),
  events: v.optional(
    v.pipe(
      v.array(
        v.union([
          v.pipe(
            WORDS,
            v.transform((word): ReadEvent => ({ zh: [word], actions: [] })),
          ),
          EVENT,
        ]),
      ),
      v.maxLength(MOST_LIMITS),
    ),
    [],
  ),
  limits: v.pipe(v.array(LIMIT), v.nonEmpty(), v.maxLength(MOST_LIMITS)),
  obligations: v.optional(
    v.pipe(v.array(v.unknown()), v.metadata({ item: OBLIGATION, expected: OBLIGATION_EXPECTED })),
    [],
  ),
});

type ReadEvent = v.InferOutput<typeof EVENT>;
type ReadLimit = v.InferOutput<typeof LIMIT>;

const NAMES = { zh: "一个名字，或一列名字", en: "a name, or a list of names" };

export const STANDARD_EXPECTED: Expectations = {
  ...OBLIGATION_EXPECTED,
  id: {
    zh: "一个名字，用小写字母、数字和连字符，例如 refund-response",
    en: "a name in small letters, figures and hyphens, such as refund-response",
  },
  zh: NAMES,
  en: NAMES,
  events: {
    zh: `一列事件：只写名字，或写 zh、en，还可以有 id、actions、promises、overall；最多 ${MOST_LIMITS} 个`,
    en: `a list of events: just names, or zh and en, and maybe id, actions, promises and overall; at most ${MOST_LIMITS}`,
  },
  limits: {
    zh: `一列 event 和 limit，还可以有 note、told；从 1 到 ${MOST_LIMITS} 条`,
    en: `a list of event and limit, and maybe note and told; from 1 to ${MOST_LIMITS} of them`,
  },
  event: {
    zh: "events 里的一个事件，或通知、回复这样的常用事件",
    en: "one of events, or a common one such as notify or reply",
  },
  limit: { zh: "一个时间，例如 通知后20分钟内", en: "a time, such as within 20 minutes of notify" },
  note: { zh: "一句话", en: "a sentence" },
  told: { zh: "true 或 false", en: "true or false" },
  actions: { zh: "一列动作，例如 [回电]", en: "a list of actions, such as [call-back]" },
  promises: { zh: "一列常用事件，例如 [reply, call-back]", en: "a list of common events, such as [reply, call-back]" },
  overall: { zh: "一个事件", en: "an event" },
  obligations: { zh: "一列要求，每条前面加“- ”", en: "a list of obligations, each behind a “- ”" },
};

class StandardReader {
  private readonly file: YamlFile;
  private readonly path: Path;
  /** The standard's own events and the common ones, by id. */
  private readonly known: Map<string, StandardEvent>;
  /** The ids of events by their words; where two have the same word, the standard's own is meant. */
  private readonly ids = new Map<string, string>();
  /** The ids of the events of which the standard speaks. */
  private readonly used = new Set<string>();

  constructor(file: YamlFile, path: Path, common: readonly StandardEvent[]) {
    this.file = file;
    this.path = path;
    this.known = new Map(common.map((event) => [event.id, event]));
  }

  read(read: v.InferOutput<typeof STANDARD>): ReadStandard {
    this.addEvents(read.events);
    const limitSpans = new Map<Limit, Span>();
    for (const [index, item] of read.limits.entries()) {
      const path = [...this.path, "limits", index];
      const limit = this.limit(item, path);
      if (limit !== undefined) limitSpans.set(limit, this.file.span([...path, "limit"]));
    }
    const standard: Standard = {
      id: read.id,
      names: synonyms(read.zh, read.en) ?? { zh: [read.id], en: [read.id] },
      channels: read.channel ?? [],
      scenarios: read.scenario ?? [],
      events: [...this.used].map((id) => this.known.get(id)!),
      limits: [...limitSpans.keys()],
      obligations: [],
    };
    const obligations = read.obligations.flatMap(
      (item, index) => readObligation(this.file, item, [...this.path, "obligations", index]) ?? [],
    );
    return { standard, obligations, span: this.file.span([...this.path, "id"]), limitSpans };
  }

  private addEvents(read: readonly ReadEvent[]): void {
    const common = [...this.known.values()];
    const own = readEvents(read, common);
    for (const [index, event] of own.entries()) {
      const names = [event.id, event.words.zh[0], event.words.en[0]];
      const taken = names.find((word) => this.ids.has(eventKey(word)));
      const span = this.file.span([...this.path, "events", index]);
      if (taken !== undefined) this.file.problems.push(problem("duplicate-event", span, { event: taken }));
      this.known.set(event.id, event);
      this.used.add(event.id);
      this.addWords(event);
    }
    for (const event of common) this.addWords(event);
    // What an event covers and promises can be any of them, so that it is looked up when all are known.
    for (const [index, event] of own.entries()) {
      const path = [...this.path, "events", index];
      // Promises are made in the words of the common events, also where a standard has given such a word to its own.
      const promises = event.promises.flatMap((word) =>
        common.some(({ id }) => id === word) ? word : (this.event(word, [...path, "promises"])?.id ?? []),
      );
      const overall = event.overall && this.event(event.overall, [...path, "overall"])?.id;
      const { overall: _, ...rest } = event;
      this.known.set(event.id, { ...rest, promises, ...(overall !== undefined && { overall }) });
    }
  }

  private addWords(event: StandardEvent): void {
    for (const word of [...event.words.zh, ...event.words.en, event.id]) {
      const key = eventKey(word);
      if (!this.ids.has(key)) this.ids.set(key, event.id);
    }
  }

  private limit(read: ReadLimit, path: Path): Limit | undefined {
    const event = this.use(read.event, [...path, "event"]);
    const [value, english] = [readTimeValue(read.limit.zh), readTimeValue(read.limit.en)];
    if (value === undefined || english === undefined) {
      const limit = value === undefined ? read.limit.zh : read.limit.en;
      this.file.problems.push(problem("limit", this.file.span([...path, "limit"]), { limit }));
      return undefined;
    }
    if (!hasEnd(value) || (value.kind === "duration" && value.approximate)) {
      this.file.problems.push(
        problem("limit-without-figure", this.file.span([...path, "limit"]), { limit: read.limit }),
      );
      return undefined;
    }
    const isOne = read.limit.zh === read.limit.en;
    const parts = this.parts(value, path);
    const others = isOne ? parts : this.parts(english, path);
    if (event === undefined || parts === undefined || others === undefined) return undefined;
    if (JSON.stringify(parts) !== JSON.stringify(others)) {
      this.file.problems.push(problem("two-limits", this.file.span([...path, "limit"]), read.limit));
      return undefined;
    }
    const words = isOne ? limitInWords(parts) : read.limit;
    return { event, ...parts, words, ...(read.note && { note: read.note }), told: read.told };
  }

  /** A limit's value and what it is counted from. */
  private parts({ anchor: from, ...value }: TimeValue, path: Path) {
    if (from === undefined) return { value };
    const anchor = this.use(from.event, [...path, "limit"]);
    const second = from.side === "after" ? from.otherwise : undefined;
    const otherwise = second === undefined ? undefined : this.use(second, [...path, "limit"]);
    if (anchor === undefined || (second !== undefined && otherwise === undefined)) return undefined;
    return {
      value,
      anchor,
      ...(otherwise && { otherwise }),
      ...(from.side === "before" && { before: true as const }),
    };
  }

  private use(word: string, path: Path): StandardEvent | undefined {
    const event = this.event(word, path);
    if (event !== undefined) this.used.add(event.id);
    return event;
  }

  private event(word: string, path: Path): StandardEvent | undefined {
    const id = this.ids.get(eventKey(word));
    if (id !== undefined) return this.known.get(id);
    const near = nearest(
      word,
      [...this.known.values()].flatMap(({ words: { zh, en } }) => [zh[0], en[0]]),
    );
    const instead =
      near === undefined ? { zh: "", en: "" } : { zh: `是不是想写“${near}”？`, en: ` Did you mean “${near}”?` };
    this.file.problems.push(problem("unknown-limit-event", this.file.span(path), { word, instead }));
    return undefined;
  }
}

/** Events, with the words of the common ones that they share an id with. */
export function readEvents(read: readonly ReadEvent[], common: readonly StandardEvent[]): StandardEvent[] {
  return read.map(({ id: given, zh, en, actions, promises, overall }) => {
    const names = synonyms(zh, en) ?? { zh: [given ?? ""], en: [given ?? ""] };
    const keys = new Set([...names.zh, ...names.en].map(eventKey));
    const id =
      given ??
      common.find(({ words }) => [...words.zh, ...words.en].some((word) => keys.has(eventKey(word))))?.id ??
      eventKey(names.zh[0]);
    const same = common.find((event) => event.id === id);
    const words =
      same === undefined
        ? names
        : ({
            zh: [...new Set([...names.zh, ...same.words.zh])],
            en: [...new Set([...names.en, ...same.words.en])],
          } as unknown as Synonyms);
    const whole = overall ?? same?.overall;
    return {
      id,
      words,
      actions: actions.length > 0 ? actions : (same?.actions ?? []),
      promises: promises ?? same?.promises ?? [id],
      ...(whole !== undefined && { overall: whole }),
    };
  });
}

/** The words of both languages; where one of them has none, those of the other serve. */
function synonyms(zh: readonly string[] | undefined, en: readonly string[] | undefined): Synonyms | undefined {
  const [chinese, english] = [zh ?? en, en ?? zh];
  return chinese && english ? ({ zh: chinese, en: english } as unknown as Synonyms) : undefined;
}
