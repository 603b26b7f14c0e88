import type { Step } from "../../grammar/index.ts";
import { type AlignedItem, alignCall, type CallTurns, type SaidLine, whoSays } from "./call-alignment.ts";
import { type Commitment, commitmentsOfTurn } from "./commitments.ts";
import type { ScriptDocument } from "./document.ts";
import { flowOf } from "./flow.ts";
import { likeness, sayingOf, saysTheSame } from "./likeness.ts";
import type { Project } from "./project.ts";
import { type PromiseChange, promiseChanges } from "./promise-changes.ts";
import { spokenWords } from "./spoken-words.ts";
import { type Point, supergraphOf } from "./supergraph.ts";
import { turnsOf } from "./symbols.ts";
import { unrolledCall } from "./unrolled-call.ts";

/** How a line of the agent's came out in a call. */
export type LineFate = "same" | "reworded" | "moved" | "left-out" | "extra";

/** A line that the script has, or that was said, or both. */
export interface CallLine {
  readonly fate: LineFate;
  /** Where the script has it; absent where it does not. */
  readonly point?: Point;
  /** What was said; absent where nothing was. */
  readonly line?: SaidLine;
  /** How alike both are, from 0 to 1. */
  readonly likeness?: number;
}

/** A promise that the script makes and the call does not, or makes otherwise, or that only the call makes. */
export interface CallPromise extends PromiseChange {
  readonly of: CallLine;
}

/** How far a call followed its script. */
export interface Adherence {
  /** The way through the script that explains the call best. */
  readonly way: readonly AlignedItem[];
  /** What the script has for the agent to say to the customer on this way, and what the agent said, in this order. */
  readonly lines: readonly CallLine[];
  /** Steps on the way of which the agent said nothing. */
  readonly skipped: readonly { readonly step: Step; readonly document: ScriptDocument }[];
  readonly promises: readonly CallPromise[];
  /** How many of the script's lines on this way were said, in whatever words and order. */
  readonly followed: number;
  /** How many lines the script has on this way. */
  readonly scripted: number;
}

/**
 * Lays a call beside its script.
 * @param call the record of a call, read by itself
 */
export function adherenceOf(project: Project, script: ScriptDocument, call: Omit<CallTurns, "turns">): Adherence {
  const turns = [...turnsOf(call.document)].filter(({ text }) => text.length > 0);
  const way = alignCall(unrolledCall(supergraphOf(flowOf(project, script))), { ...call, turns });
  const lines = withMoved(linesOf(way));
  const scripted = lines.filter(({ point }) => point !== undefined);
  return {
    way,
    lines,
    skipped: skippedOn(way, new Set(lines.filter(({ fate }) => fate === "moved").map(({ point }) => point!))),
    promises: lines.flatMap((of) => promisesOf(of, call).map((change) => ({ ...change, of }))),
    followed: scripted.filter(({ fate }) => fate !== "left-out").length,
    scripted: scripted.length,
  };
}

/** The agent's lines to the customer on the way. */
function linesOf(way: readonly AlignedItem[]): CallLine[] {
  return way.flatMap((item): CallLine[] => {
    if (item.kind === "passed") return [];
    if (item.kind === "extra")
      return whoSays(item.line.turns[0]!) === "agent" ? [{ fate: "extra", line: item.line }] : [];
    const { point } = item;
    if (point.node?.kind !== "turn" || whoSays(point.node.turn) !== "agent") return [];
    if (item.kind === "left-out") return [{ fate: "left-out", point }];
    const fate = saysTheSame(scriptedSaying(point), item.line.saying) ? "same" : "reworded";
    return [{ fate, point, line: item.line, likeness: fate === "same" ? 1 : item.likeness }];
  });
}

/** What less alike is no line of the script at another place. */
const MOVED = 0.6;

/** Puts together what was left out at its place and said at another. */
function withMoved(lines: readonly CallLine[]): CallLine[] {
  const extra = new Set(lines.filter(({ fate }) => fate === "extra"));
  const moved = new Map<CallLine, CallLine>();
  for (const gone of lines.filter(({ fate }) => fate === "left-out")) {
    const saying = scriptedSaying(gone.point!);
    let best: CallLine | undefined;
    for (const candidate of extra) {
      const same = saysTheSame(saying, candidate.line!.saying);
      const alike = same ? 1 : likeness(saying, candidate.line!.saying);
      if (alike >= MOVED && alike > (best?.likeness ?? 0))
        best = { fate: "moved", point: gone.point!, line: candidate.line!, likeness: alike };
    }
    if (best === undefined) continue;
    moved.set(gone, best);
    for (const candidate of extra) if (candidate.line === best.line) extra.delete(candidate);
  }
  return lines.filter((line) => line.fate !== "extra" || extra.has(line)).map((line) => moved.get(line) ?? line);
}

/** Steps in which the agent has something to say to the customer, and of which nothing was said in this call. */
function skippedOn(way: readonly AlignedItem[], moved: ReadonlySet<Point>): Adherence["skipped"] {
  const visits: { step: Step; document: ScriptDocument; said: number; scripted: number }[] = [];
  const open = new Map<Step, (typeof visits)[number]>();
  for (const item of way) {
    if (item.kind === "extra" || item.point.node?.step === undefined) continue;
    const { node, graph } = item.point;
    const step = node.step!;
    if (node.kind === "step" || !open.has(step)) {
      const visit = { step, document: graph.document, said: 0, scripted: 0 };
      open.set(step, visit);
      visits.push(visit);
    }
    if (node.kind !== "turn") continue;
    const visit = open.get(step)!;
    if (whoSays(node.turn) === "agent") visit.scripted++;
    if (item.kind === "said" ? whoSays(node.turn) === "agent" : moved.has(item.point)) visit.said++;
  }
  return visits.filter(({ said, scripted }) => scripted > 0 && said === 0);
}

function promisesOf({ point, line }: CallLine, call: Omit<CallTurns, "turns">): PromiseChange[] {
  // What was left out is told as a whole.
  if (line === undefined) return [];
  const made = line.turns.flatMap((turn) => commitmentsOfTurn(call.project, call.document, turn));
  const scripted: readonly Commitment[] =
    point?.node?.kind === "turn" ? commitmentsOfTurn(point.graph.project, point.graph.document, point.node.turn) : [];
  return promiseChanges(scripted, made);
}

function scriptedSaying({ graph: { project, document }, node }: Point) {
  return sayingOf(node?.kind === "turn" ? spokenWords(project, document, node.turn) : "");
}
