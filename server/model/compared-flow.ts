import type { Choice, Step } from "../../grammar/index.ts";
import type { CallFlow, CardNode, Change, FlowEdge, FlowNode, FlowRow, Span } from "../protocol.ts";
import { pictureOf } from "./call-flow.ts";
import type { Comparison } from "./comparison.ts";
import type { ScriptChange, Version } from "./script-change.ts";
import { partsOf, type ScriptParts } from "./script-parts.ts";

/**
 * What changed between two versions of a script as a picture: the later version, with what was added and changed marked
 * in it, and what was removed put in where it stood, as far as what held it is still there.
 */
export function comparedFlow(before: Version, after: Version, comparison: Comparison, words: ComparedWords): CallFlow {
  const old = partsOf(before.document, pictureOf(before.document));
  const now = partsOf(after.document, pictureOf(after.document));
  return new ComparedPicture(old, now, comparison, words).flow(after.document.uri);
}

/** What is written beside a line whose promise changed, and one with which an apology was lost. */
export interface ComparedWords {
  readonly promise: string;
  readonly apology: string;
}

class ComparedPicture {
  private readonly old: ScriptParts;
  private readonly now: ScriptParts;
  private readonly comparison: Comparison;
  /** By where a row begins in the version in which it stands. */
  private readonly tags = { before: new Map<number, Set<string>>(), after: new Map<number, Set<string>>() };
  private readonly nodes: Map<string, FlowNode>;
  private readonly edges: Map<string, FlowEdge>;

  constructor(old: ScriptParts, now: ScriptParts, comparison: Comparison, words: ComparedWords) {
    [this.old, this.now, this.comparison] = [old, now, comparison];
    this.nodes = new Map(now.picture.nodes.map((node) => [node.id, node]));
    this.edges = new Map(now.picture.edges.map((edge) => [edge.id, edge]));
    const { promise, apology } = words;
    for (const { before, after } of comparison.promises) {
      this.tag("before", old.rowAt(before?.start), promise);
      this.tag("after", now.rowAt(after?.start), promise);
    }
    for (const { before } of comparison.apologies) this.tag("before", old.rowAt(before?.start), apology);
  }

  flow(uri: string): CallFlow {
    const { changes } = this.comparison;
    for (const change of changes) this.markWhole(change);
    for (const change of changes) this.markLine(change);
    for (const [start, tags] of this.tags.after) this.changeRow(start, (row) => tagged(row, tags));
    // What leads to something new or comes from it is new itself.
    for (const [id, edge] of this.edges)
      if ([edge.from, edge.to].some((end) => changeOf(this.nodes.get(end)) === "added" && edge.change === undefined))
        this.edges.set(id, { ...edge, change: "added" });
    const { title, chips, preface } = this.now.picture;
    const nodes = [...this.nodes.values()].sort((a, b) => Number(a.kind === "end") - Number(b.kind === "end"));
    return { uri, version: 0, title, chips, preface, nodes, edges: [...this.edges.values()], findings: [] };
  }

  /** Steps and branches. */
  private markWhole({ kind, before, after }: ScriptChange): void {
    const [was, is] = [before?.node, after?.node];
    if (kind === "added" && is !== undefined && isWhole(is)) {
      for (const node of this.now.nodesIn(is)) this.nodes.set(node.id, { ...node, change: "added" } as FlowNode);
      if (is.kind === "choice") this.changeBranch(is, (edge) => ({ ...edge, change: "added" }));
    }
    if (kind === "removed" && was !== undefined && isWhole(was)) this.putBack(was);
    if (kind === "renamed" && was?.kind === "step" && is?.kind === "step") {
      const card = this.now.nodeAt(is.heading.start);
      if (card?.kind === "card")
        this.nodes.set(card.id, { ...card, change: "changed", chips: [...card.chips, `← ${this.old.nameOf(was)}`] });
    }
    if (kind === "renamed" && was?.kind === "choice" && is?.kind === "choice")
      this.changeBranch(is, (edge) => ({
        ...edge,
        change: "changed",
        label: `${this.old.nameOf(was)} → ${edge.label ?? ""}`,
      }));
    if (kind === "redirected" && was?.kind === "choice" && is?.kind === "choice")
      this.changeBranch(is, (edge) => ({ ...edge, change: "changed" }));
  }

  /** Lines within steps and branches that are there in both versions. */
  private markLine({ kind, before, after }: ScriptChange): void {
    const [was, is] = [before?.node, after?.node];
    if ([was, is].some((node) => node !== undefined && (isWhole(node) || node.kind === "field"))) return;
    const isLeading = was?.kind === "jump" || is?.kind === "jump";
    if (is !== undefined && isLeading)
      for (const [id, edge] of this.edges)
        if (edge.span?.start === is.start) this.edges.set(id, { ...edge, change: "changed" });
    if (isLeading) return;
    const change: Change = kind === "moved" ? "changed" : "added";
    if (is !== undefined) this.changeRow(is.start, (row) => ({ ...row, change }));
    if (was === undefined || kind === "moved") return;
    const former = this.old.rowWith(was.start);
    const place = is === undefined ? this.placeOf(former) : this.rowPlace(is.start);
    if (former === undefined || place === undefined) return;
    const row = tagged(gone(former.row), this.tags.before.get(was.start));
    this.nodes.set(place.card.id, { ...place.card, rows: place.card.rows.toSpliced(place.index, 0, row) });
  }

  /** The nodes and edges of a step or branch that is no longer there. */
  private putBack(whole: Step | Choice): void {
    const removed = new Set(this.old.nodesIn(whole).map(({ id }) => id));
    for (const node of this.old.nodesIn(whole)) {
      const rows = node.kind === "card" ? { rows: node.rows.map(gone) } : {};
      this.nodes.set(`-${node.id}`, {
        ...node,
        ...rows,
        id: `-${node.id}`,
        span: NOWHERE,
        change: "removed",
      } as FlowNode);
    }
    const own = whole.kind === "choice" ? this.old.branchOf(whole) : undefined;
    const idOf = (id: string) => (removed.has(id) ? `-${id}` : this.old.counterpart(id, this.now, this.comparison));
    for (const edge of this.old.picture.edges) {
      if (!removed.has(edge.from) && !removed.has(edge.to) && edge !== own) continue;
      const [from, to] = [idOf(edge.from), idOf(edge.to)];
      if (from === undefined || to === undefined) continue;
      const { span: _, ...rest } = edge;
      this.edges.set(`-${edge.id}`, { ...rest, id: `-${edge.id}`, from, to, change: "removed" });
    }
  }

  private changeBranch(choice: Choice, change: (edge: FlowEdge) => FlowEdge): void {
    const edge = this.now.branchOf(choice);
    const known = edge && this.edges.get(edge.id);
    if (known !== undefined) this.edges.set(known.id, change(known));
  }

  private changeRow(start: number, change: (row: FlowRow) => FlowRow): void {
    const place = this.rowPlace(start);
    if (place === undefined) return;
    const { card, index } = place;
    this.nodes.set(card.id, { ...card, rows: card.rows.with(index, change(card.rows[index]!)) });
  }

  /** Where a row of the later version is drawn. */
  private rowPlace(start: number): { readonly card: CardNode; readonly index: number } | undefined {
    const id = this.now.rowWith(start)?.card.id;
    const card = id === undefined ? undefined : this.nodes.get(id);
    if (card?.kind !== "card") return undefined;
    const index = card.rows.findIndex((row) => row.change !== "removed" && row.span.start === start);
    return index < 0 ? undefined : { card, index };
  }

  /** Where a row of the earlier version would stand now: as far down in what its card has become. */
  private placeOf(former: ReturnType<ScriptParts["rowWith"]>) {
    const id = former && this.old.counterpart(former.card.id, this.now, this.comparison);
    const card = id === undefined ? undefined : this.nodes.get(id);
    return card?.kind === "card" ? { card, index: Math.min(former!.index, card.rows.length) } : undefined;
  }

  private tag(side: "before" | "after", row: FlowRow | undefined, words: string): void {
    if (row === undefined) return;
    const tags = this.tags[side].get(row.span.start) ?? new Set();
    this.tags[side].set(row.span.start, tags.add(words));
  }
}

/** What is gone stands nowhere in the text. */
const NOWHERE: Span = { start: 0, end: 0 };

function gone(row: FlowRow): FlowRow {
  return { ...row, span: NOWHERE, change: "removed" };
}

function tagged(row: FlowRow, tags: ReadonlySet<string> | undefined): FlowRow {
  return row.kind === "turn" && tags !== undefined ? { ...row, labels: [...row.labels, ...tags] } : row;
}

function changeOf(node: FlowNode | undefined): Change | undefined {
  return node === undefined || node.kind === "end" ? undefined : node.change;
}

function isWhole(node: { readonly kind: string }): node is Step | Choice {
  return node.kind === "step" || node.kind === "choice";
}
