import { commands, type ExtensionContext } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import { createLanguageClient } from "./language-client.ts";
import { openCallFlow } from "./preview/panel.ts";

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const created = createLanguageClient(context);
  client = created;
  context.subscriptions.push(
    commands.registerCommand("serviceScript.openCallFlow", () => openCallFlow(context, created)),
    commands.registerCommand("serviceScript.restartServer", () => restart(created)),
  );
  // A server that cannot start has been reported by the client. The commands stay, so that the user can try again.
  await created.start().catch(() => undefined);
}

export async function deactivate(): Promise<void> {
  // Stopping a client that never got to run is an error for it, and none for us.
  if (client?.isRunning()) await client.stop();
}

async function restart(client: LanguageClient): Promise<void> {
  await (client.isRunning() ? client.restart() : client.start());
}
