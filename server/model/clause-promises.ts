import type { Span } from "../../grammar/index.ts";
import type { FoundAct } from "./acts.ts";
import type { Commitment } from "./commitments.ts";
import { type Folded, foldSpeech, type Piece, sourceSpan } from "./normalise.ts";
import { type EventWords, eventWordsIn, PromiseWords } from "./promise-words.ts";
import { type Stretch, Stretches } from "./stretches.ts";
import { type TimeExpression, timesIn } from "./time.ts";

/**
 * Finds the promises in what an agent says. A clause promises an event when the lexicon hears a promise in it, or when
 * it says a time for the event; questions, what is past, what the customer is to do, and conditions promise nothing.
 * @param pieces the spoken text with its offsets in the source
 * @param acts its dialogue acts
 */
export function commitmentsIn(pieces: readonly Piece[], acts: readonly FoundAct[]): readonly Commitment[] {
  const folded = foldSpeech(pieces);
  const events = eventWordsIn(folded.text);
  if (events.length === 0) return [];
  const times = timesIn(pieces);
  const promises = new Stretches(acts.filter(({ act }) => act === "commit" || act === "over-promise"));
  const clauses = clausesOf(folded, new Stretches(times));
  const vague = acts.filter(({ act }) => act === "vague-time");
  const reader = new ClauseReader(folded, times, vague);
  return clauses.flatMap((clause, index) => {
    // What a time is counted from is no promise: 通知后20分钟内.
    const own = events.filter(
      (words) => clause.start <= words.start && words.start < clause.end && !reader.isInTime(words),
    );
    return own.length === 0 ? [] : reader.promisesOf(clause, own, promises, clauses[index - 1], clauses[index + 1]);
  });
}

/** A clause of folded text, with the sign that ends it. */
interface Clause extends Stretch {
  readonly sign: string;
}

class ClauseReader {
  private readonly folded: Folded;
  private readonly times: readonly TimeExpression[];
  private readonly vague: readonly Span[];

  constructor(folded: Folded, times: readonly TimeExpression[], vague: readonly Span[]) {
    this.folded = folded;
    this.times = times;
    this.vague = vague;
  }

  /** Whether a stretch of folded text is part of a time. */
  isInTime(stretch: Stretch): boolean {
    const { start, end } = sourceSpan(this.folded, stretch);
    return this.times.some((time) => time.start <= start && end <= time.end);
  }

  promisesOf(
    clause: Clause,
    events: readonly EventWords[],
    promises: Stretches,
    before: Clause | undefined,
    after: Clause | undefined,
  ): Commitment[] {
    const text = this.textOf(clause);
    const { language } = events[0]!;
    const words = PromiseWords.of[language];
    if (isQuestion(text, clause.sign) || words.excludes(text)) return [];
    const times = this.timesOf(clause);
    const span = sourceSpan(this.folded, clause);
    const isPromised = promises.touches(span);
    if (!isPromised && (times.length === 0 || !words.frames(text))) return [];
    const strength = words.strengthOf(text);
    const vague = this.vague.find(({ start }) => span.start <= start && start < span.end);
    const other = words.otherIn(text);
    const make = (event: EventWords, time: TimeExpression | undefined): Commitment => {
      const by = other && { start: clause.start + other.start, end: clause.start + other.end };
      return {
        event: event.event,
        words: sourceSpan(this.folded, event),
        strength,
        ...(time ? { time } : vague && { vague: { start: vague.start, end: vague.end } }),
        // Whoever is named behind the event is the one to whom it is done: 通知维修部.
        ...(by && by.start <= event.start && { by: { ...sourceSpan(this.folded, by), text: this.textOf(by) } }),
        ...span,
      };
    };
    if (times.length > 0) return this.paired(events, times, language).map(([event, time]) => make(event, time));
    return [make(events[0]!, this.loneTime(before, words) ?? this.loneTime(after, words))];
  }

  /** Each time with the event that it is said of: Chinese names the time first, English last. */
  private paired(
    events: readonly EventWords[],
    times: readonly TimeExpression[],
    language: "zh" | "en",
  ): [EventWords, TimeExpression][] {
    const taken = new Map<EventWords, TimeExpression>();
    for (const time of times) {
      const from = (event: EventWords) => sourceSpan(this.folded, event).start;
      const behind = events.find((event) => from(event) >= time.end);
      const ahead = events.findLast((event) => from(event) < time.start);
      const event = language === "zh" ? (behind ?? ahead) : (ahead ?? behind);
      if (event !== undefined && !taken.has(event)) taken.set(event, time);
    }
    return [...taken];
  }

  /** The time of a clause that says nothing else: 最晚明天上午. */
  private loneTime(clause: Clause | undefined, words: PromiseWords): TimeExpression | undefined {
    const times = clause === undefined ? [] : this.timesOf(clause);
    if (clause === undefined || times.length !== 1) return undefined;
    const time = times[0]!;
    let rest = "";
    for (let at = clause.start; at < clause.end; at++) {
      const offset = this.folded.offsets[at]!;
      if (offset < time.start || offset >= time.end) rest += this.folded.text[at];
    }
    return words.isBeside(rest) ? time : undefined;
  }

  private timesOf(clause: Clause): TimeExpression[] {
    const { offsets } = this.folded;
    const [start, end] = [offsets[clause.start]!, offsets[clause.end - 1]! + 1];
    return this.times.filter((time) => start <= time.start && time.start < end);
  }

  private textOf({ start, end }: Stretch): string {
    return this.folded.text.slice(start, end);
  }
}

/** Divides folded text at its signs, and English at the words that join one promise to another, but not within a time. */
function clausesOf(folded: Folded, times: Stretches): Clause[] {
  const { text } = folded;
  const clauses: Clause[] = [];
  let from = 0;
  const close = (end: number, sign: string) => {
    const clause = trimmed(text, { start: from, end });
    if (clause.start < clause.end) clauses.push({ ...clause, sign });
  };
  for (const { 0: sign, index } of text.matchAll(JOINTS)) {
    if (times.touches(sourceSpan(folded, { start: index, end: index + sign.length }))) continue;
    close(index, sign);
    from = index + sign.length;
  }
  close(text.length, "");
  return clauses;
}

// A full stop or comma between figures belongs to them; one before a letter to an address.
const JOINTS = /[!?;…\n]+|\.(?![a-z0-9])|,(?!\d)|(?<!\d),| (?=(?:and|but|then) (?!(?:a half|half)\b))/g;

/** A clause that asks; 可以吗 behind a promise only asks whether it suits. */
function isQuestion(text: string, sign: string): boolean {
  if (SUITS.test(text)) return false;
  return sign.startsWith("?") || /[吗么]$/.test(text);
}

const SUITS =
  /(您看)?(这样)?(可以|好|行|方便|成|合适|没问题)(吗|么|不)$|(您看呢|好不好|行不行|怎么样|如何)$| (ok|okay|all right|alright|is that ok(ay)?|would that (suit|work)|does that (suit|work))( for you)?$/;

function trimmed(text: string, { start, end }: Stretch): Stretch {
  const words = text.slice(start, end);
  return { start: start + words.length - words.trimStart().length, end: start + words.trimEnd().length };
}
