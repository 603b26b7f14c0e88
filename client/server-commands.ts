import { commands, Disposable, languages, Range, Selection, Uri, window } from "vscode";
import type { BaseLanguageClient, Location, Position, Range as ProtocolRange } from "vscode-languageclient";
import { RENAME_AT, SHOW_FINDINGS, SHOW_REFERENCES } from "../server/protocol.ts";

/** The commands that the server's lenses and actions call; their arguments come as the protocol writes them. */
export function registerServerCommands(client: BaseLanguageClient): Disposable {
  const { protocol2CodeConverter: convert } = client;
  return Disposable.from(
    commands.registerCommand(SHOW_REFERENCES, (uri: string, position: Position, locations: Location[]) =>
      commands.executeCommand(
        "editor.action.showReferences",
        Uri.parse(uri),
        convert.asPosition(position),
        locations.map((location) => convert.asLocation(location)),
      ),
    ),
    commands.registerCommand(RENAME_AT, async (uri: string, position: Position) => {
      const place = convert.asPosition(position);
      await window.showTextDocument(Uri.parse(uri), { selection: new Range(place, place) });
      await commands.executeCommand("editor.action.rename");
    }),
    commands.registerCommand(SHOW_FINDINGS, (uri: string, range: ProtocolRange) =>
      showFirstFinding(Uri.parse(uri), convert.asRange(range)),
    ),
  );
}

/** Goes to the first finding in a range and opens its message there. */
async function showFirstFinding(uri: Uri, within: Range): Promise<void> {
  const found = languages
    .getDiagnostics(uri)
    .map(({ range }) => range)
    .filter(({ start }) => within.contains(start))
    .sort((a, b) => a.start.compareTo(b.start))[0];
  const start = (found ?? within).start;
  const editor = await window.showTextDocument(uri, { selection: new Range(start, start) });
  editor.selection = new Selection(start, start);
  if (found !== undefined) await commands.executeCommand("editor.action.marker.next");
}
