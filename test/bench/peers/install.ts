import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";

/** Where the tools live that the benchmark compares with: a package of its own, so that the product carries none. */
export const PEERS = resolve("test/bench/peers");

/** The parts of the benchmark in which they take part. */
export const PEER_SECTIONS: ReadonlySet<string> = new Set(["folder", "keystroke", "layout"]);

/** Installs them unless they are there, exactly as the lock file has them; says whether they can be used. */
export function installPeers(): boolean {
  const installed = `${PEERS}/node_modules/.package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${PEERS}/package-lock.json`).mtimeMs)
    return true;
  console.error("Installing the tools to compare with into test/bench/peers/node_modules …");
  const { status } = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: PEERS,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });
  if (status !== 0) console.error("They could not be installed; the product is measured alone.");
  return status === 0;
}
