import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { clientFiles } from "./client-files.ts";
import { diskFiles } from "./disk-files.ts";
import { fileSource } from "./file-source.ts";
import { serve } from "./server.ts";

/** Runs the language server over the transport that the arguments name: `--stdio`, `--node-ipc` or `--socket=PORT`. */
export function start(args: readonly string[]): void {
  // Without a transport the library would throw a stack of its own; editors that name none mean standard input.
  if (!args.some((arg) => /^--(stdio|node-ipc|socket|pipe)/.test(arg))) process.argv.push("--stdio");
  const connection = createConnection(ProposedFeatures.all);
  // A desktop too shows folders that lie on no disk, as of a repository that was never cloned.
  const elsewhere = clientFiles(connection);
  serve(connection, (folders) => fileSource((uri) => (uri.startsWith("file:") ? diskFiles : elsewhere), folders));
}
