import type { Choice, Statement, Step } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import type { Project } from "./project.ts";
import { secondsOfTurn } from "./spoken-turn.ts";
import { type Block, blocksOf } from "./symbols.ts";

/** How long something takes to say, in seconds, by its shortest and by its longest branches. */
export interface Length {
  readonly least: number;
  readonly most: number;
}

/** How long the turns of a step take, without what it jumps to or runs. */
export function lengthOfStep(project: Project, document: ScriptDocument, step: Step): Length {
  const blocks = [...blocksOf(document)].filter((block) => block.step === step);
  const branches = new Map<Choice, Length>();
  // Each block comes before those in it, so that from the end every branch is known when its group is added up.
  for (const block of blocks.reverse()) {
    const length = sum(block.statements.map((statement) => lengthOf(project, document, statement, branches)));
    if (isStep(block)) return length;
    branches.set(block.choice!, length);
  }
  return { least: 0, most: 0 };
}

function isStep({ choice }: Block): boolean {
  return choice === undefined;
}

function lengthOf(
  project: Project,
  document: ScriptDocument,
  statement: Statement,
  branches: ReadonlyMap<Choice, Length>,
): Length {
  if (statement.kind === "turn") {
    const seconds = secondsOfTurn(project, document, statement);
    return { least: seconds, most: seconds };
  }
  if (statement.kind !== "choices") return { least: 0, most: 0 };
  const lengths = statement.choices.map((choice) => branches.get(choice)!);
  return {
    least: lengths.reduce((least, length) => Math.min(least, length.least), Number.POSITIVE_INFINITY),
    most: lengths.reduce((most, length) => Math.max(most, length.most), 0),
  };
}

function sum(lengths: readonly Length[]): Length {
  return lengths.reduce((a, b) => ({ least: a.least + b.least, most: a.most + b.most }), { least: 0, most: 0 });
}
