#!/usr/bin/env node
/**
 * Looks to `@vscode/test-electron` like the executable of a desktop VS Code, and runs instead the workbench of npm's
 * code-server in a headless chromium. It takes the options that a desktop VS Code takes, so the tests and the call
 * that starts them are the same in both.
 *
 * VSCODE_WEB_HOST       where setup-host.sh has installed the workbench; default `.vscode-host`
 * VSCODE_WEB_ARTIFACTS  a folder for the last screenshot and the workbench's log files; default: they are thrown away
 * VSCODE_WEB_TIMEOUT    seconds until a run is given up; default 300
 * CHROMIUM              the browser; default `/usr/bin/chromium`
 */
import { isCommandLineCall, readArguments } from "./web-host/arguments.mjs";
import { openControlChannel } from "./web-host/control-channel.mjs";
import { serveExtensions } from "./web-host/extension-files.mjs";
import { runCommandLine, startServer } from "./web-host/server.mjs";
import { openWorkbench } from "./web-host/workbench.mjs";

const argv = process.argv.slice(2);
if (isCommandLineCall(argv)) process.exit(runCommandLine(argv));

/** What has to be closed, in this order, whichever way the run ends. */
const running = [];
let ending = false;

process.on("uncaughtException", (error) => void fail(error));
process.on("unhandledRejection", (error) => void fail(error));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(130));
const seconds = Number(process.env.VSCODE_WEB_TIMEOUT ?? 300);
setTimeout(() => void fail(`code-web: no end after ${seconds} s`, 124), seconds * 1000).unref();

const options = readArguments(argv);
const control = await openControlChannel();
running.push(control);
const server = await startServer(
  options,
  control.environment,
  (code) => void fail(`code-web: the server ended (${code})`),
);
running.unshift(server);
// With `--extensionDevelopmentKind=web` the extensions run in the browser's worker instead of in node.
const web = options.isWeb && (await serveExtensions(options.extensionDevelopmentPaths, options.extensionTestsPath));
if (web) running.unshift(web);
const workbench = await openWorkbench(options, server.port, {
  developmentOptions: web ? web.developmentOptions : undefined,
  onExit: (code) => void end(code),
  onCrash: fail,
});
running.unshift(workbench);
control.serve(workbench.page);
await workbench.load();

async function fail(error, code = 1) {
  // A reader of our output that has gone away is no failure of the run.
  if (error?.code === "EPIPE") return;
  console.error(error);
  await end(code);
}

async function end(code) {
  if (ending) return;
  ending = true;
  for (const part of running) await part.close().catch((error) => console.error(error));
  process.exit(code);
}
