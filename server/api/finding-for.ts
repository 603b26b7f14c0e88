import type { Span } from "../../grammar/index.ts";
import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import { inTaiwan, quotedFrom } from "../model/taiwan.ts";
import type { Bilingual, Finding as Found } from "../rules/rule.ts";
import type { Finding, LintOptions, Stretch } from "./index.ts";

/** A finding in `text`, which is called `file`, as it is told to a reader. */
export function findingFor(
  reader: NonNullable<LintOptions["language"]>,
  { ruleId, severity, span, message, say, path, fixes }: Found,
  text: string,
  file: string,
): Finding {
  const lines = new Lines(text);
  const at = ({ start, end }: Span): Stretch => ({ start, end, ...rangeOf(lines, { start, end }) });
  const told = ({ zh, en }: Bilingual, put: readonly string[] = []) =>
    reader === "en" ? en : reader === "zh" ? zh : inTaiwan(zh, [...quotedFrom(text, zh), ...put]);
  return {
    file,
    ruleId,
    severity,
    ...at(span),
    message: told(message),
    say: [...say],
    path: path.map((point) => ({ ...at(point.span), message: told(point.message) })),
    fixes: fixes.map(({ title, edits, safe = false }) => ({
      // What a remedy puts in is the script's, and its title quotes it.
      title: told(
        title,
        edits.map((edit) => edit.text.trim()),
      ),
      safe,
      edits: edits.map((edit) => ({ start: edit.start, end: edit.end, text: edit.text })),
    })),
  };
}
