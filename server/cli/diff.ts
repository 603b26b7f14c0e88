import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import { comparisonSvg } from "../export/comparison.ts";
import { compareScripts } from "../model/comparison.ts";
import type { ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import { type LintResult, lint } from "../rules/lint.ts";
import { today } from "../rules/today.ts";
import { brokenConfigurations } from "./broken-configuration.ts";
import type { ComparedVersions } from "./compared-versions.ts";
import { complain } from "./complain.ts";
import { diskSource, type FileProblem } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { newFindings } from "./new-findings.ts";
import { OTHERWISE } from "./reader-language.ts";
import { reportDiff, reportDiffMarkdown } from "./report-diff.ts";
import { reportDiffJson } from "./report-diff-json.ts";
import { type NoVersion, readRevision, readVersion, type VersionOnDisk } from "./script-version.ts";

export const DIFF_FORMATS = {
  text: reportDiff,
  markdown: reportDiffMarkdown,
  json: reportDiffJson,
  svg: comparisonSvg,
} as const;

export interface DiffOptions {
  /** Two files or `REV:FILE`; with `rev` the one file that is compared with itself at that commit. */
  readonly operands: readonly string[];
  readonly rev: string | undefined;
  readonly format: keyof typeof DIFF_FORMATS;
  readonly exitZero: boolean;
  readonly language: "zh" | "en" | undefined;
}

/** Tells what changed between two versions of a script. Returns 1 where the later one is worse: see `isWorse`. */
export async function diffCommand({ operands, rev, format, exitZero, language }: DiffOptions): Promise<number> {
  const [first, second = first] = operands as readonly [string, string?];
  const versions = [
    await (rev === undefined ? readVersion(first) : readRevision(rev, first)),
    await readVersion(second!),
  ] as const;
  const [before, after] = versions;
  if ("wrong" in before || "wrong" in after) return refuse(unread(versions), language ?? OTHERWISE);
  // Both are judged as the later one is, so that only what the script says makes a difference.
  const configurations = new Configurations(diskSource(["."]));
  const old = await judged(before, after.uri, configurations);
  const now = await judged(after, after.uri, configurations);
  const broken = await brokenConfigurations(configurations);
  if (broken.length > 0) return refuse(broken, language ?? OTHERWISE);
  const crash = [...old.result.crashes, ...now.result.crashes][0];
  // A broken rule must not look like a script in which nothing is newly wrong.
  if (crash !== undefined) throw crash.error;
  const { fresh, gone } = newFindings(old.result.findings, old.document.text, now.result.findings, now.document.text);
  const compared: ComparedVersions = {
    before: { name: before.name, ...old },
    after: { name: after.name, ...now },
    comparison: compareScripts(old, now),
    fresh,
    gone,
  };
  process.stdout.write(DIFF_FORMATS[format](compared, language ?? now.document.facts.language));
  return isWorse(compared) && !exitZero ? EXIT.findings : EXIT.clean;
}

/** Whether something is wrong now that was not before, or an apology is gone. */
function isWorse({ comparison, fresh }: ComparedVersions): boolean {
  return comparison.apologies.length > 0 || fresh.some(({ severity }) => severity !== "information");
}

/** Reads and judges a version by the configuration of the file at `place`. */
async function judged({ uri, text, source }: VersionOnDisk, place: string, configurations: Configurations) {
  const project = new Project();
  await project.loadImports(project.set(uri, text), source);
  await configure(project, uri, configurations);
  if (uri !== place) {
    const { wording, settings } = await configurations.of(place);
    project.setWording(uri, wording);
    const levels = settings?.levelsOf(place);
    if (levels !== undefined) project.setLevels(uri, levels);
  }
  const document: ScriptDocument = project.get(uri)!;
  const result: LintResult = lint(project, document, { today: today() });
  return { project, document, result };
}

function unread(versions: readonly (VersionOnDisk | NoVersion)[]): FileProblem[] {
  return versions.flatMap((version) => ("wrong" in version ? [{ path: version.name, message: version.wrong }] : []));
}

function refuse(problems: readonly FileProblem[], language: "zh" | "en"): number {
  complain(problems, language);
  return EXIT.usage;
}
