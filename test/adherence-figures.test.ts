import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { globSync } from "tinyglobby";
import { afterAll, describe, expect, it } from "vitest";
import { type Adherence, adherenceOf } from "../server/model/adherence.ts";
import type { ScriptDocument } from "../server/model/document.ts";
import { Project } from "../server/model/project.ts";
import { readTurns } from "../server/model/utterance.ts";
import { RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";
import { dice, type GeneratedTurn, OFFENDING, OTHER_TIME, promiseIn, reword, walk } from "./support/edited-calls.ts";
import { REWORDINGS } from "./support/rewordings.ts";

/**
 * How well edits of calls are found again: calls along the paths of the samples, each edited once in a known way. Recall
 * counts edits that are told as what they are and where they are; precision counts what is told of a kind, over all
 * calls, also those that were not edited or edited otherwise.
 */
type Kind = "left-out" | "reworded" | "promise" | "offence" | "moved";

const FLOORS: Readonly<Record<Kind, { readonly recall: number; readonly precision: number }>> = {
  "left-out": { recall: 0.93, precision: 0.97 },
  reworded: { recall: 0.95, precision: 0.93 },
  promise: { recall: 0.95, precision: 0.9 },
  offence: { recall: 0.95, precision: 0.93 },
  moved: { recall: 0.85, precision: 0.95 },
};

const found = new Map<Kind, { edits: number; found: number; told: number; right: number }>();
for (const kind of Object.keys(FLOORS) as Kind[]) found.set(kind, { edits: 0, found: 0, told: 0, right: 0 });

const project = new Project();
const paths = [...globSync("samples/*/*.sscript"), ...globSync("test/scripts/*/*.sscript")].sort();
for (const path of paths) project.set(pathToFileURL(path).href, readFileSync(path, "utf8"));
const scripts = paths
  .map((path) => ({ path, document: project.get(pathToFileURL(path).href)! }))
  .filter(({ document }) => document.facts.kind === "script");

/** An edit, by the place in the call as it was at which it was made. */
interface Edit {
  readonly kind: Kind;
  readonly turns: readonly GeneratedTurn[];
  /** The lines of the script of which it is to be told; either of two that swapped places may be the one that moved. */
  readonly of: readonly GeneratedTurn[];
}

function editsOf(turns: readonly GeneratedTurn[], language: "zh" | "en", chance: () => number): Edit[] {
  const edits: Edit[] = [];
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(chance() * items.length)];
  const mine = turns.filter(({ role, text }) => role === "agent" && text !== "");
  const replaced = (turn: GeneratedTurn, text: string) => turns.map((one) => (one === turn ? { ...one, text } : one));
  // What is said twice in a call would be left out once and said once: nobody could tell where.
  const unlike = mine.filter(({ text }) => mine.filter((one) => one.text === text).length === 1);
  const gone = pick(unlike);
  if (gone !== undefined) edits.push({ kind: "left-out", turns: turns.filter((one) => one !== gone), of: [gone] });
  const other = pick(mine.filter(({ text }) => reword(text, language) !== undefined));
  if (other !== undefined)
    edits.push({ kind: "reworded", turns: replaced(other, reword(other.text, language)!), of: [other] });
  const promise = pick(mine.filter((turn) => promiseIn(turn) !== undefined));
  if (promise !== undefined) {
    const { time } = promiseIn(promise)!;
    edits.push({
      kind: "promise",
      turns: replaced(promise, promise.text.replace(time, OTHER_TIME[language])),
      of: [promise],
    });
  }
  const before = pick(mine);
  if (before !== undefined) {
    const said = { ...before, text: pick(OFFENDING[language])! };
    edits.push({ kind: "offence", turns: turns.flatMap((one) => (one === before ? [said, one] : [one])), of: [said] });
  }
  const first = pick(unlike.slice(0, -1));
  const second = first && unlike[unlike.indexOf(first) + 1];
  if (first !== undefined && second !== undefined)
    edits.push({
      kind: "moved",
      turns: turns.map((one) => (one === first ? second : one === second ? first : one)),
      of: [first, second],
    });
  return edits;
}

const JUDGES = RULES.filter(({ id, scope }) => scope === "turn" && id !== "forbidden/private-data");
const offences = (document: ScriptDocument) =>
  lint(new Project(), document, { today: "2026-01-01", rules: JUDGES }).findings;

/** What is told of a call: for each kind the lines of the script, or of an offence what is said. */
function toldOf(script: ScriptDocument, turns: readonly GeneratedTurn[]) {
  const call = readTurns("call:", turns);
  const adherence = adherenceOf(project, script, { project: new Project(), document: call });
  const spans = (fate: string) =>
    adherence.lines.filter((line) => line.fate === fate).map(({ point }) => point!.node!.span);
  return {
    adherence,
    "left-out": spans("left-out"),
    reworded: spans("reworded"),
    moved: spans("moved"),
    promise: adherence.promises.map(({ of }) => of.point?.node?.span),
    offence: offences(call).map(({ span }) => call.text.slice(span.start, span.end)),
  };
}

const CALLS = 6;

describe("edits of calls", () => {
  it.each(scripts)("are found in calls of $path", ({ document: script }) => {
    const { language } = script.facts;
    const chance = dice(script.text.length);
    for (let count = 0; count < CALLS; count++) {
      const turns = walk(project, script, chance);
      if (turns === undefined || turns.length < 4) continue;
      // What the script itself has that should not be said is there without an edit.
      const own = toldOf(script, turns);
      expect(wrongIn(own.adherence), turns.map(({ text }) => text).join("\n")).toEqual([]);
      for (const edit of editsOf(turns, language, chance)) score(toldOf(script, edit.turns), edit, own.offence);
    }
  });

  it.each(REWORDINGS)("by hand are found: $said", ({ path, line, said }) => {
    const script = project.get(pathToFileURL(path).href)!;
    const chance = dice(1);
    for (let tries = 0; tries < 200; tries++) {
      const turns = walk(project, script, chance);
      const turn = turns?.find(({ role, text }) => role === "agent" && text.includes(line));
      if (turns === undefined || turn === undefined) continue;
      const edited = turns.map((one) => (one === turn ? { ...one, text: said } : one));
      const told = toldOf(script, edited);
      byHand.push(told.reworded.includes(turn.point.node!.span) && told["left-out"].length === 0);
      return;
    }
    throw new Error(`no path of ${path} says ${line}`);
  });
});

const byHand: boolean[] = [];

/** What is told of a call that says its script word for word. */
function wrongIn({ lines, promises }: Adherence): string[] {
  return [...lines.filter(({ fate }) => fate !== "same").map(({ fate }) => fate), ...promises.map(() => "promise")];
}

function score(told: ReturnType<typeof toldOf>, edit: Edit, known: readonly string[]): void {
  for (const kind of Object.keys(FLOORS) as Kind[]) {
    const sum = found.get(kind)!;
    const is = (what: unknown): boolean =>
      edit.kind === kind &&
      (kind === "offence"
        ? edit.of.some(({ text }) => text.includes(what as string))
        : edit.of.some(({ point }) => point.node!.span === what));
    // A promise is another wording too.
    const isPart = (what: unknown) =>
      edit.kind === "promise" && kind === "reworded" && edit.of.some(({ point }) => point.node!.span === what);
    const all = (told[kind] as readonly unknown[]).filter(
      (what) => !isPart(what) && !(kind === "offence" && known.includes(what as string)),
    );
    const right = all.filter(is).length;
    sum.told += all.length;
    sum.right += right;
    if (edit.kind === kind) {
      sum.edits++;
      if (right > 0) sum.found++;
    }
  }
}

describe("recall and precision", () => {
  it.each(Object.entries(FLOORS))("of %s are above their floors", (kind, floors) => {
    const { edits, found: hits, told, right } = found.get(kind as Kind)!;
    expect(edits).toBeGreaterThan(20);
    expect(hits / edits).toBeGreaterThanOrEqual(floors.recall);
    expect(right / told).toBeGreaterThanOrEqual(floors.precision);
  });

  it("of what was reworded by hand is above its floor", () => {
    expect(byHand.length).toBe(REWORDINGS.length);
    expect(byHand.filter(Boolean).length / byHand.length).toBeGreaterThanOrEqual(0.9);
  });
});

afterAll(() => {
  const percent = (part: number, whole: number) => `${part}/${whole} (${((100 * part) / whole).toFixed(1)}%)`;
  for (const [kind, { edits, found: hits, told, right }] of found)
    console.log(`${kind}: recall ${percent(hits, edits)}, precision ${percent(right, told)}`);
  console.log(`by hand: ${percent(byHand.filter(Boolean).length, byHand.length)}`);
});
