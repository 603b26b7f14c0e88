import type { Field, Span, Text } from "../../grammar/index.ts";
import { actsOf, type FoundAct } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import { importedBy, splitAlias } from "./imports.ts";
import { foldName, type Piece } from "./normalise.ts";
import type { Project } from "./project.ts";

/** A name in braces in what is said: `{姓氏}`, `{公共#致歉}`. The span includes the braces. */
export interface Placeholder extends Span {
  readonly name: string;
}

/** A phrase or a variable, and the script that declares it. */
export interface Declaration {
  readonly document: ScriptDocument;
  readonly field: Field;
}

/**
 * The placeholders in a piece of spoken text. `\{` is a brace; an undeclared name in full-width braces is text, since
 * people write those as quotation marks.
 */
export function placeholdersIn(project: Project, document: ScriptDocument, text: Text): Placeholder[] {
  const found: Placeholder[] = [];
  if (!/[{｛]/.test(text.text)) return found;
  for (const { 0: whole, 1: name, index } of text.text.matchAll(/\\.|[{｛]([^{}｛｝]*)[}｝]/g)) {
    if (name === undefined || name.trim() === "") continue;
    if (/[｛｝]/.test(whole) && declarationOf(project, document, name.trim()) === undefined) continue;
    found.push({ name: name.trim(), start: text.start + index, end: text.start + index + whole.length });
  }
  return found;
}

/** The phrase or variable that a name in braces means; of two that are called alike the first. */
export function declarationOf(project: Project, document: ScriptDocument, name: string): Declaration | undefined {
  const own = declarationsIn(document).get(foldName(name));
  if (own !== undefined) return { document, field: own };
  const parts = splitAlias(document, name);
  const far = parts && importedBy(project, parts.found);
  const field = far && declarationsIn(far).get(foldName(parts.name));
  return far && field && { document: far, field };
}

/** The phrases and variables that a script declares, by folded name. */
export function declarationsIn(document: ScriptDocument): ReadonlyMap<string, Field> {
  let declarations = known.get(document);
  if (declarations === undefined) {
    declarations = new Map();
    for (const field of document.script.fields) {
      if ((field.id !== "phrase" && field.id !== "variable") || field.argument === undefined) continue;
      const name = foldName(field.argument.text);
      if (!declarations.has(name)) declarations.set(name, field);
    }
    known.set(document, declarations);
  }
  return declarations;
}

/**
 * What is said itself, as pieces that keep their offsets: without the phrases, which speak for themselves, and with a
 * blank of the same length in braces for each variable, since something will be said there: 我是{xx}.
 */
export function ownWords(document: ScriptDocument, texts: readonly Text[]): Piece[] {
  const isPhrase = (name: string) =>
    name.includes("#") || declarationsIn(document).get(foldName(name))?.id === "phrase";
  return texts.flatMap((text) => {
    if (!text.text.includes("{")) return text.text === "" ? [] : [{ text: text.text, start: text.start }];
    const pieces: Piece[] = [];
    let from = 0;
    let words = "";
    const end = (at: number) => {
      if (words !== "") pieces.push({ text: words, start: text.start + from });
      words = "";
      from = at;
    };
    let at = 0;
    for (const { 0: whole, 1: name, index } of text.text.matchAll(/\{([^{}]*)\}/g)) {
      if (text.text[index - 1] === "\\") continue;
      words += text.text.slice(at, index);
      at = index + whole.length;
      if (isPhrase(name!)) {
        end(at);
      } else words += `{${BLANK.repeat(name!.length)}}`;
    }
    words += text.text.slice(at);
    end(at);
    return pieces;
  });
}

/** Stands for what a variable holds: a letter, so that a pattern can take the blank for a word. */
const BLANK = "x";

/** The dialogue acts that the phrases in a text perform, each at the span of its placeholder. */
export function phraseActs(project: Project, document: ScriptDocument, texts: readonly Text[]): FoundAct[] {
  return texts.flatMap((text) =>
    placeholdersIn(project, document, text).flatMap(({ name, start, end }) => {
      const found = declarationOf(project, document, name);
      if (found === undefined || found.field.id !== "phrase") return [];
      return [...actsOfPhrase(project, found)].map((act) => ({ act, start, end }));
    }),
  );
}

/** What a phrase does, with all the phrases that it uses, each once: phrases may use one another without end. */
function actsOfPhrase(project: Project, phrase: Declaration): ReadonlySet<string> {
  const acts = new Set<string>();
  const seen = new Set([phrase.field]);
  const waiting = [phrase];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { document, field } = next;
    if (field.value.kind === "missing") continue;
    for (const { act } of actsOf(ownWords(document, [field.value]), "agent", document.wording)) acts.add(act);
    for (const { name } of placeholdersIn(project, document, field.value)) {
      const used = declarationOf(project, document, name);
      if (used === undefined || used.field.id !== "phrase" || seen.has(used.field)) continue;
      seen.add(used.field);
      waiting.push(used);
    }
  }
  return acts;
}

/** Whether a phrase uses itself, directly or through others. */
export function phraseCycle(project: Project, document: ScriptDocument, field: Field): boolean {
  const seen = new Set<Field>();
  const waiting: Declaration[] = [{ document, field }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.field.value.kind === "missing") continue;
    for (const { name } of placeholdersIn(project, next.document, next.field.value)) {
      const used = declarationOf(project, next.document, name);
      if (used === undefined || used.field.id !== "phrase") continue;
      if (used.field === field) return true;
      if (seen.has(used.field)) continue;
      seen.add(used.field);
      waiting.push(used);
    }
  }
  return false;
}

const known = new WeakMap<ScriptDocument, Map<string, Field>>();
