import type { IRecognitionException } from "chevrotain";
import type { Span } from "./ast.ts";
import { RParen } from "./tokens.ts";

/** What can be wrong with a line's form. The words for people are in server/rules/text.ts. */
export type SyntaxErrorKind =
  | "no-speaker"
  | "speaker-without-colon"
  | "numbered-line"
  | "bracketed-speaker"
  | "bulleted-choice"
  | "pasted-table"
  | "lost-indent"
  | "unknown-speaker"
  | "unknown-field"
  | "misplaced-field"
  | "empty-field"
  | "unknown-value"
  | "empty-title"
  | "second-title"
  | "empty-step-name"
  | "reserved-step-name"
  | "deep-heading"
  | "empty-turn"
  | "unknown-label"
  | "own-line"
  | "unknown-action"
  | "text-after-action"
  | "hang-up-by-whom"
  | "empty-choice"
  | "unindented-branch"
  | "decision-without-choices"
  | "missing-target"
  | "unclosed-bracket"
  | "unclosed-parenthesis"
  | "damaged-line";

/** Something wrong with the form of a line; there is at most one a line. */
export interface SyntaxProblem {
  readonly kind: SyntaxErrorKind;
  readonly span: Span;
  /** What the message names: the word found, the nearest known one. */
  readonly params: Readonly<Record<string, string>>;
}

/** Turns an error of Chevrotain's into ours. */
export function syntaxProblem(
  error: IRecognitionException & { previousToken?: { startOffset: number; image: string } },
): SyntaxProblem {
  const { token, previousToken } = error;
  const before = previousToken === undefined ? 0 : previousToken.startOffset + previousToken.image.length;
  const start = Number.isNaN(token.startOffset) ? before : token.startOffset;
  const expected = /--> (\w+) <--/.exec(error.message)?.[1];
  const kind = expected === undefined ? undefined : KINDS[expected];
  // A missing sign is reported where it should stand: right after what was read last.
  if (kind !== undefined) return { kind, span: { start: before, end: before }, params: {} };
  return { kind: "damaged-line", span: { start, end: start + token.image.length }, params: { text: token.image } };
}

const KINDS: Readonly<Record<string, SyntaxErrorKind>> = {
  [RParen.name]: "unclosed-parenthesis",
};
