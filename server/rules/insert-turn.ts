import { type Choice, SPEAKERS, spellings } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { FlowNode } from "../model/flow.ts";
import { endOfLine, indentAt, lineBreakOf, startOfLine } from "../model/lines.ts";
import { turnsOf } from "../model/symbols.ts";
import type { Edit } from "./rule.ts";

/**
 * The edit that lets the agent say a sentence right after a node: on a line of its own with the node's indentation, or
 * as the first line of a choice's branch.
 */
export function insertTurnAfter(document: ScriptDocument, node: FlowNode, sentence: string): Edit[] {
  const { text } = document;
  const at = endOfLine(text, node.kind === "choice" ? node.choice.label.end : node.span.end);
  const indent = node.kind === "choice" ? branchIndent(document, node.choice) : indentAt(text, node.span.start);
  return [{ start: at, end: at, text: `${lineBreakOf(text)}${indent}${agentOf(document)}: ${sentence}` }];
}

/** The edit that lets the agent say a sentence where the branches of a group of choices meet again. */
export function insertTurnBehind(
  document: ScriptDocument,
  { choices }: FlowNode & { kind: "decision" },
  sentence: string,
): Edit[] {
  const { text } = document;
  const at = endOfLine(text, choices.end);
  const turn = `${indentAt(text, choices.start)}${agentOf(document)}: ${sentence}`;
  return [{ start: at, end: at, text: `${lineBreakOf(text)}${turn}` }];
}

/** The edit that lets the agent say a sentence right before a node, on a line of its own with the node's indentation. */
export function insertTurnBefore(document: ScriptDocument, node: FlowNode, sentence: string): Edit[] {
  const { text } = document;
  const at = startOfLine(text, node.span.start);
  const turn = `${indentAt(text, node.span.start)}${agentOf(document)}: ${sentence}`;
  return [{ start: at, end: at, text: `${turn}${lineBreakOf(text)}` }];
}

/** The indentation of a branch's lines; two spaces more than the choice where it has none yet. */
function branchIndent({ text }: ScriptDocument, choice: Choice): string {
  const [first] = choice.body;
  return first === undefined ? `${indentAt(text, choice.start)}  ` : indentAt(text, first.start);
}

/** What the script calls its agent. */
function agentOf(document: ScriptDocument): string {
  for (const turn of turnsOf(document)) if (turn.role === "agent") return turn.speaker.text;
  return spellings(SPEAKERS.agent, document.facts.language)[0]!;
}
