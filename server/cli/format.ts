import { buffer } from "node:stream/consumers";
import { format } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import type { Bilingual } from "../rules/rule.ts";
import { brokenConfigurations } from "./broken-configuration.ts";
import { decodeScript, diskSource, type FileProblem, findScripts, readScript } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { withoutIgnored } from "./ignored-scripts.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";
import { writeMended } from "./write-mended.ts";

export interface FormatOptions {
  readonly paths: readonly string[];
  /** Say which scripts are not in the canonical form, write that form, or print that of standard input. */
  readonly mode: "check" | "write" | "print";
  readonly language: "zh" | "en";
}

/** Brings scripts into their canonical form, or says which are not in it; returns the exit code. */
export async function formatCommand({ paths, mode, language }: FormatOptions): Promise<number> {
  const tell = (stream: NodeJS.WriteStream, { path, message }: FileProblem) =>
    stream.write(`${printable(path)}: ${printable(toReader(message[language]))}\n`);
  if (mode === "print") {
    const read = decodeScript("stdin", await buffer(process.stdin));
    if ("text" in read) process.stdout.write(format(read.text));
    else tell(process.stderr, read.problem);
    return "text" in read ? EXIT.clean : EXIT.usage;
  }
  const found = await findScripts(paths);
  const configurations = new Configurations(diskSource([".", ...paths]));
  const { files, notes, problems: left } = await withoutIgnored(found.files, paths, configurations);
  const problems = [...found.problems, ...left, ...(await brokenConfigurations(configurations))];
  const changes = [];
  for (const path of files) {
    const read = await readScript(path);
    if ("problem" in read) problems.push(read.problem);
    else {
      const after = format(read.text);
      if (after !== read.text) changes.push({ path, before: read.text, after });
    }
  }
  if (mode === "check") for (const { path } of changes) tell(process.stdout, { path, message: DIFFERS });
  else {
    const { told, failed } = await writeMended(changes);
    for (const one of told) tell(process.stdout, one);
    problems.push(...failed);
  }
  for (const problem of [...notes, ...problems]) tell(process.stderr, problem);
  if (problems.length > 0) return EXIT.usage;
  return mode === "check" && changes.length > 0 ? EXIT.findings : EXIT.clean;
}

const DIFFERS: Bilingual = {
  zh: "写法要统一：service-script format --write",
  en: "Not in the canonical form: service-script format --write",
};
