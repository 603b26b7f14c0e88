import { Lines } from "../model/lines.ts";
import type { Finding } from "../rules/rule.ts";
import { scoreOf } from "../rules/score.ts";
import { count, type FileReport, failuresOf, type Reporter, SEVERITIES } from "./report.ts";
import { HTML_STYLE } from "./report-html-style.ts";
import { ruleText } from "./rule-text.ts";
import { reportPath } from "./short-path.ts";
import { tagOfReader, wordsToReader } from "./to-reader.ts";
import { escapeXml } from "./xml.ts";

/**
 * The run as a page for a trainer: how good each script is, what is wrong in it, why, and what to say instead. It holds
 * everything that it shows and runs nothing.
 */
export const reportHtml: Reporter = (run, language) => {
  const words = wordsToReader(WORDS[language]);
  const files = run.files
    .map((file) => ({ file, score: scoreOf(file.agentTurns, file.findings) }))
    .sort((a, b) => a.score - b.score);
  const failures = failuresOf(run).map(
    ({ path, message }) => `<li>${name(path)}: ${escapeXml(message[language])}</li>`,
  );
  const rows = files.map(({ file, score }, index) => {
    const counts = SEVERITIES.map((one) => `<td>${count([file], one)}</td>`).join("");
    return `<tr><th scope="row"><a href="#script-${index}">${name(file.path)}</a></th><td>${meter(score)}</td>${counts}</tr>`;
  });
  const heads = words.columns.map((column) => `<th scope="col">${column}</th>`).join("");
  return [
    "<!doctype html>",
    `<html lang="${tagOfReader(language)}">`,
    '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${words.title}</title><style>${HTML_STYLE}</style></head>`,
    `<body><h1>${words.title}</h1><p>${words.count(files.length)} ${words.formula}</p>`,
    failures.length > 0 ? `<h2>${words.failures}</h2><ul>${failures.join("")}</ul>` : "",
    `<table><thead><tr>${heads}</tr></thead><tbody>${rows.join("\n")}</tbody></table>`,
    ...run.configuration.map((file) => section(file, "", "")),
    ...files.map(({ file, score }, index) => section(file, ` id="script-${index}"`, meter(score))),
    "</body></html>\n",
  ].join("\n");
};

const WORDS = {
  zh: {
    title: "话术检查报告",
    count: (files: number) => `检查了 ${files} 份话术，分数低的在前。`,
    formula: "客服每句话 3 分，一个错误扣 3 分，一个警告扣 1 分，提示不扣；分数是剩下的百分比，去掉小数，最低 0。",
    columns: ["话术", "分数", "错误", "警告", "提示"],
    failures: "没有检查成",
    severity: { error: "错误", warning: "警告", information: "提示" },
    clean: "没有发现问题。",
    suppressed: (count: number) => `另有 ${count} 处写明理由或列在已知问题里，没有计入。`,
    why: "为什么",
    say: "可以这样说",
    path: "在这条路上",
    line: (line: number) => `第 ${line} 行`,
  },
  en: {
    title: "Scripts checked",
    count: (files: number) => `${files} ${files === 1 ? "script" : "scripts"} checked, the lowest scores first.`,
    formula:
      "Each turn of the agent is worth 3 points; an error costs 3 and a warning 1, information nothing. The score is the percentage that is left, rounded down, at least 0.",
    columns: ["script", "score", "errors", "warnings", "information"],
    failures: "Not checked",
    severity: { error: "error", warning: "warning", information: "information" },
    clean: "Nothing found.",
    suppressed: (count: number) =>
      `${count} more ${count === 1 ? "is" : "are"} explained in the script or known already, and not counted.`,
    why: "Why",
    say: "Say instead",
    path: "On this path",
    line: (line: number) => `line ${line}`,
  },
} as const;

function section(file: FileReport, attributes: string, mark: string): string {
  const { path, text, findings, suppressed, language } = file;
  const lines = new Lines(text);
  const words = wordsToReader(WORDS[language]);
  return [
    `<section${attributes} lang="${tagOfReader(language)}"><h2>${name(path)} ${mark}</h2>`,
    findings.length === 0 ? `<p>${words.clean}</p>` : "",
    ...findings.map((finding) => article(finding, file, lines)),
    suppressed.length > 0 ? `<p>${words.suppressed(suppressed.length)}</p>` : "",
    "</section>",
  ].join("\n");
}

function article(finding: Finding, { language }: FileReport, lines: Lines): string {
  const { ruleId, severity, span, message, say, path } = finding;
  const words = wordsToReader(WORDS[language]);
  const { title, why } = ruleText(ruleId, language);
  const { line, column } = lines.at(span.start);
  const whole = lines.words(line);
  const end = Math.min(whole.length, column + span.end - span.start);
  const quote = [whole.slice(0, column), whole.slice(column, end), whole.slice(end)].map(escapeXml);
  const points = path.map((point) => {
    const at = lines.at(point.span.start).line;
    return `<li>${words.line(at + 1)}: ${escapeXml(lines.words(at).trim())} <em>${escapeXml(point.message[language])}</em></li>`;
  });
  return [
    `<article class="${severity}"><h3>${words.severity[severity]}: ${escapeXml(title)}</h3>`,
    `<blockquote><span>${words.line(line + 1)}</span> ${quote[0]}<mark>${quote[1]}</mark>${quote[2]}</blockquote>`,
    `<p>${escapeXml(message[language])}</p>`,
    say.length > 0 ? `<p>${words.say}:</p><ul>${say.map((one) => `<li>${escapeXml(one)}</li>`).join("")}</ul>` : "",
    points.length > 0 ? `<p>${words.path}:</p><ol>${points.join("")}</ol>` : "",
    why === undefined ? "" : `<p class="why">${words.why}: ${escapeXml(why)}</p>`,
    `<p class="rule">${escapeXml(ruleId)}</p></article>`,
  ]
    .filter((part) => part !== "")
    .join("\n");
}

function meter(score: number): string {
  const grade = score >= 90 ? "good" : score >= 60 ? "fair" : "poor";
  return `<b class="score ${grade}">${score}</b>`;
}

function name(path: string): string {
  return escapeXml(reportPath(path));
}
