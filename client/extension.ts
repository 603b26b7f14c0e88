import { commands, type ExtensionContext, env, Uri, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { REHEARSE } from "../server/protocol.ts";
import { type DrawPng, exportScript } from "./export.ts";
import { showManual } from "./manual.ts";
import { newScript } from "./new-script/new-script.ts";
import { openCallFlow } from "./preview/panel.ts";
import { openRehearsal } from "./rehearsal/panel.ts";
import { registerServerCommands } from "./server-commands.ts";
import { serveFiles } from "./workspace-files.ts";

let running: BaseLanguageClient | undefined;

/** Registers all that the extension has and starts the client, which either entry has made for where it runs. */
export async function activateWith(context: ExtensionContext, client: BaseLanguageClient): Promise<void> {
  running = client;
  context.subscriptions.push(
    // The button in an editor's title hands over that editor's file, a lens its address; palette and keys mean the active one.
    commands.registerCommand("serviceScript.openCallFlow", (uri?: Uri | string) =>
      openCallFlow(context, client, asUri(uri)),
    ),
    commands.registerCommand(REHEARSE, (uri?: Uri | string, step?: unknown) =>
      openRehearsal(context, client, asUri(uri), typeof step === "string" ? step : undefined),
    ),
    commands.registerCommand("serviceScript.export", (uri?: Uri | string, png?: unknown) =>
      exportScript(context.extensionUri, client, readerLanguage(), asUri(uri), asPng(png)),
    ),
    commands.registerCommand("serviceScript.newScript", (place?: unknown, template?: unknown) =>
      newScript(
        context.extensionUri,
        readerLanguage(),
        place instanceof Uri ? place : undefined,
        typeof template === "string" ? template : undefined,
      ),
    ),
    registerServerCommands(client),
    ...serveFiles(client),
    commands.registerCommand("serviceScript.restartServer", () => restart(client)),
    showManual(client),
    // Only then may the server read the workspace's configuration.
    workspace.onDidGrantWorkspaceTrust(() => restart(client)),
  );
  // A server that cannot start has been reported by the client. The commands stay, so that the user can try again.
  await client.start().catch(() => undefined);
}

/** The language of what the extension itself asks. */
function readerLanguage(): "zh" | "en" {
  return /^zh/i.test(env.language) ? "zh" : "en";
}

/** The preview hands over how to get its picture; a title's menu hands over something else. */
function asPng(value: unknown): DrawPng | undefined {
  return typeof value === "function" ? (value as DrawPng) : undefined;
}

function asUri(uri: Uri | string | undefined): Uri | undefined {
  return typeof uri === "string" ? Uri.parse(uri) : uri;
}

export async function deactivate(): Promise<void> {
  // Stopping a client that never got to run is an error for it, and none for us.
  if (running?.isRunning()) await running.stop();
}

async function restart(client: BaseLanguageClient): Promise<void> {
  if (client.isRunning()) await client.stop();
  await client.start();
}
