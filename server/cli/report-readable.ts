import pc from "picocolors";
import { Lines } from "../model/lines.ts";
import type { Severity } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import { columns } from "./columns.ts";
import { printable } from "./printable.ts";
import { count, type FileReport, type LintRun, type Reporter, reportsOf, SEVERITIES } from "./report.ts";
import { toReader, wordsToReader } from "./to-reader.ts";

/** The run for people: each finding with its line, the stretch underlined, what to say instead, and the path. */
export const reportReadable: Reporter = (run, language) => {
  return [...blocksOf(reportsOf(run)), summary(run, language)].join("\n");
};

/** A block for each file in which something was found. */
export function blocksOf(reports: readonly FileReport[]): string[] {
  return reports.filter(({ findings }) => findings.length > 0).map(fileBlock);
}

const WORDS = {
  zh: { error: "错误", warning: "警告", information: "提示", say: "可以这样说", path: "路径" },
  en: { error: "error", warning: "warning", information: "info", say: "you could say", path: "path" },
} as const;

const COLOURS: Readonly<Record<Severity, (text: string) => string>> = {
  error: pc.red,
  warning: pc.yellow,
  information: pc.blue,
};

function fileBlock(file: FileReport): string {
  const lines = new Lines(file.text);
  return `${pc.underline(printable(file.path))}\n\n${file.findings.map((finding) => findingBlock(file, lines, finding)).join("\n")}`;
}

function findingBlock(
  { language }: FileReport,
  lines: Lines,
  { severity, span, message, ruleId, say, path }: Finding,
): string {
  const words = wordsToReader(WORDS[language]);
  const colour = COLOURS[severity];
  const { line, column } = lines.at(span.start);
  const end = lines.at(span.end);
  const number = String(line + 1);
  const margin = " ".repeat(number.length);
  const { shown, before, marked } = excerpt(lines.words(line), column, end.line === line ? end.column : undefined);
  const out = [
    `${colour(words[severity])} ${line + 1}:${column + 1} ${printable(message[language])} ${pc.dim(ruleId)}`,
    `${pc.dim(`${number} |`)} ${shown}`,
    `${pc.dim(`${margin} |`)} ${" ".repeat(before)}${colour("~".repeat(Math.max(1, marked)))}`,
  ];
  for (const sentence of say.slice(0, 1)) out.push(`${margin}   ${pc.green(`${words.say}:`)} ${sentence}`);
  for (const [index, point] of path.entries()) {
    const place = lines.at(point.span.start);
    out.push(
      `${margin}   ${pc.dim(index === 0 ? `${words.path}:` : " ".repeat(columns(words.path) + 1))} ${place.line + 1}  ${printable(point.message[language])}`,
    );
  }
  return `${out.join("\n")}\n`;
}

/** Columns of a line that are shown at most; a longer line is cut around the finding. */
const SHOWN = 160;
const LEAD = 40;

/** The part of a line around [from, to), printable, and how many columns stand before and in the stretch. */
function excerpt(words: string, from: number, to = words.length): { shown: string; before: number; marked: number } {
  const cut = words.length > SHOWN && from > LEAD ? from - LEAD : 0;
  const shownTo = Math.min(words.length, cut + SHOWN);
  const [lead, stretch, rest] = [
    words.slice(cut, from),
    words.slice(from, Math.min(to, shownTo)),
    words.slice(Math.min(to, shownTo), shownTo),
  ].map(printable);
  const start = cut > 0 ? "…" : "";
  return {
    shown: `${start}${lead}${stretch}${rest}${shownTo < words.length ? "…" : ""}`,
    before: columns(`${start}${lead}`),
    marked: columns(stretch!),
  };
}

function summary(run: LintRun, language: "zh" | "en"): string {
  const { length } = run.files;
  const found = numbersOf(reportsOf(run), language);
  const text =
    language === "zh"
      ? toReader(`检查了 ${length} 份话术：${found}。`)
      : `${length} ${length === 1 ? "script" : "scripts"} checked: ${found}.`;
  return `${colourOf(reportsOf(run))(text)}\n`;
}

/** How much was found of each severity, in words. */
export function numbersOf(reports: readonly FileReport[], language: "zh" | "en"): string {
  const [errors, warnings, infos] = SEVERITIES.map((severity) => count(reports, severity)) as Counts;
  return language === "zh"
    ? `${errors} 个错误，${warnings} 个警告${infos > 0 ? `，${infos} 个提示` : ""}`
    : `${errors} ${errors === 1 ? "error" : "errors"}, ${warnings} ${warnings === 1 ? "warning" : "warnings"}${infos > 0 ? `, ${infos} information` : ""}`;
}

/** The colour for what is said of all findings together. */
export function colourOf(reports: readonly FileReport[]): (text: string) => string {
  return count(reports, "error") > 0 ? pc.red : count(reports, "warning") > 0 ? pc.yellow : pc.green;
}

type Counts = [errors: number, warnings: number, infos: number];
