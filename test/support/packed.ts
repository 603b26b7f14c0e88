import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { folder } from "./folder.ts";

/** The package as npm would hand it out. */
export interface Packed {
  /** Where the packed file lies, until the tests of the file are over. */
  readonly path: string;
  /** What npm calls it in a command. */
  readonly spec: string;
  /** How large it is, in bytes. */
  readonly size: number;
  /** The paths of what is in it. */
  readonly files: readonly string[];
}

/** Packs what was built. */
export function packed(): Packed {
  const at = folder({});
  const args = ["pack", "--ignore-scripts", "--pack-destination", at, "--json"];
  const [{ filename, size, files }] = JSON.parse(execFileSync("npm", args, { encoding: "utf8" }));
  const path = join(at, filename);
  return { path, spec: `file:${path}`, size, files: files.map((file: { path: string }) => file.path).sort() };
}

/** The environment of a user of npm who has this node, a home of their own, and no network. */
export function npmOffline(home: string): Record<string, string> {
  return {
    PATH: `${dirname(process.execPath)}:${process.env.PATH}`,
    HOME: home,
    npm_config_cache: join(home, ".npm"),
    npm_config_offline: "true",
    npm_config_update_notifier: "false",
  };
}
