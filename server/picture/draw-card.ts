import { CORNER, caption } from "./caption.ts";
import type { Badge, Card } from "./card.ts";
import type { Chip } from "./chips.ts";
import { type Element, element, textElement } from "./elements.ts";
import type { Row, TextLine, Wave } from "./row.ts";
import { SIZES } from "./sizes.ts";
import type { PictureWords } from "./words.ts";

/** Draws the inside of a card from its top left corner. */
export function drawCard(card: Card, words: PictureWords): (Element | undefined)[] {
  const { width, height, headerHeight, title, chips, badges, rows } = card;
  return [
    element("rect", { class: "frame", width, height, rx: CORNER }),
    headerHeight > 0 && rows.length > 0
      ? element("path", { class: "rule", d: `M0.5 ${headerHeight}H${width - 0.5}` })
      : undefined,
    title &&
      textElement("text", { class: title.borrowed ? "title borrowed" : "title", x: title.x, y: title.y }, title.text),
    ...chips.map((chip) => drawChip(chip, "chip")),
    ...rows.map((row) => drawRow(row, width)),
    ...badges.map((badge) => drawBadge(badge, words)),
  ];
}

/** A chip; `icon` is the room that it keeps before its text. */
export function drawChip({ text, x, y, width }: Chip, name: string, icon = 0): Element {
  const height = SIZES.chip;
  return element(
    "g",
    { class: name },
    element("rect", { x, y: y - height / 2, width, height, rx: height / 2 }),
    textElement("text", { x: x + (width + icon) / 2, y: y + 3.9 }, text),
  );
}

function drawBadge({ severity, findings, x, y, width }: Badge, words: PictureWords): Element {
  const height = SIZES.badge;
  const messages = findings.slice(0, 5).map((finding) => caption(finding.message));
  const data = { "data-severity": severity, "data-finding": findings[0]!.id };
  return element(
    "g",
    { class: `badge ${severity}`, ...data },
    textElement("title", {}, [`${findings.length} ${words.severity[severity]}`, ...messages].join("\n")),
    element("rect", { x, y: y - height / 2, width, height, rx: height / 2 }),
    textElement("text", { x: x + width / 2, y: y + 4 }, String(findings.length)),
  );
}

function drawRow(row: Row, width: number): Element {
  const { index, kind, role, span, y, height, speaker, labels, lines, waves, findings, flagged, clipped } = row;
  const data = {
    "data-row": index,
    "data-kind": kind,
    "data-role": role,
    "data-start": span.start,
    "data-end": span.end,
  };
  const first = y + SIZES.rowGap / 2 + SIZES.line / 2;
  return element(
    "g",
    { class: role === undefined ? `row ${kind}` : `row ${kind} ${role}`, ...data, "data-finding": findings[0]?.id },
    clipped ? textElement("title", {}, caption(row.text)) : undefined,
    element("rect", { class: "ground", x: 1, y, width: width - 2, height }),
    role === undefined
      ? drawIcon(kind, SIZES.rowLeft, first - 6)
      : element("rect", { class: "stripe", x: 0.5, y: y + 3, width: 3, height: height - 6 }),
    speaker === undefined
      ? undefined
      : textElement("text", { class: "speaker", x: SIZES.rowLeft, y: first + 4.5 }, speaker),
    ...labels.map((label) => drawChip(label, "emotion")),
    ...lines.map((line) => drawLine(line)),
    ...waves.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]).map((wave) => drawWave(wave, findings)),
    flagged ? element("circle", { class: `flag ${worst(row)}`, cx: width - 8, cy: first, r: 3 }) : undefined,
  );
}

const RANK = { information: 0, warning: 1, error: 2 } as const;

function worst({ findings }: Row): string {
  return findings.toSorted((a, b) => RANK[b.severity] - RANK[a.severity])[0]?.severity ?? "information";
}

/** A line with marks is drawn piece by piece, each forced to its measured width, so that underlines sit where they belong. */
function drawLine({ baseline, pieces }: TextLine): Element {
  const [only] = pieces;
  if (only === undefined || pieces.length === 1)
    return textElement("text", { x: only?.x, y: baseline }, only?.text ?? "");
  const parts = pieces.map(({ text, x, width }) => textElement("tspan", { x, ...fitted(text, width) }, text));
  return element("text", { y: baseline }, ...parts);
}

function fitted(text: string, width: number) {
  return text.length > 1 ? { textLength: Math.round(width * 100) / 100, lengthAdjust: "spacing" } : {};
}

function drawWave({ finding, severity, x, width, baseline }: Wave, findings: Row["findings"]): Element {
  const found = findings.find(({ id }) => id === finding);
  const y = baseline + 4.5;
  const bumps = Math.max(1, Math.round(width / 4));
  const step = Math.round((width / bumps) * 100) / 100;
  const half = step / 2;
  const wave = `M${x} ${y}q${half / 2} -2 ${half} 0t${half} 0${`t${half} 0t${half} 0`.repeat(bumps - 1)}`;
  return element(
    "g",
    { class: `mark ${severity}`, "data-finding": finding },
    found && textElement("title", {}, caption(found.message)),
    element("rect", { class: "hit", x, y: baseline - 13, width, height: SIZES.line }),
    element("path", { class: "wave", d: wave }),
  );
}

function drawIcon(kind: Row["kind"], x: number, y: number): Element | undefined {
  const path = ICONS[kind];
  return path === undefined
    ? undefined
    : element("path", { class: "icon", d: path, transform: `translate(${x} ${y})` });
}

/** Twelve pixels square: a bolt for something done, lines for a note, an arrow that leaves and returns for a detour. */
const ICONS: Partial<Record<Row["kind"], string>> = {
  action: "M7 0.5L2 7H5.5L5 11.5L10 5H6.5Z",
  note: "M1.5 2.5H10.5M1.5 6H10.5M1.5 9.5H7",
  detour: "M1.5 1V4.5A2.5 2.5 0 0 0 4 7H10.5M7.5 4L10.5 7L7.5 10",
};
