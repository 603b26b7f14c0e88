import { FIELDS, type Step, spellings } from "../../grammar/index.ts";
import { type ScriptDocument, stepName } from "../model/document.ts";
import { flowOf } from "../model/flow.ts";
import { importedBy, importsOf } from "../model/imports.ts";
import { type Named, nameOf, occurrencesOf } from "../model/names.ts";
import type { Project } from "../model/project.ts";
import { lengthOfStep } from "../model/step-length.ts";
import { END_TEXT } from "./keyword-texts.ts";
import { escapeMarkdown } from "./markdown.ts";

const WORDS = {
  zh: {
    step: "步骤",
    from: "从这里来",
    nobody: "没有箭头指向它",
    seconds: (least: number, most: number) => `念完大约 ${range(least, most)} 秒`,
    uses: (count: number) => `${count} 处用到`,
    noFile: "这个文件读不到",
    steps: "步骤",
    separator: "、",
  },
  en: {
    step: "step",
    from: "Comes from",
    nobody: "No arrow leads to it",
    seconds: (least: number, most: number) => `Takes about ${range(least, most)} seconds to say`,
    uses: (count: number) => `Used in ${count} ${count === 1 ? "place" : "places"}`,
    noFile: "This file cannot be read",
    steps: "Steps",
    separator: ", ",
  },
} as const;

/** What kind of thing is named: in the word with which scripts declare it, where they do. */
function kindInWords(kind: Named["kind"], language: "zh" | "en"): string {
  return kind === "step" ? WORDS[language].step : spellings(FIELDS[kind], language)[0]!;
}

/** What a name means, as Markdown: a step with who leads there and how long it takes, a phrase with its words. */
export function meaningOfName(project: Project, named: Named, language: "zh" | "en"): string {
  const words = WORDS[language];
  const { kind, document, node } = named;
  const uses = occurrencesOf(project, project.all(), named).filter(({ occurrence }) => !occurrence.isDefinition);
  const head = `**${escapeMarkdown(nameOf(named))}** ${kindInWords(kind, language)}`;
  if (kind === "step") return [head, ...aboutStep(project, document, node, uses, language)].join("\n\n");
  const value = node.value.kind === "text" ? escapeMarkdown(node.value.text) : "…";
  if (kind !== "import") return [head, value, words.uses(uses.length)].join("\n\n");
  const found = importsOf(document).find(({ field }) => field === node);
  const imported = found && importedBy(project, found);
  const steps = imported?.script.steps.map(stepName).filter((name) => name !== "");
  const content = steps === undefined ? words.noFile : listOf(steps, words.steps, words.separator);
  return [head, value, content, words.uses(uses.length)].join("\n\n");
}

/** What is meant by the word that ends the call. */
export function meaningOfEnd(word: string, language: "zh" | "en"): string {
  return `**${escapeMarkdown(word)}** ${END_TEXT[language]}`;
}

function aboutStep(
  project: Project,
  document: ScriptDocument,
  step: Step,
  uses: ReturnType<typeof occurrencesOf>,
  language: "zh" | "en",
): string[] {
  const words = WORDS[language];
  const from = new Set<string>();
  const { nodes, falls, entries } = flowOf(project, document);
  for (const id of falls) {
    const { next, step: before } = nodes[id]!;
    if (next.includes(entries.get(step)!) && before !== undefined && before !== step) from.add(stepName(before) || "…");
  }
  for (const use of uses) {
    const there = use.document.script.steps.findLast(({ start }) => start <= use.occurrence.start);
    const name = (there && stepName(there)) || "…";
    from.add(use.document === document ? name : `${name} (${fileName(use.document)})`);
  }
  const { least, most } = lengthOfStep(project, document, step);
  return [from.size === 0 ? words.nobody : listOf([...from], words.from, words.separator), words.seconds(least, most)];
}

/** More names than these are only counted. */
const MOST_LISTED = 8;

function listOf(names: readonly string[], title: string, separator: string): string {
  const shown = names.slice(0, MOST_LISTED).map(escapeMarkdown).join(separator);
  return `${title}: ${shown}${names.length > MOST_LISTED ? ` … (${names.length})` : ""}`;
}

function fileName({ uri }: ScriptDocument): string {
  const name = uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function range(least: number, most: number): string {
  const [from, to] = [Math.round(least), Math.round(most)];
  return from === to ? `${to}` : `${from}–${to}`;
}
