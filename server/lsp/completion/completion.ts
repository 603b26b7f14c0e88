import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type CompletionParams,
} from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  ADDRESSEE,
  CUSTOMER_LABELS,
  FIELD_VALUES,
  FIELDS,
  lookUp,
  lookUpStart,
  SPEAKERS,
  type Turn,
} from "../../../grammar/index.ts";
import { endOfLine } from "../../model/lines.ts";
import { turnsOf } from "../../model/symbols.ts";
import type { Workspace } from "../workspace.ts";
import { insideAction } from "./actions.ts";
import { inComment } from "./ignores.ts";
import { keywordItems, wordIn } from "./item.ts";
import { WrittenLine } from "./line.ts";
import { importPaths, placeholders, roles, targets } from "./names.ts";
import { sentences } from "./sentences.ts";
import { standardCompletions } from "./standards.ts";

/** The characters after which something may be completed, half and full width. */
export const COMPLETE_ON = [..."{｛#＃>》→⇒[［【(（,，、:：/／- "];

/**
 * What can stand at the cursor, by what stands before it on the line: keywords in the script's own writing, names from
 * all scripts, what an agent may say.
 */
export function completions(
  workspace: Workspace,
  document: TextDocument,
  { position }: CompletionParams,
): CompletionList {
  const line = new WrittenLine(workspace, document, position);
  // The list depends on what was typed, so that it is asked for again with each character.
  return { isIncomplete: true, items: itemsFor(line) };
}

function itemsFor(line: WrittenLine): CompletionItem[] {
  const { before } = line;
  if (/^\s*(?:\/\/|／／)/.test(before)) return inComment(line);
  const name = /[{｛]([^{}｛｝]*)$/.exec(before)?.[1];
  if (name !== undefined) return placeholders(line, name.trimStart());
  const turn = turnAt(line);
  if (turn !== undefined) {
    // In a record of a call a line without a speaker continues the turn above, until it gets one.
    const mayBegin = /^\S/.test(before) && turn.start < line.offset - before.length;
    return [...(mayBegin ? beginnings(line) : []), ...(turn.role === "agent" ? sentences(line, turn) : [])];
  }
  const target = ARROW.exec(before)?.[1];
  if (target !== undefined) return targets(line, target);
  const ofStandards = standardCompletions(line);
  if (ofStandards !== undefined) return ofStandards;
  const inBracket = /^\s*[[［【]([^\]］】]*)$/.exec(before)?.[1];
  if (inBracket !== undefined) return insideAction(line, inBracket);
  const labelled = /^\s*([^()（）:：]+?)\s*[(（]([^()（）:：]*)$/.exec(before);
  if (labelled !== null) return labels(line, labelled[1]!, labelled[2]!);
  return valuesOf(line) ?? beginnings(line);
}

/** The turn in whose words the cursor is: behind its colon, or on a line that continues it. */
function turnAt({ script, offset, before }: WrittenLine): Turn | undefined {
  const turn = [...turnsOf(script)].findLast(({ start }) => start < offset);
  if (turn === undefined || endOfLine(script.text, turn.end) < offset) return undefined;
  const head = script.text.slice(turn.speaker.end, offset);
  // A colon ends the head of a turn; one in brackets is no such sign.
  if (!/[:：]/.test(head.replace(/[(（][^()（）]*[)）]?/g, ""))) return undefined;
  return /[\r\n]/.test(head) && before.trim() === "" && offset > turn.end ? undefined : turn;
}

/** An arrow with the beginning of a target behind it. */
const ARROW = /(?:[-－—–=＝]{1,2}[>＞》]|[→⇒])[ \t\u3000]*([^>＞》→⇒]*)$/;

function labels(line: WrittenLine, whose: string, written: string): CompletionItem[] {
  const typed = /[^,，、]*$/.exec(written)![0].trimStart();
  const taken = new Set(written.split(/[,，、]/).flatMap((word) => lookUp(CUSTOMER_LABELS, word) ?? []));
  const isChoice = /^[-－—–]/.test(whose);
  const speaker = lookUp(SPEAKERS, whose) ?? lookUp(SPEAKERS, whose.split(/[\s\u3000]/)[0]!);
  if (isChoice || speaker === "customer")
    return keywordItems(line, "customer", CompletionItemKind.EnumMember, typed, "", taken);
  const to = lookUpStart(ADDRESSEE, typed);
  if (to !== undefined) return roles(line, typed.slice(to.length).trimStart());
  return [
    ...keywordItems(line, "agent", CompletionItemKind.EnumMember, typed),
    ...roles(line, typed).map((item) => {
      const label = `${wordIn(ADDRESSEE.to, line.tag)}${line.tag === "en" ? " " : ""}${item.label}`;
      return { ...item, label, textEdit: line.replace(typed, label) };
    }),
  ];
}

/** What a field may hold; undefined where the cursor is in none. */
function valuesOf(line: WrittenLine): CompletionItem[] | undefined {
  const [, word = "", written = ""] = /^\s*([^\s:：]+)[^:：]*[:：][ \t\u3000]*(.*)$/.exec(line.before) ?? [];
  const id = word === "" ? undefined : lookUp(FIELDS, word);
  if (id === undefined) return undefined;
  if (id === "import") return importPaths(line, written);
  if (!(id in FIELD_VALUES)) return [];
  const typed = /[^,，、]*$/.exec(written)![0].trimStart();
  return keywordItems(line, `value:${id as keyof typeof FIELD_VALUES}`, CompletionItemKind.EnumMember, typed);
}

/** How a line may begin: a speaker anywhere, a field above the steps or right under a heading. */
function beginnings(line: WrittenLine): CompletionItem[] {
  const { before, script, offset } = line;
  const typed = /^\s*(\S*)$/.exec(before)?.[1];
  if (typed === undefined || /[:：]/.test(before)) return [];
  const { steps } = script.script;
  const first = steps[0];
  const inFields =
    first === undefined ||
    offset <= first.start ||
    steps.some(({ heading, body }) => heading.end < offset && offset <= (body[0]?.end ?? offset));
  return [
    ...(inFields ? keywordItems(line, "field", CompletionItemKind.Property, typed, ": ") : []),
    ...keywordItems(line, "speaker", CompletionItemKind.Class, typed, ": "),
    ...roles(line, typed, ": "),
  ];
}
