import type { DocumentLink, DocumentLinkParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { silencesIn } from "../model/ignores.ts";
import { importsOf } from "../model/imports.ts";
import { toRange } from "./convert.ts";
import { hasManualPage, manualLink } from "./manual.ts";
import type { Workspace } from "./workspace.ts";

/** From the path of an import to the file, and from a rule that is ignored to its page of the manual. */
export function documentLinks(workspace: Workspace, document: TextDocument, _: DocumentLinkParams): DocumentLink[] {
  const script = workspace.read(document);
  const { manual, language, project } = workspace;
  const links: DocumentLink[] = [];
  for (const { path, uri } of importsOf(script))
    if (path !== undefined && uri !== undefined && project.get(uri) !== undefined)
      links.push({ range: toRange(document, path), target: uri });
  if (manual === undefined) return links;
  for (const { ignore } of silencesIn(script))
    for (const rule of ignore.rules)
      if (hasManualPage(rule.text))
        links.push({ range: toRange(document, rule), target: manualLink(manual, rule.text, language) });
  return links;
}
