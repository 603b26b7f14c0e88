import type { Choice, Choices, Field, Missing, Note, Script, Span, Statement, Step, Text, Title, Turn } from "./ast.ts";
import {
  buildAction,
  buildChoice,
  buildField,
  buildTarget,
  buildTurn,
  endOf,
  type LineContext,
  type LineOf,
  roleOf,
  spanOf,
  textOf,
  textOrMissing,
} from "./build-line.ts";
import { FIELD_VALUES, type Keyword, keywordKey, lookUp, TARGETS } from "./keywords.ts";
import { endOfLostBranch } from "./lost-branch.ts";
import {
  bulletedChoice,
  looksLikeOwnLine,
  looksLikeTarget,
  numberedLine,
  readLine,
  turnOfBrackets,
  turnWithoutColon,
  withoutMark,
} from "./mend-line.ts";
import type { Line } from "./parser.ts";
import { rowsFrom } from "./pasted-table.ts";
import type { SyntaxErrorKind, SyntaxProblem } from "./syntax-errors.ts";
import { depthOf } from "./tokens.ts";

/** What a part of a script must know of the rest: who is declared, what it is, and who spoke before undeclared. */
export interface Surroundings {
  readonly roles: ReadonlyMap<string, Turn["role"]>;
  /** Whether the script has neither title nor step. */
  readonly transcript: boolean;
  readonly strangers: ReadonlySet<string>;
}

/** The tree of a script, or of a part of it that begins with a heading. */
export interface BuiltPart extends Pick<Script, "title" | "fields" | "notes" | "steps"> {
  readonly problems: readonly SyntaxProblem[];
  /** The undeclared speakers who appear in it, by the words that are used for them. */
  readonly strangers: ReadonlySet<string>;
}

/**
 * Builds the tree of lines. A heading opens a step, a choice opens a branch for the deeper lines under it, everything
 * else belongs to what is open; a line can thus be wrong by itself alone.
 * @param lines in the order of the text
 * @param end length of the text in UTF-16 units
 */
export function buildAst(lines: readonly Line[], end: number, surroundings?: Surroundings): BuiltPart {
  const { roles, transcript, strangers } = surroundings ?? {
    roles: declaredRoles(lines),
    transcript: !hasHeading(lines),
    strangers: new Set<string>(),
  };
  return new ScriptBuilder(lines, end, { roles, transcript, strangers }).build();
}

/** Whether a title or a step is among the lines; a script without any is the record of a call. */
export function hasHeading(lines: readonly Line[]): boolean {
  return lines.some(({ kind }) => kind === "title" || kind === "step");
}

/** Speakers that `role` fields declare: `角色 班长: 同事`. */
export function declaredRoles(lines: readonly Line[]): Map<string, Turn["role"]> {
  const roles = new Map<string, Turn["role"]>();
  for (const line of lines) {
    if (line.kind !== "field") continue;
    const field = buildField(line);
    const role =
      field.id === "role" && field.value.kind === "text" ? lookUp(FIELD_VALUES.role, field.value.text) : undefined;
    if (field.argument !== undefined && role !== undefined) roles.set(keywordKey(field.argument.text), role);
  }
  return roles;
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer E)[] ? E[] : T[K] };
type OpenStep = Mutable<Step>;
/** Where statements go: a step (depth -1, so that every line is deeper) or the body of a choice. */
interface Block {
  readonly depth: number;
  readonly body: Statement[];
  readonly choice?: Choice;
  /** The depth of its first line. */
  innerDepth?: number;
}

/** How much deeper lines are read that have lost their indent under a choice. */
const INDENT = 2;

/** What a branch can begin with. */
const BRANCH: ReadonlySet<Line["kind"]> = new Set(["turn", "action", "jump", "detour"]);

class ScriptBuilder implements LineContext {
  readonly roles: ReadonlyMap<string, Turn["role"]>;
  private readonly lines: readonly Line[];
  private readonly end: number;
  private readonly strangersBefore: ReadonlySet<string>;
  private readonly strangers = new Set<string>();
  private readonly problems = new Map<number, SyntaxProblem>();
  private readonly fields: Field[] = [];
  private readonly notes: Note[] = [];
  private readonly steps: OpenStep[] = [];
  private readonly transcript: boolean;
  private title: Title | undefined;
  private blocks: Block[] = [];
  private decision: { readonly text: Text | Missing; readonly span: Span; readonly line: number } | undefined;
  private turn: Mutable<Turn> | undefined;
  private turnLine = 0;
  private choiceLine = 0;
  private turnDepth = 0;
  private ownLineTold = false;
  /** The branch that the line before left by standing as deep as its choice. */
  private left: Block | undefined;
  /** How deep the last choice with a bullet stood. */
  private bulletDepth: number | undefined;
  /** The line behind those that are read as the branch of a choice though they have lost their indent. */
  private lostBranchEnd = 0;
  /** How deep the choices stand whose branches have lost their indent. */
  private lostBranchDepth: number | undefined;
  /** The line behind the table that is being passed over. */
  private tableEnd = 0;
  /** The line behind those of which it is known whether they are a table. */
  private rowsEnd = 0;
  private at = 0;

  constructor(lines: readonly Line[], end: number, { roles, transcript, strangers }: Surroundings) {
    this.lines = lines;
    this.end = end;
    this.roles = roles;
    this.transcript = transcript;
    this.strangersBefore = strangers;
  }

  build(): BuiltPart {
    for (const [index, line] of this.lines.entries()) {
      this.at = index;
      if (index >= this.tableEnd && !this.isTable(line)) this.add(line);
    }
    this.expectNoDecision();
    this.closeTurn();
    this.closeStep();
    for (const [index, step] of this.steps.entries()) step.end = this.steps[index + 1]?.start ?? this.end;
    const { title, fields, notes, steps, strangers } = this;
    return { ...(title && { title }), fields, notes, steps, strangers, problems: [...this.problems.values()] };
  }

  isNewStranger(name: string): boolean {
    const isNew = !this.strangers.has(name) && !this.strangersBefore.has(name);
    this.strangers.add(name);
    return isNew;
  }

  report(kind: SyntaxErrorKind, span: Span, params: SyntaxProblem["params"] = {}): void {
    if (!this.problems.has(this.at)) this.problems.set(this.at, { kind, span, params });
  }

  private add(given: Line, isDeeper = false): void {
    const isHeading = given.kind === "title" || given.kind === "step";
    const line =
      this.transcript && isHeading && this.turn !== undefined ? withoutMark(given) : this.indented(this.mended(given));
    if (line.kind !== "continuation" && !isDeeper) {
      this.ownLineTold = false;
      this.left = undefined;
    }
    if (line.kind !== "choice") this.expectNoDecision();
    if (line.kind !== "continuation" && line.kind !== "bare") this.closeTurn();
    switch (line.kind) {
      case "title":
        return this.addTitle(line);
      case "step":
        return this.addStep(line);
      case "field":
        return this.addField(line);
      case "turn":
        return this.addTurn(line);
      case "continuation":
        return this.addContinuation(line);
      case "bare":
        return this.addBare(line);
      case "decision":
        this.lostBranchDepth = undefined;
        this.decision = { text: textOrMissing(line.text, endOf(line.mark)), span: spanOf(line), line: this.at };
        return;
      case "choice":
        return this.addChoice(line);
      case "note": {
        const text = textOrMissing(line.text, endOf(line.mark));
        // An empty note is a blank line that a reader sees; there is nothing to keep and nothing wrong.
        if (text.kind === "missing") return;
        const note: Note = { kind: "note", text, ...spanOf(line) };
        if (this.steps.length === 0 && !this.transcript) this.notes.push(note);
        else this.addStatement(line, note);
        return;
      }
      case "jump":
      case "detour": {
        const target = buildTarget(line.text, endOf(line.mark));
        if (target.kind === "missing") this.report("missing-target", spanOf(line));
        return this.addStatement(line, { kind: line.kind, target, ...spanOf(line) });
      }
      case "action":
        return this.addStatement(line, buildAction(line, this));
    }
  }

  /** The line that another was meant to be; what is wrong with it is told. */
  private mended(line: Line): Line {
    const mended =
      line.kind === "action"
        ? turnOfBrackets(line, this.roles)
        : line.kind === "bare"
          ? (numberedLine(line, this.roles) ?? (this.expectsChoice(line) ? bulletedChoice(line) : undefined))
          : undefined;
    if (mended?.line === undefined) return line;
    const { kind, span, params } = mended.problem;
    this.report(kind, span, params);
    if (mended.line.kind === "choice") this.bulletDepth = line.depth;
    return mended.line;
  }

  /** The line as deep as it is meant, where it has lost its indent under a choice. */
  private indented(line: Line): Line {
    const { choice, depth } = this.blocks.at(-1) ?? { choice: undefined, depth: -1 };
    if (this.at >= this.lostBranchEnd) {
      if (choice === undefined || line.depth !== depth || !this.isFirstOfBranch(choice) || !BRANCH.has(line.kind))
        return line;
      const end =
        endOfLostBranch(this.lines, this.at, depth, this.bulletDepth === depth) ??
        // Where the branches before it have lost their indent, the last one has too; how far it goes nobody can tell.
        (this.lostBranchDepth === depth ? this.at + 1 : undefined);
      if (end === undefined) return line;
      this.lostBranchEnd = end;
      this.lostBranchDepth = depth;
      this.reportUnindented(choice, { start: spanOf(line).start, end: spanOf(this.lines[end - 1]!).end });
    }
    return { ...line, depth: line.depth + INDENT };
  }

  private isFirstOfBranch(choice: Choice): boolean {
    return choice.target === undefined && choice.body.length === 0 && this.at === this.choiceLine + 1;
  }

  private reportUnindented({ label }: Choice, span: Span): void {
    this.report("unindented-branch", span, { label: label.kind === "text" ? label.text : "" });
  }

  /** Whether a table begins here, which is then passed over: which of its cells are what is not for the reader to say. */
  private isTable(line: Line): boolean {
    if (line.kind !== "bare" || this.at < this.rowsEnd) return false;
    const { end, isTable } = rowsFrom(this.lines, this.at);
    this.rowsEnd = end;
    if (!isTable) return false;
    this.expectNoDecision();
    this.closeTurn();
    this.tableEnd = end;
    this.report("pasted-table", { start: spanOf(line).start, end: spanOf(this.lines[end - 1]!).end });
    return true;
  }

  /** Whether a line without a sign can be a choice: behind a question or another such choice, or because it leads somewhere. */
  private expectsChoice({ depth, text }: LineOf<"bare">): boolean {
    if (this.transcript) return false;
    if (this.decision !== undefined || looksLikeTarget(text.image)) return true;
    return depth === this.bulletDepth && this.blocks.some((block) => block.choice && block.depth === depth);
  }

  private addTitle(line: LineOf<"title">): void {
    const span = spanOf(line);
    if (this.title !== undefined || this.steps.length > 0) return this.report("second-title", span);
    const text = textOrMissing(line.text, endOf(line.mark));
    if (text.kind === "missing") this.report("empty-title", span);
    this.title = { kind: "title", text, ...span };
  }

  private addStep(line: LineOf<"step">): void {
    const heading = spanOf(line);
    const name = textOrMissing(line.text, endOf(line.mark));
    if (name.kind === "missing") this.report("empty-step-name", heading);
    else if (lookUp(TARGETS, name.text) !== undefined) this.report("reserved-step-name", name, { name: name.text });
    else if (line.mark.image.length > 2) this.report("deep-heading", heading, { name: name.text });
    this.openStep({ kind: "step", name, heading, fields: [], body: [], start: heading.start, end: heading.end });
  }

  private openStep(step: OpenStep): void {
    this.closeStep();
    this.steps.push(step);
    this.lostBranchDepth = undefined;
    this.blocks = [{ depth: -1, body: step.body }];
  }

  private closeStep(): void {
    while (this.blocks.length > 1) this.closeBranch();
  }

  private addField(line: LineOf<"field">): void {
    const field = buildField(line);
    if (field.value.kind === "missing") this.report("empty-field", field.name, { name: field.name.text });
    else this.checkValues(field);
    const step = this.steps.at(-1);
    if (step === undefined) this.fields.push(field);
    else if (step.name !== undefined && step.body.length === 0) step.fields.push(field);
    else {
      this.report("misplaced-field", field, { name: field.name.text });
      this.fields.push(field);
    }
  }

  /** A field that takes certain words is told when it has another one, since that one would count for nothing. */
  private checkValues({ id, value, name }: Field): void {
    if (id === undefined || !(id in FIELD_VALUES) || value.kind === "missing") return;
    const words: Readonly<Record<string, Keyword>> = FIELD_VALUES[id as keyof typeof FIELD_VALUES];
    for (const { 0: word, index } of value.text.matchAll(/[^,，、]+/g)) {
      if (lookUp(words, word) !== undefined) continue;
      const start = value.start + index + (word.length - word.trimStart().length);
      const params = { field: name.text, name: word.trim() };
      return this.report("unknown-value", { start, end: start + word.trim().length }, params);
    }
  }

  private addTurn(line: LineOf<"turn">): void {
    const role = roleOf(line.speaker.image, this.roles);
    const isAmongFields = this.title !== undefined || this.lines[this.at + 1]?.kind === "field";
    if (role === "unknown" && isAmongFields && this.steps.length === 0) {
      // Above the first step of a titled script people write fields, so an unknown word there is a misspelt field; and
      // so it is right above a field, where a title has lost its mark.
      const name = textOf(line.speaker);
      this.report("unknown-field", name, { name: name.text });
      this.fields.push({ kind: "field", name, value: textOrMissing(line.text, endOf(line.colon)), ...spanOf(line) });
      return;
    }
    this.expectIndentedBranch(line);
    const turn = buildTurn(line, this);
    this.addStatement(line, turn);
    this.turn = turn as Mutable<Turn>;
    this.turnLine = this.at;
    this.turnDepth = line.depth;
  }

  /** Only now it is known whether the lines below an empty turn say what it lacks. */
  private closeTurn(): void {
    const { turn, turnLine } = this;
    this.turn = undefined;
    if (turn === undefined || turn.text.length > 0 || this.problems.has(turnLine)) return;
    const span = { start: turn.start, end: turn.end };
    this.problems.set(turnLine, { kind: "empty-turn", span, params: { name: turn.speaker.text } });
  }

  private addContinuation(line: LineOf<"continuation">): void {
    const text = textOf(line.text);
    if (looksLikeOwnLine(text.text, this.roles)) {
      // One slip of indentation can draw in all that follows, so only the first such line is told.
      if (!this.ownLineTold) this.tellOwnLine(line, text);
      this.ownLineTold = true;
      const own = readLine(text, line.text.payload);
      if (own !== undefined) return this.add(own, true);
    }
    if (this.turn === undefined) return this.report("no-speaker", text, { text: text.text });
    this.turn.text.push(text);
    this.turn.end = text.end;
  }

  /** A line stands too deep; or it stands as deep as the branch above, and the turn before it has lost its indent. */
  private tellOwnLine({ text: token }: LineOf<"continuation">, text: Text): void {
    const { left, turn, turnLine } = this;
    const depth = depthOf(token.image, 0, text.start - token.startOffset);
    if (turn === undefined || left?.choice === undefined || left.innerDepth !== depth || left.depth !== token.payload)
      return this.report("own-line", text, { text: text.text });
    const label = left.choice.label.kind === "text" ? left.choice.label.text : "";
    const span = { start: turn.start, end: turn.end };
    if (!this.problems.has(turnLine)) this.problems.set(turnLine, { kind: "lost-indent", span, params: { label } });
  }

  private addBare(line: LineOf<"bare">): void {
    const text = textOf(line.text);
    if (text.text === "") return;
    // Under a turn that was only understood as one, deeper lines have not been read as its text yet.
    if (this.turn !== undefined && (this.transcript || line.depth > this.turnDepth)) {
      this.turn.text.push(text);
      this.turn.end = text.end;
      return;
    }
    const mended = turnWithoutColon(line);
    if (mended === undefined) return this.report("no-speaker", text, { text: text.text });
    const { kind, span, params } = mended.problem;
    this.report(kind, span, params);
    if (mended.line !== undefined) this.addTurn(mended.line);
  }

  private addChoice(line: LineOf<"choice">): void {
    const choice = buildChoice(line, this);
    const { body } = this.blockFor(line);
    const open = body.at(-1);
    if (open?.kind === "choices" && this.decision === undefined) (open.choices as Choice[]).push(choice);
    else {
      const start = this.decision?.span.start ?? choice.start;
      const decision = this.decision && { decision: this.decision.text };
      body.push({ kind: "choices", ...decision, choices: [choice], start, end: choice.end });
    }
    this.decision = undefined;
    this.blocks.push({ depth: line.depth, body: choice.body as Statement[], choice });
    this.choiceLine = this.at;
  }

  private addStatement(line: Line, statement: Statement): void {
    const block = this.blockFor(line);
    block.innerDepth ??= line.depth;
    block.body.push(statement);
  }

  /** The block to which a line of this depth belongs: that of the last choice that it is deeper than, or the step. */
  private blockFor(line: Line): Block {
    if (this.steps.length === 0) {
      // A question before the first heading belongs to the unnamed step, with the choices that answer it.
      const heading = this.decision?.span ?? spanOf(line);
      this.openStep({ kind: "step", heading, fields: [], body: [], start: heading.start, end: heading.end });
    }
    while (this.blocks.length > 1 && line.depth <= this.blocks.at(-1)!.depth) {
      this.left = this.blocks.at(-1);
      this.closeBranch();
    }
    return this.blocks.at(-1)!;
  }

  /** Ends the innermost open choice: only now it is known how far it and its group reach. */
  private closeBranch(): void {
    const { choice } = this.blocks.pop()!;
    const group = this.blocks.at(-1)!.body.at(-1) as Mutable<Choices>;
    (choice as Mutable<Choice>).end = choice!.body.at(-1)?.end ?? choice!.end;
    group.end = choice!.end;
  }

  private expectIndentedBranch(line: LineOf<"turn">): void {
    const { choice, depth } = this.blocks.at(-1) ?? { choice: undefined, depth: -1 };
    if (choice !== undefined && depth >= line.depth && this.isFirstOfBranch(choice))
      this.reportUnindented(choice, spanOf(line));
  }

  private expectNoDecision(): void {
    if (this.decision === undefined) return;
    const { span, text, line } = this.decision;
    const params = { text: text.kind === "text" ? text.text : "" };
    if (!this.problems.has(line)) this.problems.set(line, { kind: "decision-without-choices", span, params });
    this.decision = undefined;
  }
}
