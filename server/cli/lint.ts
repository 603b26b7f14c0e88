import { isAbsolute, normalize, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import { Project } from "../model/project.ts";
import { UseIndex } from "../model/uses.ts";
import { lint } from "../rules/lint.ts";
import type { Bilingual } from "../rules/rule.ts";
import { today } from "../rules/today.ts";
import { diskSource, findScripts, readScript } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { printable } from "./printable.ts";
import type { FileReport, Reporter } from "./report.ts";
import { reportJson } from "./report-json.ts";
import { reportReadable } from "./report-readable.ts";

/** The report formats by the names that `--format` takes. */
export const FORMATS: Readonly<Record<string, Reporter>> = { readable: reportReadable, json: reportJson };

export interface LintOptions {
  readonly paths: readonly string[];
  readonly format: string;
  /** Findings do not count for the exit code; files that cannot be judged still do. */
  readonly exitZero: boolean;
  readonly reading: ReadingOptions;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
}

/** Lints the files that the paths name, prints the report, and returns the exit code. */
export async function lintCommand({ paths, format, exitZero, language, reading }: LintOptions): Promise<number> {
  const { files, problems } = await findScripts(paths);
  const source = diskSource([".", ...paths]);
  const configurations = new Configurations(source);
  const uses = new UseIndex();
  const reports = new Map<string, FileReport>();
  const day = today();
  let crashed = false;
  const judge = async (project: Project, path: string, text: string) => {
    const uri = pathToFileURL(path).href;
    await project.loadImports(project.set(uri, text), source);
    await configure(project, uri, configurations);
    const document = project.get(uri)!;
    uses.add(document);
    const { findings, crashes } = lint(project, document, { today: day });
    project.delete(uri);
    for (const { ruleId, error } of crashes) {
      crashed = true;
      complain(
        path,
        {
          zh: `规则 ${ruleId} 出错了，它的结果不全：${error}`,
          en: `The rule ${ruleId} broke, its findings are missing: ${error}`,
        },
        language,
      );
    }
    reports.set(path, { path, text, language: language ?? document.facts.language, findings });
  };
  const project = new Project(reading);
  for (const path of files) {
    const read = await readScript(path);
    if ("problem" in read) problems.push(read.problem);
    else await judge(project, path, read.text);
  }
  // What the scripts of a folder use of one another is known only now, so those that others import are judged again.
  // Files that are named one by one may be used by others; what a file that cannot be read uses, nobody knows.
  const isWhole = problems.length === 0 && !paths.some((path) => reports.has(normalize(path)));
  const whole = new Project(reading, uses);
  for (const { path, text } of isWhole ? [...reports.values()] : [])
    if (uses.of(pathToFileURL(path).href) !== undefined) await judge(whole, path, text);
  const judged = [...reports.values()];
  const most =
    language ??
    (judged.some((report) => report.language === "en") && !judged.some((report) => report.language === "zh")
      ? "en"
      : "zh");
  const configuration = (await configurations.all())
    .flatMap((read) => read.files)
    .filter((file) => file.problems.length > 0)
    .map((file) => ({ path: shortPath(file.uri), text: file.text, language: most, findings: file.problems }));
  process.stdout.write(FORMATS[format]!({ files: judged, configuration, problems }, most));
  for (const { path, message } of problems) complain(path, message, most);
  if (crashed) return EXIT.internal;
  if (problems.length > 0) return EXIT.usage;
  const counted = [...configuration, ...judged];
  return !exitZero && counted.some(({ findings }) => findings.some(({ severity }) => severity === "error"))
    ? EXIT.findings
    : EXIT.clean;
}

/** A file as people would name it who stand in the current folder. */
function shortPath(uri: string): string {
  const path = fileURLToPath(uri);
  const short = relative(".", path);
  return short.startsWith("..") || isAbsolute(short) ? path : short;
}

function complain(path: string, message: Bilingual, language: "zh" | "en" = "zh"): void {
  process.stderr.write(`${printable(path)}: ${message[language]}\n`);
}
