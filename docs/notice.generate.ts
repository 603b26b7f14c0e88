import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** A package of which parts are in our bundles. */
interface Bundled {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly license: string;
  /** The words of its licence. */
  readonly text: string;
}

/** Tables of ours are derived from data in these, which themselves are in no bundle. */
const DERIVED = ["node_modules/opencc-js"];

/** The notice of what is in our bundles and who holds rights in it; what that is, the build has written down. */
export function generate() {
  const folders: string[] = JSON.parse(readFileSync("dist/bundled.json", "utf8"));
  const bundled = folders.map(packageIn).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const derived = DERIVED.map(packageIn);
  const content = `Service Script is distributed under the MIT licence (LICENSE).

The bundles in dist/ contain parts of these packages:

${bundled.map(line).join("\n")}

The tables server/model/traditional.generated.ts and server/model/taiwan.generated.ts are derived from OpenCC (Apache-2.0,
https://github.com/BYVoid/OpenCC) by way of:

${derived.map(line).join("\n")}

Their licences:
${textsOf([...bundled, ...derived]).join("")}`;
  return [{ path: "NOTICE", content }];
}

function packageIn(folder: string): Bundled {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:\.(?:md|txt))?$/i.test(entry));
  if (file === undefined) throw new Error(`${folder} is bundled and has no licence to be told`);
  const text = readFileSync(join(folder, file), "utf8").replace(/\r\n?/g, "\n").trim();
  return { name, version, license, text };
}

function line({ name, version, license }: Bundled): string {
  const title = `${name} ${version}`;
  return `${title.padEnd(44)} ${license.padEnd(19)} https://www.npmjs.com/package/${name}`;
}

/** Each text once, under the names of the packages that have it. */
function textsOf(packages: readonly Bundled[]): string[] {
  const holders = new Map<string, string[]>();
  for (const { name, text } of packages) holders.set(text, [...(holders.get(text) ?? []), name]);
  return [...holders].map(([text, names]) => `\n${"-".repeat(80)}\n${names.join(", ")}\n\n${text}\n`);
}
