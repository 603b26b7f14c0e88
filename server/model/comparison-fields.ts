import type { Field } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { foldName } from "./normalise.ts";
import type { ScriptChange } from "./script-change.ts";

/** What changed in the fields of a script and its steps: those of a name, with their argument, belong together. */
export function fieldChanges(before: ScriptDocument, after: ScriptDocument): ScriptChange[] {
  const rest = fieldsOf(after);
  const changes: ScriptChange[] = [];
  const old = fieldsOf(before).filter(
    (field) => !take(rest, (one) => nameOf(one) === nameOf(field) && isSame(one, field)),
  );
  for (const field of old) {
    const now = take(rest, (one) => nameOf(one) === nameOf(field));
    if (now === undefined) changes.push({ kind: "removed", before: { node: field } });
    else changes.push({ kind: "reworded", before: { node: field }, after: { node: now } });
  }
  return [...changes, ...rest.map((field): ScriptChange => ({ kind: "added", after: { node: field } }))];
}

function fieldsOf({ script }: ScriptDocument): Field[] {
  return [...script.fields, ...script.steps.flatMap(({ fields }) => fields)];
}

function nameOf({ id, name, argument }: Field): string {
  return `${id ?? foldName(name.text)} ${argument === undefined ? "" : foldName(argument.text)}`;
}

function isSame(a: Field, b: Field): boolean {
  const value = ({ value: field }: Field) => (field.kind === "text" ? foldName(field.text) : "");
  return value(a) === value(b);
}

function take(fields: Field[], is: (field: Field) => boolean): Field | undefined {
  const at = fields.findIndex(is);
  return at < 0 ? undefined : fields.splice(at, 1)[0];
}
