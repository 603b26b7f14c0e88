import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { ACTIONS, FIELDS, lookUp, lookUpStart } from "../../../grammar/index.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { limitsFor } from "../../model/limits.ts";
import { eventsInForce } from "../../model/standard-events.ts";
import {
  commonEvents,
  knownStandards,
  namedStandards,
  nameOf,
  namesOf,
  type Standard,
  type StandardEvent,
} from "../../model/standards.ts";
import { tableOf } from "../standard-hover.ts";
import type { WrittenLine } from "./line.ts";

/**
 * The names of standards behind 标准:, and those of their events behind 时限 and in `[事件 …]`, in the script's language.
 * Undefined where none of these can stand.
 */
export function standardCompletions(line: WrittenLine): CompletionItem[] | undefined {
  const { script, before } = line;
  const [, word = "", written = ""] = /^\s*([^\s:：[［【]+)\s*[:：]\s*(.*)$/.exec(before) ?? [];
  if (lookUp(FIELDS, word) === "standard") {
    const typed = /[^,，、;；]*$/.exec(written)![0].trimStart();
    const taken = new Set(
      namedStandards(script).flatMap(({ name, standard }) => (name.text === typed ? [] : (standard ?? []))),
    );
    return knownStandards(script.wording.standards)
      .filter((standard) => !taken.has(standard))
      .map((standard) => standardItem(line, standard, typed));
  }
  const [, field = "", named = ""] = /^\s*([^\s:：[［【]+)[ \t\u3000]+([^:：]*)$/.exec(before) ?? [];
  if (lookUp(FIELDS, field) === "sla") return eventItems(line, limitable(script), named, ": ");
  const inBracket = /^\s*[[［【]\s*([^\]］】:：]*)$/.exec(before)?.[1];
  const verb = inBracket === undefined ? undefined : lookUpStart(ACTIONS, inBracket);
  if (verb?.id !== "event" || inBracket!.length === verb.length) return undefined;
  return eventItems(line, eventsInForce(script), inBracket!.slice(verb.length).trimStart(), "");
}

function standardItem(line: WrittenLine, standard: Standard, typed: string): CompletionItem {
  const { facts } = line.script;
  const label = nameOf(standard.names)[facts.language];
  const fits = facts.scenario !== undefined && standard.scenarios.includes(facts.scenario);
  return {
    label,
    kind: CompletionItemKind.Reference,
    detail: standard.id,
    documentation: { kind: "markdown", value: tableOf(standard, line.workspace.language) },
    // Those that are made for such calls come first.
    sortText: `${fits ? 0 : 1}${label}`,
    filterText: namesOf(standard).join(" "),
    textEdit: line.replace(typed, label),
  };
}

/** What may be limited: the events of the adopted standards, and those that one promises without any. */
function limitable(script: ScriptDocument): readonly StandardEvent[] {
  const own = eventsInForce(script);
  return own.length > 0 ? own : commonEvents().filter(({ promises }) => promises.length > 0);
}

function eventItems(
  line: WrittenLine,
  events: readonly StandardEvent[],
  typed: string,
  after: string,
): CompletionItem[] {
  const { language } = line.script.facts;
  const limits = limitsFor(line.script);
  return events.map(({ id, words }, index) => {
    const label = words[language][0];
    const limited = limits.filter((limit) => limit.event.id === id).map((limit) => limit.words[language]);
    return {
      label,
      kind: CompletionItemKind.Event,
      ...(limited.length > 0 && { detail: limited.join(" · ") }),
      sortText: String(index).padStart(4, "0"),
      filterText: [...words[language], ...words.zh, ...words.en].join(" "),
      textEdit: line.replace(typed, `${label}${after}`),
    };
  });
}
