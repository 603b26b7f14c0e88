import { stepName } from "../model/document.ts";
import { type FlowNode, flowOf } from "../model/flow.ts";
import { Lines } from "../model/lines.ts";
import { type PathFigures, pathFigures, type Way } from "../model/path-figures.ts";
import { secondsAt } from "../model/spoken-turn.ts";
import { supergraphOf } from "../model/supergraph.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { printable } from "./printable.ts";
import { wordsToReader } from "./to-reader.ts";

export interface PathsOptions {
  readonly paths: readonly string[];
  readonly format: string;
  readonly language: "zh" | "en" | undefined;
}

/** Prints for each script how many ways lead through the call, the shortest, the longest, and where they end. */
export async function pathsCommand({ paths, format, language }: PathsOptions): Promise<number> {
  const { project, scripts, problems } = await loadProject(paths);
  const reports = scripts
    .filter(({ document }) => document.facts.kind === "script")
    .map(({ path, document }) => {
      const lines = new Lines(document.text);
      const figures = pathFigures(supergraphOf(flowOf(project, document)), secondsAt);
      const line = ({ span }: FlowNode) => lines.at(span.start).line + 1;
      const isEmpty = document.script.steps.length === 0;
      return { path, words: wordsToReader(WORDS[language ?? document.facts.language]), figures, isEmpty, line, lines };
    });
  if (format === "json")
    process.stdout.write(
      `${JSON.stringify(
        reports.map(({ path, figures, line }) => ({ path, ...asJson(figures, line) })),
        undefined,
        2,
      )}\n`,
    );
  else
    for (const { path, words, figures, isEmpty, line, lines } of reports) {
      process.stdout.write(`${printable(path)}\n`);
      const { ways, ends } = figures;
      if (ways === undefined) process.stdout.write(`  ${isEmpty ? words.empty : words.none}\n`);
      else {
        process.stdout.write(`  ${words.count(ways.count)}\n`);
        process.stdout.write(`  ${words.shortest(seconds(ways.shortest), stepsOf(ways.shortest))}\n`);
        process.stdout.write(`  ${words.longest(seconds(ways.longest), stepsOf(ways.longest))}\n`);
        for (const { node, count } of ends)
          process.stdout.write(`  ${words.end(line(node), count)} ${printable(lines.words(line(node) - 1).trim())}\n`);
      }
    }
  complain(problems, language ?? "zh");
  return problems.length > 0 ? EXIT.usage : EXIT.clean;
}

const WORDS = {
  zh: {
    empty: "还没有写步骤。",
    none: "没有一条路能走到通话结束；用 lint 看断在哪里。",
    count: (count: bigint) => `${count} 条路（走回头的不重复算）`,
    shortest: (time: string, way: string) => `最短，话术念完要 ${time} 秒${way && `: ${way}`}`,
    longest: (time: string, way: string) => `最长，话术念完要 ${time} 秒${way && `: ${way}`}`,
    end: (line: number, count: bigint) => `第 ${line} 行结束，${count} 条路:`,
  },
  en: {
    empty: "There are no steps yet.",
    none: "No way leads to the end of the call; lint tells where it breaks off.",
    count: (count: bigint) => `${count} ${count === 1n ? "way" : "ways"} through the call (going back is counted once)`,
    shortest: (time: string, way: string) => `shortest, ${time} spoken seconds${way && `: ${way}`}`,
    longest: (time: string, way: string) => `longest, ${time} spoken seconds${way && `: ${way}`}`,
    end: (line: number, count: bigint) => `ends at line ${line}, ${count} ${count === 1n ? "way" : "ways"}:`,
  },
} as const;

function asJson({ ways, ends }: PathFigures, line: (node: FlowNode) => number) {
  const way = (one: Way) => ({ seconds: Math.round(one.seconds), lines: [...new Set(one.nodes.map(line))] });
  return {
    // A count can be longer than a number of JSON is precise.
    count: String(ways?.count ?? 0),
    ...(ways && { shortest: way(ways.shortest), longest: way(ways.longest) }),
    ends: ends.map(({ node, count }) => ({ line: line(node), count: String(count) })),
  };
}

function seconds({ seconds }: Way): string {
  return String(Math.round(seconds));
}

/** The steps and choices of a way, as a reader would tell it. */
function stepsOf({ nodes }: Way): string {
  const words: string[] = [];
  for (const node of nodes) {
    if (node.kind === "step" && node.step !== undefined && stepName(node.step) !== "") words.push(stepName(node.step));
    if (node.kind === "choice" && node.choice.label.kind === "text") words.push(node.choice.label.text);
    if (node.kind === "detour" && node.detour.target.kind === "text") words.push(node.detour.target.text);
  }
  return printable(words.join(" → "));
}
