import type { Choices } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { endOfLine, indentAt, lineBreakOf } from "../model/lines.ts";
import type { Fix } from "./rule.ts";

/** The fix that gives a group of choices one for everything that the others leave. */
export function addRest({ text, facts }: ScriptDocument, { choices, end }: Choices): Fix {
  const at = endOfLine(text, end);
  const rest = facts.language === "zh" ? "其他" : "otherwise";
  const line = `${lineBreakOf(text)}${indentAt(text, choices[0]!.start)}- ${rest}`;
  return { title: { zh: `补上“- ${rest}”`, en: `Add “- ${rest}”` }, edits: [{ start: at, end: at, text: line }] };
}
