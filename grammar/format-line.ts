import type { IToken } from "chevrotain";
import { buildAction, type LineOf, textOf } from "./build-line.ts";
import type { Line } from "./parser.ts";

/** The canonical form of a line, without its indentation and line break; what its words say is as it was. */
export function formatLine(line: Line): string {
  switch (line.kind) {
    case "continuation":
    case "bare":
      return words(line.text);
    case "field":
      return spaces(`${spaces(words(line.name), words(line.argument))}:`, words(line.text));
    case "turn":
      return spaces(words(line.time), `${labelled(words(line.speaker), line.labels)}:`, words(line.text));
    case "choice":
      return spaces("-", labelledChoice(line), line.arrow ? "->" : "", words(line.target));
    case "action": {
      const { verb, body, reason } = buildAction(line, { roles: new Map(), isNewStranger: () => false, report() {} });
      return `[${spaces(verb?.text ?? "", body?.text ?? "")}${reason ? `: ${reason.text}` : ""}]`;
    }
    default:
      return spaces(MARKS[line.kind], words(line.text));
  }
}

const MARKS = { title: "#", step: "##", decision: "?", note: ">", jump: "->", detour: "=>" } as const;

/** A token's words without the white space around them; nothing for no token. */
export function words(token: IToken | undefined): string {
  return token === undefined ? "" : textOf(token).text;
}

function spaces(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** A speaker or choice with its labels: `客户(着急, 投诉)`, `customer (anxious, complaint)`. */
function labelled(word: string, labels: readonly IToken[]): string {
  if (labels.length === 0) return word;
  const list = labels.map(words).join(", ");
  return `${word}${/[!-\u024f]$/.test(word) && /^[!-\u024f]/.test(list) ? " " : ""}(${list})`;
}

function labelledChoice({ text, labels }: LineOf<"choice">): string {
  const label = words(text);
  // Parentheses that end a choice hold its labels; empty ones behind others keep those part of what it says.
  return labels.length === 0 && /[(（][^()（）]*[)）]$/.test(label) ? `${label}()` : labelled(label, labels);
}
