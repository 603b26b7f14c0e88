import { type CompletionItem, CompletionItemKind, type CompletionParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  ACTIONS,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  FIELDS,
  type Keyword,
  lookUp,
  SPEAKERS,
  spellings,
  TARGETS,
} from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "../model/document.ts";
import { importedBy, importsOf } from "../model/imports.ts";
import { declarationsIn } from "../model/phrases.ts";
import type { Project } from "../model/project.ts";
import { standardCompletions } from "./standard-completion.ts";
import type { Workspace } from "./workspace.ts";

/** What can stand at the cursor, by what stands before it on the line: keywords in the script's language, steps, labels. */
export function completions(
  workspace: Workspace,
  document: TextDocument,
  { position }: CompletionParams,
): CompletionItem[] {
  const { project, script: judged } = workspace.judge(document);
  const { script, facts } = judged;
  const before = document.getText({ start: { line: position.line, character: 0 }, end: position });
  const items = (table: Readonly<Record<string, Keyword>>, kind: CompletionItemKind, after = "") =>
    Object.values(table).map((keyword) => item(keyword, facts.language, kind, after));
  const steps = () => [
    ...script.steps
      .map(stepName)
      .filter((name) => name !== "")
      .map(named(CompletionItemKind.Function)),
    ...imported(judged, project, (far) => far.script.steps.map(stepName)).map(named(CompletionItemKind.Function)),
    ...items(TARGETS, CompletionItemKind.Keyword),
  ];
  const names = (of: ScriptDocument) => [...declarationsIn(of).values()].map(({ argument }) => argument!.text);
  if (/[{｛][^{}｛｝]*$/.test(before))
    return [...names(judged), ...imported(judged, project, names)].map(named(CompletionItemKind.Variable));

  const speaker = /^\s*([^\s()（）:：]+)[^:：]*[:：]/.exec(before)?.[1];
  const isSpoken = speaker !== undefined && lookUp(SPEAKERS, speaker) !== undefined;
  if (isSpoken) return [];
  if (ARROW.test(before)) return steps();
  const ofStandards = standardCompletions(judged, before, position, workspace.language);
  if (ofStandards !== undefined) return ofStandards;
  const field = /^\s*([^\s:：]+)[^:：]*[:：]\s*[^:：]*$/.exec(before)?.[1];
  const id = field === undefined ? undefined : lookUp(FIELDS, field);
  if (id !== undefined)
    return id in FIELD_VALUES
      ? items(FIELD_VALUES[id as keyof typeof FIELD_VALUES], CompletionItemKind.EnumMember)
      : [];
  if (/^\s*[[［【][^\]］】:：]*$/.test(before)) return items(ACTIONS, CompletionItemKind.Event);
  const labelled = /^\s*([^\s()（）:：]+)[^()（）:：]*[(（][^()（）]*$/.exec(before)?.[1];
  if (labelled !== undefined) {
    const customer = /^[-－—–]/.test(labelled) || lookUp(SPEAKERS, labelled) === "customer";
    return items(customer ? CUSTOMER_LABELS : AGENT_LABELS, CompletionItemKind.EnumMember);
  }
  if (!/^\s*\S*$/.test(before) || /[:：]/.test(before)) return [];
  const offset = document.offsetAt(position);
  const first = script.steps[0];
  const inFields =
    first === undefined ||
    offset <= first.start ||
    script.steps.some(({ heading, body }) => heading.end < offset && offset <= (body[0]?.end ?? offset));
  return [
    ...(inFields ? items(FIELDS, CompletionItemKind.Property, ": ") : []),
    ...items(SPEAKERS, CompletionItemKind.Class, ": "),
  ];
}

/** Names in the scripts that this one imports, with their aliases: 公共#收尾. */
function imported(
  document: ScriptDocument,
  project: Project,
  names: (far: ScriptDocument) => readonly string[],
): string[] {
  return importsOf(document).flatMap((item) => {
    const far = importedBy(project, item);
    if (far === undefined || item.alias === undefined) return [];
    return names(far)
      .filter((name) => name !== "")
      .map((name) => `${item.alias?.text}#${name}`);
  });
}

function named(kind: CompletionItemKind): (label: string) => CompletionItem {
  return (label) => ({ label, kind });
}

/** An arrow with the beginning of a target behind it. */
const ARROW = /(?:[-－—–=＝]{1,2}[>＞》]|[→⇒])\s*[^>＞》→⇒]*$/;

function item(keyword: Keyword, language: "zh" | "en", kind: CompletionItemKind, after: string): CompletionItem {
  const [word, ...others] = spellings(keyword, language);
  // The other spellings find the item too: whoever types "angry" in a Chinese script is offered 愤怒.
  return {
    label: word!,
    kind,
    insertText: `${word}${after}`,
    filterText: [word, ...others].join(" "),
    detail: others.join(" · "),
  };
}
