import type { Action, Choice, Detour, Jump, Statement, Step, Turn } from "../../grammar/index.ts";
import { isSameTarget, type ScriptMatch } from "./comparison-match.ts";
import { likeness, type Saying, sayingOf } from "./likeness.ts";
import { foldName } from "./normalise.ts";
import { pairAlike, pairUp } from "./pair-up.ts";
import type { ScriptChange, Version } from "./script-change.ts";

/** A turn of one version with the one that it is in the other; one of them may be absent. */
export interface MatchedTurn {
  readonly before?: Turn;
  readonly after?: Turn;
  /** The later step that the earlier one has become, if there is one, so that both sides name the same. */
  readonly beforeStep?: Step;
  readonly afterStep?: Step;
}

type Line = Turn | Action | Jump | Detour;

/** A line, and the step and branch that hold it. */
interface PlacedLine {
  readonly line: Line;
  readonly step: Step;
  readonly block: Step | Choice;
  /** Names the line and what it says; two lines with the same name are the same. */
  readonly name: string;
  readonly saying: Saying;
}

/** What less alike is another line. */
const LEAST = 0.35;
/** Units that a line has at least to be known again at another place; anybody says yes anywhere. */
const TELLING = 8;

/** What changed in the lines of steps and branches that belong together, and which turns are which. */
export function lineChanges(before: Version, after: Version, { steps, choices }: ScriptMatch) {
  const olds = linesOf(before);
  const news = linesOf(after);
  const homes = new Map<Step | Choice, Step | Choice>([...steps, ...choices]);
  const kept = new Set(homes.values());
  const pairs = new Map<PlacedLine, PlacedLine>();
  const taken = new Set<PlacedLine>();
  const join = (found: ReadonlyMap<PlacedLine, PlacedLine>) => {
    for (const [a, b] of found) {
      pairs.set(a, b);
      taken.add(b);
    }
  };
  const restOf = (lines: readonly PlacedLine[]) => lines.filter((one) => !pairs.has(one) && !taken.has(one));
  const oldBlocks = groupBy(olds);
  const newBlocks = groupBy(news);
  for (const [block, lines] of oldBlocks) {
    const home = homes.get(block);
    if (home !== undefined) join(pairAlike(lines, newBlocks.get(home) ?? [], ({ name }) => name));
  }
  const telling = ({ name, line, saying }: PlacedLine) =>
    line.kind === "turn" && saying.words.length >= TELLING ? name : "";
  join(pairAlike(restOf(olds), restOf(news), telling));
  for (const [block, lines] of oldBlocks) {
    const home = homes.get(block);
    if (home === undefined) continue;
    const alike = (a: PlacedLine, b: PlacedLine) => {
      if (a.line.kind !== b.line.kind) return 0;
      if (a.line.kind === "turn" && b.line.kind === "turn")
        return a.line.role === b.line.role ? likeness(a.saying, b.saying) : 0;
      if (a.line.kind === "action" && b.line.kind === "action")
        // An action of the same kind is the same action with another time or object.
        return a.line.verb?.id === b.line.verb?.id ? LEAST + (1 - LEAST) * likeness(a.saying, b.saying) : 0;
      return LEAST;
    };
    join(pairUp(restOf(lines), restOf(newBlocks.get(home) ?? []), () => "", alike, LEAST));
  }
  const changes: ScriptChange[] = [];
  // What stands in a step or branch that is gone, or new, is told with it.
  for (const { line, step, block } of restOf(olds))
    if (homes.has(block)) changes.push({ kind: "removed", before: { node: line, step } });
  for (const [a, b] of pairs) {
    const parts = { before: { node: a.line, step: a.step }, after: { node: b.line, step: b.step } };
    const [from, to] = [a.line, b.line];
    if (homes.get(a.block) !== b.block) changes.push({ kind: "moved", ...parts });
    else if (from.kind === "jump" || from.kind === "detour") {
      const isSame =
        to.kind === from.kind && isSameTarget(before.document, after.document, steps, from.target, to.target);
      if (!isSame) changes.push({ kind: "redirected", ...parts });
    } else if (a.name !== b.name) changes.push({ kind: "reworded", ...parts });
  }
  for (const { line, step, block } of restOf(news))
    if (kept.has(block)) changes.push({ kind: "added", after: { node: line, step } });
  // Lines are paired by how alike they are; they are told in the order in which they stand.
  changes.sort((one, other) => (one.after?.node.start ?? -1) - (other.after?.node.start ?? -1));
  return { changes, turns: [...turnsOf(olds, news, pairs, taken, steps)] };
}

function* turnsOf(
  olds: readonly PlacedLine[],
  news: readonly PlacedLine[],
  pairs: ReadonlyMap<PlacedLine, PlacedLine>,
  taken: ReadonlySet<PlacedLine>,
  steps: ReadonlyMap<Step, Step>,
): Generator<MatchedTurn> {
  for (const old of olds) {
    if (old.line.kind !== "turn") continue;
    const now = pairs.get(old);
    const beforeStep = steps.get(old.step) ?? old.step;
    if (now?.line.kind === "turn") yield { before: old.line, after: now.line, beforeStep, afterStep: now.step };
    else yield { before: old.line, beforeStep };
  }
  for (const { line, step } of news.filter((one) => !taken.has(one)))
    if (line.kind === "turn") yield { after: line, afterStep: step };
}

function linesOf({ document }: Version): PlacedLine[] {
  const lines: PlacedLine[] = [];
  for (const step of document.script.steps) {
    // A stack of its own: scripts may nest deeper than calls can.
    const stack: { readonly statement: Statement; readonly block: Step | Choice }[] = [];
    const enter = (block: Step | Choice) => {
      for (const statement of [...block.body].reverse()) stack.push({ statement, block });
    };
    enter(step);
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      const { statement, block } = next;
      if (statement.kind === "choices") for (const choice of [...statement.choices].reverse()) enter(choice);
      else if (statement.kind !== "note") lines.push({ line: statement, step, block, ...wordsOf(statement) });
    }
  }
  return lines;
}

function wordsOf(line: Line): Pick<PlacedLine, "name" | "saying"> {
  if (line.kind === "turn") {
    const saying = sayingOf(line.text.map(({ text }) => text).join("\n"));
    const who = [
      line.role,
      ...line.labels.map(({ text }) => foldName(text)).sort(),
      foldName(line.addressee?.text ?? ""),
    ];
    return { name: `${who.join(" ")}: ${saying.words}`, saying };
  }
  if (line.kind === "action") {
    const saying = sayingOf([line.body?.text ?? "", line.reason?.text ?? ""].join(" "));
    return { name: `[${line.verb?.id ?? ""} ${saying.words}]`, saying };
  }
  const saying = sayingOf(line.target.kind === "text" ? line.target.text : "");
  return { name: `${line.kind} ${saying.words}`, saying };
}

function groupBy(lines: readonly PlacedLine[]): Map<Step | Choice, PlacedLine[]> {
  const groups = new Map<Step | Choice, PlacedLine[]>();
  for (const line of lines) {
    const group = groups.get(line.block);
    if (group === undefined) groups.set(line.block, [line]);
    else group.push(line);
  }
  return groups;
}
