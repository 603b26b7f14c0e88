import { pathToFileURL } from "node:url";
import type { ReadingOptions } from "../../grammar/index.ts";
import type { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import type { ScriptDocument } from "../model/document.ts";
import { silencesIn } from "../model/ignores.ts";
import { importsOf } from "../model/imports.ts";
import { Project } from "../model/project.ts";
import type { Absence, Source } from "../model/source.ts";
import { turnsOf } from "../model/symbols.ts";
import { uriKey } from "../model/uri-key.ts";
import { type UsedNames, usedNames } from "../model/uses.ts";
import { lint } from "../rules/lint.ts";
import type { Finding } from "../rules/rule.ts";
import type { Suppressed } from "./report.ts";

/** A script that is to be judged. */
export interface Request {
  readonly path: string;
  readonly text: string;
  /** The names that others use of it, where all that could use it are known. */
  readonly used?: readonly string[];
}

/** What the judgement of a script says, the same for every reader, since it speaks both languages. */
export interface Judgement {
  /** The language of the script's readers. */
  readonly language: "zh" | "en";
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
  /** How many times the agent speaks. */
  readonly agentTurns: number;
  /** Rules that broke, and why. */
  readonly crashes: readonly { readonly ruleId: string; readonly error: string }[];
}

/** A judgement with what it needs and gives among others. It is plain data, to be sent from thread to thread and kept. */
export interface Judged extends Judgement {
  /** What the script uses of others. */
  readonly uses: readonly UsedNames[];
  readonly grounds: Grounds;
}

/** What a judgement rests on beside the script, its configuration and the names that others use. */
export interface Grounds {
  /** The scripts that it imports, directly or through others: their texts, in short, or why there are none. */
  readonly imports: readonly { readonly uri: string; readonly content: { readonly text: string } | Absence }[];
  /** Whether it matters on which day the script was judged. */
  readonly isDated: boolean;
}

export interface JudgingOptions {
  readonly source: Source;
  readonly configurations: Configurations;
  readonly reading: ReadingOptions;
  /** The day on which scripts are judged, as 2026-11-22. */
  readonly today: string;
  /** Makes a text short, for grounds that are to be kept. */
  readonly digest?: ((text: string) => string) | undefined;
}

/** Judges scripts one by one, each by the configuration of its folder; what they import is read once. */
export class Judging {
  private readonly options: JudgingOptions;
  private readonly project: Project;

  constructor(options: JudgingOptions) {
    this.options = options;
    this.project = new Project(options.reading);
  }

  /** Judges a script; what was judged before makes no difference. */
  async judge({ path, text, used }: Request): Promise<Judged> {
    const { project } = this;
    const uri = pathToFileURL(path).href;
    // Scripts that were read for others and that import this one are none of its business.
    for (const user of project.usersOf(uri)) project.delete(user.uri);
    await project.loadImports(project.set(uri, text), this.options.source);
    await configure(project, uri, this.options.configurations);
    const document = project.get(uri)!;
    const names = used && new Set(used);
    project.uses = names && { of: (asked) => (uriKey(asked) === uriKey(uri) ? names : undefined) };
    const judgement = judgementOf(project, document, this.options.today);
    const judged: Judged = { ...judgement, uses: usedNames(document), grounds: this.groundsOf(document) };
    project.delete(uri);
    return judged;
  }

  /** What a script uses of others, without judging it. */
  usesOf({ path, text }: Request): readonly UsedNames[] {
    return usedNames(new Project(this.options.reading).set(pathToFileURL(path).href, text));
  }

  private groundsOf(document: ScriptDocument): Grounds {
    const { digest } = this.options;
    const imports = new Map<string, Grounds["imports"][number]>();
    const waiting = digest === undefined ? [] : [document];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
      for (const { uri } of importsOf(next)) {
        if (uri === undefined || imports.has(uriKey(uri)) || uriKey(uri) === uriKey(document.uri)) continue;
        const found = this.project.get(uri);
        const content = found === undefined ? (this.project.absence(uri) ?? "missing") : { text: digest!(found.text) };
        imports.set(uriKey(uri), { uri, content });
        if (found !== undefined) waiting.push(found);
      }
    const isDated = silencesIn(document).some(({ ignore }) => ignore.until !== undefined);
    return { imports: [...imports.values()], isDated };
  }
}

/** Judges a script of a project, in which all that it imports is read and configured. */
export function judgementOf(project: Project, document: ScriptDocument, today: string): Judgement {
  const { findings, silenced, crashes } = lint(project, document, { today });
  return {
    language: document.facts.language,
    findings,
    suppressed: silenced.map(({ finding, ignore: { reason } }) => {
      return { finding, by: "comment", ...(reason && { reason: reason.text }) };
    }),
    agentTurns: [...turnsOf(document)].filter(({ role }) => role === "agent").length,
    crashes: crashes.map(({ ruleId, error }) => ({ ruleId, error: String(error) })),
  };
}
