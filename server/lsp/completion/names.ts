import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { type ScriptDocument, stepName } from "../../model/document.ts";
import { importedBy, importsOf } from "../../model/imports.ts";
import { pathBetween } from "../../model/moved-imports.ts";
import { declarationsIn } from "../../model/phrases.ts";
import { uriKey } from "../../model/uri-key.ts";
import { keywordItems, type Remembered } from "./item.ts";
import type { WrittenLine } from "./line.ts";

/** Steps to which an arrow can lead: the script's own, those of scripts that it imports, and the end of the call. */
export function targets(line: WrittenLine, typed: string): CompletionItem[] {
  const stepsIn = (document: ScriptDocument) =>
    document.script.steps
      .filter((step) => stepName(step) !== "")
      .map((step) => ({ name: stepName(step), offset: step.name!.start }));
  return [
    ...named(line, typed, CompletionItemKind.Function, stepsIn),
    ...keywordItems(line, "target", CompletionItemKind.Keyword, typed),
  ];
}

/** Variables and phrases that can stand in braces; the closing brace comes along where there is none. */
export function placeholders(line: WrittenLine, typed: string): CompletionItem[] {
  const closing = /^[^{｛\r\n]*[}｝]/.test(line.after) ? "" : "}";
  const declared = (document: ScriptDocument) =>
    [...declarationsIn(document).values()].map(({ argument, value }) => ({
      name: argument!.text,
      offset: argument!.start,
      ...(value.kind === "text" && { detail: value.text }),
    }));
  return named(line, typed, CompletionItemKind.Variable, declared, closing);
}

/** The people whom a script declares. */
export function roles(line: WrittenLine, typed: string, after = ""): CompletionItem[] {
  return line.script.script.fields.flatMap(({ id, argument }) => {
    if (id !== "role" || argument === undefined) return [];
    const data: Remembered = { kind: "name", uri: line.script.uri, offset: argument.start };
    return [
      {
        label: argument.text,
        kind: CompletionItemKind.Class,
        textEdit: line.replace(typed, `${argument.text}${after}`),
        data,
      },
    ];
  });
}

/** The other scripts of the workspace, as paths from this one. */
export function importPaths(line: WrittenLine, typed: string): CompletionItem[] {
  const own = uriKey(line.script.uri);
  return line.workspace.scripts().flatMap(({ uri, script }) => {
    const path = uriKey(uri) === own ? undefined : pathBetween(own, uriKey(uri));
    if (path === undefined) return [];
    const detail = script.title?.text.kind === "text" ? { detail: script.title.text.text } : {};
    return [{ label: path, kind: CompletionItemKind.File, textEdit: line.replace(typed, path), ...detail }];
  });
}

interface Name {
  readonly name: string;
  /** Where it is given, in its own script. */
  readonly offset: number;
  readonly detail?: string;
}

/** Names of the script itself, then those of the scripts that it imports with their aliases: 公共#收尾. */
function named(
  line: WrittenLine,
  typed: string,
  kind: CompletionItemKind,
  namesIn: (document: ScriptDocument) => readonly Name[],
  after = "",
): CompletionItem[] {
  const items = (document: ScriptDocument, alias: string) =>
    namesIn(document).map(({ name, offset, detail }): CompletionItem => {
      const data: Remembered = { kind: "name", uri: document.uri, offset };
      const label = `${alias}${name}`;
      // Whoever types only the name finds it under its alias too.
      const filterText = alias === "" ? label : `${label} ${name}`;
      return {
        label,
        kind,
        filterText,
        textEdit: line.replace(typed, `${label}${after}`),
        data,
        ...(detail !== undefined && { detail }),
      };
    });
  return [
    ...items(line.script, ""),
    ...importsOf(line.script).flatMap((item) => {
      const far = importedBy(line.workspace.project, item);
      return far === undefined || item.alias === undefined ? [] : items(far, `${item.alias.text}#`);
    }),
  ];
}
