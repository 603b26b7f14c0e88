import type { Action, Choice, Detour, Field, Jump, Step, Turn } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import type { Project } from "./project.ts";

/** A version of a script, in the project that holds what it imports. */
export interface Version {
  readonly project: Project;
  readonly document: ScriptDocument;
}

/** Something of a script that changes, and the step in which it stands. */
export interface ChangedPart<Node = Field | Step | Choice | Turn | Action | Jump | Detour> {
  readonly node: Node;
  readonly step?: Step;
}

/**
 * A change between two versions of a script. `before` is absent of what was added, `after` of what was removed. Renamed
 * are steps and branches, redirected branches that lead elsewhere, moved lines that stand in another step or branch.
 */
export interface ScriptChange {
  readonly kind: "added" | "removed" | "reworded" | "renamed" | "redirected" | "moved";
  readonly before?: ChangedPart;
  readonly after?: ChangedPart;
}
