import type { Field, Span, Step } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { Project } from "../model/project.ts";
import { distanceOf, StepMemory } from "../model/step-memory.ts";
import { surroundingsOf } from "../model/surroundings.ts";
import type { Judgement } from "./lint.ts";
import type { Finding } from "./rule.ts";

/**
 * Judges a script part by part: what stands before its steps, then each step as a script of its own. What is found in a
 * step is remembered for as long as edits leave the step as it is.
 * @param on what else the findings of a step depend on, each compared by identity
 */
export function judgeBySteps(
  project: Project,
  document: ScriptDocument,
  on: readonly unknown[],
  judge: (part: ScriptDocument) => Judgement,
): Judgement {
  const { script } = document;
  const results = [judge({ ...document, script: { ...script, steps: [] } })];
  for (const step of script.steps) {
    const result = remembered.of(step, [...on, ...surroundingsOf(project, document, step)], (unmoved) =>
      judge(partOf(document, step, unmoved)),
    );
    results.push({ ...result, findings: result.findings.map((finding) => moved(finding, distanceOf(step))) });
  }
  const crashes = new Map(results.flatMap((result) => result.crashes.map((crash) => [crash.ruleId, crash])));
  return { findings: results.flatMap(({ findings }) => findings), crashes: [...crashes.values()] };
}

const remembered = new StepMemory<Judgement>();

/**
 * A script that is the step alone, with the head of the whole one: phrases are declared in it, but their words are not
 * there, since they are judged once. Its text begins where the offsets of the unmoved step do.
 */
function partOf(document: ScriptDocument, step: Step, unmoved: Step): ScriptDocument {
  const text = document.text.slice(distanceOf(step), step.end);
  const fields = document.script.fields.map((field): Field => {
    return field.id === "phrase" ? { ...field, value: { kind: "missing", start: field.end, end: field.end } } : field;
  });
  const script = { ...document.script, fields, notes: [], steps: [unmoved], start: 0, end: text.length };
  return { ...document, text, script, comments: [], errors: [] };
}

function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  return {
    ...finding,
    span: shift(finding.span),
    path: finding.path.map((point) => ({ ...point, span: shift(point.span) })),
    fixes: finding.fixes.map((fix) => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, ...shift(edit) })) })),
  };
}
