import type { Comparison } from "../model/comparison.ts";
import { stepName } from "../model/document.ts";
import { Lines } from "../model/lines.ts";
import type { ChangedPart, ScriptChange, Version } from "../model/script-change.ts";
import type { Finding } from "../rules/rule.ts";

/** Two versions of a script and what changed between them. */
export interface ComparedVersions {
  readonly before: NamedVersion;
  readonly after: NamedVersion;
  readonly comparison: Comparison;
  /** What is wrong with the later version only, and with the earlier only. */
  readonly fresh: readonly Finding[];
  readonly gone: readonly Finding[];
}

interface NamedVersion extends Version {
  /** As the user named it. */
  readonly name: string;
}

/** What changes are about, in the order in which they are told. */
export const SUBJECTS = ["step", "branch", "line", "field"] as const;

/** What a change is about. */
export function subjectOf({ before, after }: ScriptChange): (typeof SUBJECTS)[number] {
  const { kind } = (after ?? before)!.node;
  if (kind === "field" || kind === "step") return kind;
  return kind === "choice" ? "branch" : "line";
}

/** Where things stand in the two versions, and in which words. */
export class Sides {
  private readonly compared: ComparedVersions;
  private readonly lines: Readonly<Record<"before" | "after", Lines>>;

  constructor(compared: ComparedVersions) {
    this.compared = compared;
    this.lines = {
      before: new Lines(compared.before.document.text),
      after: new Lines(compared.after.document.text),
    };
  }

  lineOf(side: "before" | "after", offset: number): number {
    return this.lines[side].at(offset).line + 1;
  }

  /** The words of a part: the line with which it begins, of a turn all of them. */
  textOf(side: "before" | "after", part: ChangedPart | undefined): string | undefined {
    if (part === undefined) return undefined;
    const { node } = part;
    if (node.kind === "step") return stepName(node);
    const { text } = this.compared[side].document;
    if (node.kind !== "choice") return text.slice(node.start, node.end).trim();
    // The body of a branch is told line by line.
    return this.lines[side].words(this.lineOf(side, node.start) - 1).trim();
  }
}
