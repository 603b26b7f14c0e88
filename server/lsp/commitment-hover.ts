import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { flowOf } from "../model/flow.ts";
import type { Project } from "../model/project.ts";
import { ownEntries } from "../model/timeline.ts";
import { rowsOf } from "../model/timeline-rows.ts";
import { dueInWords, VERDICTS } from "./due-in-words.ts";

/** What is known of the promise or the timed action at an offset, as Markdown: by when it is due, from what, and by which limit. */
export function commitmentAt(
  project: Project,
  script: ScriptDocument,
  offset: number,
  language: "zh" | "en",
): { readonly span: Span; readonly markdown: string } | undefined {
  const entry = ownEntries(flowOf(project, script)).find(({ start, end }) => start <= offset && offset <= end);
  if (entry === undefined) return undefined;
  const rows = rowsOf(entry, language);
  const verdict = entry.judgement && VERDICTS[entry.judgement.verdict][language];
  const lines = rows.map((row) => `- ${dueInWords(row, language).full}`);
  const kind = entry.kind === "promise" ? HEADINGS.promise : HEADINGS.action;
  const markdown = [`${kind[language]}${verdict === undefined ? "" : ` ${verdict}`}`, lines.join("\n")].join("\n\n");
  return { span: { start: entry.start, end: entry.end }, markdown };
}

const HEADINGS = {
  promise: { zh: "**答应客户的事**", en: "**A promise to the customer**" },
  action: { zh: "**有时限的事**", en: "**Something with a time**" },
} as const;
