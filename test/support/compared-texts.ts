import { comparisonFlow } from "../../server/export/comparison.ts";
import { compareScripts } from "../../server/model/comparison.ts";
import { Project } from "../../server/model/project.ts";
import type { CallFlow } from "../../server/protocol.ts";

/** What changed between two versions of a script alone, as a picture. */
export function comparedTexts(before: string, after: string, language: "zh" | "en"): CallFlow {
  const version = (text: string) => {
    const project = new Project();
    return { project, document: project.set("memory:/main.sscript", text) };
  };
  const [old, now] = [version(before), version(after)];
  return comparisonFlow({ before: old, after: now, comparison: compareScripts(old, now) }, language);
}
