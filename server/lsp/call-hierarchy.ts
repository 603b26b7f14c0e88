import {
  type CallHierarchyIncomingCall,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyPrepareParams,
  SymbolKind,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span, Step } from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "../model/document.ts";
import { type Occurrence, occurrenceAt, occurrencesIn } from "../model/names.ts";
import { linesOf, toRange } from "./convert.ts";
import { textToReader } from "./to-reader.ts";
import type { Workspace } from "./workspace.ts";

/** The step at the cursor, to ask what leads to it and where it leads. */
export function prepareCallHierarchy(
  workspace: Workspace,
  document: TextDocument,
  { position }: CallHierarchyPrepareParams,
): CallHierarchyItem[] | null {
  const script = workspace.read(document);
  const offset = document.offsetAt(position);
  const named = occurrenceAt(workspace.project, script, offset)?.named;
  if (named?.kind === "step") return [itemOf(workspace, named.document, named.node)];
  const around = script.script.steps.find(({ heading }) => heading.start <= offset && offset <= heading.end);
  return around?.name === undefined ? null : [itemOf(workspace, script, around)];
}

/** The steps of all scripts from which arrows lead to a step, with the places of the arrows. */
export async function incomingCalls(
  workspace: Workspace,
  item: CallHierarchyItem,
): Promise<CallHierarchyIncomingCall[]> {
  await workspace.ready;
  const asked = stepOf(workspace, item);
  if (asked === undefined) return [];
  return workspace.project.all().flatMap((script) => {
    const uses = occurrencesIn(workspace.project, script).filter((one) => isUse(one) && one.named.node === asked.step);
    return [...byStep(script, uses)].map(([step, spans]) => ({
      from: itemOf(workspace, script, step),
      fromRanges: spans.map((span) => toRange(linesOf(script), span)),
    }));
  });
}

/** The steps to which the arrows of a step lead, in whatever script. */
export function outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const asked = stepOf(workspace, item);
  if (asked === undefined) return [];
  const { script, step } = asked;
  const targets = new Map<Step, Occurrence[]>();
  for (const use of occurrencesIn(workspace.project, script)) {
    if (!isUse(use) || use.named.kind !== "step" || use.start < step.start || use.start >= step.end) continue;
    targets.set(use.named.node, [...(targets.get(use.named.node) ?? []), use]);
  }
  return [...targets].map(([target, uses]) => ({
    to: itemOf(workspace, uses[0]!.named.document, target),
    fromRanges: uses.map((use) => toRange(linesOf(script), use)),
  }));
}

function isUse({ named, isDefinition }: Occurrence): boolean {
  return named.kind === "step" && !isDefinition;
}

function byStep({ script }: ScriptDocument, uses: readonly Span[]): Map<Step, Span[]> {
  const groups = new Map<Step, Span[]>();
  for (const use of uses) {
    const step = script.steps.find(({ start, end }) => start <= use.start && use.start < Math.max(end, start + 1));
    if (step !== undefined) groups.set(step, [...(groups.get(step) ?? []), use]);
  }
  return groups;
}

function itemOf(workspace: Workspace, script: ScriptDocument, step: Step): CallHierarchyItem {
  const lines = linesOf(script);
  const unnamed = workspace.language === "zh" ? textToReader(workspace, "(开头)") : "(beginning)";
  return {
    name: stepName(step) || unnamed,
    kind: SymbolKind.Function,
    uri: workspace.addressOf(script.uri),
    range: toRange(lines, step),
    selectionRange: toRange(lines, step.name?.kind === "text" ? step.name : step.heading),
  };
}

/** The step that an item stands for, found again by where it was. */
function stepOf(
  { project }: Workspace,
  { uri, range }: CallHierarchyItem,
): { readonly script: ScriptDocument; readonly step: Step } | undefined {
  const script = project.get(uri);
  if (script === undefined) return undefined;
  const start = linesOf(script).offsetAt(range.start);
  const step = script.script.steps.find((candidate) => candidate.start === start);
  return step && { script, step };
}
