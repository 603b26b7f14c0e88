import { spawnSync } from "node:child_process";
import { parse, ScriptReader } from "../../grammar/index.ts";
import { Project } from "../../server/model/project.ts";
import { lint } from "../../server/rules/lint.ts";
import { ladder, slowestRules, tangle } from "./flows.ts";
import { inProcess, type Latency, overStdio, quantile } from "./keystrokes.ts";
import { generateScript } from "./scripts.ts";

/**
 * Prints how the work grows with the text and how it compares with the least that could be done, as ratios of medians
 * from one run; the milliseconds beside them only show the order. Contestants take turns, so that a slow moment of the
 * machine meets them all.
 */
const ROUNDS = 9;

interface Contestant {
  readonly name: string;
  run(round: number): void;
}

function medians(contestants: readonly Contestant[]): Map<string, number> {
  const times = new Map<string, number[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round < ROUNDS; round++)
    for (const { name, run } of contestants) {
      const start = performance.now();
      run(round);
      times.get(name)!.push(performance.now() - start);
    }
  return new Map([...times].map(([name, list]) => [name, list.sort((a, b) => a - b)[ROUNDS >> 1]!]));
}

const sizes = [2_000, 4_000, 20_000, 40_000] as const;
const texts = new Map(sizes.map((lines) => [lines, generateScript(lines)]));

/** The parse of a script in which one character came in the middle, by the reader of the version before. */
function edit(lines: number): Contestant {
  const text = texts.get(lines as 2000)!;
  const at = text.indexOf("。", text.length >> 1);
  const reader = new ScriptReader();
  parse(text, reader);
  return {
    name: `edit ${lines}`,
    run: (round) => void parse(`${text.slice(0, at)}${"字".repeat(round + 1)}${text.slice(at)}`, reader),
  };
}

/** A keystroke in the middle of a script: one more character in one turn, then parse and every rule. */
function keystroke(lines: number): Contestant {
  const project = new Project();
  const text = texts.get(lines as 2000)!;
  const at = text.indexOf("。", text.length >> 1);
  return {
    name: `keystroke ${lines}`,
    run(round) {
      const document = project.set("bench:", `${text.slice(0, at)}${"字".repeat(round + 1)}${text.slice(at)}`);
      lint(project, document, { today: "2026-01-01" });
    },
  };
}

const measured = medians([
  ...sizes.flatMap((lines): Contestant[] => {
    const text = texts.get(lines)!;
    return [
      { name: `floor ${lines}`, run: () => onePass(text) },
      { name: `parse ${lines}`, run: () => void parse(text) },
      edit(lines),
      keystroke(lines),
    ];
  }),
  { name: "node -e 0", run: () => void spawnSync(process.execPath, ["-e", "0"]) },
  { name: "--version", run: () => void spawnSync(process.execPath, ["dist/service-script.js", "--version"]) },
  {
    name: "lint of one sample",
    run: () => void spawnSync(process.execPath, ["dist/service-script.js", "lint", "samples/zh/断线投诉-改后.sscript"]),
  },
]);

const ratio = (a: string, b: string) => (measured.get(a)! / measured.get(b)!).toFixed(2);
const rows: [string, string][] = [
  ...[2_000, 20_000].flatMap((lines): [string, string][] => [
    [`parse, ${2 * lines} against ${lines} lines`, ratio(`parse ${2 * lines}`, `parse ${lines}`)],
    [
      `keystroke with every rule, ${2 * lines} against ${lines} lines`,
      ratio(`keystroke ${2 * lines}`, `keystroke ${lines}`),
    ],
    [`keystroke against parse alone, ${lines} lines`, ratio(`keystroke ${lines}`, `parse ${lines}`)],
    [`parse of an edit against parse of the whole, ${lines} lines`, ratio(`edit ${lines}`, `parse ${lines}`)],
    [`parse against one pass over the text, ${lines} lines`, ratio(`parse ${lines}`, `floor ${lines}`)],
  ]),
  ["--version against node -e 0", ratio("--version", "node -e 0")],
  ["lint of one sample against node -e 0", ratio("lint of one sample", "node -e 0")],
];
for (const [name, value] of rows) console.log(`${value.padStart(8)}  ${name}`);
console.log();
for (const [name, value] of measured) console.log(`${value.toFixed(2).padStart(8)} ms  ${name}`);

console.log();
const show = (latency: Latency) =>
  console.log(
    `${[0.5, 0.95, 0.99].map((share) => quantile(latency, share).toFixed(1).padStart(7)).join(" ")} ms  ${latency.name}`,
  );
console.log("    p50     p95     p99");
const latencies = (
  [
    [200, 200],
    [2_000, 200],
    [4_000, 100],
    [20_000, 60],
    [40_000, 40],
  ] as const
).map(([lines, keystrokes]) => inProcess(lines, keystrokes));
latencies.forEach(show);
const growth = (from: number, to: number) =>
  (quantile(latencies[to]!, 0.5) / quantile(latencies[from]!, 0.5)).toFixed(2).padStart(8);
console.log(`${growth(1, 2)}  4000 against 2000 lines\n${growth(3, 4)}  40000 against 20000 lines`);
for (const [lines, keystrokes] of [
  [200, 60],
  [2_000, 60],
  [20_000, 20],
] as const)
  show(await overStdio(lines, keystrokes));

console.log();
for (const [name, text] of [
  ["1000 diamonds", ladder(1_000)],
  ["2000 diamonds", ladder(2_000)],
  ["500 steps that lead anywhere", tangle(500)],
] as const) {
  slowestRules(text);
  const [first, second] = slowestRules(text);
  console.log(
    `${first!.time.toFixed(1).padStart(8)} ms  ${name}: ${first!.id}, then ${second!.id} ${second!.time.toFixed(1)} ms`,
  );
}

/** The least that reading a text can take: one look at each character. */
function onePass(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}
