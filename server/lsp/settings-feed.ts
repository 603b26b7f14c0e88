import {
  type ClientCapabilities,
  CodeLensRefreshRequest,
  type Connection,
  DidChangeConfigurationNotification,
} from "vscode-languageserver";
import { readSettings, SECTION, type Settings } from "./settings.ts";

/**
 * Hears of the settings: asks the client for them where it answers, else takes those that it sends.
 * @param changed is told of them once at first, where the client is asked, and whenever they may have changed
 */
export async function followSettings(
  connection: Connection,
  client: ClientCapabilities,
  changed: (settings: Settings) => Promise<void>,
): Promise<void> {
  const canAsk = client.workspace?.configuration === true;
  const ask = async () => changed(readSettings(await connection.workspace.getConfiguration(SECTION)));
  connection.onDidChangeConfiguration(({ settings }) => {
    const heard = canAsk ? ask() : changed(readSettings(settings?.[SECTION]));
    heard.catch((error: unknown) => connection.console.error(`${SECTION}: ${error}`));
  });
  if (!canAsk) return;
  if (client.workspace?.didChangeConfiguration?.dynamicRegistration === true)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
  await ask();
}

/** Has the client ask again for what it shows in the text, where it can be told to. */
export async function refreshTexts(connection: Connection, client: ClientCapabilities): Promise<void> {
  if (client.workspace?.codeLens?.refreshSupport === true) await connection.sendRequest(CodeLensRefreshRequest.type);
  if (client.workspace?.inlayHint?.refreshSupport === true) await connection.languages.inlayHint.refresh();
}
