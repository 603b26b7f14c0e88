import {
  type Action,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  type Field,
  type IGNORES,
  type Label,
  lookUp,
  parseIgnore,
  type Span,
  type Statement,
  type Turn,
} from "../../grammar/index.ts";
import { partsOfAction } from "../model/action-time.ts";
import type { ScriptDocument } from "../model/document.ts";
import { occurrenceAt } from "../model/names.ts";
import { secondsOfTurn } from "../model/spoken-turn.ts";
import { statementsOf } from "../model/symbols.ts";
import { print } from "../model/time.ts";
import { RULES } from "../rules/index.ts";
import type { Bilingual } from "../rules/rule.ts";
import { keywordsOf, meaningOfKeyword } from "./keyword-meaning.ts";
import { meaningOfEnd, meaningOfName } from "./named-meaning.ts";
import { ruleSummary } from "./rule-summary.ts";
import type { Workspace } from "./workspace.ts";

/** Something in a script that has a meaning, and the meaning as Markdown. */
export interface Meaning {
  readonly span: Span;
  readonly markdown: string;
}

/** What stands at an offset of a script and what it means, in the reader's language; undefined where people just talk. */
export function meaningAt(workspace: Workspace, script: ScriptDocument, offset: number): Meaning | undefined {
  const { project, language } = workspace;
  const comment = script.comments.find((candidate) => holds(candidate, offset));
  if (comment !== undefined) return inComment(comment, offset, language);
  const name = occurrenceAt(project, script, offset);
  if (name !== undefined) return { span: name, markdown: meaningOfName(project, name.named, language) };
  const fields = [...script.script.fields, ...script.script.steps.flatMap((step) => step.fields)];
  const field = fields.find((candidate) => holds(candidate, offset));
  if (field !== undefined) return inField(field, offset, script, language);
  for (const statement of statementsOf(script)) {
    if (!holds(statement, offset)) continue;
    const found = inStatement(workspace, script, statement, offset);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inStatement(
  workspace: Workspace,
  script: ScriptDocument,
  statement: Statement,
  offset: number,
): Meaning | undefined {
  const { language } = workspace;
  switch (statement.kind) {
    case "turn":
      return inTurn(workspace, script, statement, offset);
    case "action":
      return inAction(script, statement, language);
    case "choices":
      for (const choice of statement.choices) {
        const label = choice.labels.find((candidate) => holds(candidate, offset));
        if (label !== undefined) return meaningOfLabel(script, label, language);
        if (choice.target?.kind === "text" && choice.target.isEnd && holds(choice.target, offset))
          return { span: choice.target, markdown: meaningOfEnd(choice.target.text, language) };
      }
      return undefined;
    case "jump":
    case "detour": {
      const { target } = statement;
      if (target.kind === "text" && target.isEnd && holds(target, offset))
        return { span: target, markdown: meaningOfEnd(target.text, language) };
      const sign = { start: statement.start, end: target.start };
      return holds(sign, offset) ? { span: sign, markdown: ARROWS[statement.kind][language] } : undefined;
    }
    case "note":
      return undefined;
  }
}

function inTurn(
  { project, language }: Workspace,
  script: ScriptDocument,
  turn: Turn,
  offset: number,
): Meaning | undefined {
  const label = turn.labels.find((candidate) => holds(candidate, offset));
  if (label !== undefined) return meaningOfLabel(script, label, language);
  if (!holds(turn.speaker, offset) || turn.role === "unknown") return undefined;
  const seconds = Math.round(secondsOfTurn(project, script, turn));
  const length = language === "zh" ? `念完大约 ${seconds} 秒` : `Takes about ${seconds} seconds to say`;
  const who = meaningOfKeyword("speaker", turn.role, language, script.facts.language);
  return { span: turn.speaker, markdown: `${who}\n\n${length}` };
}

function inAction(script: ScriptDocument, action: Action, language: "zh" | "en"): Meaning | undefined {
  if (action.verb === undefined) return undefined;
  const { time } = partsOfAction(action);
  const when = time === undefined ? [] : [`${language === "zh" ? "时间" : "Time"}: ${print(time.value, language)}`];
  const what = meaningOfKeyword("action", action.verb.id, language, script.facts.language);
  return { span: action, markdown: [what, ...when].join("\n\n") };
}

function inField({ id, name, value }: Field, offset: number, script: ScriptDocument, language: "zh" | "en") {
  if (id === undefined) return undefined;
  if (holds(name, offset))
    return { span: name, markdown: meaningOfKeyword("field", id, language, script.facts.language) };
  if (value.kind === "missing" || !holds(value, offset) || !(id in FIELD_VALUES)) return undefined;
  const values = id as keyof typeof FIELD_VALUES;
  for (const { 0: word, index } of value.text.matchAll(/[^,，、]+/g)) {
    const span = { start: value.start + index, end: value.start + index + word.length };
    const found = lookUp(keywordsOf(`value:${values}`), word);
    if (found !== undefined && holds(span, offset))
      return { span, markdown: meaningOfKeyword(`value:${values}`, found, language, script.facts.language) };
  }
  return undefined;
}

function inComment(comment: ScriptDocument["comments"][number], offset: number, language: "zh" | "en") {
  const ignore = parseIgnore(comment);
  if (ignore === undefined) return undefined;
  const named = ignore.rules.find((rule) => holds(rule, offset));
  const rule = RULES.find(({ id }) => id === named?.text);
  if (named !== undefined)
    return { span: named, markdown: rule === undefined ? `\`${named.text}\`` : ruleSummary(rule, language) };
  const id: keyof typeof IGNORES = ignore.scope === "file" ? "ignore-file" : "ignore";
  return { span: comment, markdown: meaningOfKeyword("ignore", id, language, language) };
}

function meaningOfLabel(script: ScriptDocument, { customer, agent, ...span }: Label, language: "zh" | "en") {
  const id = customer ?? agent;
  if (id === undefined) return undefined;
  const table = customer !== undefined && customer in CUSTOMER_LABELS ? "customer" : "agent";
  return { span, markdown: meaningOfKeyword(table, id, language, script.facts.language) };
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

const ARROWS: Readonly<Record<"jump" | "detour", Bilingual>> = {
  jump: { zh: "**->** 转到这个步骤，不再回来。", en: "**->** Goes to this step, and does not come back." },
  detour: {
    zh: "**=>** 借用这个步骤，说完回到这里。",
    en: "**=>** Runs this step, and comes back here afterwards.",
  },
};
