import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { clientFiles } from "./client-files.ts";
import { fileSource } from "./file-source.ts";
import { serve } from "./server.ts";

declare const self: DedicatedWorkerGlobalScope;

// The language server as a web worker: what the editor posts to it is the protocol, and there is no disk.
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
const files = clientFiles(connection);
serve(connection, (folders) => fileSource(() => files, folders));
