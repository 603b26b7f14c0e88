import { SPEAKERS, spellings } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { FlowNode } from "../model/flow.ts";
import { endOfLine, startOfLine } from "../model/lines.ts";
import { turnsOf } from "../model/symbols.ts";
import type { Edit } from "./rule.ts";

/**
 * The edit that lets the agent say a sentence right after a node: on a line of its own with the node's indentation, or
 * as the first line of a choice's branch.
 */
export function insertTurnAfter(document: ScriptDocument, node: FlowNode, sentence: string): Edit[] {
  const { text } = document;
  const at = endOfLine(text, node.kind === "choice" ? node.choice.label.end : node.span.end);
  const line = startOfLine(text, node.span.start);
  const indent = /^[ \t\u3000]*/.exec(text.slice(line, node.span.start))![0] + (node.kind === "choice" ? "  " : "");
  const breakOf = text.includes("\r\n") ? "\r\n" : "\n";
  return [{ start: at, end: at, text: `${breakOf}${indent}${agentOf(document)}: ${sentence}` }];
}

/** What the script calls its agent. */
function agentOf(document: ScriptDocument): string {
  for (const turn of turnsOf(document)) if (turn.role === "agent") return turn.speaker.text;
  return spellings(SPEAKERS.agent, document.facts.language)[0]!;
}
