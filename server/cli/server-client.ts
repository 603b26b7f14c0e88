import { spawn } from "node:child_process";
import { once } from "node:events";
import { pathToFileURL } from "node:url";
import {
  createProtocolConnection,
  type Diagnostic,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
} from "vscode-languageserver-protocol/node";
import { version } from "../../package.json";
import { uriKey } from "../model/uri-key.ts";
import { JUDGED_REQUEST, type JudgedScript, type Reporting } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import type { Judgement, Request } from "./judging.ts";
import type { Suppressed } from "./report.ts";
import { RunFailure } from "./run-failure.ts";

/**
 * Has scripts judged by the language server, as an editor would: it is started as a process of its own, scripts are
 * opened through the protocol, and the diagnostics of the workspace are asked for.
 * @returns what was found, in the order of the requests
 * @throws RunFailure when the server breaks or does not answer about a script
 */
export async function judgeByServer(requests: readonly Request[], reporting: Reporting): Promise<readonly Judgement[]> {
  const server = spawn(process.execPath, [process.argv[1]!, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(server, "close").then(([code, signal]) => {
    throw new RunFailure(broken(`${code ?? signal}`));
  });
  ended.catch(() => {});
  // A server that breaks off is told by its end, not by what could not be written to it.
  server.stdin.on("error", () => {});
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  connection.listen();
  const ask = <R>(method: string, params: object): Promise<R> =>
    Promise.race([connection.sendRequest<R>(method, params), ended]);
  try {
    await ask("initialize", {
      processId: process.pid,
      clientInfo: { name: "service-script lint", version },
      rootUri: null,
      capabilities: { textDocument: { diagnostic: {} } },
      initializationOptions: { reporting },
    });
    await connection.sendNotification("initialized", {});
    const uris = requests.map(({ path }) => pathToFileURL(path).href);
    for (const [index, { text }] of requests.entries()) {
      const textDocument = { uri: uris[index], languageId: "service-script", version: 1, text };
      await connection.sendNotification("textDocument/didOpen", { textDocument });
    }
    const { items } = await ask<WorkspaceDiagnosticReport>("workspace/diagnostic", { previousResultIds: [] });
    const known = new Map(items.map((item) => [uriKey(item.uri), item]));
    const judged = await ask<readonly JudgedScript<Finding>[]>(JUDGED_REQUEST, { uris });
    const answers = uris.map((uri, index): Judgement => {
      const report = known.get(uriKey(uri));
      if (report?.kind !== "full" || judged.length !== uris.length) throw new RunFailure(broken(uri));
      const { language, silenced, agentTurns, crashes } = judged[index]!;
      const suppressed = silenced.map(({ finding, ...reason }): Suppressed => ({ finding, by: "comment", ...reason }));
      return { language, findings: report.items.map(findingOf), suppressed, agentTurns, crashes };
    });
    await ask("shutdown", {});
    return answers;
  } catch (error) {
    if (error instanceof RunFailure) throw error;
    // A connection that closes is told before the process has ended, which says more.
    throw await Promise.race([ended.catch((failure: unknown) => failure), error]);
  } finally {
    connection.dispose();
    server.kill();
  }
}

/** The finding that a diagnostic tells; the protocol's own fields have it in one language, and without its remedies. */
function findingOf({ data }: Diagnostic): Finding {
  return data as Finding;
}

function broken(reason: string): RunFailure["told"] {
  return {
    zh: `语言服务器没有查完就结束了（${reason}），这次没有结果。`,
    en: `The language server ended before it had judged everything (${reason}), so there is no result.`,
  };
}
