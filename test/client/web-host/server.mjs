/** The half of the web host that runs in node: VS Code's server, which starts the real extension hosts. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { findWebHost } from "./installation.mjs";

/** No marketplace: without this every start waits for one that cannot be reached. */
const OFFLINE = { EXTENSIONS_GALLERY: "{}" };

/** Answers a call such as `--install-extension x.vsix` and returns its exit code. */
export function runCommandLine(argv) {
  const { node, serverMain } = findWebHost();
  const options = argv
    .filter((argument) => argument !== "--no-sandbox")
    .map((argument) => argument.replace(/^--user-data-dir/, "--server-data-dir"));
  const environment = { ...process.env, ...OFFLINE };
  const args = [serverMain, "--accept-server-license-terms", ...options];
  return spawnSync(node, args, { stdio: "inherit", env: environment }).status ?? 1;
}

/** Starts the server on a free port, with a profile of its own that is deleted at the end. */
export async function startServer(options, environment, onUnexpectedExit) {
  const { node, serverMain } = findWebHost();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "code-web-"));
  const serverData = path.join(folder, "server");
  writeSettings(options, serverData);
  if (options.locale && !options.locale.startsWith("en")) writeLanguagePack(options.locale, folder, serverData);
  const port = await freePort();
  const args = [
    serverMain,
    ...["--host", "127.0.0.1", "--port", String(port), "--without-connection-token", "--accept-server-license-terms"],
    ...["--disable-telemetry", "--disable-workspace-trust"],
    // A built workbench ignores the tests it is asked to run unless it is told that a driver is watching. (This also
    // hides notifications: a test of those has to do without it.)
    "--enable-smoke-test-driver",
    // Below `info` the workbench swallows what the tests print, and above it, it drowns them.
    ...["--log", "info"],
    ...(options.locale ? ["--locale", options.locale] : []),
    ...["--server-data-dir", serverData],
    ...["--extensions-dir", options.extensionsDir ?? path.join(folder, "extensions")],
  ];
  // A process group of its own, since the server starts others that outlive it when it alone is ended.
  const server = spawn(node, args, {
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...OFFLINE, ...environment },
  });
  const endGroup = () => {
    try {
      process.kill(-server.pid, "SIGTERM");
    } catch {
      // It has ended by itself.
    }
  };
  process.on("exit", endGroup);
  await untilListening(server);
  server.once("exit", onUnexpectedExit);
  return {
    port,
    close: async () => {
      server.off("exit", onUnexpectedExit);
      if (server.exitCode === null) {
        const ended = once(server, "exit");
        endGroup();
        await ended;
      }
      fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A desktop reads `<user-data-dir>/User/settings.json`; here those settings are laid over quiet ones of our own. */
function writeSettings(options, serverData) {
  const own = {
    "chat.disableAIFeatures": true,
    "extensions.autoCheckUpdates": false,
    "extensions.autoUpdate": false,
    "extensions.ignoreRecommendations": true,
    "security.workspace.trust.enabled": false,
    "telemetry.telemetryLevel": "off",
    "workbench.enableExperiments": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
  };
  const given = options.userDataDir && path.join(options.userDataDir, "User/settings.json");
  const settings = { ...own, ...(given && fs.existsSync(given) ? JSON.parse(fs.readFileSync(given, "utf8")) : {}) };
  fs.mkdirSync(path.join(serverData, "data/User"), { recursive: true });
  fs.writeFileSync(path.join(serverData, "data/User/settings.json"), JSON.stringify(settings));
}

/**
 * The server takes a display language only with a language pack. An empty one is enough for `vscode.env.language` and
 * `package.nls.<locale>.json`; the workbench's own texts stay English.
 */
function writeLanguagePack(locale, folder, serverData) {
  const translations = path.join(folder, "empty-pack.json");
  const pack = {
    hash: "0".repeat(32),
    label: locale,
    extensions: [{ extensionIdentifier: { id: "code-web.pack" }, version: "1.0.0" }],
    translations: { vscode: translations },
  };
  fs.writeFileSync(translations, JSON.stringify({ version: "1.0.0", contents: {} }));
  fs.writeFileSync(path.join(serverData, "data/languagepacks.json"), JSON.stringify({ [locale]: pack }));
}

async function freePort() {
  const probe = net.createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}

function untilListening(server) {
  return new Promise((resolve, reject) => {
    let output = "";
    const read = (chunk) => {
      output += chunk;
      if (/Web UI available|Extension host agent listening/.test(output)) resolve();
    };
    server.stdout.on("data", read);
    server.stderr.on("data", read);
    server.once("exit", (code) => reject(new Error(`code-web: the server did not start (${code})\n${output}`)));
  });
}
