import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stepName } from "../../server/model/document.ts";
import { type FlowGraph, flowOf } from "../../server/model/flow.ts";
import { Project } from "../../server/model/project.ts";
import { endlessRounds, recursionsOf } from "../../server/model/rounds.ts";
import { resolveTarget } from "../../server/model/symbols.ts";

const STEPS = ["甲", "乙", "丙", "丁"];
const target = fc.constantFrom(...STEPS, ...STEPS, "结束", "没有");

/** Small scripts of lines, arrows, detours and choices that lead somewhere or run on. */
const scripts = fc
  .array(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constant("客服: 好") },
        { weight: 3, arbitrary: target.map((name) => `-> ${name}`) },
        { weight: 2, arbitrary: fc.constantFrom(...STEPS).map((name) => `=> ${name}`) },
        { weight: 1, arbitrary: fc.constant("[挂机 客户]") },
        {
          weight: 2,
          arbitrary: fc
            .array(fc.option(target), { minLength: 1, maxLength: 3 })
            .map((targets) =>
              targets.map((name, index) => `- ${index}${name === null ? "" : ` -> ${name}`}`).join("\n"),
            ),
        },
      ),
      { maxLength: 4 },
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map((steps) => steps.map((body, index) => `## ${STEPS[index]}\n${body.join("\n")}\n`).join("\n"));

const graphOf = (text: string): FlowGraph => {
  const project = new Project();
  return flowOf(project, project.set("test:", text));
};
const roundsIn = (text: string) => endlessRounds(graphOf(text)).map(({ steps }) => steps.map(stepName).join(" "));
const recursionsIn = (text: string) =>
  recursionsOf(graphOf(text)).map(({ steps, isEndless }) => `${steps.map(stepName).join(" ")}${isEndless ? "!" : ""}`);

describe("rounds without a way out", () => {
  it("are found exactly where somebody who walks the script can get stuck", () => {
    let stuck = 0;
    fc.assert(
      fc.property(scripts, (text) => {
        const graph = graphOf(text);
        const { steps, isWhole } = walk(graph, 0);
        fc.pre(isWhole);
        const before = new Map<string, string[]>();
        for (const [from, next] of steps) for (const to of next) before.set(to, [...(before.get(to) ?? []), from]);
        const leaving = new Set<string>();
        const waiting = [...steps.keys()].filter((place) => steps.get(place)!.length === 0);
        for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
          if (leaving.has(place)) continue;
          leaving.add(place);
          waiting.push(...(before.get(place) ?? []));
        }
        const isStuck = [...steps.keys()].some((place) => !leaving.has(place));
        if (isStuck) stuck++;
        expect(endlessRounds(graph).length > 0, text).toBe(isStuck);
      }),
      { numRuns: 4000 },
    );
    expect(stuck).toBeGreaterThan(100);
  });

  it("are told in the order of the call, from the step at which they are entered", () => {
    expect(roundsIn("## 甲\n-> 丙\n## 乙\n-> 丁\n## 丙\n-> 乙\n## 丁\n-> 丙")).toEqual(["丙 乙 丁"]);
    // Of two rounds of which one leads into the other, a way out of the last one helps both.
    expect(roundsIn("## 甲\n- 一 -> 甲\n- 二 -> 乙\n## 乙\n-> 乙")).toEqual(["乙"]);
    expect(roundsIn("类型: 片段\n## 甲\n-> 乙\n## 乙\n-> 甲\n## 丙\n客服: 好")).toEqual(["甲 乙"]);
  });

  it("are found in scripts of any length", () => {
    const steps = Array.from({ length: 20_000 }, (_, index) => `## ${index}\n-> ${(index + 1) % 20_000}\n`);
    expect(endlessRounds(graphOf(steps.join("")))[0]!.steps).toHaveLength(20_000);
    expect(endlessRounds(graphOf(`类型: 片段\n${steps.join("")}`))[0]!.steps).toHaveLength(20_000);
  });
});

describe("detours that run themselves again", () => {
  it("are found exactly where somebody who walks the script sets out twice", () => {
    let again = 0;
    fc.assert(
      fc.property(scripts, (text) => {
        const graph = graphOf(text);
        const found = recursionsOf(graph);
        for (const { detour } of found) expect(walk(graph, detour.id, detour.id).again, text).toBe(true);
        if (!walk(graph, 0, "any").again) return;
        again++;
        expect(found.length, text).toBeGreaterThan(0);
      }),
      { numRuns: 4000 },
    );
    expect(again).toBeGreaterThan(100);
  });

  it("are told with the steps that they run, and whether they come back", () => {
    expect(recursionsIn("## 甲\n=> 乙\n-> 结束\n## 乙\n- 一\n- 二\n  => 丙\n## 丙\n-> 乙")).toEqual(["丙 乙"]);
    expect(recursionsIn("## 甲\n=> 甲")).toEqual(["甲!"]);
    expect(recursionsIn("## 甲\n=> 乙\n=> 甲\n## 乙\n[挂机 客户]")).toEqual([]);
    const chain = Array.from({ length: 10_000 }, (_, index) => `## ${index}\n=> ${(index + 1) % 10_000}\n`).join("");
    expect(recursionsOf(graphOf(chain))[0]!.steps).toHaveLength(10_000);
  });
});

/** Where somebody who walks a script stands: at a node, with the detours that are under way. */
interface Place {
  readonly node: number;
  readonly detours: readonly number[];
}

/**
 * Walks a script line by line with a stack of detours, as a reader would: what the engine does without listing walks.
 * @param wanted the detour that is looked for: whether it is set out on while it is under way
 * @returns the places with those that follow, and whether they are all
 */
function walk(graph: FlowGraph, start: number, wanted?: number | "any") {
  const steps = new Map<string, string[]>();
  const waiting: Place[] = [{ node: start, detours: [] }];
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const key = JSON.stringify(place);
    if (steps.has(key)) continue;
    const { node, detours } = place;
    const isAgain = graph.nodes[node]!.kind === "detour" && detours.includes(node);
    if (isAgain && (wanted === "any" || wanted === node)) return { steps, isWhole: false, again: true };
    // Another detour that runs itself again would be walked for ever.
    if (isAgain && wanted !== undefined) continue;
    if (detours.length > 6 || steps.size > 3000) return { steps, isWhole: false, again: false };
    const next = following(graph, place);
    steps.set(
      key,
      next.map((to) => JSON.stringify(to)),
    );
    waiting.push(...next);
  }
  return { steps, isWhole: true, again: false };
}

function following(graph: FlowGraph, { node, detours }: Place): Place[] {
  const at = graph.nodes[node]!;
  if (at.kind === "end" || (at.kind === "action" && at.action.verb?.id === "hang-up")) return [];
  if (at.kind === "detour" && at.detour.target.kind === "text") {
    const resolution = resolveTarget(graph.document, at.detour.target);
    if (resolution.kind !== "step") return [];
    return [{ node: graph.entries.get(resolution.step)!, detours: [...detours, node] }];
  }
  return behind(graph, node, detours);
}

/** Where it goes on behind a node that is done. */
function behind(graph: FlowGraph, node: number, detours: readonly number[]): Place[] {
  if (graph.falls.has(node) && detours.length > 0) return behind(graph, detours.at(-1)!, detours.slice(0, -1));
  return graph.nodes[node]!.next.map((next) => ({ node: next, detours }));
}
