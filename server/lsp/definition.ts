import type { DefinitionParams, Location } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { importedBy, importsOf } from "../model/imports.ts";
import { occurrenceAt } from "../model/names.ts";
import { toLocation } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** From a name to where it is given, in whatever script, and from an import to the file. */
export function definition(
  workspace: Workspace,
  document: TextDocument,
  { position }: DefinitionParams,
): Location | null {
  const offset = document.offsetAt(position);
  const script = workspace.read(document);
  const found = occurrenceAt(workspace.project, script, offset);
  if (found !== undefined) {
    const { kind, node, document: home } = found.named;
    return toLocation(home, kind === "step" ? node.heading : node);
  }
  for (const item of importsOf(script)) {
    const imported = importedBy(workspace.project, item);
    if (item.path !== undefined && imported !== undefined && item.path.start <= offset && offset <= item.path.end)
      return toLocation(imported, { start: 0, end: 0 });
  }
  return null;
}
