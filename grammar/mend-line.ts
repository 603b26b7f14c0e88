import type { Span, Text, Turn } from "./ast.ts";
import { endOf, type LineOf, NUMBERING, roleOf, textOf } from "./build-line.ts";
import { ACTIONS, lookUpStart, SPEAKERS } from "./keywords.ts";
import type { Line } from "./parser.ts";
import { readLines } from "./read.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";

/** What a line was meant to be, as far as that shows, and what is wrong with it. Offsets are those of the script. */
export interface Mended<Kind extends Line["kind"]> {
  /** Absent where only the author can know how it goes on. */
  readonly line?: LineOf<Kind> | undefined;
  readonly problem: SyntaxProblem;
}

/** A turn that begins with a known speaker and lacks the colon; undefined for a line without one. */
export function turnWithoutColon({ depth, text: token }: LineOf<"bare">): Mended<"turn"> | undefined {
  const text = textOf(token);
  const speaker = lookUpStart(SPEAKERS, text.text);
  if (speaker === undefined) return undefined;
  const name = text.text.slice(0, speaker.length).trimEnd();
  const span = { start: text.start, end: text.start + name.length };
  const problem: SyntaxProblem = { kind: "speaker-without-colon", span, params: { name } };
  // What is said is known all the same, when something stands where the colon should.
  const said = /^[ \t\u3000]*[;；,，、]?[ \t\u3000]*(?=\S)/.exec(text.text.slice(name.length))?.[0] ?? "";
  if (said === "") return { problem };
  const part = (from: number, to?: number) => ({
    ...token,
    image: text.text.slice(from, to),
    startOffset: text.start + from,
  });
  const colon = { ...part(name.length, name.length), isInsertedInRecovery: true };
  const words = part(name.length + said.length);
  return { problem, line: { kind: "turn", depth, speaker: part(0, name.length), labels: [], colon, text: words } };
}

/** A turn whose speaker stands in brackets, as in `【客服】您好`; undefined for a line that says what is done. */
export function turnOfBrackets(
  { depth, open, text: token, close, trailing }: LineOf<"action">,
  roles: ReadonlyMap<string, Turn["role"]>,
): Mended<"turn"> | undefined {
  if (token === undefined || close === undefined) return undefined;
  const name = textOf(token).text;
  if (lookUpStart(ACTIONS, name) !== undefined || roleOf(name, roles) === "unknown") return undefined;
  const sign = /^[ \t\u3000]*[:：]?[ \t\u3000]*/.exec(trailing?.image ?? "")![0];
  const end = (trailing === undefined ? endOf(close) : trailing.startOffset) + sign.length;
  const words = trailing?.image.slice(sign.length) ?? "";
  const colon = { ...close, image: "", startOffset: end, isInsertedInRecovery: true };
  const text = words === "" ? undefined : { ...trailing!, image: words, startOffset: end };
  return {
    problem: { kind: "bracketed-speaker", span: { start: open.startOffset, end }, params: { name } },
    line: { kind: "turn", depth, speaker: token, labels: [], colon, text },
  };
}

/** A choice with a bullet or a number where its dash should be; undefined for a line without one. */
export function bulletedChoice({ depth, text: token }: LineOf<"bare">): Mended<"choice"> | undefined {
  const text = textOf(token);
  const bullet = NUMBERING.exec(text.text)?.[0];
  if (bullet === undefined || bullet === text.text) return undefined;
  // The dash and blanks take the bullet's place, so that all offsets stay what they are.
  const line = readLine({ ...text, text: `-${" ".repeat(bullet.length - 1)}${text.text.slice(bullet.length)}` }, depth);
  if (line?.kind !== "choice" || line.text === undefined) return undefined;
  const span: Span = { start: text.start, end: text.start + bullet.length };
  return { problem: { kind: "bulleted-choice", span, params: { text: bullet.trim() } }, line };
}

/** A line of any other kind with a bullet or a number before it; undefined for one that is not known by its words. */
export function numberedLine(
  { depth, text: token }: LineOf<"bare">,
  roles: ReadonlyMap<string, Turn["role"]>,
): Mended<Line["kind"]> | undefined {
  const text = textOf(token);
  const numbering = NUMBERING.exec(text.text)?.[0];
  if (numbering === undefined) return undefined;
  const start = text.start + numbering.length;
  const line = readLine({ ...text, text: text.text.slice(numbering.length), start }, depth);
  if (line === undefined || !isKnown(line, roles)) return undefined;
  const span: Span = { start: text.start, end: start };
  return { problem: { kind: "numbered-line", span, params: { text: numbering.trim() } }, line };
}

function isKnown(line: Line, roles: ReadonlyMap<string, Turn["role"]>): boolean {
  if (line.kind === "turn") return roleOf(textOf(line.speaker).text, roles) !== "unknown";
  if (line.kind === "action")
    return lookUpStart(ACTIONS, line.text === undefined ? "" : textOf(line.text).text) !== undefined;
  return line.kind === "field" || line.kind === "jump" || line.kind === "detour" || line.kind === "decision";
}

/**
 * Reads a line that stands too deep as if it stood where it seems to belong.
 * @param depth that of the turn under which it stands
 */
export function readLine(text: Text, depth: number): Line | undefined {
  const [line] = readLines(text.text).lines;
  if (line === undefined) return undefined;
  for (const token of Object.values(line).flat())
    if (typeof token === "object" && !token.isInsertedInRecovery) token.startOffset += text.start;
  return { ...line, depth };
}

/** A heading as a line of plain words, its sign among them. */
export function withoutMark({ depth, mark, text }: LineOf<"title"> | LineOf<"step">): LineOf<"bare"> {
  const blanks = text === undefined ? 0 : text.startOffset - endOf(mark);
  return { kind: "bare", depth, text: { ...mark, image: `${mark.image}${" ".repeat(blanks)}${text?.image ?? ""}` } };
}

/** Whether a line ends in an arrow and where it leads. */
export function looksLikeTarget(text: string): boolean {
  return /(?:[-－—–]{1,2}[>＞》]|[→⟶])[ \t\u3000]*\S/.test(text);
}

/** Whether the continuation of a turn reads as if it were meant to stand by itself. */
export function looksLikeOwnLine(text: string, roles: ReadonlyMap<string, Turn["role"]>): boolean {
  // The numbering that readers of speakers leave out themselves may hold the sign with which labels begin.
  if (/^[(（]/.test(text) && NUMBERING.test(text)) return looksLikeOwnLine(text.replace(NUMBERING, ""), roles);
  if (/^(?:[-－—–]{1,2}[>＞》]|[→⇒]|[=＝]{1,2}[>＞》]|[#＃]{2})/.test(text)) return true;
  if (/^[[［【]/.test(text)) return lookUpStart(ACTIONS, text.slice(1).trimStart()) !== undefined;
  const speaker = /^([^:：(（]{1,20})(?:[(（][^()（）]*[)）]?)?[ \t\u3000]*[:：]/.exec(text)?.[1];
  return speaker !== undefined && roleOf(speaker.trim(), roles) !== "unknown";
}
