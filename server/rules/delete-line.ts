import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { startOfLine, startOfNextLine } from "../model/lines.ts";
import type { Fix } from "./rule.ts";

/** The fix that takes a line away, with its line break. */
export function deleteLine({ text }: ScriptDocument, { start, end }: Span): Fix {
  return {
    title: { zh: "删掉这一行", en: "Delete the line" },
    edits: [{ start: startOfLine(text, start), end: startOfNextLine(text, end), text: "" }],
  };
}
