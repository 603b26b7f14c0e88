import type { Change, FlowFinding, FlowRow, Mark, Role, Severity, Span, TurnRow } from "../protocol.ts";
import { type Chip, flowChips, placeChip } from "./chips.ts";
import { type Advance, clip, type Face, textWidth, visible } from "./measure.ts";
import { type Detail, FACES, MAX_LINES, SIZES } from "./sizes.ts";
import { type Line, wrap } from "./wrap.ts";

/** A stretch of one line between two ends of marks; `x` and `width` in pixels from the card's left edge. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly width: number;
}

export interface TextLine {
  /** The baseline, in pixels from the card's top edge. */
  readonly baseline: number;
  readonly pieces: readonly Piece[];
}

/** An underline below a part of one line. */
export interface Wave {
  readonly finding: string;
  readonly severity: Severity;
  readonly x: number;
  readonly width: number;
  readonly baseline: number;
}

/** One row of a card; positions in pixels from the card's top left corner. */
export interface Row {
  readonly index: number;
  readonly kind: FlowRow["kind"];
  readonly role?: Role;
  readonly span: Span;
  readonly change?: Change;
  readonly y: number;
  readonly height: number;
  readonly speaker?: string;
  readonly labels: readonly Chip[];
  readonly lines: readonly TextLine[];
  readonly waves: readonly Wave[];
  readonly findings: readonly FlowFinding[];
  /** True when a finding on this row has no underline of its own, so that the row as a whole must be marked. */
  readonly flagged: boolean;
  readonly clipped: boolean;
  readonly text: string;
}

export interface RowOptions {
  readonly index: number;
  readonly y: number;
  readonly width: number;
  readonly findings: readonly FlowFinding[];
  readonly detail: Detail;
  readonly advance: Advance;
  readonly speakerColumn: number;
}

/** Breaks a row into lines, places its labels, and maps its marks onto the lines. */
export function placeRow(row: FlowRow, options: RowOptions): Row {
  return row.kind === "turn" ? placeTurn(row, options) : placeAside(row, options);
}

function placeTurn(row: TurnRow, options: RowOptions): Row {
  const { advance, detail, speakerColumn, y } = options;
  const left = SIZES.rowLeft + speakerColumn + 8;
  const right = options.width - SIZES.padding;
  const middle = y + SIZES.rowGap / 2 + SIZES.line / 2;
  const labels = flowChips(
    row.labels.map((label) => placeChip(label, 0, 0, right - left, advance)),
    left,
    right,
    middle,
  );
  const last = labels.at(-1);
  const inline = last === undefined ? left : last.x + last.width + SIZES.chipGap;
  const lowered = right - inline < 4 * FACES.text.size;
  const begin = lowered ? left : inline;
  const baseline = (last?.y ?? middle) + 4.5 + (lowered ? SIZES.line : 0);
  const room = { begin, left, right, baseline, maxLines: MAX_LINES[detail].turn, advance, face: FACES.text };
  const { lines, waves, clipped, bottom } = placeText(visible(row.text), row.marks, room);
  return {
    index: options.index,
    kind: row.kind,
    role: row.role,
    span: row.span,
    ...(row.change && { change: row.change }),
    y,
    height: bottom + SIZES.rowGap / 2 - y,
    speaker: clip(visible(row.speaker), speakerColumn, FACES.speaker, advance),
    labels,
    lines,
    waves,
    findings: options.findings,
    flagged: options.findings.some(({ id }) => !row.marks.some((mark) => mark.finding === id)),
    clipped,
    text: row.text,
  };
}

/** Actions, notes and detours: an icon and a muted text. */
function placeAside(row: Exclude<FlowRow, TurnRow>, options: RowOptions): Row {
  const { index, y, findings } = options;
  const left = SIZES.rowLeft + SIZES.icon;
  const { lines, waves, clipped, bottom } = placeText(visible(row.text), [], {
    begin: left,
    left,
    right: options.width - SIZES.padding,
    baseline: y + SIZES.rowGap / 2 + SIZES.line / 2 + 4,
    maxLines: MAX_LINES[options.detail].other,
    advance: options.advance,
    face: FACES.small,
  });
  const height = bottom + SIZES.rowGap / 2 - y;
  const flagged = findings.length > 0;
  return {
    index,
    kind: row.kind,
    span: row.span,
    ...(row.change && { change: row.change }),
    y,
    height,
    labels: [],
    lines,
    waves,
    findings,
    flagged,
    clipped,
    text: row.text,
  };
}

interface PlacedText {
  readonly lines: readonly TextLine[];
  readonly waves: readonly Wave[];
  readonly clipped: boolean;
  readonly bottom: number;
}

interface TextOptions {
  readonly begin: number;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly maxLines: number;
  readonly advance: Advance;
  readonly face: Face;
}

function placeText(text: string, marks: readonly Mark[], options: TextOptions): PlacedText {
  const { begin, left, right, baseline, maxLines, advance, face } = options;
  const broken = wrap(text, { face, advance, first: right - begin, rest: right - left, maxLines });
  const lines: TextLine[] = [];
  const waves: Wave[] = [];
  for (const [index, line] of broken.entries()) {
    const x = index === 0 ? begin : left;
    const at = baseline + index * SIZES.line;
    const inside = marks.filter((mark) => mark.start < endOf(line, text) && mark.end >= line.start);
    lines.push({ baseline: at, pieces: piecesOf(text, line, inside, x, face, advance) });
    waves.push(...wavesOf(text, line, inside, x, at, options));
  }
  const bottom = baseline + Math.max(0, broken.length - 1) * SIZES.line + SIZES.line / 2 - 4;
  return { lines, waves, clipped: broken.at(-1)?.clipped ?? false, bottom };
}

/** A clipped line stands for the rest of the text, so that a mark in the rest is shown below its ellipsis. */
function endOf(line: Line, text: string): number {
  return line.clipped || line.end === text.length ? text.length + 1 : line.end;
}

/** Cuts a line at every end of a mark, so that each part can be drawn at exactly its own place. */
function piecesOf(text: string, line: Line, marks: readonly Mark[], x: number, face: Face, advance: Advance): Piece[] {
  if (marks.length === 0 && !line.clipped) {
    return [{ text: text.slice(line.start, line.end), x, width: textWidth(text, face, advance, line.start, line.end) }];
  }
  const cuts = new Set([line.start, line.end]);
  for (const { start, end } of marks) for (const cut of [start, end]) cuts.add(clamp(cut, line.start, line.end));
  const sorted = [...cuts].sort((a, b) => a - b);
  const pieces: Piece[] = [];
  let at = x;
  for (const [index, start] of sorted.slice(0, -1).entries()) {
    const width = textWidth(text, face, advance, start, sorted[index + 1]!);
    pieces.push({ text: text.slice(start, sorted[index + 1]!), x: at, width });
    at += width;
  }
  if (line.clipped) pieces.push({ text: "…", x: at, width: textWidth("…", face, advance) });
  return pieces;
}

function wavesOf(
  text: string,
  line: Line,
  marks: readonly Mark[],
  x: number,
  baseline: number,
  { face, advance }: TextOptions,
): Wave[] {
  return marks.flatMap((mark) => {
    const start = clamp(mark.start, line.start, line.end);
    const end = clamp(mark.end, line.start, line.end);
    if (start === end && mark.start < line.end && mark.start !== mark.end) return [];
    const from = x + textWidth(text, face, advance, line.start, start);
    const hidden = line.clipped && mark.end > line.end ? textWidth("…", face, advance) : 0;
    const width = Math.max(textWidth(text, face, advance, start, end) + hidden, NARROWEST);
    return [{ finding: mark.finding, severity: mark.severity, x: from, width, baseline }];
  });
}

const NARROWEST = 6;

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
