import type { DefinitionParams, Location } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { importedBy, importsOf, resolveFar } from "../model/imports.ts";
import { declarationOf } from "../model/phrases.ts";
import { targetsOf } from "../model/symbols.ts";
import { toRange } from "./convert.ts";
import { placeholderAt } from "./placeholder-at.ts";
import type { Workspace } from "./workspace.ts";

/** From a target to its step, from a name in braces to its declaration, from an import to the file; in any script. */
export function definition(
  workspace: Workspace,
  document: TextDocument,
  { position }: DefinitionParams,
): Location | null {
  const offset = document.offsetAt(position);
  const { script, project } = workspace.judge(document);
  for (const { target } of targetsOf(script)) {
    if (offset < target.start || target.end < offset) continue;
    const found = resolveFar(project, script, target);
    if (found.kind === "step") return locate(script, found.step.heading);
    if (found.kind === "far-step") return locate(found.document, found.step.heading);
  }
  const placeholder = placeholderAt(project, script, offset);
  const declared = placeholder && declarationOf(project, script, placeholder.name);
  if (declared !== undefined) return locate(declared.document, declared.field);
  for (const item of importsOf(script)) {
    const imported = importedBy(project, item);
    if (item.path !== undefined && imported !== undefined && item.path.start <= offset && offset <= item.path.end)
      return locate(imported, { start: 0, end: 0 });
  }
  return null;
}

function locate({ uri, text }: ScriptDocument, span: Span): Location {
  return { uri, range: toRange(TextDocument.create(uri, "service-script", 0, text), span) };
}
