import { SymbolKind, type WorkspaceSymbol, type WorkspaceSymbolParams } from "vscode-languageserver";
import type { ScriptDocument } from "../model/document.ts";
import { type Named, nameOf, occurrencesIn } from "../model/names.ts";
import { foldName } from "../model/normalise.ts";
import { toLocation } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** More symbols than these help nobody; whoever looks types one more letter. */
const MOST = 500;

/** The steps, phrases, variables and roles of all scripts whose names hold the letters of the query in their order. */
export async function workspaceSymbols(
  workspace: Workspace,
  { query }: WorkspaceSymbolParams,
): Promise<WorkspaceSymbol[]> {
  await workspace.ready;
  const letters = [...foldName(query)];
  const symbols: WorkspaceSymbol[] = [];
  for (const script of workspace.scripts())
    for (const { named, isDefinition, ...span } of occurrencesIn(workspace.project, script)) {
      const kind = KINDS[named.kind];
      if (!isDefinition || kind === undefined || !holdsInOrder(foldName(nameOf(named)), letters)) continue;
      symbols.push({ name: nameOf(named), kind, location: toLocation(script, span), containerName: titleOf(script) });
      if (symbols.length === MOST) return symbols;
    }
  return symbols;
}

const KINDS: Readonly<Partial<Record<Named["kind"], SymbolKind>>> = {
  step: SymbolKind.Function,
  phrase: SymbolKind.String,
  variable: SymbolKind.Variable,
  role: SymbolKind.Class,
};

function holdsInOrder(name: string, letters: readonly string[]): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = name.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}

function titleOf({ script }: ScriptDocument): string {
  return script.title?.text.kind === "text" ? script.title.text.text : "";
}
