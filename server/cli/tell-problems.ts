import type { FileProblem } from "./disk-source.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";

/** Says what there is to say of files beside the reports. */
export function tellProblems(messages: readonly FileProblem[], language: "zh" | "en"): void {
  for (const { path, message } of messages)
    process.stderr.write(`${printable(path)}: ${printable(toReader(message[language]))}\n`);
}
