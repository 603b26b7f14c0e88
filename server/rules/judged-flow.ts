import type { Span } from "../../grammar/index.ts";
import { offsetInText, pictureOf } from "../model/call-flow.ts";
import type { ScriptDocument } from "../model/document.ts";
import { type DueChip, dueChips } from "../model/due-chips.ts";
import { Lines } from "../model/lines.ts";
import type { Project } from "../model/project.ts";
import { turnsOf } from "../model/symbols.ts";
import type { CallFlow, FlowEdge, FlowFinding, FlowNode, Mark } from "../protocol.ts";
import type { Finding } from "./rule.ts";

/**
 * The picture of a script with its findings marked on the nodes and in the text, and their paths, and with what is due
 * by when on the edges and cards.
 * @param language the reader's, for the findings' messages
 * @param version the number of the text that was judged, which the answer carries
 */
export function judgedFlow(
  project: Project,
  script: ScriptDocument,
  findings: readonly Finding[],
  { language, version = 0 }: { readonly language: "zh" | "en"; readonly version?: number },
): CallFlow {
  const picture = pictureOf(script);
  const seen = new Map<string, number>();
  const drawn = findings.map((finding) => {
    // The same finding keeps its id while others come and go, so that a chosen one stays chosen.
    const name = `${finding.ruleId}@${nodeAt(picture, finding.span.start)?.id ?? ""}`;
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return flowFinding(finding, `${name}#${nth}`, picture, language);
  });
  const due = placeDue(picture, dueChips(project, script));
  const turns = new Map([...turnsOf(script)].map((turn) => [turn.start, turn]));
  const nodes = picture.nodes.map((node): FlowNode => {
    if (node.kind !== "card") return node;
    const rows = node.rows.map((row) => {
      const turn = row.kind === "turn" ? turns.get(row.span.start) : undefined;
      if (row.kind !== "turn" || turn === undefined) return row;
      const spoken = turn.text[0];
      // A finding at the speaker's label has nothing to underline in what is said.
      const marks = drawn
        .filter(({ span }) => spoken !== undefined && contains(row.span, span) && span.start >= spoken.start)
        .map(
          ({ id, span, severity }): Mark => ({
            start: offsetInText(turn, span.start),
            end: offsetInText(turn, span.end),
            severity,
            finding: id,
          }),
        );
      return { ...row, marks };
    });
    return { ...node, chips: [...node.chips, ...(due.get(node.id) ?? [])], rows };
  });
  const damage =
    script.errors.length > 0
      ? findings.find(({ ruleId, severity }) => ruleId.startsWith("syntax/") && severity === "error")
      : undefined;
  return {
    uri: script.uri,
    version,
    title: picture.title,
    chips: picture.chips,
    preface: picture.preface,
    nodes,
    edges: picture.edges.map((edge) => (due.has(edge.id) ? { ...edge, due: [...due.get(edge.id)!] } : edge)),
    findings: drawn,
    ...(damage && {
      broken: {
        span: damage.span,
        line: new Lines(script.text).at(damage.span.start).line + 1,
        message: damage.message[language],
      },
    }),
  };
}

/**
 * What is due by when, by the ids of the edges on which the time runs; where it runs within a card, or the call begins or
 * ends with it, by that of the card.
 */
function placeDue(picture: Picture, chips: readonly DueChip[]): ReadonlyMap<string, ReadonlySet<string>> {
  const placed = new Map<string, Set<string>>();
  for (const { at, text, way, since } of chips) {
    const card = nodeAt(picture, at)?.id ?? "";
    const isWithin = since !== undefined && nodeAt(picture, since)?.id === card;
    const edges = isWithin ? [] : picture.edges.filter(({ from, to }) => (way === "here" ? to : from) === card);
    for (const { id } of edges.length > 0 ? edges : [{ id: card }])
      placed.set(id, (placed.get(id) ?? new Set()).add(text));
  }
  return placed;
}

type Picture = { readonly nodes: readonly FlowNode[]; readonly edges: readonly FlowEdge[] };

function flowFinding(
  { ruleId, severity, message, span, path }: Finding,
  id: string,
  picture: Picture,
  language: "zh" | "en",
): FlowFinding {
  const node = nodeAt(picture, span.start);
  return {
    id,
    ruleId,
    severity,
    message: message[language],
    span,
    ...(node && { node: node.id }),
    path: litPath(
      picture,
      path.map((point) => point.span),
    ),
  };
}

/** The nodes and edges of the picture on a path that is given by points of the text. */
function litPath(picture: Picture, points: readonly Span[]): string[] {
  const ids: string[] = [];
  let last: string | undefined;
  for (const point of points) {
    const branch = picture.edges.find(
      (edge) => edge.kind === "branch" && edge.span !== undefined && contains(edge.span, point),
    );
    const node = branch?.to ?? nodeAt(picture, point.start)?.id;
    if (node === undefined || node === last) continue;
    if (branch !== undefined) {
      ids.push(...linkBetween(picture, last, branch.from), branch.from, branch.id);
    } else ids.push(...linkBetween(picture, last, node));
    ids.push(node);
    last = node;
  }
  return [...new Set(ids)];
}

function linkBetween({ edges }: Picture, from: string | undefined, to: string): string[] {
  if (from === undefined || from === to) return [];
  const edge = edges.find((candidate) => candidate.from === from && candidate.to === to);
  return edge === undefined ? [] : [edge.id];
}

/** The innermost node whose text holds the offset; the end of the call behind all text. */
function nodeAt({ nodes }: Picture, offset: number): FlowNode | undefined {
  let best: FlowNode | undefined;
  let end: FlowNode | undefined;
  for (const node of nodes) {
    if (node.kind === "end") end = node;
    else if (
      node.span.start <= offset &&
      offset <= node.span.end &&
      (best === undefined || best.kind === "end" || node.span.start >= best.span.start)
    )
      best = node;
  }
  return best ?? end;
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
