import { CLASSES } from "../lexicon/classes.generated.ts";
import { type EntryPattern, patternsOf, type Suggestion } from "../lexicon/format.ts";
import { INDEX, LEXICON } from "../lexicon/lexicon.ts";
import { spellOut } from "./chat-spelling.ts";
import { type Folded, foldSpeech, type Piece, sourceSpan } from "./normalise.ts";
import { PatternIndex } from "./pattern-index.ts";
import { PatternMatcher } from "./pattern-matcher.ts";
import { readPattern } from "./pattern-tree.ts";
import { Division } from "./sentences.ts";
import { joined, type Stretch, Stretches } from "./stretches.ts";
import { NO_WORDING, type Wording } from "./wording.ts";

/** A dialogue act found in a turn. `start` and `end` are UTF-16 offsets in the source, half-open. */
export interface FoundAct {
  readonly act: string;
  readonly start: number;
  readonly end: number;
}

/** The dialogue acts that no agent should perform, the most specific first: where two overlap, the first one speaks. */
export const OFFENCES = [
  "ask-secret",
  "rude",
  "blame",
  "deny",
  "argue",
  "pass-the-buck",
  "brush-off",
  "impatience",
  "stall",
  "flat-refusal",
  "over-promise",
  "command",
  "negative-wording",
  "blunt-absence",
  "third-person",
  "familiar-address",
] as const;

/**
 * Finds the dialogue acts of one turn.
 * @param pieces the spoken text with its offsets in the source
 * @param wording what an organisation adds to the lexicon
 * @returns acts in the order of their starts; a stretch of text bears an act once, and one offence at most
 */
export function actsOf(
  pieces: readonly Piece[],
  speaker: "agent" | "customer",
  wording: Wording = NO_WORDING,
): readonly FoundAct[] {
  const known = knownActs(pieces, speaker);
  if (!wording.hasActs) return known;
  const folded = foldSpeech(pieces);
  const own = wording.actsIn(folded.text, speaker).map((found) => ({ ...found, ...sourceSpan(folded, found) }));
  return own.length === 0 ? known : inOrder(settle(joinedByAct([...known, ...own])));
}

/** The acts that the lexicon finds. */
function knownActs(pieces: readonly Piece[], speaker: "agent" | "customer"): readonly FoundAct[] {
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0) return findActs(pieces, speaker);
  // Most turns are one piece and stay as they are while the script around them is edited, so their acts are remembered
  // by their words, with offsets from their beginning.
  const key = `${speaker} ${piece.text}`;
  let acts = recent.get(key) ?? earlier.get(key);
  if (acts === undefined) acts = findActs([{ text: piece.text, start: 0 }], speaker);
  if (recent.size >= MOST_REMEMBERED) [earlier, recent] = [recent, new Map()];
  recent.set(key, acts);
  return acts.map(({ act, start, end }) => ({ act, start: start + piece.start, end: end + piece.start }));
}

/** What to say instead of, or in order to do, an act; the first suggestion fits most situations. */
export function suggestionsFor(act: string, language: "zh" | "en"): readonly Suggestion[] {
  return LEXICON.find((entry) => entry.act === act && entry.language === language)?.suggestions ?? [];
}

/** What was asked for lately stays; what was not is forgotten when so many others have come. */
const MOST_REMEMBERED = 50_000;
let recent = new Map<string, readonly FoundAct[]>();
let earlier: typeof recent = new Map();

function findActs(pieces: readonly Piece[], speaker: "agent" | "customer"): readonly FoundAct[] {
  const folded = spellOut(foldSpeech(pieces));
  const candidates = new Map<string, { readonly patterns: Candidate[]; readonly guards: Candidate[] }>();
  shared ??= { index: new PatternIndex(INDEX), patterns: patternsOf(LEXICON).map((own) => ({ ...own })) };
  for (const number of shared.index.candidates(folded.text)) {
    const candidate = shared.patterns[number]!;
    const { entry, isGuard } = candidate;
    if (entry.speaker !== speaker && entry.speaker !== "anyone") continue;
    let known = candidates.get(entry.act);
    if (known === undefined) {
      known = { patterns: [], guards: [] };
      candidates.set(entry.act, known);
    }
    (isGuard ? known.guards : known.patterns).push(candidate);
  }
  const found: (Stretch & { readonly act: string })[] = [];
  for (const [act, { patterns, guards }] of candidates) {
    const matches = joined(patterns.flatMap((pattern) => matchesOf(pattern, folded)));
    if (matches.length === 0) continue;
    const guarded = new Stretches(guards.flatMap((guard) => excusedBy(guard, folded)));
    for (const match of matches) if (!guarded.touches(match)) found.push({ act, ...match });
  }
  return inOrder(settle(found).map((match) => ({ act: match.act, ...sourceSpan(folded, match) })));
}

function inOrder(acts: readonly FoundAct[]): FoundAct[] {
  return [...acts].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Joins stretches that overlap and bear the same act. */
function joinedByAct(acts: readonly FoundAct[]): FoundAct[] {
  const names = new Set(acts.map(({ act }) => act));
  return [...names].flatMap((act) =>
    joined(acts.filter((found) => found.act === act)).map((stretch) => ({ act, ...stretch })),
  );
}

/** A pattern of the lexicon. Most are never tried in a session, so each is compiled when it first is. */
interface Candidate extends EntryPattern {
  matcher?: PatternMatcher;
}

/** Made when the first turn is judged; much of what the product does needs none of it. */
let shared: { readonly index: PatternIndex; readonly patterns: readonly Candidate[] } | undefined;

/** What a guard excuses: the words that it meets, the sentences in which they stand, those before them, or the turn. */
function excusedBy(guard: Candidate, folded: Folded): Stretch[] {
  const matches = matchesOf(guard, folded);
  const { reach } = guard.pattern;
  if (reach === undefined || matches.length === 0) return matches;
  if (reach === "turn") return [{ start: 0, end: folded.text.length }];
  const sentences = Division.foldedSentences(folded.text);
  return matches.flatMap(({ start, end }) => {
    const first = sentences.partAt(start);
    const before = reach === "sentence-and-before" && first.start > 0 ? [sentences.partAt(first.start - 1)] : [];
    return [...before, first, sentences.partAt(end - 1)];
  });
}

function matchesOf(candidate: Candidate, folded: Folded): Stretch[] {
  const { pattern, entry } = candidate;
  candidate.matcher ??= new PatternMatcher(
    readPattern(pattern.pattern, entry.language, CLASSES[entry.language]),
    entry.language,
  );
  const matches = candidate.matcher.matchesIn(folded.text);
  return pattern.in === undefined
    ? matches
    : matches.filter(({ end }) => (pattern.in === "question") === isQuestion(folded.text, end));
}

/** The questions among a turn's sentences, as half-open spans of the source, from a sentence's first to its last sign. */
export function questionsOf(pieces: readonly Piece[]): readonly { readonly start: number; readonly end: number }[] {
  const { text, offsets } = foldSpeech(pieces);
  const questions = [];
  for (const { 0: sentence, index } of text.matchAll(/[^.!?;\n…]+[.!?;…]*/g)) {
    const trimmed = sentence.trim();
    const from = index + sentence.indexOf(trimmed);
    const to = from + trimmed.length;
    if (trimmed !== "" && isQuestion(text, to)) questions.push({ start: offsets[from]!, end: offsets[to - 1]! + 1 });
  }
  return questions;
}

/** Whether the sentence in which a match ends at `to` asks: by a question mark, or by a Chinese question particle. */
function isQuestion(text: string, to: number): boolean {
  let end = to - 1;
  const limit = Math.min(text.length, to + LONGEST_REST);
  while (end < limit && !SENTENCE_ENDS.includes(text[end]!)) end++;
  return /[?]/.test(text[end] ?? "") || QUESTION_PARTICLE.test(text.slice(Math.max(0, end - 12), end));
}

const SENTENCE_ENDS = ".!?;\n…";
/** How far behind a match its sentence is followed; a longer one is no question that anybody asks. */
const LONGEST_REST = 200;
const QUESTION_PARTICLE = /(吗|么|好不好|行不行|可不可以|对不对|是不是|有没有)[~ ,"]*$/;

/** Lets one offence speak for each stretch of text, and none inside what the agent only quotes, or restates to ask. */
function settle<T extends Stretch & { readonly act: string }>(found: readonly T[]): T[] {
  const quoted = new Stretches(found.filter(({ act }) => act === "quotation" || act === "confirm"));
  const kept = found.filter(({ act }) => !rank.has(act));
  const taken = new Stretches();
  for (const offence of found.filter(({ act }) => rank.has(act)).sort((a, b) => rank.get(a.act)! - rank.get(b.act)!)) {
    if (quoted.touches(offence) || taken.touches(offence)) continue;
    taken.add(offence);
    kept.push(offence);
  }
  return kept;
}

const rank: ReadonlyMap<string, number> = new Map(OFFENCES.map((act, index) => [act, index]));
