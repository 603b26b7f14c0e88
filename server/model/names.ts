import type { Field, Span, Step, Target, Text } from "../../grammar/index.ts";
import { partsOfAction } from "./action-time.ts";
import { type ScriptDocument, stepName } from "./document.ts";
import { resolveFar, splitAlias } from "./imports.ts";
import { foldName } from "./normalise.ts";
import { declarationOf } from "./phrases.ts";
import type { Project } from "./project.ts";
import { statementsOf, targetsOf } from "./symbols.ts";

/** Something that the author gave a name, and the script in which it is. */
export type Named =
  | { readonly kind: "step"; readonly document: ScriptDocument; readonly node: Step }
  | {
      readonly kind: "phrase" | "variable" | "role" | "import";
      readonly document: ScriptDocument;
      /** The field that declares it. */
      readonly node: Field;
    };

/** A place where a name stands: without braces, and in `alias#step` the alias and the step apart. */
export interface Occurrence extends Span {
  readonly named: Named;
  /** Whether this is where the name is given. */
  readonly isDefinition: boolean;
}

/** Every name in a script that means something, in the order of the text. */
export function occurrencesIn(project: Project, document: ScriptDocument): readonly Occurrence[] {
  let occurrences = known.get(document);
  if (occurrences === undefined) {
    occurrences = [
      ...declared(document),
      ...[...targetsOf(document)].flatMap(({ target }) => inTarget(project, document, target)),
      ...inBraces(project, document),
      ...rolesIn(document),
    ].sort((a, b) => a.start - b.start || a.end - b.end);
    known.set(document, occurrences);
  }
  return occurrences;
}

/** The name at an offset, also right behind its last character. */
export function occurrenceAt(project: Project, document: ScriptDocument, offset: number): Occurrence | undefined {
  return occurrencesIn(project, document).find(({ start, end }) => start <= offset && offset <= end);
}

/** Every place in these scripts where something stands with its name. */
export function occurrencesOf(
  project: Project,
  scripts: Iterable<ScriptDocument>,
  named: Named,
): { readonly document: ScriptDocument; readonly occurrence: Occurrence }[] {
  const found = [];
  for (const document of scripts)
    for (const occurrence of occurrencesIn(project, document))
      if (occurrence.named.node === named.node) found.push({ document, occurrence });
  return found;
}

/** The name as its author wrote it where it is given. */
export function nameOf({ kind, node }: Named): string {
  return kind === "step" ? stepName(node) : (node.argument?.text ?? "");
}

const known = new WeakMap<ScriptDocument, readonly Occurrence[]>();

const FIELD_KINDS = { phrase: "phrase", variable: "variable", role: "role", import: "import" } as const;

function* declared(document: ScriptDocument): Generator<Occurrence> {
  for (const node of document.script.fields) {
    const kind = FIELD_KINDS[node.id as keyof typeof FIELD_KINDS];
    if (kind === undefined || node.argument === undefined) continue;
    yield occurrence(node.argument, { kind, document, node }, true);
  }
  for (const node of document.script.steps)
    if (node.name?.kind === "text") yield occurrence(node.name, { kind: "step", document, node }, true);
}

function inTarget(project: Project, document: ScriptDocument, target: Target): Occurrence[] {
  const found = resolveFar(project, document, target);
  if (found.kind === "step") return [occurrence(target, { kind: "step", document, node: found.step })];
  const parts = aliasIn(document, target);
  if (parts === undefined) return [];
  if (found.kind !== "far-step") return [parts.alias];
  return [parts.alias, occurrence(parts.name, { kind: "step", document: found.document, node: found.step })];
}

/** Names in braces count wherever they stand, since an author who writes them means them; only comments are comments. */
function* inBraces(project: Project, document: ScriptDocument): Generator<Occurrence> {
  for (const { 0: whole, 1: inner, index } of document.text.matchAll(/\\.|[{｛]([^{}｛｝\r\n]*)[}｝]/g)) {
    const text = inner === undefined ? undefined : trimmed(inner, index + 1);
    if (text === undefined || isInComment(document, index)) continue;
    const declaration = declarationOf(project, document, text.text);
    if (declaration === undefined && /[｛｝]/.test(whole)) continue;
    const parts = declaration?.document === document ? undefined : aliasIn(document, text);
    if (parts !== undefined) yield parts.alias;
    if (declaration === undefined) continue;
    const { document: home, field: node } = declaration;
    yield occurrence(parts?.name ?? text, {
      kind: node.id === "phrase" ? "phrase" : "variable",
      document: home,
      node,
    });
  }
}

/** Declared roles where they speak, are spoken to, or have something done with them. */
function* rolesIn(document: ScriptDocument): Generator<Occurrence> {
  const roles = new Map<string, Field>();
  for (const field of document.script.fields)
    if (field.id === "role" && field.argument !== undefined && !roles.has(foldName(field.argument.text)))
      roles.set(foldName(field.argument.text), field);
  if (roles.size === 0) return;
  const named = (text: Text | undefined) => {
    const node = text && roles.get(foldName(text.text));
    return text && node && occurrence(text, { kind: "role", document, node });
  };
  for (const statement of statementsOf(document)) {
    const found =
      statement.kind === "turn"
        ? [named(statement.speaker) ?? named(firstWord(statement.speaker)), named(statement.addressee)]
        : statement.kind === "action"
          ? [named(partsOfAction(statement).object)]
          : [];
    for (const occurrence of found) if (occurrence !== undefined) yield occurrence;
  }
}

/** Splits `alias#name` where the alias is declared. */
function aliasIn(document: ScriptDocument, text: Text): { alias: Occurrence; name: Text } | undefined {
  const parts = splitAlias(document, text.text);
  if (parts === undefined) return undefined;
  const sign = text.text.search(/[#＃]/);
  const alias = trimmed(text.text.slice(0, sign), text.start);
  const name = trimmed(text.text.slice(sign + 1), text.start + sign + 1);
  if (alias === undefined || name === undefined) return undefined;
  return { alias: occurrence(alias, { kind: "import", document, node: parts.found.field }), name };
}

function firstWord(speaker: Text): Text | undefined {
  return trimmed(/^[^\s\u3000]+/.exec(speaker.text)?.[0] ?? "", speaker.start);
}

function trimmed(raw: string, start: number): Text | undefined {
  const text = raw.trim();
  if (text === "") return undefined;
  const from = start + raw.length - raw.trimStart().length;
  return { kind: "text", text, start: from, end: from + text.length };
}

function isInComment({ comments }: ScriptDocument, offset: number): boolean {
  return comments.some(({ start, end }) => start <= offset && offset < end);
}

function occurrence({ start, end }: Span, named: Named, isDefinition = false): Occurrence {
  return { start, end, named, isDefinition };
}
