import type { FileProblem } from "./disk-source.ts";
import type { Judgement } from "./judging.ts";
import type { FileReport } from "./report.ts";

/** What there is to report of a judged script; `language` is its reader's, undefined: that of the script. */
export function reportOn(
  { path, text }: { readonly path: string; readonly text: string },
  { findings, suppressed, agentTurns, crashes, language: ofScript }: Judgement,
  language: "zh" | "en" | undefined,
): { readonly report: FileReport; readonly crashes: readonly (FileProblem & { readonly ruleId: string })[] } {
  return {
    report: { path, text, language: language ?? ofScript, findings, suppressed, agentTurns },
    crashes: crashes.map(({ ruleId, error }) => {
      const message = {
        zh: `规则 ${ruleId} 出错了，它的结果不全：${error}`,
        en: `The rule ${ruleId} broke, its findings are missing: ${error}`,
      };
      return { ruleId, path, message };
    }),
  };
}
