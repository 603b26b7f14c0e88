import { Lines } from "../model/lines.ts";
import type { Finding } from "../rules/rule.ts";
import { code, escapeMarkdown } from "./markdown.ts";
import { count, type FileReport, failuresOf, type Reporter, reportsOf, SEVERITIES } from "./report.ts";
import { reportPath } from "./short-path.ts";
import { wordsToReader } from "./to-reader.ts";

/** The run as Markdown, for a pull request or the summary of a job: a table of the scripts, then what is wrong with each. */
export const reportMarkdown: Reporter = (run, language) => {
  const words = wordsToReader(WORDS[language]);
  const files = reportsOf(run);
  const total = SEVERITIES.map((severity) => count(files, severity));
  const troubled = files.filter(({ findings }) => findings.length > 0);
  const rows = troubled.map((file) =>
    row([code(reportPath(file.path)), ...SEVERITIES.map((one) => count([file], one))]),
  );
  const table = [row(words.columns), "| --- | ---: | ---: | ---: |", ...rows, row([words.total, ...total])];
  const failures = failuresOf(run).map(
    ({ path, message }) => `- ${code(reportPath(path))}: ${escapeMarkdown(message[language])}`,
  );
  return `${[
    `## ${words.title}`,
    words.count(run.files.length),
    ...(troubled.length > 0 ? [table.join("\n")] : []),
    ...(failures.length > 0 ? [`### ${words.failures}`, failures.join("\n")] : []),
    ...troubled.flatMap((file) => [`### ${code(reportPath(file.path))}`, listOf(file)]),
  ].join("\n\n")}\n`;
};

const WORDS = {
  zh: {
    title: "话术检查",
    count: (files: number) => `检查了 ${files} 份话术。`,
    columns: ["文件", "错误", "警告", "提示"],
    total: "合计",
    failures: "没有检查成",
    severity: { error: "错误", warning: "警告", information: "提示" },
    say: "可以这样说",
    path: "路径",
  },
  en: {
    title: "Scripts checked",
    count: (files: number) => `${files} ${files === 1 ? "script" : "scripts"} checked.`,
    columns: ["file", "errors", "warnings", "information"],
    total: "total",
    failures: "Not checked",
    severity: { error: "error", warning: "warning", information: "information" },
    say: "You could say",
    path: "path",
  },
} as const;

function listOf({ text, language, findings }: FileReport): string {
  const lines = new Lines(text);
  const words = wordsToReader(WORDS[language]);
  const item = ({ ruleId, severity, span, message, say, path }: Finding) => {
    const parts = [
      `- ${lines.at(span.start).line + 1}: **${words.severity[severity]}** ${escapeMarkdown(message[language])} ${code(ruleId)}`,
    ];
    if (say[0] !== undefined) parts.push(`  - ${words.say}: ${escapeMarkdown(say[0])}`);
    if (path.length > 0)
      parts.push(`  - ${words.path}: ${path.map((point) => lines.at(point.span.start).line + 1).join(" → ")}`);
    return parts.join("\n");
  };
  return findings.map(item).join("\n");
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(" | ")} |`;
}
