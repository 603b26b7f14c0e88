import { type CompletionItem, CompletionItemKind, type Position } from "vscode-languageserver";
import { ACTIONS, FIELDS, lookUp, lookUpStart } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { limitsFor } from "../model/limits.ts";
import { eventsInForce } from "../model/standard-events.ts";
import {
  commonEvents,
  knownStandards,
  namedStandards,
  nameOf,
  namesOf,
  type Standard,
  type StandardEvent,
} from "../model/standards.ts";
import { tableOf } from "./standard-hover.ts";

/**
 * The names of standards behind `标准:`, and those of their events behind `时限` and in `[事件 …]`, in the script's language.
 * Undefined where none of these can stand.
 * @param before what stands on the line before the cursor
 * @param language the reader's, for what is told about an item
 */
export function standardCompletions(
  script: ScriptDocument,
  before: string,
  position: Position,
  language: "zh" | "en",
): CompletionItem[] | undefined {
  const [, word = "", written = ""] = /^\s*([^\s:：[［【]+)\s*[:：]\s*(.*)$/.exec(before) ?? [];
  if (lookUp(FIELDS, word) === "standard") {
    const typed = /[^,，、;；]*$/.exec(written)![0].trimStart();
    const taken = new Set(
      namedStandards(script).flatMap(({ name, standard }) => (name.text === typed ? [] : (standard ?? []))),
    );
    return knownStandards(script.wording.standards)
      .filter((standard) => !taken.has(standard))
      .map((standard) => standardItem(standard, script, position, typed, language));
  }
  const [, field = "", named = ""] = /^\s*([^\s:：[［【]+)[ \t\u3000]+([^:：]*)$/.exec(before) ?? [];
  if (lookUp(FIELDS, field) === "sla") return eventItems(script, limitable(script), position, named, ": ");
  const inBracket = /^\s*[[［【]\s*([^\]］】:：]*)$/.exec(before)?.[1];
  const verb = inBracket === undefined ? undefined : lookUpStart(ACTIONS, inBracket);
  if (verb?.id !== "event" || inBracket!.length === verb.length) return undefined;
  return eventItems(script, eventsInForce(script), position, inBracket!.slice(verb.length).trimStart(), "");
}

function standardItem(
  standard: Standard,
  { facts }: ScriptDocument,
  position: Position,
  typed: string,
  language: "zh" | "en",
): CompletionItem {
  const label = nameOf(standard.names)[facts.language];
  const fits = facts.scenario !== undefined && standard.scenarios.includes(facts.scenario);
  return {
    label,
    kind: CompletionItemKind.Reference,
    detail: standard.id,
    documentation: { kind: "markdown", value: tableOf(standard, language) },
    // Those that are made for such calls come first.
    sortText: `${fits ? 0 : 1}${label}`,
    filterText: namesOf(standard).join(" "),
    textEdit: replace(position, typed, label),
  };
}

/** What may be limited: the events of the adopted standards, and those that one promises without any. */
function limitable(script: ScriptDocument): readonly StandardEvent[] {
  const own = eventsInForce(script);
  return own.length > 0 ? own : commonEvents().filter(({ promises }) => promises.length > 0);
}

function eventItems(
  script: ScriptDocument,
  events: readonly StandardEvent[],
  position: Position,
  typed: string,
  after: string,
): CompletionItem[] {
  const { language } = script.facts;
  const limits = limitsFor(script);
  return events.map(({ id, words }, index) => {
    const label = words[language][0];
    const limited = limits.filter((limit) => limit.event.id === id).map((limit) => limit.words[language]);
    return {
      label,
      kind: CompletionItemKind.Event,
      ...(limited.length > 0 && { detail: limited.join(" · ") }),
      sortText: String(index).padStart(4, "0"),
      filterText: [...words[language], ...words.zh, ...words.en].join(" "),
      textEdit: replace(position, typed, `${label}${after}`),
    };
  });
}

/** The edit that puts `newText` in the place of the last characters before the cursor. */
function replace({ line, character }: Position, typed: string, newText: string) {
  return { range: { start: { line, character: character - typed.length }, end: { line, character } }, newText };
}
