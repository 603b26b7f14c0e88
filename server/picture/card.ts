import type { CardNode, FlowFinding, FlowRow, Severity } from "../protocol.ts";
import { type Chip, flowChips, placeChip } from "./chips.ts";
import { type Advance, clip, textWidth, visible } from "./measure.ts";
import { placeRow, type Row } from "./row.ts";
import { type Detail, FACES, SIZES } from "./sizes.ts";

/** The findings of one severity on a card. */
export interface Badge {
  readonly severity: Severity;
  readonly findings: readonly FlowFinding[];
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A card with everything in it placed relative to its top left corner, in pixels. */
export interface Card {
  readonly width: number;
  readonly height: number;
  /** 0 where a branch body has neither title nor chips. */
  readonly headerHeight: number;
  readonly title?: { readonly text: string; readonly x: number; readonly y: number; readonly borrowed: boolean };
  readonly chips: readonly Chip[];
  readonly badges: readonly Badge[];
  readonly rows: readonly Row[];
}

export interface CardOptions {
  readonly detail: Detail;
  readonly advance: Advance;
  /** Width in pixels of the column that speakers stand in, the same on all cards. */
  readonly speakerColumn: number;
}

/** Measures a card and places its parts; `findings` are those that are marked on this node. */
export function placeCard(node: CardNode, findings: readonly FlowFinding[], options: CardOptions): Card {
  const width = SIZES.card[options.detail] + (options.detail === "steps" ? 0 : Math.round(options.speakerColumn));
  const header = placeHeader(node, findings, width, options);
  const rows: Row[] = [];
  let y = header.headerHeight + (header.headerHeight > 0 ? 4 : 2);
  if (options.detail !== "steps") {
    for (const [index, row] of node.rows.entries()) {
      const { detail, advance, speakerColumn } = options;
      const own = findingsOf(row, findings);
      const placed = placeRow(row, { index, y, width, findings: own, detail, advance, speakerColumn });
      rows.push(placed);
      y += placed.height;
    }
  }
  const height = rows.length > 0 ? y + (header.headerHeight > 0 ? 4 : 2) : Math.max(header.headerHeight, SIZES.header);
  return { ...header, width, height, rows };
}

type Header = Omit<Card, "width" | "height" | "rows">;

function placeHeader(node: CardNode, findings: readonly FlowFinding[], width: number, options: CardOptions): Header {
  const { advance, detail } = options;
  const name = titleOf(node, detail);
  const right = width - SIZES.padding;
  if (name === undefined && node.chips.length === 0) {
    return { headerHeight: 0, chips: [], badges: placeBadges(findings, width + 6, 0, advance) };
  }
  const middle = SIZES.header / 2;
  const badges = placeBadges(findings, right, middle, advance);
  const free = (badges[0]?.x ?? right + SIZES.chipGap) - SIZES.chipGap;
  const titleWidth = name === undefined ? 0 : textWidth(name.text, FACES.title, advance);
  const wanted = node.chips.map((text) => placeChip(text, 0, middle, right - SIZES.padding, advance));
  const chipsWidth = wanted.reduce((sum, chip) => sum + chip.width + SIZES.chipGap, 0);
  const beside = SIZES.padding + titleWidth + (titleWidth > 0 ? 10 : 0) + chipsWidth <= free + SIZES.chipGap;
  const below = beside || titleWidth === 0 || wanted.length === 0 ? 0 : SIZES.chip + 4;
  const chips = beside
    ? flowChips(wanted, free + SIZES.chipGap - chipsWidth, free, middle)
    : flowChips(wanted, SIZES.padding, right, middle + (titleWidth > 0 ? SIZES.chip + 6 : 0));
  const lowest = chips.at(-1)?.y ?? middle;
  const header: Header = {
    headerHeight: Math.max(SIZES.header + below, lowest + SIZES.header / 2),
    chips,
    badges,
  };
  if (name === undefined) return header;
  const text = clip(name.text, free - SIZES.padding - (beside ? chipsWidth : 0), FACES.title, advance);
  return { ...header, title: { text, x: SIZES.padding, y: middle + 5, borrowed: name.borrowed } };
}

/** A branch body has no title; where only titles are shown, its first row stands in for one. */
function titleOf(node: CardNode, detail: Detail): { text: string; borrowed: boolean } | undefined {
  if (node.title !== undefined) return { text: visible(node.title), borrowed: false };
  if (detail !== "steps") return undefined;
  return { text: visible(node.rows[0]?.text ?? "…"), borrowed: true };
}

function placeBadges(findings: readonly FlowFinding[], right: number, y: number, advance: Advance): Badge[] {
  const badges: Badge[] = [];
  let x = right;
  for (const severity of ["information", "warning", "error"] as const) {
    const own = findings.filter((finding) => finding.severity === severity);
    if (own.length === 0) continue;
    const width = Math.max(SIZES.badge + 2, textWidth(String(own.length), FACES.badge, advance) + 12);
    x -= width;
    badges.unshift({ severity, findings: own, x, y, width });
    x -= 5;
  }
  return badges;
}

const NONE: readonly FlowFinding[] = [];

function findingsOf(row: FlowRow, findings: readonly FlowFinding[]): readonly FlowFinding[] {
  if (findings.length === 0) return NONE;
  const marked = new Set(row.kind === "turn" ? row.marks.map((mark) => mark.finding) : []);
  return findings.filter(
    ({ id, span }) => marked.has(id) || (span.start >= row.span.start && span.start < row.span.end),
  );
}
