import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { FIELDS, spellings, type Text } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { endOfLine, lineBreakOf, startOfLine, startOfNextLine } from "../../model/lines.ts";
import { type Named, nameOf, occurrenceAt, occurrencesOf } from "../../model/names.ts";
import { declarationsIn, placeholdersIn } from "../../model/phrases.ts";
import { turnsOf } from "../../model/symbols.ts";
import type { Edit } from "../../rules/rule.ts";
import { newName } from "./new-name.ts";
import type { ActionRequest } from "./request.ts";

/** Makes a phrase of the selected words of an agent's turn, wherever an agent says just that in this script. */
export function extractPhrase(request: ActionRequest): CodeAction[] {
  const { script, selection } = request;
  const { text, facts } = script;
  const raw = text.slice(selection.start, selection.end);
  const words = raw.trim();
  const start = selection.start + raw.length - raw.trimStart().length;
  if (words === "" || /[{}｛｝\\]/.test(words)) return [];
  const spoken = [...turnsOf(script)].filter(({ role }) => role === "agent").flatMap((turn) => turn.text);
  if (!spoken.some((piece) => piece.start <= start && start + words.length <= piece.end)) return [];
  if (spoken.some((piece) => isInBraces(request, piece, start))) return [];
  const name = newName(
    facts.language === "zh" ? "新用语" : "new phrase",
    [...declarationsIn(script).values()].map(({ argument }) => argument!.text),
  );
  const places = spoken.flatMap((piece) =>
    [...offsetsOf(words, piece.text)].map((at) => piece.start + at).filter((at) => !isInBraces(request, piece, at)),
  );
  const field = `${spellings(FIELDS.phrase, facts.language)[0]} `;
  const declaration = declare(script, `${field}${name}: ${words}`);
  const title = { zh: `提取为用语“${name}”`, en: `Extract the phrase “${name}”` };
  const action = request.action(title, CodeActionKind.RefactorExtract, [
    declaration,
    ...places.map((at) => ({ start: at, end: at + words.length, text: `{${name}}` })),
  ]);
  const line = declaration.start === 0 ? 0 : request.document.positionAt(declaration.start).line + 1;
  return [request.thenRename(action, { line, character: field.length })];
}

/** Puts a phrase's own words where it is used: at one place, or at all of them, and then it is declared no more. */
export function inlinePhrase(request: ActionRequest): CodeAction[] {
  const { script, selection, workspace } = request;
  const { project } = workspace;
  const found = occurrenceAt(project, script, selection.start);
  if (found?.named.kind !== "phrase") return [];
  const { named } = found;
  const { document: home, node } = named;
  if (node.value.kind === "missing") return [];
  const { text: words } = node.value;
  const uses = occurrencesOf(project, project.all(), named).filter(({ occurrence }) => !occurrence.isDefinition);
  // Names in the phrase mean something in its own script only.
  const hasNames = placeholdersIn(project, home, node.value).length > 0;
  if (hasNames && uses.some(({ document }) => document !== home)) return [];
  const actions: CodeAction[] = [];
  if (!found.isDefinition) {
    const title = { zh: `把“${nameOf(named)}”写成原话`, en: `Write out “${nameOf(named)}” here` };
    actions.push(request.action(title, CodeActionKind.RefactorInline, [writeOut(script, found, words)]));
  }
  const all = {
    zh: `把“${nameOf(named)}”处处写成原话，并删掉它`,
    en: `Write out “${nameOf(named)}” everywhere, and delete it`,
  };
  const changes = new Map<ScriptDocument, Edit[]>([[home, [deletion(named)]]]);
  for (const { document, occurrence } of uses)
    changes.set(document, [...(changes.get(document) ?? []), writeOut(document, occurrence, words)]);
  return [
    ...actions,
    request.actionIn(
      all,
      CodeActionKind.RefactorInline,
      [...changes].map(([document, edits]) => ({ script: document, edits })),
    ),
  ];
}

/** The edit of the braces around a name. */
function writeOut({ text }: ScriptDocument, { start, end }: { start: number; end: number }, words: string): Edit {
  const open = Math.max(text.lastIndexOf("{", start), text.lastIndexOf("｛", start));
  const close = /[}｝]/.exec(text.slice(end))!.index + end + 1;
  return { start: open, end: close, text: words };
}

function deletion({ document: { text }, node }: Named): Edit {
  return { start: startOfLine(text, node.start), end: startOfNextLine(text, node.end), text: "" };
}

/** A field below the others, or below the title, or at the very top. */
function declare({ text, script }: ScriptDocument, field: string): Edit {
  const newline = lineBreakOf(text);
  const above = script.fields.at(-1) ?? script.title;
  const at = above === undefined ? 0 : endOfLine(text, above.end);
  return { start: at, end: at, text: above === undefined ? `${field}${newline}${newline}` : `${newline}${field}` };
}

function isInBraces({ workspace: { project }, script }: ActionRequest, piece: Text, at: number): boolean {
  return placeholdersIn(project, script, piece).some(({ start, end }) => start <= at && at < end);
}

/** Where the words stand in a text, one behind the other. */
function* offsetsOf(words: string, text: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) yield at;
}
