import type { Choices, Jump, Statement } from "../../grammar/index.ts";
import type { FlowGraph } from "./flow.ts";
import { type Block, blocksOf } from "./symbols.ts";

/** Lines of a block to which no call comes, since it always goes elsewhere right before them. */
export interface Unheard {
  readonly block: Block;
  /** The first of them. */
  readonly first: Statement;
  /** The arrow that leads away, or the choices of which each one does. */
  readonly behind: Jump | Choices;
}

/** The lines of a script that stand behind an arrow in the same block, once a block, in the order of the text. */
export function unheardIn({ cutOff, document }: FlowGraph): Unheard[] {
  const found: Unheard[] = [];
  for (const block of cutOff.size === 0 ? [] : blocksOf(document)) {
    let behind: Jump | Choices | undefined;
    for (const statement of block.statements) {
      if (behind !== undefined && cutOff.has(statement)) {
        found.push({ block, first: statement, behind });
        break;
      }
      if (statement.kind === "choices" || statement.kind === "jump") behind = statement;
    }
  }
  return found.sort((a, b) => a.first.start - b.first.start);
}
