import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { BareSearch } from "./bare-search.ts";

// A whole program that does nothing but parse and search: `bare-lint LIST FOLDER`.
const [, , list, folder] = process.argv as [string, string, string, string];
const search = new BareSearch(readFileSync(list, "utf8").split("\n").filter(Boolean));
const lines: string[] = [];
for (const name of readdirSync(folder)) {
  if (!name.endsWith(".sscript")) continue;
  const text = readFileSync(join(folder, name), "utf8");
  for (const { word, offset } of search.find(text)) lines.push(`${name}:${offset}: ${word}`);
}
process.stdout.write(`${lines.join("\n")}\n`);
