import { type Choice, SPEAKERS, spellings } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { FlowNode } from "../model/flow.ts";
import { endOfLine, indentAt, lineBreakOf, startOfLine } from "../model/lines.ts";
import { turnsOf } from "../model/symbols.ts";
import type { Edit } from "./rule.ts";

/** The edits that let the agent say a sentence at a certain place. */
export type NewTurn = (sentence: string) => Edit[];

/** Right after a node: on a line of its own with the node's indentation, or as the first line of a choice's branch. */
export function turnAfter(document: ScriptDocument, node: FlowNode): NewTurn {
  const { text } = document;
  const at = endOfLine(text, node.kind === "choice" ? node.choice.label.end : node.span.end);
  const indent = node.kind === "choice" ? branchIndent(document, node.choice) : indentAt(text, node.span.start);
  return newTurn(at, `${lineBreakOf(text)}${indent}${agentOf(document)}: `);
}

/** Where the branches of a group of choices meet again. */
export function turnBehind(document: ScriptDocument, { choices }: FlowNode & { kind: "decision" }): NewTurn {
  const { text } = document;
  const indent = indentAt(text, choices.start);
  return newTurn(endOfLine(text, choices.end), `${lineBreakOf(text)}${indent}${agentOf(document)}: `);
}

/** Right before a node, on a line of its own with the node's indentation. */
export function turnBefore(document: ScriptDocument, node: FlowNode): NewTurn {
  const { text } = document;
  const indent = indentAt(text, node.span.start);
  return newTurn(startOfLine(text, node.span.start), `${indent}${agentOf(document)}: `, lineBreakOf(text));
}

function newTurn(at: number, before: string, behind = ""): NewTurn {
  return (sentence) => [{ start: at, end: at, text: `${before}${sentence}${behind}` }];
}

/** The indentation of a branch's lines; two spaces more than the choice where it has none yet. */
function branchIndent({ text }: ScriptDocument, choice: Choice): string {
  const [first] = choice.body;
  return first === undefined ? `${indentAt(text, choice.start)}  ` : indentAt(text, first.start);
}

/** What the script calls its agent. */
function agentOf(document: ScriptDocument): string {
  let agent = agents.get(document);
  if (agent === undefined) {
    for (const turn of turnsOf(document))
      if (turn.role === "agent") {
        agent = turn.speaker.text;
        break;
      }
    agent ??= spellings(SPEAKERS.agent, document.facts.language)[0]!;
    agents.set(document, agent);
  }
  return agent;
}

const agents = new WeakMap<ScriptDocument, string>();
