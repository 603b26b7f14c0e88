import type { Span, Step } from "../../grammar/index.ts";
import { LIMIT_COLUMNS, limitRows } from "../config/standard-rows.ts";
import type { ScriptDocument } from "../model/document.ts";
import { fieldLimits, type LimitInForce, limitsFor } from "../model/limits.ts";
import { eventOfAction } from "../model/standard-events.ts";
import { namedStandards, nameOf, type Standard } from "../model/standards.ts";
import { actionsOf } from "../model/symbols.ts";
import { escapeMarkdown } from "./markdown.ts";

/**
 * On the name of a standard its limits as a table; on a 时限 field and on what is done, the limits that hold for it there
 * and where they are from. Undefined where an offset is on none of these, or nothing limits what is done.
 */
export function standardMeaning(
  script: ScriptDocument,
  offset: number,
  language: "zh" | "en",
): { readonly span: Span; readonly markdown: string } | undefined {
  for (const { name, standard } of namedStandards(script))
    if (standard !== undefined && holds(name, offset)) return { span: name, markdown: tableOf(standard, language) };
  const own = fieldLimits(script).find(({ field }) => holds(field, offset));
  if (own !== undefined) {
    const { zh, en } = nameOf(own.event.words);
    const said = `**${escapeMarkdown({ zh, en }[language])}** ${escapeMarkdown(own.words[language])}`;
    const bases = own.bases.map((base) => `- ${inWords(base, language)}`);
    return { span: own.field, markdown: [said, ...(bases.length > 0 ? [bases.join("\n")] : [])].join("\n\n") };
  }
  for (const action of actionsOf(script)) {
    if (!holds(action, offset)) continue;
    const event = eventOfAction(script, action);
    const limits = limitsFor(script, stepAt(script, offset)).filter((limit) => limit.event.id === event?.id);
    if (event === undefined || limits.length === 0) return undefined;
    const lines = limits.map((limit) => `- ${inWords(limit, language)}`);
    return { span: action, markdown: `**${escapeMarkdown(nameOf(event.words)[language])}**\n\n${lines.join("\n")}` };
  }
  return undefined;
}

/** A standard's names and limits. */
export function tableOf(standard: Standard, language: "zh" | "en"): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  const columns = LIMIT_COLUMNS[language];
  return [
    `**${escapeMarkdown(nameOf(standard.names)[language])}** \`${standard.id}\``,
    "",
    line(columns),
    `|${columns.map(() => " --- |").join("")}`,
    ...limitRows(standard, language).map(line),
  ].join("\n");
}

/** A limit with its note and its source: 通知后20分钟内（投诉问题应答）. */
function inWords({ words, note, standard, field }: LimitInForce, language: "zh" | "en"): string {
  const source = standard === undefined ? OWN[language] : nameOf(standard.names)[language];
  const from = standard !== undefined && field !== undefined ? TIGHTENED[language](source) : source;
  const limit = language === "zh" ? `${words.zh}（${from}）` : `${words.en} (${from})`;
  return escapeMarkdown(note === undefined ? limit : `${limit}${language === "zh" ? "：" : ": "}${note[language]}`);
}

const OWN = { zh: "这份话术自己的时限", en: "this script's own limit" } as const;
const TIGHTENED = {
  zh: (standard: string) => `${standard}，由这份话术收紧`,
  en: (standard: string) => `${standard}, tightened by this script`,
} as const;

function stepAt({ script }: ScriptDocument, offset: number): Step | undefined {
  return script.steps.find((step) => holds(step, offset));
}

function holds({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}
