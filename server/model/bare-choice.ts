import { type Choice, lookUp, TARGETS } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { type FarResolution, resolveFar } from "./imports.ts";
import type { Project } from "./project.ts";

/**
 * Where a choice seems to be meant to lead that only says so: it has neither arrow nor body, and its label is the name
 * of a step, of this script or an imported one, or the word that ends a call. Undefined for all others.
 */
export function meantTarget(
  project: Project,
  document: ScriptDocument,
  { label, labels, target, body }: Choice,
): Exclude<FarResolution, { kind: "undefined" | "unknown" }> | undefined {
  if (label.kind === "missing" || labels.length > 0 || target !== undefined || body.length > 0) return undefined;
  const isEnd = lookUp(TARGETS, label.text.replace(/[。．.!！]+$/, "")) !== undefined;
  const resolution = resolveFar(project, document, { ...label, isEnd });
  return resolution.kind === "undefined" || resolution.kind === "unknown" ? undefined : resolution;
}
