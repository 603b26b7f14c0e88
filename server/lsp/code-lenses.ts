import type { CodeLens, CodeLensParams, Command, Location } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span, Step } from "../../grammar/index.ts";
import { stepName } from "../model/document.ts";
import { occurrencesIn } from "../model/names.ts";
import { OPEN_CALL_FLOW, REHEARSE, SHOW_FINDINGS, SHOW_REFERENCES } from "../protocol.ts";
import { toLocation, toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

const WORDS = {
  zh: {
    flow: "打开流程图",
    rehearse: "排练",
    rehearseStep: "从这里排练",
    references: (count: number) => `${count} 处指向这里`,
    findings: (count: number) => `${count} 个问题`,
  },
  en: {
    flow: "Open call flow",
    rehearse: "Rehearse",
    rehearseStep: "Rehearse from here",
    references: (count: number) => `${count} ${count === 1 ? "reference" : "references"}`,
    findings: (count: number) => `${count} ${count === 1 ? "finding" : "findings"}`,
  },
} as const;

/** Above the script ways to its picture and its rehearsal; above each step the latter, how many places lead to it, and what is found in it. */
export function codeLenses(workspace: Workspace, document: TextDocument, _: CodeLensParams): CodeLens[] {
  const { script, findings } = workspace.judge(document);
  const words = WORDS[workspace.language];
  const { steps, title, transcript } = script.script;
  const first = title ?? steps[0];
  if (first === undefined || transcript) return [];
  const lens = (span: Span, command: Command): CodeLens => ({
    range: toRange(document, { start: span.start, end: span.start }),
    command,
  });
  const lenses = [
    lens(first, { title: words.flow, command: OPEN_CALL_FLOW, arguments: [document.uri] }),
    lens(first, { title: words.rehearse, command: REHEARSE, arguments: [document.uri] }),
  ];
  const uses = usesOfSteps(workspace);
  for (const step of steps) {
    if (step.name === undefined) continue;
    const name = stepName(step);
    if (step !== steps[0])
      lenses.push(
        lens(step.heading, { title: words.rehearseStep, command: REHEARSE, arguments: [document.uri, name] }),
      );
    const places = uses.get(step) ?? [];
    const { start } = toRange(document, step.heading);
    const references = { title: words.references(places.length), command: SHOW_REFERENCES };
    if (places.length > 0) lenses.push(lens(step.heading, { ...references, arguments: [document.uri, start, places] }));
    const count = findings.filter(({ span }) => step.start <= span.start && span.start < step.end).length;
    if (count > 0)
      lenses.push(
        lens(step.heading, {
          title: words.findings(count),
          command: SHOW_FINDINGS,
          arguments: [document.uri, toRange(document, step)],
        }),
      );
  }
  return lenses;
}

/** Where the steps of all scripts are named besides their headings. */
function usesOfSteps({ project }: Workspace): Map<Step, Location[]> {
  const uses = new Map<Step, Location[]>();
  for (const script of project.all())
    for (const { named, isDefinition, ...span } of occurrencesIn(project, script))
      if (named.kind === "step" && !isDefinition) {
        const places = uses.get(named.node) ?? [];
        places.push(toLocation(script, span));
        uses.set(named.node, places);
      }
  return uses;
}
