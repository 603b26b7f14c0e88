import type { Span } from "../../grammar/index.ts";
import { type Row, readDelimited } from "../model/delimited.ts";
import { foldName } from "../model/normalise.ts";
import { PhrasePattern } from "../model/phrase-pattern.ts";
import type { Severity } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import { problem } from "./problem.ts";

/** A phrase of a list. */
export interface ListedPhrase {
  readonly phrase: string;
  readonly pattern: PhrasePattern;
  readonly severity: Severity;
  readonly suggestion: string;
  readonly suggestionSpan: Span;
  readonly reason: string;
  readonly span: Span;
}

/** A list of phrases as a spreadsheet saved it. */
export interface PhraseList {
  /** The reading that was taken. */
  readonly text: string;
  readonly phrases: readonly ListedPhrase[];
  readonly problems: readonly Finding[];
}

/**
 * Reads a list of phrases: a header, then a phrase a row.
 * @param readings what the file may say, the likeliest first; the first one with a header that is known is taken
 * @param separator what divides cells; undefined: what the header does
 */
export function readPhraseList(readings: readonly string[], separator?: "\t"): PhraseList {
  let first: PhraseList | undefined;
  for (const text of readings) {
    const list = readText(text, separator ?? separatorOf(text));
    if ("phrases" in list) return list;
    first ??= { text, phrases: [], problems: [list] };
  }
  return first!;
}

const COLUMNS = {
  phrase: ["phrase", "词语", "禁语", "短语", "词"],
  severity: ["severity", "级别", "等级", "严重程度"],
  suggestion: ["suggestion", "建议", "改说"],
  reason: ["reason", "理由", "原因"],
} as const;

const SEVERITIES: Readonly<Record<string, Severity>> = {
  "": "warning",
  警告: "warning",
  warning: "warning",
  错误: "error",
  error: "error",
  提示: "information",
  information: "information",
  info: "information",
};

function separatorOf(text: string): "," | "\t" {
  const header = /^.*/.exec(text)![0];
  return header.includes("\t") && !header.includes(",") ? "\t" : ",";
}

/** The list, or the problem for which it cannot be read at all. */
function readText(text: string, separator: "," | "\t"): PhraseList | Finding {
  const lines = new LineSpans(text);
  let rows: readonly Row[];
  try {
    rows = readDelimited(text, separator);
  } catch {
    // All else is forgiven, so that this is a quote without its end: the last one of the file.
    const at = Math.max(0, text.lastIndexOf('"'));
    return problem("open-quote", { start: at, end: at + 1 });
  }
  const [header, ...body] = rows;
  const titles = (header?.cells ?? []).map(foldName);
  const column = (name: keyof typeof COLUMNS) =>
    titles.findIndex((title) => (COLUMNS[name] as readonly string[]).includes(title));
  if (column("phrase") < 0) return problem("no-header", lines.span(header?.line ?? 1));
  const problems: Finding[] = [];
  const phrases: ListedPhrase[] = [];
  for (const { line, cells } of body) {
    const cell = (name: keyof typeof COLUMNS) => (cells[column(name)] ?? "").trim();
    const phrase = cell("phrase");
    const pattern = new PhrasePattern(phrase);
    const span = lines.span(line, phrase);
    const severity = SEVERITIES[foldName(cell("severity"))];
    if (pattern.folded === "") problems.push(problem("empty-phrase", span));
    else if (severity === undefined)
      problems.push(problem("unknown-severity", lines.span(line, cell("severity")), { word: cell("severity") }));
    else {
      const suggestion = cell("suggestion");
      const suggestionSpan = lines.span(line, suggestion);
      phrases.push({ phrase, pattern, severity, suggestion, suggestionSpan, reason: cell("reason"), span });
    }
  }
  return { text, phrases, problems };
}

/** Where the lines of a text are, counted from 1. */
class LineSpans {
  private readonly text: string;
  private readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: sign }) => index + sign.length)];
  }

  /** A cell where it stands on its line or below, else the line. */
  span(line: number, cell = ""): Span {
    const start = this.starts[line - 1] ?? this.text.length;
    const end = this.starts[line] ?? this.text.length;
    const at = cell === "" ? -1 : this.text.indexOf(cell, start);
    return at >= 0 && at < end
      ? { start: at, end: at + cell.length }
      : { start, end: start + this.text.slice(start, end).trimEnd().length };
  }
}
