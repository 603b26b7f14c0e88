import { type ExtensionContext, Uri } from "vscode";
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from "vscode-languageclient/browser";
import { clientOptions } from "../client-options.ts";
import { activateWith } from "../extension.ts";

export { deactivate } from "../extension.ts";

/** VS Code's entry in a browser, where the language server is a web worker. */
export function activate(context: ExtensionContext): Promise<void> {
  const address = Uri.joinPath(context.extensionUri, "dist/browser/server.js").toString(true);
  let worker: Worker | undefined;
  // The client would take a worker itself, but does not know the kind of worker that VS Code gives to extensions.
  const start = async () => {
    // It has been told to stop, if it runs, and cannot end itself.
    worker?.terminate();
    worker = new Worker(address);
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) };
  };
  const { id, name, options } = clientOptions();
  return activateWith(context, new LanguageClient(id, name, start, options));
}
