import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { eventsOf } from "../server/model/events.ts";
import { type FlowGraph, type FlowNode, flowOf } from "../server/model/flow.ts";
import { Project } from "../server/model/project.ts";
import { supergraphOf } from "../server/model/supergraph.ts";
import { resolveTarget } from "../server/model/symbols.ts";
import { verbatimArraysOf } from "../server/model/verbatim.ts";
import { counterExamples } from "../server/rules/obligation.ts";
import {
  act,
  action,
  anyOf,
  type EventTest,
  event,
  label,
  never,
  type Obligation,
  type Response,
} from "../server/rules/pattern.ts";
import { watchOf } from "../server/rules/pattern-watch.ts";

// Labels and actions only, so that the engine is tested and not the lexicon.
const RESPONSE: Response = {
  pattern: "response",
  when: label("angry"),
  response: action("record"),
  before: anyOf(action("transfer"), event("end")),
};

const LINES = ["客户(愤怒): 啊", "[记录 情况]", "[转接 班长]", "客户(平静): 嗯", "客服: 第一。第二。", "> 说明"];
const STEPS = ["甲", "乙", "丙", "丁"];

const graphOf = (text: string): FlowGraph => {
  const project = new Project();
  return flowOf(project, project.set("test:", text));
};
const textOf = (graph: FlowGraph, { span }: { span: { start: number; end: number } }) =>
  graph.document.text.slice(span.start, span.end);

/** Small scripts: up to four steps with jumps, choices and, if `detours`, detours and hang-ups. */
function scripts(detours: boolean): fc.Arbitrary<string> {
  const lines = detours ? [...LINES, "[挂机 客户]"] : LINES;
  const target = fc.constantFrom(...STEPS, "结束");
  const choice = fc.tuple(fc.option(fc.constantFrom(...lines)), fc.option(target));
  const line = fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...lines) },
    { weight: 1, arbitrary: target.map((name) => `-> ${name}`) },
    { weight: detours ? 2 : 0, arbitrary: fc.constantFrom(...STEPS).map((name) => `=> ${name}`) },
    {
      weight: 2,
      arbitrary: fc
        .array(choice, { minLength: 1, maxLength: 3 })
        .map((choices) =>
          choices
            .map(
              ([body, to], index) => `- ${index}${to === null ? "" : ` -> ${to}`}${body === null ? "" : `\n  ${body}`}`,
            )
            .join("\n"),
        ),
    },
  );
  return fc
    .array(fc.array(line, { maxLength: 4 }), { minLength: 1, maxLength: 4 })
    .map((steps) => steps.map((body, index) => `## ${STEPS[index]}\n${body.join("\n")}\n`).join("\n"));
}

describe("the response pattern", () => {
  it("finds a counter-example exactly where listing the paths finds one, and a shortest one", () => {
    fc.assert(
      fc.property(scripts(false), (text) => {
        const graph = graphOf(text);
        const calls = walkAll(graph, [BEGINNING], ({ state }) => state) as Walk[];
        const reachable = new Set(calls.map(({ node }) => node));
        const found = counterExamples(graph, RESPONSE);
        const reported = new Map(found.map(({ trigger, path }) => [trigger!.node, path.map(({ node }) => node)]));
        for (const node of graph.nodes) {
          if (!has(graph, node, "label:angry") || !reachable.has(node.id)) continue;
          const shortest = shortestByListing(graph, node.id);
          const own = reported.get(node);
          if (own !== undefined) {
            expect(own.length).toBe(shortest?.length);
            for (const [index, { id }] of own.entries()) if (index > 0) expect(own[index - 1]!.next).toContain(id);
          } else if (shortest !== undefined) {
            // It is not reported only because an earlier trigger's path runs through it to its end.
            expect(found.some(({ path }) => path.some((point) => point.node === node))).toBe(true);
          }
        }
      }),
      { numRuns: 4000 },
    );
  });

  it("asks only the first occurrence of a path when told so", () => {
    const graph = graphOf("## 甲\n客户(愤怒): 一\n客户(愤怒): 二\n[转接 班长]");
    const found = counterExamples(graph, { ...RESPONSE, firstOnly: true });
    expect(found.map(({ trigger }) => textOf(graph, trigger!.node))).toEqual(["客户(愤怒): 一"]);
  });

  it("asks again after it was kept, or not, as the pattern says", () => {
    const graph = graphOf("## 甲\n客户(愤怒): 一\n[记录]\n客户(愤怒): 二\n[转接 班长]");
    expect(counterExamples(graph, RESPONSE)).toHaveLength(1);
    expect(counterExamples(graph, { ...RESPONSE, when: () => false, whenNotYet: RESPONSE.when })).toEqual([]);
  });
});

describe("a response", () => {
  const of = (lines: string, obligation: Partial<Response>) => {
    const graph = graphOf(`## 甲\n${lines}\n`);
    const found = counterExamples(graph, { ...RESPONSE, ...obligation });
    return found.map(({ trigger }) => textOf(graph, trigger!.node));
  };

  it("is given in the same sentence, in the next one, and not in the one before", () => {
    const asked: Partial<Response> = {
      when: act("ask-identifying"),
      response: act("give-reason"),
      before: event("end"),
    };
    const [question, reason] = ["请问您的手机号码是多少？", "因为要登记。"];
    expect(of(`客服: 因为要登记，${question}`, asked)).toEqual([]);
    expect(of(`客服: ${question}${reason}`, asked)).toEqual([]);
    expect(of(`客服: ${reason}${question}`, asked)).toHaveLength(1);
    const notYet = { ...asked, when: never, whenNotYet: act("ask-identifying") };
    expect(of(`客服: ${reason}${question}`, notYet)).toEqual([]);
    expect(of(`客服: ${question}`, notYet)).toHaveLength(1);
  });

  it("of several links may be one sentence, if they stand in its order", () => {
    const chain: Partial<Response> = { response: [act("greet"), act("give-time")] };
    expect(of("客户(愤怒): 啊\n客服: 您好，我明天上午给您回电。", chain)).toEqual([]);
    expect(of("客户(愤怒): 啊\n客服: 明天上午给您回电，李女士您好。", chain)).toHaveLength(1);
  });

  it("is not asked where all calls, or asked only where some call, have been through something", () => {
    const branches = "? 甲\n- 一\n  [记录]\n- 二\n  > 说明\n客户(愤怒): 啊\n[转接 班长]";
    expect(of(branches, { unlessAfter: action("record") })).toHaveLength(1);
    expect(of(branches, { onlyAfter: action("record") })).toHaveLength(1);
    expect(of("[记录]\n客户(愤怒): 啊\n[转接 班长]", { unlessAfter: action("record") })).toEqual([]);
    expect(of("客户(愤怒): 啊\n[转接 班长]", { onlyAfter: action("record") })).toEqual([]);
  });

  it("within some seconds of speech has to begin before the agent has spoken for longer", () => {
    const soon: Partial<Response> = { response: act("give-time"), before: never, within: { seconds: 2 } };
    const breaks = (lines: string) => of(`客户(愤怒): 啊\n${lines}`, soon).length > 0;
    // Four Chinese characters take a second.
    expect(breaks("客服: 一二三四五六七八，明天上午。")).toBe(false);
    expect(breaks("客服: 一二三四五六七八。明天上午。")).toBe(false);
    expect(breaks("客服: 一二三四五六七八。九。明天上午。")).toBe(true);
    expect(
      breaks("客服: 一二三四。\n客户: 啊啊啊啊啊啊啊啊。\n客服(对班长): 一二三四五。\n客服: 五六七八。明天上午。"),
    ).toBe(false);
    expect(breaks("客服: 一二三四。\n客户: 嗯。\n客服: 五六七八九。明天上午。")).toBe(true);
    expect(breaks("? 甲\n- 一\n  客服: 一二三四五六七八九。\n- 二\n  客服: 好。\n客服: 明天上午。")).toBe(true);
    expect(breaks("客服: 好。\n-> 结束")).toBe(false);
  });

  it("within some seconds counts the words of a phrase, and only those behind what calls for it", () => {
    const soon: Partial<Response> = {
      when: act("confirm-party"),
      response: act("state-purpose"),
      before: never,
      within: { seconds: 2 },
    };
    const found = (line: string) => {
      const graph = graphOf(`用语 闲话: 今天天气真不错，您说呢\n## 甲\n${line}\n`);
      return counterExamples(graph, { ...RESPONSE, ...soon }).length;
    };
    expect(found("客服: 一二三四五六七八九十一二。请问是李先生吗？给您来电是想做个回访。")).toBe(0);
    expect(found("客服: 请问是李先生吗？一二三四五六七八九。给您来电是想做个回访。")).toBe(1);
    expect(found("客服: 请问是李先生吗？{闲话}。给您来电是想做个回访。")).toBe(1);
  });

  it("to the first of a call is not asked of the first of a step to which nothing leads", () => {
    const lines = "客户(平静): 嗯\n-> 结束\n## 乙\n客户(愤怒): 啊\n[转接 班长]";
    expect(of(lines, {})).toHaveLength(1);
    expect(of(lines, { firstOnly: true })).toEqual([]);
  });
});

describe("every pattern", () => {
  it.each<[string, Obligation]>([
    ["response", RESPONSE],
    ["response of a chain", { ...RESPONSE, response: [label("calm"), action("record")] }],
    ["response within two turns", { pattern: "response", when: label("angry"), response: action("record"), within: 2 }],
    [
      "response within a second",
      { pattern: "response", when: label("angry"), response: action("record"), within: { seconds: 1 } },
    ],
    ["precedence", { pattern: "precedence", of: action("transfer"), first: label("calm") }],
    [
      "precedence of a chain",
      { pattern: "precedence", of: action("transfer"), first: [label("calm"), action("record")] },
    ],
    ["precedence each time", { pattern: "precedence", of: action("transfer"), first: action("record"), each: true }],
    [
      "precedence after",
      { pattern: "precedence", of: action("transfer"), first: action("record"), in: { after: label("angry") } },
    ],
    ["existence", { pattern: "existence", of: action("record") }],
    ["existence before", { pattern: "existence", of: action("record"), in: { before: action("transfer") } }],
    [
      "existence after the second",
      { pattern: "existence", of: action("record"), in: { after: label("angry"), nth: 2 } },
    ],
    ["existence in the first two turns", { pattern: "existence", of: action("record"), in: { firstTurns: 2 } }],
    ["existence in the last turn", { pattern: "existence", of: action("record"), in: { lastTurns: 1 } }],
    ["absence", { pattern: "absence", of: action("transfer") }],
    [
      "absence between",
      { pattern: "absence", of: action("transfer"), in: { after: label("angry"), until: label("calm") } },
    ],
    ["absence before", { pattern: "absence", of: label("angry"), in: { before: action("transfer") } }],
    ["absence in the last two turns", { pattern: "absence", of: action("transfer"), in: { lastTurns: 2 } }],
  ])("finds a call that breaks it exactly where walking all calls, detours and all, finds one: %s", (_, obligation) => {
    fc.assert(
      fc.property(scripts(true), (text) => {
        const graph = graphOf(text);
        // Steps to which nothing leads are judged too, since an arrow may only be missing, but no call shows them.
        fc.pre(supergraphOf(graph).roots.length === 1);
        const calls = walkAll(graph, [BEGINNING], ({ state }) => state);
        fc.pre(calls !== "too long");
        const isBroken = breachedByWalking(graph, obligation, calls as Walk[]);
        fc.pre(isBroken !== "too long");
        const walked = new Set((calls as Walk[]).map(({ node }) => graph.nodes[node]!));
        const found = counterExamples(graph, obligation).filter(
          ({ path }) =>
            obligation.pattern !== "response" ||
            path.some(({ node }) => walked.has(node) && groupOf(graph, node, obligation.when) >= 0),
        );
        expect(found.length > 0, text).toBe(isBroken);
        for (const { path, barrier } of found) expect(path.at(-1)!.node).toBe(barrier.node);
      }),
      { numRuns: 500 },
    );
  });
});

describe("a trace of events", () => {
  const A = label("angry");
  const R = action("record");
  const T = action("transfer");
  /** Whether the pattern is broken, by its definition over the list of what happens; `turn` is an agent's turn. */
  const definitions: [Obligation, (trace: readonly string[]) => boolean][] = [
    [{ pattern: "existence", of: R }, (trace) => !trace.includes("R")],
    [{ pattern: "absence", of: R }, (trace) => trace.includes("R")],
    [{ pattern: "precedence", of: T, first: R }, (trace) => trace.includes("T") && !before(trace, "T").includes("R")],
    [
      { pattern: "precedence", of: T, first: [A, R] },
      (trace) => trace.includes("T") && !/A.*R/.test(before(trace, "T").join("")),
    ],
    [
      { pattern: "precedence", of: T, first: R, each: true },
      (trace) =>
        trace
          .join("")
          .split("T")
          .slice(0, -1)
          .some((part) => !part.includes("R")),
    ],
    [
      { pattern: "existence", of: R, in: { after: A } },
      (trace) => trace.includes("A") && !behind(trace, "A").includes("R"),
    ],
    [
      { pattern: "existence", of: R, in: { after: A, nth: 2 } },
      (trace) =>
        /A[^A]*A/.test(trace.join("")) &&
        !trace
          .join("")
          .replace(/^[^A]*A[^A]*A/, "")
          .includes("R"),
    ],
    [
      { pattern: "existence", of: R, in: { before: T } },
      (trace) => trace.includes("T") && !before(trace, "T").includes("R"),
    ],
    [{ pattern: "absence", of: R, in: { before: T } }, (trace) => /R.*T/.test(trace.join(""))],
    [{ pattern: "absence", of: R, in: { after: A } }, (trace) => /A.*R/.test(trace.join(""))],
    [{ pattern: "absence", of: R, in: { after: A, until: T } }, (trace) => /A[^T]*R/.test(trace.join(""))],
    [
      { pattern: "precedence", of: T, first: R, in: { after: A, until: A } },
      (trace) =>
        trace
          .join("")
          .split("A")
          .slice(1)
          .some((part) => /^[^R]*T/.test(part)),
    ],
    [
      { pattern: "existence", of: R, in: { firstTurns: 2 } },
      (trace) =>
        !trace
          .join("")
          .replace(/^([^t]*t[^t]*t).*$/, "$1")
          .includes("R"),
    ],
    [{ pattern: "existence", of: R, in: { lastTurns: 2 } }, (trace) => !/R[^t]*t?[^t]*$/.test(trace.join(""))],
    [{ pattern: "absence", of: R, in: { firstTurns: 2 } }, (trace) => /^[^t]*(t[^t]*)?R/.test(trace.join(""))],
    [{ pattern: "absence", of: R, in: { lastTurns: 2 } }, (trace) => /R[^t]*(t[^t]*)?$/.test(trace.join(""))],
  ];
  const before = (trace: readonly string[], sign: string) => trace.slice(0, trace.indexOf(sign));
  const behind = (trace: readonly string[], sign: string) => trace.slice(trace.indexOf(sign) + 1);

  it.each(definitions)("breaks %j as the pattern's definition says", (obligation, isBroken) => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("A", "R", "T", "t"), { maxLength: 10 }), (trace) => {
        const lines: Record<string, string> = { A: "客户(愤怒): 啊", R: "[记录]", T: "[转接 班长]", t: "客服: 第一。" };
        const graph = graphOf(`## 甲\n${trace.map((sign) => lines[sign]).join("\n")}\n`);
        expect(counterExamples(graph, obligation).length > 0).toBe(isBroken([...trace]));
      }),
      { numRuns: 400 },
    );
  });
});

describe("large scripts", () => {
  it("of 2^1000 paths are walked", () => {
    const rungs = Array.from(
      { length: 1000 },
      (_, rung) => `? ${rung}\n- 左\n  客户(平静): 嗯\n- 右\n  客户(平静): 嗯`,
    );
    const graph = graphOf(`## 甲\n客户(愤怒): 啊\n${rungs.join("\n")}\n[转接 班长]`);
    const [example] = counterExamples(graph, RESPONSE);
    expect(example?.barrier.event.name).toBe("action:transfer");
  });

  it("in which every step runs the next one twice, 2^1000 turns long, are walked", () => {
    const steps = Array.from({ length: 1000 }, (_, step) => `## ${step}\n=> ${step + 1}\n=> ${step + 1}\n`);
    const graph = graphOf(
      `## 甲\n客户(愤怒): 啊\n=> 0\n[转接 班长]\n-> 结束\n${steps.join("\n")}\n## 1000\n客户(平静): 嗯\n`,
    );
    const [example] = counterExamples(graph, RESPONSE);
    expect(example!.path.map(({ node }) => textOf(graph, node))).toEqual(["客户(愤怒): 啊", "=> 0", "[转接 班长]"]);
  });
});

describe("detours", () => {
  const files = (main: string, shared: string) => {
    const project = new Project();
    project.set("file:///shared.sscript", shared);
    return flowOf(project, project.set("file:///main.sscript", main));
  };

  it("count for what they run, in other files too", () => {
    const shared = "类型: 片段\n## 登记\n[记录]\n## 空\n> 说明\n";
    const main = (step: string) => `引用 公共: ./shared.sscript\n## 甲\n客户(愤怒): 啊\n=> 公共#${step}\n[转接 班长]\n`;
    expect(counterExamples(files(main("登记"), shared), RESPONSE)).toEqual([]);
    expect(counterExamples(files(main("空"), shared), RESPONSE)).toHaveLength(1);
    // Nobody knows what a step does that is not there.
    expect(counterExamples(files(main("没有"), shared), RESPONSE)).toEqual([]);
  });

  it("return only to where they were called from", () => {
    const graph = graphOf("## 甲\n客户(愤怒): 啊\n=> 丙\n[记录]\n=> 丙\n[转接 班长]\n-> 结束\n## 丙\n客户(平静): 嗯\n");
    expect(counterExamples(graph, RESPONSE)).toEqual([]);
  });

  it("are told at the detour when what goes wrong lies in a shared file and behind it", () => {
    const graph = files(
      "引用 公共: ./shared.sscript\n## 甲\n=> 公共#听\n[转接 班长]\n",
      "类型: 片段\n## 听\n客户(愤怒): 啊\n",
    );
    const found = counterExamples(graph, RESPONSE);
    expect(found.map(({ span }) => textOf(graph, { span }))).toEqual(["=> 公共#听"]);
    expect(found[0]!.path[0]!.graph.document.uri).toBe("file:///shared.sscript");
  });

  it("end the call where they hang up", () => {
    const graph = graphOf("## 甲\n客户(愤怒): 啊\n=> 丙\n[记录]\n-> 结束\n## 丙\n[挂机 客户]\n");
    expect(counterExamples(graph, RESPONSE).map(({ path }) => path.at(-1)!.node.kind)).toEqual(["end"]);
  });
});

/** The shortest violating path from a trigger, found by walking every path that repeats no node. */
function shortestByListing(graph: FlowGraph, trigger: number): number[] | undefined {
  let best: number[] | undefined;
  const walk = (id: number, path: readonly number[]) => {
    for (const next of graph.nodes[id]!.next) {
      if (path.slice(1).includes(next)) continue;
      const longer = [...path, next];
      const node = graph.nodes[next]!;
      if (has(graph, node, "action:record")) continue;
      if (has(graph, node, "action:transfer") || has(graph, node, "end")) {
        if (best === undefined || longer.length < best.length) best = longer;
        continue;
      }
      walk(next, longer);
    }
  };
  walk(trigger, [trigger]);
  return best;
}

function has(graph: FlowGraph, node: FlowNode, name: string): boolean {
  return eventsOf(graph, node).some((group) => group.some((candidate) => candidate.name === name));
}

/** The number of the first group of a node's events with one that is meant; -1 when there is none. */
function groupOf(graph: FlowGraph, node: FlowNode, test: EventTest): number {
  return eventsOf(graph, node).findIndex((events) => events.some((one) => test(one, graph.document.facts)));
}

/** Where a walk through a script stands: at a node, with the detours that are under way. */
interface Walk {
  readonly node: number;
  /** Whether the call is over as soon as the innermost detour is. */
  readonly hungUp: boolean;
  readonly detours: readonly { readonly node: number; readonly hungUp: boolean }[];
  readonly state: number;
}

const BEGINNING: Walk = { node: 0, hungUp: false, detours: [], state: 0 };

/**
 * Whether some call breaks an obligation, found by walking the script line by line with a stack of detours, as a reader
 * would: what the engine computes with summaries of detours, and for all triggers at once.
 */
function breachedByWalking(graph: FlowGraph, obligation: Obligation, calls: readonly Walk[]): boolean | "too long" {
  const watch = watchOf(obligation, graph.document.facts);
  const supergraph = supergraphOf(graph);
  const { alphabet, happening: ids } = verbatimArraysOf(supergraph);
  const happening = (node: number) => {
    const point = supergraph.points.find((candidate) => candidate.node === graph.nodes[node])!;
    return alphabet.at(ids[point.id]!);
  };
  const starts: Walk[] = [];
  if (obligation.pattern !== "response") starts.push(BEGINNING);
  else
    for (const walk of calls) {
      const group = groupOf(graph, graph.nodes[walk.node]!, obligation.when);
      if (group < 0) continue;
      const verdict = watch.behind(group, happening(walk.node));
      if (verdict !== "kept" && "breach" in verdict) return true;
      if (verdict !== "kept") starts.push(...following(graph, walk).map((next) => ({ ...next, state: verdict.state })));
    }
  let isBroken = false;
  const all = walkAll(graph, starts, ({ node, state }) => {
    const verdict = graph.nodes[node]!.kind === "detour" ? { state } : watch.at(state, happening(node));
    if (verdict !== "kept" && "breach" in verdict) isBroken = true;
    return verdict !== "kept" && "state" in verdict ? verdict.state : undefined;
  });
  return isBroken || (all === "too long" ? all : false);
}

function walkAll(
  graph: FlowGraph,
  starts: readonly Walk[],
  step: (walk: Walk) => number | undefined,
): Walk[] | "too long" {
  const seen = new Map<string, Walk>();
  const waiting = [...starts];
  for (let walk = waiting.pop(); walk !== undefined; walk = waiting.pop()) {
    const key = JSON.stringify(walk);
    if (seen.has(key)) continue;
    seen.set(key, walk);
    if (walk.detours.length > 5 || seen.size > 4000) return "too long";
    const state = step(walk);
    if (state !== undefined) waiting.push(...following(graph, walk).map((next) => ({ ...next, state })));
  }
  return [...seen.values()];
}

function following(graph: FlowGraph, walk: Walk): Walk[] {
  const node = graph.nodes[walk.node]!;
  const hungUp = walk.hungUp || (node.kind === "action" && node.action.verb?.id === "hang-up");
  if (node.kind === "detour" && node.detour.target.kind === "text") {
    const resolution = resolveTarget(graph.document, node.detour.target);
    if (resolution.kind !== "step") return [];
    const detours = [...walk.detours, { node: walk.node, hungUp: walk.hungUp }];
    return [{ ...walk, node: graph.entries.get(resolution.step)!, hungUp: false, detours }];
  }
  return behind(graph, { ...walk, hungUp });
}

/** Where a walk goes on behind its node, all that the node runs being done. */
function behind(graph: FlowGraph, walk: Walk): Walk[] {
  const { detours } = walk;
  if (detours.length > 0 && graph.falls.has(walk.node)) {
    if (walk.hungUp) return [{ ...walk, node: graph.end, detours: [] }];
    return behind(graph, { ...walk, ...detours.at(-1)!, detours: detours.slice(0, -1) });
  }
  return graph.nodes[walk.node]!.next.map((node) => ({ ...walk, node }));
}
