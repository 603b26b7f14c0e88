import type { IToken } from "chevrotain";
import type { Action, Choice, Field, Label, Missing, Span, Target, Text, Turn } from "./ast.ts";
import {
  ACTIONS,
  ADDRESSEE,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELDS,
  keywordKey,
  lookUp,
  lookUpStart,
  SPEAKERS,
  TARGETS,
} from "./keywords.ts";
import type { Line } from "./parser.ts";
import type { SyntaxErrorKind, SyntaxProblem } from "./syntax-errors.ts";

export type LineOf<Kind extends Line["kind"]> = Extract<Line, { kind: Kind }>;

/** What a line needs to know of the rest of the script in order to become a node. */
export interface LineContext {
  /** Speakers that the script declares, by their folded name. */
  readonly roles: ReadonlyMap<string, Turn["role"]>;
  /** Whether a speaker whom nobody declares appears for the first time; who they are is asked once. */
  isNewStranger(name: string): boolean;
  /** Reports a problem; the first one of a line wins. */
  report(kind: SyntaxErrorKind, span: Span, params?: SyntaxProblem["params"]): void;
}

/** The text of a token, without the white space around it, as [start, end) of the script. */
export function textOf(token: IToken): Text {
  const text = token.image.trim();
  const start = token.startOffset + (token.image.length - token.image.trimStart().length);
  return { kind: "text", text, start, end: start + text.length };
}

/** The token's text, or a `Missing` at `place` when there is no token or only white space. */
export function textOrMissing(token: IToken | undefined, place: number): Text | Missing {
  const text = token && textOf(token);
  return text === undefined || text.text === "" ? { kind: "missing", start: place, end: place } : text;
}

export function endOf(token: IToken): number {
  return token.startOffset + token.image.length;
}

/** The stretch of the script that a line takes, without its indentation and line break. */
export function spanOf(line: Line): Span {
  const tokens: (IToken | undefined)[] = (() => {
    switch (line.kind) {
      case "field":
        return [line.name, line.argument, line.text];
      case "turn":
        return [line.time, line.speaker, ...line.labels, line.colon, line.text];
      case "continuation":
      case "bare":
        return [line.text];
      case "choice":
        return [line.mark, line.text, ...line.labels, line.arrow, line.target];
      case "action":
        return [line.open, line.text, line.close, line.trailing];
      default:
        return [line.mark, line.text];
    }
  })();
  const real = tokens.filter((token): token is IToken => token !== undefined && !token.isInsertedInRecovery);
  const last = real.at(-1)!;
  const first = line.kind === "continuation" ? textOf(line.text).start : real[0]!.startOffset;
  const trimmed = last.image.length - last.image.trimEnd().length;
  return { start: first, end: Math.max(first, endOf(last) - trimmed) };
}

export function buildField(line: LineOf<"field">): Field {
  const name = textOf(line.name);
  const id = lookUp(FIELDS, name.text);
  const argument = line.argument && textOf(line.argument);
  const span = spanOf(line);
  const value = textOrMissing(line.text, span.end);
  return { kind: "field", ...(id && { id }), name, ...(argument && { argument }), value, ...span };
}

export function buildTurn(line: LineOf<"turn">, context: LineContext): Turn {
  const span = spanOf(line);
  const speaker = textOf(line.speaker);
  const numbering = NUMBERING.exec(speaker.text)?.[0] ?? "";
  const role = roleOf(speaker.text, context.roles);
  if (numbering !== "" && role !== "unknown") {
    const span = { start: speaker.start, end: speaker.start + numbering.length };
    context.report("numbered-line", span, { text: numbering.trim() });
  }
  if (role === "unknown" && context.isNewStranger(speaker.text))
    context.report("unknown-speaker", speaker, { name: speaker.text });
  const addressees = line.labels.map(addresseeOf);
  const addressee = addressees.find((found) => found !== undefined);
  const labels = line.labels
    .filter((_, index) => addressees[index] === undefined)
    .map((token) => buildLabel(token, role, context));
  const text = line.text && textOf(line.text);
  return {
    kind: "turn",
    ...(line.time && { time: textOf(line.time) }),
    speaker,
    role,
    labels,
    ...(addressee && { addressee }),
    text: text === undefined || text.text === "" ? [] : [text],
    ...span,
  };
}

export function buildChoice(line: LineOf<"choice">, context: LineContext): Choice {
  const span = spanOf(line);
  const label = textOrMissing(line.text, endOf(line.mark));
  const labels = line.labels.map((token) => buildLabel(token, undefined, context));
  const target = line.arrow && buildTarget(line.target, endOf(line.arrow));
  if (target?.kind === "missing")
    context.report("missing-target", line.arrow ? { start: line.arrow.startOffset, end: endOf(line.arrow) } : span);
  else if (label.kind === "missing" && labels.length === 0) context.report("empty-choice", span);
  return { kind: "choice", label, labels, ...(target && { target }), body: [], ...span };
}

export function buildTarget(token: IToken | undefined, place: number): Target | Missing {
  const text = textOrMissing(token, place);
  return text.kind === "missing"
    ? text
    : { ...text, isEnd: lookUp(TARGETS, text.text.replace(/[。．.!！,，;；]+$/, "")) !== undefined };
}

export function buildAction(line: LineOf<"action">, context: LineContext): Action {
  const span = spanOf(line);
  const content = textOrMissing(line.text, endOf(line.open));
  if (content.kind === "missing") {
    context.report("unknown-action", span, { text: "" });
    return { kind: "action", ...span };
  }
  const verb = lookUpStart(ACTIONS, content.text);
  const colon = reasonColon(content.text);
  const body = part(content, verb?.length ?? 0, colon ?? content.text.length);
  const reason = colon === undefined ? undefined : part(content, colon + 1, content.text.length);
  if (verb === undefined) context.report("unknown-action", content, { text: content.text });
  else if (verb.id === "hang-up" && (body === undefined || lookUp(SPEAKERS, body.text) === undefined))
    context.report("hang-up-by-whom", span);
  else if (line.close === undefined) context.report("unclosed-bracket", { start: span.end, end: span.end });
  else if (line.trailing)
    context.report("text-after-action", textOf(line.trailing), { text: textOf(line.trailing).text });
  return {
    kind: "action",
    ...(verb && { verb: { ...part(content, 0, verb.length)!, id: verb.id } }),
    ...(body && { body }),
    ...(reason && { reason }),
    ...span,
  };
}

/** A bullet, box, tick or number at the beginning of a line, as text pasted from Word has it: ● □ ➢ ① 1. （1） 一、 (a) */
export const NUMBERING =
  /^(?:[●•·○■□◆◇▪▫►▶➢➤★☆√✓✔☑☐❖*＊\u2460-\u24ff\u3220-\u3229\ue000-\uf8ff]|o(?=\t)|(?:[(（](?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[)）]|(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])[.、)）．]))[ \t\u3000]*/i;

/** The role that a speaker's words mean: a declared one, a known word, or a known word followed by a name. */
export function roleOf(speaker: string, roles: ReadonlyMap<string, Turn["role"]>): Turn["role"] {
  const numbered = NUMBERING.exec(speaker)?.[0];
  if (numbered !== undefined) return roleOf(speaker.slice(numbered.length), roles);
  // 客服小王 and 坐席02 are written without a space too; 客户经理 is somebody else.
  const named = /^(.+?)((?:小|老|阿)[\u3400-\u9fff]{1,2}|[a-z]|\d{1,4}号?)$/i.exec(speaker);
  const [first = ""] = named !== null && lookUp(SPEAKERS, named[1]!) ? [named[1]!] : speaker.split(/[\s\u3000]+/);
  return (
    roles.get(keywordKey(speaker)) ??
    lookUp(SPEAKERS, speaker) ??
    roles.get(keywordKey(first)) ??
    lookUp(SPEAKERS, first) ??
    "unknown"
  );
}

function buildLabel(token: IToken, role: Turn["role"] | undefined, context: LineContext): Label {
  const text = textOf(token);
  const customer = lookUp(CUSTOMER_LABELS, text.text);
  const agent = lookUp(AGENT_LABELS, text.text);
  if (customer === undefined && agent === undefined)
    context.report("unknown-label", text, { name: text.text, whose: role === "agent" ? "agent" : "customer" });
  return { ...text, ...(customer && { customer }), ...(agent && { agent }) };
}

function addresseeOf(token: IToken): Text | undefined {
  const text = textOf(token);
  const word = lookUpStart(ADDRESSEE, text.text);
  return word && part(text, word.length, text.text.length);
}

/** Where the reason begins: the first colon that is not part of a time of day. */
function reasonColon(text: string): number | undefined {
  for (const { index } of text.matchAll(/[:：]/g))
    if (!(/[0-9０-９]/.test(text[index - 1] ?? "") && /[0-9０-９]/.test(text[index + 1] ?? ""))) return index;
  return undefined;
}

/** The stretch [from, to) of a text without the white space around it, or undefined when nothing is left. */
function part(whole: Text, from: number, to: number): Text | undefined {
  const raw = whole.text.slice(from, to);
  const text = raw.trim();
  if (text === "") return undefined;
  const start = whole.start + from + (raw.length - raw.trimStart().length);
  return { kind: "text", text, start, end: start + text.length };
}
