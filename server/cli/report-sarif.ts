import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { CodeFlow, Fix, Location, Log, ReportingDescriptor, Result, Suppression } from "sarif";
import type { Span } from "../../grammar/index.ts";
import { version } from "../../package.json";
import { Lines } from "../model/lines.ts";
import { rangeOf } from "../model/range.ts";
import type { Severity } from "../protocol.ts";
import type { Finding, Fix as RuleFix } from "../rules/rule.ts";
import { fingerprints } from "./fingerprint.ts";
import { type FileReport, failuresOf, type Reporter, reportsOf } from "./report.ts";
import { ruleText } from "./rule-text.ts";
import { reportPath } from "./short-path.ts";
import { tagOfReader } from "./to-reader.ts";
import { told } from "./told.ts";

/**
 * The run as SARIF 2.1.0, which code hosts and auditors read: the rules with their help, the path that proves a finding
 * as a code flow, its fixes, and what is suppressed with the reason.
 */
export const reportSarif: Reporter = (run, language) => {
  const files = reportsOf(run);
  const ids = [...new Set(files.flatMap((file) => everything(file).map(({ finding }) => finding.ruleId)))].sort();
  const failures = failuresOf(run);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "service-script",
            version,
            semanticVersion: version,
            language: tagOfReader(language),
            rules: ids.map((id) => descriptor(id, language)),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [BASE]: { uri: `${pathToFileURL(resolve(".")).href}/` } },
        artifacts: files.map(({ path }) => ({ location: artifact(path), mimeType: "text/plain", encoding: "utf-8" })),
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            toolExecutionNotifications: failures.map(({ path, message }) => ({
              level: "error",
              message: { text: message[language] },
              locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
            })),
          },
        ],
        results: files.flatMap((file) => resultsOf(file, ids)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
};

const BASE = "SRCROOT";
const LEVELS: Readonly<Record<Severity, Result.level>> = { error: "error", warning: "warning", information: "note" };
const KINDS = { comment: "inSource", baseline: "external" } as const;

function descriptor(id: string, language: "zh" | "en"): ReportingDescriptor {
  const { title, why, fix } = ruleText(id, language);
  const help = [why, fix].filter((words) => words !== undefined);
  return {
    id,
    shortDescription: { text: title },
    ...(why !== undefined && { fullDescription: { text: why } }),
    ...(help.length > 0 && { help: { text: help.join("\n"), markdown: `**${title}**\n\n${help.join("\n\n")}` } }),
  };
}

interface Item {
  readonly finding: Finding;
  readonly suppressions: readonly Suppression[];
}

/** The findings of a file, those that are suppressed too, in the order of the text. */
function everything({ findings, suppressed }: FileReport): readonly Item[] {
  return [
    ...findings.map((finding): Item => ({ finding, suppressions: [] })),
    ...suppressed.map(({ finding, by, reason }): Item => {
      const justification = reason !== undefined && { justification: reason };
      return { finding, suppressions: [{ kind: KINDS[by], status: "accepted", ...justification }] };
    }),
  ].sort((a, b) => a.finding.span.start - b.finding.span.start);
}

function resultsOf(file: FileReport, ids: readonly string[]): Result[] {
  const { path, text, language } = file;
  const lines = new Lines(text);
  const place = (span: Span): Location => ({
    physicalLocation: { artifactLocation: artifact(path), region: region(lines, span) },
  });
  const items = everything(file);
  const prints = fingerprints(
    text,
    items.map(({ finding }) => finding),
  );
  return items.map(({ finding, suppressions }, index): Result => {
    const { ruleId, severity, span, fixes } = finding;
    return {
      ruleId,
      ruleIndex: ids.indexOf(ruleId),
      level: LEVELS[severity],
      message: { text: told(finding, language) },
      locations: [place(span)],
      partialFingerprints: { "serviceScript/v1": prints[index]! },
      ...(finding.path.length > 0 && { codeFlows: [codeFlow(finding, place, language)] }),
      ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, path, lines, language)) }),
      // Where any result has it, each has to: what nobody suppressed has an empty list.
      suppressions: [...suppressions],
    };
  });
}

function codeFlow({ path, message }: Finding, place: (span: Span) => Location, language: "zh" | "en"): CodeFlow {
  const locations = path.map((point) => ({
    location: { ...place(point.span), message: { text: point.message[language] } },
  }));
  return { message: { text: message[language] }, threadFlows: [{ locations }] };
}

function fixOf({ title, edits }: RuleFix, path: string, lines: Lines, language: "zh" | "en"): Fix {
  const replacements = edits.map((edit) => ({
    deletedRegion: region(lines, edit),
    insertedContent: { text: edit.text },
  }));
  return {
    description: { text: title[language] },
    artifactChanges: [{ artifactLocation: artifact(path), replacements }],
  };
}

function region(lines: Lines, span: Span) {
  const { line, column, endLine, endColumn } = rangeOf(lines, span);
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A file from the folder of the run; one that lies outside by its whole address. */
function artifact(path: string) {
  const short = reportPath(path);
  const isInside = !/^(?:\/|[a-z]:)/i.test(short);
  return isInside
    ? { uri: short.split("/").map(encodeURIComponent).join("/"), uriBaseId: BASE }
    : { uri: pathToFileURL(path).href };
}
