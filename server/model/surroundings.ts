import type { Step } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { importedBy, importsOf } from "./imports.ts";
import type { Project } from "./project.ts";
import { StepMemory } from "./step-memory.ts";

/**
 * Everything outside of a step that can matter to what is said and done in it, for `StepMemory`: the organisation's words,
 * what the head of the script says, and, where the step uses names in braces, what is declared under which name.
 */
export function surroundingsOf(project: Project, document: ScriptDocument, step: Step): readonly unknown[] {
  const { wording, text } = document;
  const usesNames = naming.of(step, [], () => /[{｛]/.test(text.slice(step.start, step.end)));
  return [wording, headOf(document), usesNames ? declarations(project, document) : ""];
}

const naming = new StepMemory<boolean>();

/** What the fields of a script say of the calls as a whole. */
function headOf(document: ScriptDocument): string {
  let head = heads.get(document);
  if (head === undefined) {
    head = JSON.stringify([document.facts, fieldsOf(document, false)]);
    heads.set(document, head);
  }
  return head;
}

const heads = new WeakMap<ScriptDocument, string>();

/** The phrases and variables of a script and of those that it imports, as they are written. */
function declarations(project: Project, document: ScriptDocument): string {
  let declared = declaredIn.get(document);
  if (declared === undefined) {
    const scripts = new Set([document]);
    // A set is gone through in the order in which things came into it, those that come meanwhile included.
    for (const script of scripts)
      for (const item of importsOf(script)) {
        const imported = importedBy(project, item);
        if (imported !== undefined) scripts.add(imported);
      }
    declared = JSON.stringify([...scripts].map((script) => [script.uri, headOf(script), fieldsOf(script, true)]));
    declaredIn.set(document, declared);
  }
  return declared;
}

const declaredIn = new WeakMap<ScriptDocument, string>();

function fieldsOf({ script, text }: ScriptDocument, named: boolean): string[] {
  return script.fields
    .filter(({ id }) => (id === "phrase" || id === "variable") === named)
    .map(({ start, end }) => text.slice(start, end));
}
