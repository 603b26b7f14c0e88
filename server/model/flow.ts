import type {
  Action,
  Choice,
  Choices,
  Detour,
  Missing,
  Span,
  Statement,
  Step,
  Target,
  Turn,
} from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import type { Project } from "./project.ts";
import { resolveTarget } from "./symbols.ts";

/** A point of a call: what is said, done or decided there, and where the call can go next. */
export type FlowNode = {
  readonly id: number;
  /** The step in which it stands; undefined only at the end of the call. */
  readonly step: Step | undefined;
  readonly span: Span;
  /** Ids of the nodes that can follow; none after a jump to a step that does not exist. */
  readonly next: readonly number[];
} & (
  | { readonly kind: "step" | "join" | "end" }
  | { readonly kind: "turn"; readonly turn: Turn }
  | { readonly kind: "action"; readonly action: Action }
  | { readonly kind: "detour"; readonly detour: Detour }
  | { readonly kind: "decision"; readonly choices: Choices }
  | { readonly kind: "choice"; readonly choice: Choice }
);

/**
 * The control-flow graph of a script. Nodes stand in the order of the text, so that `nodes[0]`, if there is one, begins
 * the call; branches that meet again meet in a `join`, which keeps the number of edges linear in the number of lines.
 */
export interface FlowGraph {
  readonly project: Project;
  readonly document: ScriptDocument;
  readonly nodes: readonly FlowNode[];
  /** The node with which each step begins. */
  readonly entries: ReadonlyMap<Step, number>;
  /** Nodes from which control falls out of their step, into the next one or, behind the last, to the end. */
  readonly falls: ReadonlySet<number>;
  /** Statements right behind an arrow, or behind choices that all lead away: nothing leads to them. */
  readonly cutOff: ReadonlySet<Statement>;
  /** The node that ends the call. */
  readonly end: number;
}

/** Builds the graph of a script's own steps. A detour is one node: what it runs comes back to it. */
export function flowOf(project: Project, document: ScriptDocument): FlowGraph {
  let graph = graphs.get(document);
  if (graph === undefined) {
    graph = { ...new FlowBuilder().build(document), project, document };
    graphs.set(document, graph);
  }
  return graph;
}

/** The nodes of one step as they stand in the graph of its script one after the other, the first of them with the id 0. */
export function nodesOfStep(step: Step): readonly FlowNode[] {
  return new FlowBuilder().nodesOf(step);
}

/**
 * Steps that a call can come to from its beginning, over jumps, choices, detours and from step to step; but not from the
 * end of a step that only a detour runs, since there it returns.
 */
export function reachableSteps({ nodes, entries, falls, document }: FlowGraph): ReadonlySet<Step> {
  const reached = { call: new Set<number>(), detour: new Set<number>() };
  const waiting: (readonly [id: number, by: keyof typeof reached])[] = nodes.length > 1 ? [[0, "call"]] : [];
  for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
    const [id, by] = item;
    if (reached[by].has(id)) continue;
    reached[by].add(id);
    const node = nodes[id]!;
    if (by === "call" || !falls.has(id)) for (const next of node.next) waiting.push([next, by]);
    if (node.kind !== "detour" || node.detour.target.kind === "missing") continue;
    const resolution = resolveTarget(document, node.detour.target);
    if (resolution.kind === "step") waiting.push([entries.get(resolution.step)!, "detour"]);
  }
  const steps = [...entries].filter(([, id]) => reached.call.has(id) || reached.detour.has(id));
  return new Set(steps.map(([step]) => step));
}

const graphs = new WeakMap<ScriptDocument, FlowGraph>();

const NOWHERE: readonly number[] = [];

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A list of statements that is being walked; a script may nest deeper than calls can, so the stack is our own. */
interface Frame {
  readonly statements: readonly Statement[];
  at: number;
  /** The node from which control falls into the next statement; undefined after a jump. */
  last: number | undefined;
  /** Where control goes after the last statement, when this is the body of a choice with a target. */
  readonly target?: Target | Missing | undefined;
  group?: { next: number; readonly decision: number; readonly ends: number[] };
}

class FlowBuilder {
  private readonly nodes: Mutable<FlowNode>[] = [];
  private readonly entries = new Map<Step, number>();
  private readonly falls = new Set<number>();
  private readonly cutOff = new Set<Statement>();
  private readonly jumps: { readonly from: number; readonly target: Target }[] = [];
  private step: Step | undefined;

  build(document: ScriptDocument): Omit<FlowGraph, "project" | "document"> {
    let last: number | undefined;
    for (const step of document.script.steps) {
      last = this.addStep(step, last);
      if (last !== undefined) this.falls.add(last);
    }
    this.step = undefined;
    const { end } = document.script;
    const over = this.add(
      { kind: "end", span: { start: end, end }, step: this.step, id: this.nodes.length, next: NOWHERE },
      last,
    );
    for (const { from, target } of this.jumps) {
      const resolution = resolveTarget(document, target);
      if (resolution.kind === "end") this.link(from, over);
      else if (resolution.kind === "step") this.link(from, this.entries.get(resolution.step)!);
    }
    return { nodes: this.nodes, entries: this.entries, falls: this.falls, cutOff: this.cutOff, end: over };
  }

  nodesOf(step: Step): readonly FlowNode[] {
    this.addStep(step, undefined);
    return this.nodes;
  }

  /** Adds the nodes of a step behind the node from which control falls into it; returns that from which it falls out. */
  private addStep(step: Step, before: number | undefined): number | undefined {
    this.step = step;
    const entry = this.add(
      { kind: "step", span: step.heading, step: this.step, id: this.nodes.length, next: NOWHERE },
      before,
    );
    this.entries.set(step, entry);
    return this.walk(step.body, entry);
  }

  /** Adds the nodes of a step's body behind `entry`; returns the node from which control falls out of it. */
  private walk(body: readonly Statement[], entry: number): number | undefined {
    const stack: Frame[] = [{ statements: body, at: 0, last: entry }];
    for (;;) {
      const frame = stack.at(-1)!;
      const statement = frame.statements[frame.at];
      if (statement !== undefined && statement.kind !== "note" && frame.last === undefined && frame.group === undefined)
        this.cutOff.add(statement);
      if (statement === undefined) {
        if (frame.target?.kind === "text" && frame.last !== undefined)
          this.jumps.push({ from: frame.last, target: frame.target });
        const falls = frame.target === undefined ? frame.last : undefined;
        stack.pop();
        const parent = stack.at(-1);
        if (parent === undefined) return falls;
        if (falls !== undefined) parent.group!.ends.push(falls);
      } else if (statement.kind === "choices") {
        frame.group ??= {
          next: 0,
          decision: this.add(
            {
              kind: "decision",
              choices: statement,
              span: statement,
              step: this.step,
              id: this.nodes.length,
              next: NOWHERE,
            },
            frame.last,
          ),
          ends: [],
        };
        const { decision, ends } = frame.group;
        const choice = statement.choices[frame.group.next++];
        if (choice === undefined) {
          frame.last = ends.length > 0 ? this.join(ends, statement) : undefined;
          delete frame.group;
          frame.at++;
        } else {
          const node = this.add(
            { kind: "choice", choice, span: choice, step: this.step, id: this.nodes.length, next: NOWHERE },
            decision,
          );
          stack.push({ statements: choice.body, at: 0, last: node, target: choice.target });
        }
      } else {
        frame.last = this.addStatement(statement, frame.last);
        frame.at++;
      }
    }
  }

  private addStatement(statement: Exclude<Statement, Choices>, last: number | undefined): number | undefined {
    switch (statement.kind) {
      case "turn":
        return this.add(
          { kind: "turn", turn: statement, span: statement, step: this.step, id: this.nodes.length, next: NOWHERE },
          last,
        );
      case "action":
        return this.add(
          { kind: "action", action: statement, span: statement, step: this.step, id: this.nodes.length, next: NOWHERE },
          last,
        );
      case "detour":
        return this.add(
          { kind: "detour", detour: statement, span: statement, step: this.step, id: this.nodes.length, next: NOWHERE },
          last,
        );
      case "jump":
        if (last !== undefined && statement.target.kind === "text")
          this.jumps.push({ from: last, target: statement.target });
        return undefined;
      case "note":
        return last;
    }
  }

  private join(ends: readonly number[], choices: Choices): number {
    const [only] = ends;
    if (ends.length === 1) return only!;
    const join = this.add(
      {
        kind: "join",
        span: { start: choices.end, end: choices.end },
        step: this.step,
        id: this.nodes.length,
        next: NOWHERE,
      },
      undefined,
    );
    for (const end of ends) this.link(end, join);
    return join;
  }

  private add(node: Mutable<FlowNode>, from: number | undefined): number {
    const id = this.nodes.length;
    this.nodes.push(node);
    if (from !== undefined) this.link(from, id);
    return id;
  }

  private link(from: number, to: number): void {
    const node = this.nodes[from]!;
    // Most nodes lead to one other, and a list that grows takes room for many.
    if (node.next.length === 0) node.next = [to];
    else (node.next as number[]).push(to);
  }
}
