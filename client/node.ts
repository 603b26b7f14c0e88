import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { clientOptions } from "./client-options.ts";
import { activateWith } from "./extension.ts";

export { deactivate } from "./extension.ts";

/** VS Code's entry on a desktop or a server, where the language server is a process. */
export function activate(context: ExtensionContext): Promise<void> {
  // The server is the bundled executable itself. Without a `runtime` the client forks the very node that runs the
  // extension (on a desktop VS Code's own Electron as node, elsewhere the node of its server), so that nothing has to
  // be installed. `--stdio` is added by the transport.
  const server = {
    module: context.asAbsolutePath("dist/service-script.js"),
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  const { id, name, options } = clientOptions();
  const debug = { ...server, options: { execArgv: ["--nolazy", "--inspect=6029"] } };
  return activateWith(context, new LanguageClient(id, name, { run: server, debug }, options));
}
