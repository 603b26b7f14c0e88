/** The half of the web host that runs in the browser: the workbench, and what it prints and when it ends. */
import fs from "node:fs";
import path from "node:path";
import { format } from "node:util";
import { chromium } from "playwright-core";

const BROWSER_FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // Nothing outside this machine is asked for anything.
  "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
];

/** What the workbench says about itself in every run; the tests' own lines are to be seen. */
const WORKBENCH_CHATTER = new RegExp(
  [
    "Ignoring fetching additional builtin",
    "No extension gallery service",
    "Updating additional builtin",
    "Resolving connection token",
    "Resolved connection token",
    "Creating a socket",
    "\\[reconnection-grace-time\\]",
    "\\[Service Worker\\]",
    "\\[AgentHost",
    "\\[AccountPolicyGate\\]",
    "DialogService: Dialog requested",
    "Invoking resolveAuthority",
    "resolveAuthority",
    "Started local extension host",
    "Timed out waiting for authentication provider",
    "Creation of workbench contribution",
  ].join("|"),
);

/**
 * Opens the browser; `load` then shows the workbench, which runs the tests and calls `onExit` with their exit code.
 * With `developmentOptions` extensions and tests are not the server's but what these name.
 */
export async function openWorkbench(options, port, { developmentOptions, onExit, onCrash }) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: BROWSER_FLAGS,
  });
  const context = await browser.newContext({
    viewport: { width: 1400, height: 900 },
    locale: options.locale,
    // The workbench's policy names the server that it came from, and the extensions' files are another one's.
    bypassCSP: developmentOptions !== undefined,
  });
  const page = await context.newPage();
  const artifacts = process.env.VSCODE_WEB_ARTIFACTS;
  if (developmentOptions) await page.addInitScript(tellWorkbench, developmentOptions);
  page.on("crash", () => onCrash(new Error("code-web: the page crashed")));
  // These two names are the workbench's interface to a driver.
  await page.exposeFunction("codeAutomationLog", (type, args) => {
    if (typeof args[0] !== "string" || args[0].search(WORKBENCH_CHATTER) === 0) return;
    const stream = type === "error" || type === "warn" ? process.stderr : process.stdout;
    stream.write(`${format(...args)}\n`);
  });
  await page.exposeFunction("codeAutomationExit", (code, logs) => {
    if (artifacts) writeLogs(artifacts, logs ?? []);
    onExit(code);
  });
  return {
    page,
    load: () => page.goto(`http://127.0.0.1:${port}/?${workbenchQuery(options, port)}`),
    close: async () => {
      if (artifacts) await page.screenshot({ path: path.join(artifacts, "exit.png"), timeout: 5000 }).catch(() => {});
      await browser.close();
    },
  };
}

/** Runs in the page before it loads: its configuration, an attribute, comes to hold these options too. */
function tellWorkbench(developmentOptions) {
  const { getAttribute } = Element.prototype;
  Element.prototype.getAttribute = function (name) {
    const value = getAttribute.call(this, name);
    if (name !== "data-settings" || this.id !== "vscode-workbench-web-configuration") return value;
    const configuration = JSON.parse(value);
    const merged = { ...configuration.developmentOptions, ...developmentOptions };
    return JSON.stringify({ ...configuration, developmentOptions: merged });
  };
}

// The page is addressed, never rewritten: once a document has passed through `page.route()`, chromium's check of
// local network access refuses the web socket to its own server.
function workbenchQuery(options, port) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${encodeURI(file)}`;
  const own = [
    ["skipWelcome", "true"],
    ["skipReleaseNotes", "true"],
  ];
  if (options.disableExtensions) own.push(["disableExtensions", "true"]);
  const payload = [
    ...own,
    ...options.extensionDevelopmentPaths.map((folder) => ["extensionDevelopmentPath", remote(folder)]),
  ];
  if (options.extensionTestsPath) payload.push(["extensionTestsPath", remote(options.extensionTestsPath)]);
  const query = new URLSearchParams(options.folder ? { folder: options.folder } : { ew: "true" });
  query.set("payload", JSON.stringify(options.isWeb ? own : payload));
  return query;
}

function writeLogs(folder, logs) {
  for (const { relativePath, contents } of logs) {
    const file = path.join(folder, "logs", relativePath.replaceAll("..", ""));
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, contents);
  }
}
