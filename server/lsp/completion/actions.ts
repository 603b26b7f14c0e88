import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { ACTIONS, lookUpStart } from "../../../grammar/index.ts";
import { partsOfAction } from "../../model/action-time.ts";
import { statementsOf } from "../../model/symbols.ts";
import { keywordItems } from "./item.ts";
import type { WrittenLine } from "./line.ts";
import { roles } from "./names.ts";

/** In an action: what is done, then with whom, or who hangs up; nothing behind the colon of the reason. */
export function insideAction(line: WrittenLine, written: string): CompletionItem[] {
  const verb = lookUpStart(ACTIONS, written.trimEnd());
  const rest = verb === undefined ? "" : written.slice(verb.length);
  if (verb === undefined || rest === "") return keywordItems(line, "action", CompletionItemKind.Event, written);
  const typed = rest.trimStart();
  if (/[:：]/.test(typed)) return [];
  if (verb.id === "hang-up")
    return keywordItems(line, "speaker", CompletionItemKind.Class, typed, "", new Set(["colleague"]));
  if (!WITH_SOMEBODY.has(verb.id)) return [];
  return [...roles(line, typed), ...partners(line, typed)];
}

/** Actions that somebody else has a part in. */
const WITH_SOMEBODY: ReadonlySet<string> = new Set(["transfer", "notify", "dispatch", "escalate"]);

/** With whom the script's other actions are done. */
function partners(line: WrittenLine, typed: string): CompletionItem[] {
  const names = new Set<string>();
  const declared = new Set(roles(line, typed).map(({ label }) => label));
  for (const statement of statementsOf(line.script)) {
    if (statement.kind !== "action" || !WITH_SOMEBODY.has(statement.verb?.id ?? "")) continue;
    const isHere = statement.start <= line.offset && line.offset <= statement.end;
    const object = partsOfAction(statement).object?.text;
    if (!isHere && object !== undefined && !declared.has(object)) names.add(object);
  }
  return [...names].map((label) => ({ label, kind: CompletionItemKind.Class, textEdit: line.replace(typed, label) }));
}
