import type { ScriptDocument } from "../model/document.ts";
import type { Project } from "../model/project.ts";
import { turnsOf } from "../model/symbols.ts";
import { lint } from "../rules/lint.ts";
import type { FileProblem } from "./disk-source.ts";
import type { FileReport, Suppressed } from "./report.ts";

/** Who judges a script, and when. */
export interface Judging {
  /** The day on which the script is judged: 2026-11-22. */
  readonly today: string;
  /** The reader's language; undefined: that of the script. */
  readonly language: "zh" | "en" | undefined;
}

/** Judges a script of a project, which is read and configured; `path` is how the user calls it. */
export function reportOn(
  project: Project,
  document: ScriptDocument,
  path: string,
  { today, language }: Judging,
): { readonly report: FileReport; readonly crashes: readonly (FileProblem & { readonly ruleId: string })[] } {
  const { findings, silenced, crashes } = lint(project, document, { today });
  const suppressed = silenced.map(
    ({ finding, ignore: { reason } }): Suppressed => ({
      finding,
      by: "comment",
      ...(reason && { reason: reason.text }),
    }),
  );
  const { text, facts } = document;
  const agentTurns = [...turnsOf(document)].filter(({ role }) => role === "agent").length;
  return {
    report: { path, text, language: language ?? facts.language, findings, suppressed, agentTurns },
    crashes: crashes.map(({ ruleId, error }) => {
      const message = {
        zh: `规则 ${ruleId} 出错了，它的结果不全：${error}`,
        en: `The rule ${ruleId} broke, its findings are missing: ${error}`,
      };
      return { ruleId, path, message };
    }),
  };
}
