import { Project } from "../../server/model/project.ts";
import type { CallFlow } from "../../server/protocol.ts";
import { judgedFlow } from "../../server/rules/judged-flow.ts";
import { lint } from "../../server/rules/lint.ts";

/** The picture's content for a script alone, with its findings. */
export function flowOfText(text: string, language: "zh" | "en", version = 1): CallFlow {
  const project = new Project();
  const document = project.set("memory:/main.sscript", text);
  const { findings } = lint(project, document, { today: "2026-01-01" });
  return judgedFlow(project, document, findings, { language, version });
}
