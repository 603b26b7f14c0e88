import { createConnection, ProposedFeatures } from "vscode-languageserver/node";
import { diskSource } from "./disk-source.ts";
import { serve } from "./server.ts";

/** Runs the language server over the transport that the arguments name: `--stdio`, `--node-ipc` or `--socket=PORT`. */
export function start(args: readonly string[]): void {
  // Without a transport the library would throw a stack of its own; editors that name none mean standard input.
  if (!args.some((arg) => /^--(stdio|node-ipc|socket|pipe)/.test(arg))) process.argv.push("--stdio");
  serve(createConnection(ProposedFeatures.all), diskSource);
}
