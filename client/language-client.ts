import { type ExtensionContext, env, workspace } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { MANUAL_SCHEME } from "./manual.ts";

/** The editor's side of the language server; not started yet. */
export function createLanguageClient(context: ExtensionContext): LanguageClient {
  // The server is the bundled executable itself. Without a `runtime` the client forks the very node that runs the
  // extension (on a desktop VS Code's own Electron as node, elsewhere the node of its server), so that nothing has to
  // be installed. `--stdio` is added by the transport.
  const server = {
    module: context.asAbsolutePath("dist/service-script.js"),
    args: ["lsp"],
    transport: TransportKind.stdio,
  };
  return new LanguageClient(
    "serviceScript",
    "Service Script 话术",
    { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6029"] } } },
    {
      // Not every scheme: the old side of a diff is the same language, and its findings would be shown twice.
      documentSelector: [
        { scheme: "file", language: "service-script" },
        { scheme: "untitled", language: "service-script" },
      ],
      initializationOptions: () => ({
        language: env.language,
        // The server asks for them as well, but what it finds before the answer is to be told as they say.
        settings: { run: setting("run"), language: setting("language") },
        trusted: workspace.isTrusted,
        manual: `${MANUAL_SCHEME}:`,
        commands: true,
      }),
      diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
    },
  );
}

function setting(name: string): unknown {
  return workspace.getConfiguration("serviceScript").get(name);
}
