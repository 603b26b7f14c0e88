import type { Span, Step, Text, Turn } from "../../grammar/index.ts";
import type { PromisedEvent } from "../lexicon/format.ts";
import { actsOf, type FoundAct } from "./acts.ts";
import { commitmentsIn } from "./clause-promises.ts";
import type { ScriptDocument } from "./document.ts";
import { declarationOf, ownWords, placeholdersIn } from "./phrases.ts";
import type { Project } from "./project.ts";
import { Recent } from "./recent.ts";
import { actsOfTurn, isSaidToCustomer } from "./speech.ts";
import { statementsWithin } from "./symbols.ts";
import type { TimeExpression } from "./time.ts";

export type { PromisedEvent } from "../lexicon/format.ts";

/**
 * What somebody promises the customer: which event, by when, and how firmly. The span is the clause in which it is
 * promised, in UTF-16 units of the script, half-open. It counts from where it is said, unless its time has an anchor.
 */
export interface Commitment extends Span {
  readonly event: PromisedEvent;
  /** The words that name the event. */
  readonly words: Span;
  /** 会 is `will`; 尽量, 预计 and try are `try`; 保证 and guarantee are `guarantee`. */
  readonly strength: "will" | "try" | "guarantee";
  /** Absent where no time is said, or only a vague one. */
  readonly time?: TimeExpression;
  /** Words that only seem to say when: 尽快, shortly. Absent where there is a time. */
  readonly vague?: Span;
  /** Whoever is named to do it, other than the speaker: 师傅, our technician. `text` is folded. */
  readonly by?: Span & { readonly text: string };
}

/** Everything that is promised to customers in one place of a script: by a turn, or by a phrase that turns use. */
export interface Promises {
  /** What is said, a piece a line. */
  readonly text: readonly Text[];
  /** The step in which it stands; absent for phrases. */
  readonly step?: Step;
  readonly commitments: readonly Commitment[];
}

/** The promises of a script where they are written, in the order of the text. A phrase is there once. */
export function* promisesIn(document: ScriptDocument): Generator<Promises> {
  for (const { id, value } of document.script.fields)
    if (id === "phrase" && value.kind === "text") {
      const words = ownWords(document, [value]);
      yield { text: [value], commitments: commitmentsIn(words, actsOf(words, "agent", document.wording)) };
    }
  for (const step of document.script.steps)
    for (const statement of statementsWithin(step.body))
      if (statement.kind === "turn" && isSaidToCustomer(statement))
        yield { text: statement.text, step, commitments: ownCommitments(document, statement) };
}

/** The promises in a turn that is said to the customer, those in the phrases that it uses at their placeholders. */
export function commitmentsOfTurn(project: Project, document: ScriptDocument, turn: Turn): readonly Commitment[] {
  if (!isSaidToCustomer(turn)) return [];
  return [...ownCommitments(document, turn), ...phraseCommitments(project, document, turn)];
}

function ownCommitments(document: ScriptDocument, turn: Turn): readonly Commitment[] {
  const acts = actsOfTurn(document, turn);
  const known = found.get(turn);
  if (known?.acts === acts) return known.commitments;
  const commitments = commitmentsInWords(document, turn, acts);
  found.set(turn, { acts, commitments });
  return commitments;
}

/** As with dialogue acts: most turns are one piece, and what they promise is remembered by their words. */
function commitmentsInWords(
  document: ScriptDocument,
  { text }: Turn,
  acts: readonly FoundAct[],
): readonly Commitment[] {
  const pieces = ownWords(document, text);
  const [piece, ...others] = pieces;
  if (piece === undefined || others.length > 0 || document.wording.hasActs) return commitmentsIn(pieces, acts);
  const known = remembered.of(piece.text, (words) => {
    const alone = [{ text: words, start: 0 }];
    return commitmentsIn(alone, actsOf(alone, "agent"));
  });
  return known.map((commitment) => moved(commitment, piece.start));
}

const remembered = new Recent<readonly Commitment[]>(20_000);

function moved(commitment: Commitment, by: number): Commitment {
  const shift = <T extends Span>(span: T): T => ({ ...span, start: span.start + by, end: span.end + by });
  const { words, time, vague, by: whoever } = commitment;
  return {
    ...shift(commitment),
    words: shift(words),
    ...(time && { time: shift(time) }),
    ...(vague && { vague: shift(vague) }),
    ...(whoever && { by: shift(whoever) }),
  };
}

const found = new WeakMap<Turn, { readonly acts: readonly FoundAct[]; readonly commitments: readonly Commitment[] }>();

/** What is promised by phrases; the time is that of the phrase, all spans are those of the placeholder. */
function phraseCommitments(project: Project, document: ScriptDocument, { text }: Turn): Commitment[] {
  return text.flatMap((piece) =>
    placeholdersIn(project, document, piece).flatMap(({ name, start, end }) => {
      const phrase = declarationOf(project, document, name);
      if (phrase?.field.id !== "phrase" || phrase.field.value.kind === "missing") return [];
      const words = ownWords(phrase.document, [phrase.field.value]);
      return commitmentsIn(words, actsOf(words, "agent", phrase.document.wording)).map(
        ({ event, strength, time, vague }): Commitment => ({
          event,
          strength,
          words: { start, end },
          ...(time && { time: { ...time, start, end } }),
          ...(vague && { vague: { start, end } }),
          start,
          end,
        }),
      );
    }),
  );
}
