import { once } from "node:events";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import { Lines } from "../model/lines.ts";
import { Project } from "../model/project.ts";
import { rangeOf } from "../model/range.ts";
import { lint } from "../rules/lint.ts";
import { today } from "../rules/today.ts";
import { diskSource } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { type Call, readCall } from "./filter-call.ts";
import { toReader } from "./to-reader.ts";

export interface FilterOptions {
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each call. */
  readonly language: "zh" | "en" | undefined;
}

/**
 * Reads calls from standard input, one JSON value a line, and writes what is found in each as one line, in their order.
 * One call is in memory at a time: the next is read only when the reader has taken what was written. A line that is no
 * call is answered with an error, and the run goes on. Returns the exit code, which findings do not change.
 */
export async function filterCommand({ reading, language }: FilterOptions): Promise<number> {
  const configurations = new Configurations(diskSource(["."]));
  const { files } = await configurations.of(URI);
  if (files.some(({ problems }) => problems.length > 0)) {
    process.stderr.write(`${toReader(BROKEN[language ?? "zh"])}\n`);
    return EXIT.usage;
  }
  let code: number = EXIT.clean;
  let line = 0;
  for await (const text of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    line++;
    if (text.trim() === "") continue;
    const call = readCall(text);
    const answer = "error" in call ? { line, ...call } : await judge(call, { reading, language }, configurations);
    if ("error" in answer && code !== EXIT.internal) code = EXIT.usage;
    if ("crashes" in answer) code = EXIT.internal;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) await once(process.stdout, "drain");
  }
  return code;
}

/** Where a call would lie, so that the configuration of the current folder holds. */
const URI = pathToFileURL("call.sscript").href;

const BROKEN = {
  zh: "配置有错，一通也没有检查。看看错在哪里：service-script config --print",
  en: "The configuration is broken, no call was checked. See what is wrong: service-script config --print",
};

async function judge({ id, text }: Call, { reading, language }: FilterOptions, configurations: Configurations) {
  const project = new Project({ ...reading, transcript: true });
  project.set(URI, text);
  await configure(project, URI, configurations);
  const document = project.get(URI)!;
  const { findings, crashes } = lint(project, document, { today: today() });
  const reader = language ?? document.facts.language;
  const lines = new Lines(text);
  return {
    id,
    findings: findings.map(({ ruleId, severity, span, message, say }) => ({
      ruleId,
      level: severity === "information" ? "info" : severity,
      message: toReader(message[reader], [text.slice(span.start, span.end)]),
      ...rangeOf(lines, span),
      text: text.slice(span.start, span.end),
      say,
    })),
    ...(crashes.length > 0 && { crashes: crashes.map(({ ruleId, error }) => `${ruleId}: ${error}`) }),
  };
}
