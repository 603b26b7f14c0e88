import type { Choice, Field, Note, Span, Statement, Step, Title } from "./ast.ts";
import { type BuiltPart, buildAst } from "./build-ast.ts";
import { spanOf } from "./build-line.ts";
import { formatLine, words } from "./format-line.ts";
import type { Line } from "./parser.ts";
import { readLines } from "./read.ts";
import type { SyntaxErrorKind } from "./syntax-errors.ts";

/** Text that takes the place of a stretch of the script, [start, end) in UTF-16 units. */
export interface FormatEdit extends Span {
  readonly text: string;
}

/**
 * Writes a script in its one canonical form, which is its own canonical form. Only signs and the white space around
 * words change. Signs are half-width in either language, as in every example of the language; a space stands before `(`
 * only between Latin letters: `customer (angry)`, `客户(愤怒)`. Words keep their letter case, because a keyword in a
 * script is often part of a name: `AGENT Anna`. A line whose signs are damaged stays byte for byte.
 */
export function format(text: string): string {
  return apply(text, formatEdits(text));
}

/**
 * The edits that `format` makes, in the order of the text, each within a line or the blank lines between two. A damaged
 * line stays at its depth: where the lines around it would therefore read otherwise, their step stays at its depth too.
 * @param within the stretch of the text to which the edits are confined; what lies outside counts as damaged lines do
 */
export function formatEdits(text: string, within: Span = { start: 0, end: text.length }): FormatEdit[] {
  const rows = read(text);
  const care = new Map<number, Care>();
  for (let round = 0; round < ROUNDS; round++) {
    const all = editsOf(text, rows, (part) => care.get(part) ?? "all");
    const edits = all.filter(({ start, end }) => within.start <= start && end <= within.end);
    if (edits.length === 0) return [];
    const after = read(apply(text, edits));
    const hurt = new Set(rows.filter(({ meaning }, at) => meaning !== after[at]?.meaning).map(({ part }) => part));
    if (hurt.size === 0) return edits;
    for (const part of hurt) care.set(part, care.has(part) ? "blank lines" : "signs");
  }
  return [];
}

/** How much of a step is formatted: all of it, all but its depths, nothing but the blank lines. */
type Care = "all" | "signs" | "blank lines";

/** A step that keeps its depths can make its neighbours keep theirs; after so many rounds the text stays as it is. */
const ROUNDS = 4;

type Node = Title | Field | Note | Step | Statement | Choice;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A line that is not blank, without its line break. */
interface Row extends Span {
  /** Its line break; the last line may have none. */
  readonly newline: string;
  /** Whether a blank line stands above it. */
  readonly isSpaced: boolean;
  /** Absent on comments, rules and lines beyond repair. */
  readonly line?: Line;
  readonly isComment: boolean;
  readonly isDamaged: boolean;
  /** The number of choices that it lies in. */
  readonly level: number;
  /** 0 before the first heading, then the number of the step. */
  readonly part: number;
  /** What it says in the tree and what is wrong with it: no formatting may change this. */
  readonly meaning: string;
}

function read(text: string): Row[] {
  const { lines, comments, problems } = readLines(text);
  const tree = buildAst(lines, text.length);
  const rows = rowsOf(text);
  const at = (offset: number) => rowAt(rows, offset);
  for (const line of lines) at(spanOf(line).start).line = line;
  for (const { startOffset } of comments) at(startOffset).isComment = true;
  for (const { node, level } of nodesOf(tree)) {
    const row = at(node.start);
    row.level = level;
    row.meaning += `${level} ${meaningOf(node)}\n`;
  }
  for (const { span, kind } of [...problems, ...tree.problems]) {
    const row = at(span.start);
    row.meaning += `${kind}\n`;
    if (WELL_FORMED.has(kind)) continue;
    row.isDamaged = true;
    if (kind === "pasted-table")
      for (const inside of rows) inside.isDamaged ||= inside.start > span.start && inside.start < span.end;
  }
  let part = 0;
  for (const row of rows) row.part = row.line?.kind === "step" ? ++part : part;
  return rows;
}

/** What is wrong with a word, in a line whose signs are all there: it can be formatted, and stays wrong. */
const WELL_FORMED: ReadonlySet<SyntaxErrorKind> = new Set(["unknown-speaker", "unknown-label", "unknown-value"]);

/** The lines of a text that are not blank; byte order marks before the first are no part of it. */
function rowsOf(text: string): Mutable<Row>[] {
  const rows: Mutable<Row>[] = [];
  const newlines = /\r\n|\r|\n/g;
  let isSpaced = false;
  for (let start = 0, next = 0; start < text.length; start = next) {
    while (rows.length === 0 && text[start] === "\ufeff") start++;
    newlines.lastIndex = start;
    const newline = newlines.exec(text)?.[0] ?? "";
    next = newline === "" ? text.length : newlines.lastIndex;
    const end = next - newline.length;
    // Blank is what the lexer skips; a line of any other white space is a line to it.
    const isBlank = /^[ \t\u3000\u00a0\ufeff]*$/.test(text.slice(start, end));
    if (!isBlank)
      rows.push({ start, end, newline, isSpaced, isComment: false, isDamaged: false, level: 0, part: 0, meaning: "" });
    isSpaced = isBlank && rows.length > 0;
  }
  return rows;
}

/** The last line that begins at or before an offset. */
function rowAt(rows: readonly Mutable<Row>[], offset: number): Mutable<Row> {
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (rows[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return rows[low]!;
}

/** All nodes that begin a line, each with the number of choices around it; without recursion, however deep they lie. */
function* nodesOf({ title, fields, notes, steps }: BuiltPart): Generator<{ node: Node; level: number }> {
  const open: { node: Node; level: number }[] = [];
  const add = (nodes: readonly Node[], level: number) => nodes.forEach((node) => open.push({ node, level }));
  for (const nodes of [title ? [title] : [], fields, notes, steps]) add(nodes, 0);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, level } = next;
    yield next;
    if (node.kind === "step") for (const nodes of [node.fields, node.body]) add(nodes, level);
    else if (node.kind === "choices") add(node.choices, level);
    else if (node.kind === "choice") add(node.body, level + 1);
  }
}

/** A node in print, without its offsets and without the nodes inside it, which have a meaning of their own. */
function meaningOf(node: object): string {
  let meaning = "";
  for (const [key, value] of Object.entries(node)) {
    if (typeof value === "number" || (NESTED.has(key) && Array.isArray(value)) || key === "heading") continue;
    meaning += `${key}=${typeof value === "object" ? `{${meaningOf(value)}}` : JSON.stringify(value)} `;
  }
  return meaning;
}

const NESTED = new Set(["fields", "body", "choices"]);

function editsOf(text: string, rows: readonly Row[], careOf: (part: number) => Care): FormatEdit[] {
  const edits: FormatEdit[] = [];
  const newline = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const indents = indentsOf(text, rows, careOf);
  const spaced = spacedRows(rows);
  let [end, gap] = [0, ""];
  for (const [index, row] of rows.entries()) {
    edits.push(...edit(text, end, row.start, spaced[index] ? gap + gap : gap));
    const isKept = isFixed(row) || careOf(row.part) === "blank lines";
    if (!isKept)
      edits.push(
        ...edit(
          text,
          row.start,
          row.end,
          indents[index] + (row.line === undefined ? text.slice(row.start, row.end).trim() : formatLine(row.line)),
        ),
      );
    end = row.end;
    // A blank line ends as the line above it does: after a lone CR, an LF would make one line break of the two.
    gap = row.newline || newline;
  }
  return [...edits, ...edit(text, end, text.length, gap)];
}

/** Puts `wanted` in the place of [start, end), where they differ. */
function edit(text: string, start: number, end: number, wanted: string): FormatEdit[] {
  let [from, to, last] = [start, end, wanted.length];
  while (from < to && from - start < last && text[from] === wanted[from - start]) from++;
  while (from < to && from - start < last && text[to - 1] === wanted[last - 1]) [to, last] = [to - 1, last - 1];
  return from === to && from - start === last ? [] : [{ start: from, end: to, text: wanted.slice(from - start, last) }];
}

function apply(text: string, edits: readonly FormatEdit[]): string {
  const pieces = edits.map((each, index) => text.slice(edits[index - 1]?.end ?? 0, each.start) + each.text);
  return pieces.join("") + text.slice(edits.at(-1)?.end ?? 0);
}

/** Which lines have a blank line above: those that had one, and headings, above the comments that stand right on them. */
function spacedRows(rows: readonly Row[]): boolean[] {
  const spaced = rows.map(({ isSpaced }) => isSpaced);
  for (const [index, { line }] of rows.entries()) {
    if (line?.kind !== "title" && line?.kind !== "step") continue;
    let first = index;
    while (first > 0 && !spaced[first] && rows[first - 1]!.isComment) first--;
    spaced[first] = first > 0;
  }
  return spaced;
}

/** The white space before each line: two spaces a choice around it, and two more than its turn for text of a turn. */
function indentsOf(text: string, rows: readonly Row[], careOf: (part: number) => Care): string[] {
  let turn: string | undefined;
  const limits: (string | undefined)[] = [];
  const indents = rows.map((row, index) => {
    limits[index] = turn;
    if (isFollower(row)) return "";
    const { kind } = row.line ?? {};
    const isText = kind === "continuation" || kind === "bare";
    // A heading at the margin is never taken for text of the turn above it, whatever that turn's depth.
    const isOwn = isFixed(row) || (careOf(row.part) !== "all" && kind !== "step");
    const indent = isOwn ? ownIndent(text, row) : isText ? `${turn ?? ""}  ` : "  ".repeat(row.level);
    if (!isText) turn = kind === "turn" ? indent : undefined;
    return indent;
  });
  let next = "";
  for (let index = rows.length - 1; index >= 0; index--) {
    const row = rows[index]!;
    const limit = limits[index] ?? next;
    if (!isFollower(row)) next = indents[index]!;
    else if (careOf(row.part) !== "all") indents[index] = ownIndent(text, row);
    // Deeper than the turn above it, a rule would be text of that turn; a comment never is.
    else indents[index] = row.isComment || next.length <= limit.length ? next : limit;
  }
  return indents;
}

/** Comments, rules and empty notes, which stand at the depth of the line below them. */
function isFollower({ line, isComment, isDamaged }: Row): boolean {
  return !isDamaged && (isComment || line === undefined || (line.kind === "note" && words(line.text) === ""));
}

/** Damaged lines, and lines of white space that the parser takes for words. */
function isFixed({ line, isDamaged }: Row): boolean {
  return isDamaged || ((line?.kind === "continuation" || line?.kind === "bare") && words(line.text) === "");
}

function ownIndent(text: string, { start, end }: Row): string {
  // A byte order mark inside a text is no white space that another line could copy.
  return /^\s*/.exec(text.slice(start, end))![0].replaceAll("\ufeff", "");
}
