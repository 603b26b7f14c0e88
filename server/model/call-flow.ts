import {
  type Action,
  type Choices,
  type Script,
  type Statement,
  type Step,
  spellings,
  TARGETS,
  type Turn,
} from "../../grammar/index.ts";
import type { FlowEdge, FlowNode, FlowRow, PrefaceLine } from "../protocol.ts";
import { fieldValue, type ScriptDocument, stepName } from "./document.ts";
import { resolveTarget } from "./symbols.ts";

/**
 * The flow of a script as a picture shows it: cards with the lines that follow one another, decisions between them,
 * labelled branches. Spans are those of the script; findings are added by whoever has judged it.
 */
export interface FlowPicture {
  readonly title: string;
  readonly chips: readonly string[];
  readonly preface: readonly PrefaceLine[];
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** Lays the statements of a script out as cards, decisions and edges. */
export function pictureOf(document: ScriptDocument): FlowPicture {
  return new PictureBuilder(document).build();
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Card extends Mutable<Extract<FlowNode, { kind: "card" }>> {
  rows: FlowRow[];
}
/** An edge whose target is not known yet. */
interface OpenEdge {
  readonly from: string;
  readonly kind: FlowEdge["kind"];
  readonly label?: string;
  readonly span?: { readonly start: number; readonly end: number };
}
interface Frame {
  readonly statements: readonly Statement[];
  readonly step: string;
  at: number;
  card: Card | undefined;
  /** Edges that lead to whatever comes next. */
  open: OpenEdge[];
  group?: { next: number; readonly decision: string; readonly ends: OpenEdge[] };
}

const END = "end";

class PictureBuilder {
  private readonly nodes: FlowNode[] = [];
  private readonly edges: FlowEdge[] = [];
  private readonly cards = new Map<Step, string>();
  private readonly jumps: { readonly edge: OpenEdge; readonly step: Step | undefined }[] = [];
  private readonly ids = new Map<string, number>();
  private readonly document: ScriptDocument;

  constructor(document: ScriptDocument) {
    this.document = document;
  }

  build(): FlowPicture {
    const { script } = this.document;
    let open: OpenEdge[] = [];
    for (const step of script.steps) {
      const name = stepName(step);
      const id = this.id(name);
      const chips = step.fields.map(({ argument, value }) =>
        [argument?.text, value.kind === "text" ? value.text : ""].filter(Boolean).join(" "),
      );
      const card: Card = { kind: "card", id, title: name, span: { ...step.heading }, chips, rows: [] };
      this.nodes.push(card);
      this.cards.set(step, id);
      this.close(open, id);
      open = this.walk(step, card);
    }
    for (const { edge, step } of this.jumps) this.close([edge], step === undefined ? END : this.cards.get(step)!);
    this.close(open, END);
    if (this.edges.some(({ to }) => to === END))
      this.nodes.push({ kind: "end", id: END, text: spellings(TARGETS.end, this.document.facts.language)[0]! });
    const title = script.title?.text.kind === "text" ? script.title.text.text : "";
    const chips = (["channel", "scenario", "standard"] as const)
      .map((id) => fieldValue(script.fields, id))
      .filter((value) => value !== undefined);
    return { title, chips, preface: prefaceOf(script), nodes: this.nodes, edges: this.edgesAsWritten() };
  }

  /** Edges are made where they end; here they stand where they begin, branches in the order of the script. */
  private edgesAsWritten(): FlowEdge[] {
    const numbers = new Map(this.nodes.map(({ id }, index) => [id, index]));
    const numberOf = ({ from }: FlowEdge) => numbers.get(from) ?? 0;
    return this.edges.toSorted((a, b) => numberOf(a) - numberOf(b) || (a.span?.start ?? 0) - (b.span?.start ?? 0));
  }

  /** Adds a step's statements to its card and to the cards behind its choices; returns the edges that fall out of it. */
  private walk(step: Step, first: Card): OpenEdge[] {
    const name = stepName(step);
    const stack: Frame[] = [{ statements: step.body, step: name, at: 0, card: first, open: [] }];
    for (;;) {
      const frame = stack.at(-1)!;
      const statement = frame.statements[frame.at];
      if (statement === undefined) {
        const falls = frame.card === undefined ? frame.open : [{ from: frame.card.id, kind: "next" as const }];
        stack.pop();
        const parent = stack.at(-1);
        if (parent === undefined) return falls;
        const choice = (parent.statements[parent.at] as Choices).choices[parent.group!.next - 1]!;
        if (choice.target === undefined) for (const edge of falls) parent.group!.ends.push(edge);
        else if (choice.target.kind === "text")
          for (const edge of falls)
            this.jump({ ...edge, kind: edge.kind === "branch" ? "branch" : "jump" }, choice.target);
      } else if (statement.kind === "choices") this.walkChoices(statement, frame, stack);
      else if (statement.kind === "jump") {
        const from: OpenEdge[] = frame.card === undefined ? frame.open : [{ from: frame.card.id, kind: "jump" }];
        if (statement.target.kind === "text")
          for (const edge of from) this.jump({ ...edge, span: edge.span ?? spanOf(statement) }, statement.target);
        [frame.card, frame.open] = [undefined, []];
        frame.at++;
      } else {
        const row = rowOf(statement);
        frame.card ??= this.cardFor(frame);
        const { card } = frame;
        card.rows.push(row);
        card.span = { start: Math.min(card.span.start, row.span.start), end: Math.max(card.span.end, row.span.end) };
        frame.at++;
      }
    }
  }

  private walkChoices(choices: Choices, frame: Frame, stack: Frame[]): void {
    if (frame.group === undefined) {
      const decision = this.id(`${frame.step}?`);
      const text = choices.decision?.kind === "text" ? { text: choices.decision.text } : {};
      this.nodes.push({
        kind: "decision",
        id: decision,
        ...text,
        span:
          choices.decision === undefined
            ? spanOf(choices.choices[0]!)
            : { start: choices.start, end: choices.decision.end },
      });
      if (frame.card === undefined) this.close(frame.open, decision);
      else this.close([{ from: frame.card.id, kind: "next" }], decision);
      [frame.card, frame.open, frame.group] = [undefined, [], { next: 0, decision, ends: [] }];
    }
    const { decision, ends } = frame.group;
    const choice = choices.choices[frame.group.next++];
    if (choice === undefined) {
      [frame.open, frame.at] = [ends, frame.at + 1];
      delete frame.group;
      return;
    }
    const label = choice.label.kind === "text" ? { label: choice.label.text } : {};
    const open: OpenEdge = {
      from: decision,
      kind: "branch",
      ...label,
      span: choice.label.kind === "text" ? spanOf(choice.label) : spanOf(choice),
    };
    stack.push({
      statements: choice.body,
      step: `${frame.step}/${label.label ?? ""}`,
      at: 0,
      card: undefined,
      open: [open],
    });
  }

  /** A card for lines that come after a choice or inside a branch; it has no title of its own. */
  private cardFor(frame: Frame): Card {
    const id = this.id(`${frame.step}+`);
    const start = frame.statements[frame.at]!.start;
    const card: Card = { kind: "card", id, span: { start, end: start }, chips: [], rows: [] };
    this.nodes.push(card);
    this.close(frame.open, id);
    frame.open = [];
    return card;
  }

  private jump(edge: OpenEdge, target: Parameters<typeof resolveTarget>[1]): void {
    const resolution = resolveTarget(this.document, target);
    // A target that the script does not define leads nowhere; its finding says so.
    if (resolution.kind !== "undefined")
      this.jumps.push({ edge, step: resolution.kind === "step" ? resolution.step : undefined });
  }

  private close(open: readonly OpenEdge[], to: string): void {
    for (const edge of open) this.edges.push({ ...edge, id: this.id(`${edge.from}>${to}`), to });
  }

  /** A name that no other node or edge has; the same text gives the same ids. */
  private id(name: string): string {
    const used = this.ids.get(name) ?? 0;
    this.ids.set(name, used + 1);
    return used === 0 ? `=${name}` : `=${name}~${used}`;
  }
}

/** Fields that tell a reader about the script, and are not shown elsewhere; what the script borrows and names is not. */
const TOLD = new Set(["description", "owner", "version", "direction", "sla"]);

function prefaceOf({ fields, notes }: Script): PrefaceLine[] {
  const told = fields.flatMap(({ id, name, argument, value }) =>
    id !== undefined && TOLD.has(id) && value.kind === "text"
      ? [{ name: argument === undefined ? name.text : `${name.text} ${argument.text}`, text: value.text }]
      : [],
  );
  return [...told, ...notes.map(({ text }) => ({ text: text.text }))];
}

function rowOf(statement: Exclude<Statement, { kind: "choices" | "jump" }>): FlowRow {
  const span = spanOf(statement);
  switch (statement.kind) {
    case "turn":
      return {
        kind: "turn",
        span,
        speaker: statement.speaker.text,
        role: statement.role,
        labels: statement.labels.map(({ text }) => text),
        text: textOf(statement),
        marks: [],
      };
    case "action":
      return { kind: "action", span, text: actionText(statement) };
    case "note":
      return { kind: "note", span, text: statement.text.text };
    case "detour":
      return {
        kind: "detour",
        span,
        text: statement.target.kind === "text" ? statement.target.text.replace(/[#＃]/, " · ") : "…",
      };
  }
}

/** What a turn says, its lines joined by line breaks. */
export function textOf(turn: Turn): string {
  return turn.text.map(({ text }) => text).join("\n");
}

/** The offset in `textOf(turn)` of an offset in the script, both in UTF-16 units; the nearest one within the text. */
export function offsetInText(turn: Turn, offset: number): number {
  let before = 0;
  for (const [index, piece] of turn.text.entries()) {
    if (offset <= piece.end || index === turn.text.length - 1)
      return before + Math.min(Math.max(offset - piece.start, 0), piece.text.length);
    before += piece.text.length + 1;
  }
  return 0;
}

function actionText({ verb, body, reason }: Action): string {
  const done = [verb?.text, body?.text].filter((part) => part !== undefined).join(" ");
  return reason === undefined ? done : `${done} · ${reason.text}`;
}

function spanOf({ start, end }: { readonly start: number; readonly end: number }): { start: number; end: number } {
  return { start, end };
}
