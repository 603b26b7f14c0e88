import "./object-group-by.ts";
import {
  type CustomPatternMatcherFunc,
  createToken,
  type IMultiModeLexerDefinition,
  type IToken,
  Lexer,
} from "chevrotain";
import { FIELDS, lookUp } from "./keywords.ts";

/**
 * The lexer reads line by line. In mode `line` the first sign or word says what the line is and opens the mode for the
 * rest of it; every mode ends with the line, so damage never reaches the next one. Spoken text is a single token to the
 * end of its line: nothing in it is ever read as a sign.
 *
 * Chevrotain ignores the flags u and v and finds the patterns to try by a line's first character, which it cannot see
 * in negated classes and functions: those carry `start_chars_hint`.
 */
const BLANKS = " \t\u3000\u00a0\ufeff";

/** One code of every bucket into which Chevrotain sorts first characters: one each up to 255, then 255 a bucket. */
const ANY_CHAR = [...Array(256).keys(), 256, ...Array.from({ length: 256 }, (_, bucket) => (bucket + 2) * 255)].filter(
  (code) => code !== 0x0a && code !== 0x0d && code <= 0xffff,
);
/** As many first characters as a name may have: any but blanks. */
const NAME_START = ANY_CHAR.filter((code) => code !== 0x20 && code !== 0x09);

const blanks = (name: string) => createToken({ name, pattern: new RegExp(`[${BLANKS}]+`), group: Lexer.SKIPPED });
const rest = (name: string, options: object = {}) =>
  createToken({ name, pattern: /[^\r\n]+/, start_chars_hint: ANY_CHAR, line_breaks: false, ...options });

export const Newline = createToken({ name: "Newline", pattern: /\r\n|\r|\n/, line_breaks: true });
const LineEnd = createToken({
  name: "LineEnd",
  pattern: Newline.PATTERN!,
  line_breaks: true,
  categories: Newline,
  pop_mode: true,
});
const Space = blanks("Space");

/** White space that begins a line; its payload is the depth in columns. */
export const Indent = createToken({
  name: "Indent",
  pattern: matchIndent,
  start_chars_hint: [...BLANKS],
  line_breaks: false,
});
/** A line deeper than the turn above it, from its first character that is no white space. */
export const Continuation = createToken({
  name: "Continuation",
  pattern: matchContinuation,
  start_chars_hint: [...BLANKS],
  line_breaks: false,
});
export const Comment = createToken({
  name: "Comment",
  pattern: /(?:\/\/|／／)[^\r\n]*/,
  start_chars_hint: ["/", "／"],
  group: "comments",
});
const Rule = createToken({ name: "Rule", pattern: /[-－—]{3,}(?![ \t\u3000]*[^ \t\u3000\r\n])/, group: Lexer.SKIPPED });

const ARROW = "[-－—–]{1,2}[>＞》]|[→⟶]";
export const StepMark = createToken({ name: "StepMark", pattern: /[#＃]{2,}/, push_mode: "text" });
export const TitleMark = createToken({ name: "TitleMark", pattern: /[#＃]/, push_mode: "text" });
export const DecisionMark = createToken({ name: "DecisionMark", pattern: /[?？]/, push_mode: "text" });
export const NoteMark = createToken({ name: "NoteMark", pattern: /[>＞》]/, push_mode: "text" });
export const JumpArrow = createToken({ name: "JumpArrow", pattern: new RegExp(ARROW), push_mode: "text" });
export const DetourArrow = createToken({ name: "DetourArrow", pattern: /[=＝]{1,2}[>＞》]|⇒/, push_mode: "text" });
export const ChoiceMark = createToken({ name: "ChoiceMark", pattern: /[-－–]|—{1,2}/, push_mode: "choice" });
export const LBracket = createToken({ name: "LBracket", pattern: /[[［【]/, push_mode: "action" });
/** The time of day before a speaker, as records of calls write it. */
export const Time = createToken({
  name: "Time",
  pattern:
    /[[［【]?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ T]?)?\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:[.,]\d{1,3})?)?[\]］】]?[ \t\u3000]*(?=[^\s\d:：][^\r\n\t:：]{0,40}[:：])/,
  start_chars_hint: [..."[［【0123456789"],
});
/** A field's name, when a colon follows on the line. */
export const FieldName = createToken({
  name: "FieldName",
  pattern: matchField,
  start_chars_hint: NAME_START,
  line_breaks: false,
  push_mode: "field",
});
/** Whoever speaks, when a colon follows. Its payload is the depth of the turn, for the lines that continue it. */
export const Speaker = createToken({
  name: "Speaker",
  pattern: matchSpeaker,
  start_chars_hint: NAME_START,
  line_breaks: false,
  push_mode: "speaker",
});
/** A line that is none of these. */
export const Bare = rest("Bare", { start_chars_hint: NAME_START });

export const Text = rest("Text");

export const LParen = createToken({ name: "LParen", pattern: /[(（]/ });
export const RParen = createToken({ name: "RParen", pattern: /[)）]/ });
export const Comma = createToken({ name: "Comma", pattern: /[,，、]/ });
export const LabelText = createToken({
  name: "LabelText",
  pattern: /[^\r\n()（）,，、:：]+/,
  start_chars_hint: ANY_CHAR,
  line_breaks: false,
});
/** A label of a choice; a colon ends nothing there. */
const ChoiceLabel = createToken({
  name: "ChoiceLabel",
  pattern: /[^\r\n()（）,，、]+/,
  start_chars_hint: ANY_CHAR,
  line_breaks: false,
  categories: LabelText,
});
/** Ends the head of a turn or field; what follows is text. */
export const Colon = createToken({ name: "Colon", pattern: /[:：]/, pop_mode: true, push_mode: "text" });
export const FieldArgument = createToken({
  name: "FieldArgument",
  pattern: /[^\r\n:：]+/,
  start_chars_hint: ANY_CHAR,
  line_breaks: false,
});

/** A choice's label: up to its labels in parentheses, its arrow or the end of the line, whichever the line has. */
export const ChoiceText = createToken({
  name: "ChoiceText",
  pattern: matchChoiceText,
  start_chars_hint: ANY_CHAR,
  line_breaks: false,
});
/** The arrow between a choice and its target. */
export const ChoiceArrow = createToken({
  name: "ChoiceArrow",
  pattern: new RegExp(ARROW),
  pop_mode: true,
  push_mode: "text",
});

export const ActionText = createToken({
  name: "ActionText",
  pattern: /[^\r\n\]］】]+/,
  start_chars_hint: ANY_CHAR,
  line_breaks: false,
});
export const RBracket = createToken({ name: "RBracket", pattern: /[\]］】]/, pop_mode: true, push_mode: "text" });

const definition: IMultiModeLexerDefinition = {
  defaultMode: "line",
  modes: {
    line: [
      Newline,
      Continuation,
      Indent,
      Comment,
      Rule,
      StepMark,
      TitleMark,
      DetourArrow,
      JumpArrow,
      DecisionMark,
      NoteMark,
      Time,
      LBracket,
      ChoiceMark,
      FieldName,
      Speaker,
      Bare,
    ],
    text: [LineEnd, Space, Text],
    speaker: [LineEnd, Space, LParen, RParen, Comma, Colon, LabelText],
    field: [LineEnd, Space, Colon, FieldArgument],
    choice: [LineEnd, Space, ChoiceText, LParen, RParen, Comma, ChoiceArrow, ChoiceLabel],
    action: [LineEnd, Space, RBracket, ActionText],
  },
};

/** All token types, for the parser. */
export const allTokens = [...new Set(Object.values(definition.modes).flat())];

export const lexer = new Lexer(definition, { positionTracking: "onlyOffset", ensureOptimizations: true });

/** The depth of the white space in [start, end) in columns: a space 1, a tab to the next multiple of 4, an ideographic space 2. */
export function depthOf(text: string, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const char = text[at];
    if (char === "\t") depth += 4 - (depth % 4);
    else if (char === "\u3000") depth += 2;
    else if (char !== "\ufeff") depth += 1;
  }
  return depth;
}

function endOfBlanks(text: string, start: number): number {
  let end = start;
  while (end < text.length && BLANKS.includes(text[end]!)) end++;
  return end;
}

function endOfLine(text: string, start: number): number {
  let end = start;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

type Matched = ReturnType<CustomPatternMatcherFunc>;

function matched(image: string, payload?: unknown): Matched {
  const result = [image] as unknown as RegExpExecArray & { payload?: unknown };
  result.payload = payload;
  return result;
}

function matchIndent(text: string, start: number): Matched {
  const end = endOfBlanks(text, start);
  return end === start ? null : matched(text.slice(start, end), depthOf(text, start, end));
}

function matchContinuation(text: string, start: number, tokens: IToken[]): Matched {
  const end = endOfBlanks(text, start);
  if (
    end === start ||
    end === text.length ||
    /[\r\n]/.test(text[end]!) ||
    /^(?:\/\/|／／)/.test(text.slice(end, end + 2))
  )
    return null;
  const turn = openTurn(tokens);
  if (turn === undefined || depthOf(text, start, end) <= turn) return null;
  return matched(text.slice(start, endOfLine(text, end)), turn);
}

/** The depth of the turn that the line before, blank lines apart, belongs to. */
function openTurn(tokens: readonly IToken[]): number | undefined {
  let at = tokens.length - 1;
  while (at >= 0 && isBlankLine(tokens, at)) at--;
  for (; at >= 0; at--) {
    const { tokenType, payload } = tokens[at]!;
    if (tokenType === Speaker || tokenType === Continuation) return payload;
    if (tokenType === Newline || tokenType === LineEnd) return undefined;
  }
  return undefined;
}

function isBlankLine(tokens: readonly IToken[], at: number): boolean {
  const type = tokens[at]!.tokenType;
  return (
    type === Newline ||
    type === LineEnd ||
    (type === Indent && (at + 1 === tokens.length || tokens[at + 1]!.tokenType === Newline))
  );
}

function matchField(text: string, start: number): Matched {
  let end = start;
  while (end < text.length && !/[\s\u3000:：]/.test(text[end]!)) end++;
  const name = text.slice(start, end);
  if (name === "" || name.length > LONGEST_NAME || lookUp(FIELDS, name) === undefined) return null;
  return /[:：]/.test(text.slice(end, endOfLine(text, end))) ? matched(name) : null;
}

function matchSpeaker(text: string, start: number, tokens: IToken[]): Matched {
  let end = start;
  while (end < text.length && end - start <= LONGEST_NAME && !/[\r\n:：(（]/.test(text[end]!)) end++;
  const stop = text[end];
  const name = text.slice(start, end).trimEnd();
  if (name === "" || stop === undefined || /[\r\n]/.test(stop) || isNoName(name, text[end + 1])) return null;
  if (/[(（]/.test(stop)) {
    // Labels end at ")" and a colon follows; where ")" is missing, a colon further on still makes it a turn.
    const line = text.slice(end, endOfLine(text, end));
    if (!/^[(（][^()（）\r\n]*(?:[)）][ \t\u3000]*)?[:：]/.test(line)) return null;
  } else if (!/[:：]/.test(stop)) return null;
  const before = tokens.at(-1);
  const indent = before?.tokenType === Time ? tokens.at(-2) : before;
  return matched(name, indent?.tokenType === Indent ? indent.payload : 0);
}

/** Cells of a table, a time of day up to its colon, and an action behind a bullet are nobody's name. */
function isNoName(name: string, next: string | undefined): boolean {
  if (name.includes("\t") || /^[^a-z\u3400-\u9fff]*[[［【]/i.test(name)) return true;
  return /^[\d年月日/.T -]+$/.test(name) && next !== undefined && /\d/.test(next);
}

/** Speakers and fields have short names; a long line with a colon in it is a sentence. */
const LONGEST_NAME = 40;

function matchChoiceText(text: string, start: number, tokens: IToken[]): Matched {
  if (tokens.at(-1)?.tokenType !== ChoiceMark) return null;
  const line = text.slice(start, endOfLine(text, start));
  let head = line;
  for (const arrow of line.matchAll(new RegExp(ARROW, "g"))) {
    if (line[arrow.index - 1] !== "\\") head = line.slice(0, arrow.index);
    // An arrow with nothing behind it is the target's only if the line has no other.
    if (line.slice(arrow.index + arrow[0].length).trim() === "" && head !== "") break;
  }
  const label = head
    .trimEnd()
    .replace(/[(（][^()（）]*[)）]$/, "")
    .trimEnd();
  return label === "" ? null : matched(label);
}
