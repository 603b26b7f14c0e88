import type { Action, Statement, Turn } from "../../grammar/index.ts";
import { actsOf } from "./acts.ts";
import type { ScriptDocument } from "./document.ts";
import { actsOfTurn } from "./speech.ts";
import { type Block, blocksOf } from "./symbols.ts";

/** What an agent does well to say at a place of a script. */
export interface Wanted {
  /** Dialogue acts, those that are called for most strongly first. */
  readonly acts: readonly string[];
  /** The hold that comes right after it, for which the customer has to be asked. */
  readonly hold?: Action;
}

/**
 * What an agent's turn is wanted for, from what stands around it: the customer's last words or the branch, what was just
 * done, what is about to be done, and what its labels say.
 */
export function wantedOf(document: ScriptDocument, turn: Turn): Wanted {
  const found = placeOf(document, turn);
  if (found === undefined) return { acts: [] };
  const { block, at } = found;
  const spoken = block.statements.filter(({ kind }) => kind !== "note");
  const index = spoken.indexOf(block.statements[at]!);
  const [before, after] = [spoken[index - 1], spoken[index + 1]];
  const isHold = after?.kind === "action" && after.verb?.id === "hold";
  const acts = [
    ...turn.labels.flatMap(({ agent }) =>
      agent === undefined ? [] : [agent === "interrupt" ? "interrupt-politely" : agent],
    ),
    ...(before === undefined ? atBeginning(document, block) : afterStatement(document, before)),
    ...(after === undefined ? [] : beforeStatement(after)),
  ];
  return { acts: [...new Set(acts)], ...(isHold && { hold: after }) };
}

function placeOf(document: ScriptDocument, turn: Turn): { block: Block; at: number } | undefined {
  for (const block of blocksOf(document)) {
    const at = block.statements.indexOf(turn);
    if (at >= 0) return { block, at };
  }
  return undefined;
}

/** In a branch, what its label says the customer says; at the beginning of the call, a greeting. */
function atBeginning(document: ScriptDocument, { step, choice }: Block): readonly string[] {
  if (choice !== undefined) {
    const { label, labels } = choice;
    const acts = label.kind === "text" ? actsOf([label], "customer", document.wording) : [];
    return answersTo(
      labels.flatMap(({ customer }) => customer ?? []),
      acts.map(({ act }) => act),
    );
  }
  if (step !== document.script.steps[0]) return [];
  return document.facts.direction === "outbound"
    ? ["greet", "introduce", "confirm-party", "ask-consent", "state-purpose"]
    : ["greet", "introduce", "offer-help"];
}

function afterStatement(document: ScriptDocument, before: Statement): readonly string[] {
  if (before.kind === "action") return AFTER_ACTION[before.verb?.id ?? ""] ?? [];
  if (before.kind !== "turn" || before.role !== "customer") return [];
  const labels = before.labels.flatMap(({ customer }) => customer ?? []);
  const isCutOff = /[—–-]{2}[\s”"]*$/.test(before.text.at(-1)?.text ?? "");
  const found = actsOfTurn(document, before).map(({ act }) => act);
  return [...answersTo(labels, found), ...(isCutOff ? ["interrupt-politely"] : [])];
}

function beforeStatement(after: Statement): readonly string[] {
  if (after.kind === "action") return BEFORE_ACTION[after.verb?.id ?? ""] ?? [];
  return after.kind === "jump" && after.target.kind === "text" && after.target.isEnd
    ? ["ask-anything-else", "farewell"]
    : [];
}

/** What answers a customer, by the labels of what was said and by the acts that the lexicon finds in it. */
function answersTo(labels: readonly string[], acts: readonly string[]): readonly string[] {
  return ANSWERS.filter(({ to }) => to.some((name) => labels.includes(name) || acts.includes(name))).flatMap(
    ({ say }) => say,
  );
}

const ANSWERS: readonly { readonly to: readonly string[]; readonly say: readonly string[] }[] = [
  {
    to: ["angry", "dissatisfied", "complaint", "anxious", "upset", "complain"],
    say: ["apologise", "empathise", "thank-for-raising"],
  },
  { to: ["thanks", "thank"], say: ["reply-to-thanks"] },
  { to: ["sorry", "apologise"], say: ["reply-to-apology"] },
  { to: ["goodbye", "farewell"], say: ["farewell"] },
  { to: ["refuse"], say: ["offer-alternative", "empathise"] },
];

const AFTER_ACTION: Readonly<Record<string, readonly string[]>> = {
  hold: ["thank-for-waiting"],
  "look-up": ["thank-for-waiting"],
  transfer: ["brief-receiver"],
};

const BEFORE_ACTION: Readonly<Record<string, readonly string[]>> = {
  hold: ["ask-consent"],
  transfer: ["name-receiver", "ask-consent"],
  "hang-up": ["farewell"],
  "call-back": ["give-time", "recap-next-steps"],
};
