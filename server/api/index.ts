import { CONFIGURATION, Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import { Project } from "../model/project.ts";
import { applyEdits } from "../rules/apply-edits.ts";
import { lint as judge } from "../rules/lint.ts";
import { today } from "../rules/today.ts";
import { Files } from "./files.ts";
import { findingFor } from "./finding-for.ts";

/*
 * What programs import as `service-script`. The types are written out here and import nothing, since this file alone
 * becomes the declarations in the package.
 */

/** A stretch of a text. Its offsets count UTF-16 units from 0, so that `text.slice(start, end)` is what it holds. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The line in which it starts, from 1. */
  readonly line: number;
  /** Where in that line, in UTF-16 units, from 1. */
  readonly column: number;
  readonly endLine: number;
  /** Behind its last unit, from 1. */
  readonly endColumn: number;
}

/** Something that is wrong in a script, or in the configuration that holds for it. */
export interface Finding extends Stretch {
  /** The name of the script, or of the file of the configuration. */
  readonly file: string;
  /** The rule in words, such as `forbidden/brush-off`. */
  readonly ruleId: string;
  readonly severity: "error" | "warning" | "information";
  /** What is wrong and what to do, for people. */
  readonly message: string;
  /** What could be said instead, in the language of the script, the best first. */
  readonly say: readonly string[];
  /** Where the finding is about a way through the call: the points of that way, in order, all in the same file. */
  readonly path: readonly PathPoint[];
  readonly fixes: readonly Fix[];
}

/** A point on the way through a call that proves a finding. */
export interface PathPoint extends Stretch {
  readonly message: string;
}

/** A remedy; `applyFix` applies it. */
export interface Fix {
  readonly title: string;
  /** Whether it may be applied unseen: it changes neither what is said nor the way of the call. */
  readonly safe: boolean;
  /** In any order; they do not overlap, and their offsets count in the text that was linted. */
  readonly edits: readonly Edit[];
}

/** What stands in [start, end) becomes `text`. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Everything may be left out. */
export interface LintOptions {
  /** The script's path below a folder that is thought of, with `/`; `script.sscript` when it is left out. */
  readonly name?: string | undefined;
  /**
   * The texts of other files of that folder, by their paths: scripts that this one imports, a configuration, and the
   * files that it names. Nothing is ever read from a disk.
   */
  readonly files?: Readonly<Record<string, string>> | undefined;
  /** The configuration of the folder: the text of a `service-script.config.yaml`, or the same as an object. */
  readonly configuration?: string | object | undefined;
  /** The language of what is told, `zh-TW` being Chinese in the words of Taiwan; that of the script when it is left out. */
  readonly language?: "zh" | "zh-TW" | "en" | undefined;
  /** Whether the script is the record of a call, in which a line without a speaker carries on the one before. */
  readonly transcript?: boolean | undefined;
}

/**
 * Finds what is wrong in a script, as the command line and the editor do.
 *
 * @param text the script, whatever is in it: what cannot be read as one is a finding too
 * @returns what is wrong in the configuration, file by file, then what is wrong in the script, each in the order of the text;
 *   what the script's ignore comments and the configuration leave out is not among it
 * @throws Error when a rule breaks on the script, which is a fault of ours: with findings missing, the rest would look
 *   like all; `cause` is what the rule threw
 */
export async function lint(text: string, options: LintOptions = {}): Promise<Finding[]> {
  const { name = "script.sscript", files = {}, configuration, language, transcript = false } = options;
  const source = new Files({ ...files, ...fileOf(configuration), [name]: text });
  const configurations = new Configurations(source);
  const project = new Project({ transcript });
  const uri = source.uriOf(name);
  await project.loadImports(project.set(uri, text), source);
  await configure(project, uri, configurations);
  const document = project.get(uri)!;
  const { findings, crashes } = judge(project, document, { today: today() });
  for (const { ruleId, error } of crashes) throw new Error(`The rule ${ruleId} broke on ${name}`, { cause: error });
  const reader = language ?? document.facts.language;
  const configured = (await configurations.of(uri)).files.flatMap((file) =>
    file.problems.map((problem) => findingFor(reader, problem, file.text, source.nameOf(file.uri))),
  );
  return [...configured, ...findings.map((finding) => findingFor(reader, finding, text, name))];
}

/** The text after a fix that was found in it. */
export function applyFix(text: string, fix: Fix): string {
  return applyEdits(text, fix.edits);
}

/** The file that a configuration would be; JSON is YAML. */
function fileOf(configuration: LintOptions["configuration"]): Record<string, string> {
  if (configuration === undefined) return {};
  return { [CONFIGURATION]: typeof configuration === "string" ? configuration : JSON.stringify(configuration) };
}
