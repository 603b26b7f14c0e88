import type { Choice, Choices, Statement, Step } from "../../grammar/index.ts";
import type { CardNode, FlowEdge, FlowNode, FlowRow, Span } from "../protocol.ts";
import type { FlowPicture } from "./call-flow.ts";
import type { Comparison } from "./comparison.ts";
import { type ScriptDocument, stepName } from "./document.ts";

/** Finds the parts of a script in its picture, and the other way round. */
export function partsOf(document: ScriptDocument, picture: FlowPicture): ScriptParts {
  return new ScriptParts(document, picture);
}

interface PlacedRow {
  readonly card: CardNode;
  readonly row: FlowRow;
  readonly index: number;
}

export class ScriptParts {
  readonly picture: FlowPicture;
  private readonly rows = new Map<number, PlacedRow>();
  private readonly wholes: readonly (Step | Choice)[];

  constructor(document: ScriptDocument, picture: FlowPicture) {
    this.picture = picture;
    this.wholes = document.script.steps.flatMap((step) => [step, ...choicesIn(step.body)]);
    for (const card of picture.nodes)
      if (card.kind === "card")
        for (const [index, row] of card.rows.entries()) this.rows.set(row.span.start, { card, row, index });
  }

  nameOf(whole: Step | Choice): string {
    if (whole.kind === "step") return stepName(whole);
    return whole.label.kind === "text" ? whole.label.text : "";
  }

  nodeAt(start: number): FlowNode | undefined {
    return this.picture.nodes.find((node) => node.kind !== "end" && node.span.start === start);
  }

  /** The nodes that stand in a step or branch, those of its inner branches too. */
  nodesIn(whole: Step | Choice): Exclude<FlowNode, { kind: "end" }>[] {
    return this.picture.nodes.flatMap((node) => (node.kind !== "end" && holds(whole, node.span.start) ? [node] : []));
  }

  /** The edge of a branch, which goes out from the decision. */
  branchOf({ label, start }: Choice): FlowEdge | undefined {
    const at = label.kind === "text" ? label.start : start;
    return this.picture.edges.find(({ kind, span }) => kind === "branch" && span?.start === at);
  }

  rowWith(start: number): PlacedRow | undefined {
    return this.rows.get(start);
  }

  /** The row in whose text an offset lies. */
  rowAt(offset: number | undefined): FlowRow | undefined {
    if (offset === undefined) return undefined;
    for (const { row } of this.rows.values()) if (holds(row.span, offset)) return row;
    return undefined;
  }

  /**
   * The id that a node has in the picture of the other version: it stands in the step or branch that belongs to its own,
   * and is there, among those of its kind, as many after the first.
   */
  counterpart(id: string, other: ScriptParts, { match }: Comparison): string | undefined {
    const node = this.picture.nodes.find((one) => one.id === id);
    if (node === undefined) return undefined;
    if (node.kind === "end") return other.picture.nodes.find(({ kind }) => kind === "end")?.id;
    const whole = this.innermost(node.span.start);
    const home = whole?.kind === "step" ? match.steps.get(whole) : whole && match.choices.get(whole);
    if (whole === undefined || home === undefined) return undefined;
    const index = this.directlyIn(whole, node.kind).findIndex((one) => one.id === id);
    return other.directlyIn(home, node.kind)[index]?.id;
  }

  private directlyIn(whole: Step | Choice, kind: FlowNode["kind"]): FlowNode[] {
    return this.nodesIn(whole).filter((node) => node.kind === kind && this.innermost(node.span.start) === whole);
  }

  private innermost(offset: number): Step | Choice | undefined {
    return this.wholes.findLast((whole) => holds(whole, offset));
  }
}

function choicesIn(body: readonly Statement[]): Choice[] {
  const found: Choice[] = [];
  const waiting = body
    .filter(isChoices)
    .flatMap(({ choices }) => choices)
    .reverse();
  for (let choice = waiting.pop(); choice !== undefined; choice = waiting.pop()) {
    found.push(choice);
    waiting.push(
      ...choice.body
        .filter(isChoices)
        .flatMap(({ choices }) => choices)
        .reverse(),
    );
  }
  return found;
}

function isChoices(statement: Statement): statement is Choices {
  return statement.kind === "choices";
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}
