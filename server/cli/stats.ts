import type { ScriptDocument } from "../model/document.ts";
import type { Project } from "../model/project.ts";
import { secondsOfTurn } from "../model/spoken-turn.ts";
import { turnsOf } from "../model/symbols.ts";
import { columns } from "./columns.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { printable } from "./printable.ts";

export interface StatsOptions {
  readonly paths: readonly string[];
  readonly format: string;
  /** The reader's language; undefined: the one in which most of the scripts are. */
  readonly language: "zh" | "en" | undefined;
}

/** How much a script holds, in numbers. */
interface Stats {
  readonly path: string;
  readonly steps: number;
  readonly agentTurns: number;
  readonly customerTurns: number;
  /** What the agent says in all of its turns, and in the longest of them, in seconds at the speaking rate. */
  readonly agentSeconds: number;
  readonly longestTurnSeconds: number;
}

/** Prints the size of each script: steps, turns, and how long the agent speaks. */
export async function statsCommand({ paths, format, language }: StatsOptions): Promise<number> {
  const { project, scripts, problems } = await loadProject(paths);
  const all = scripts.map(({ path, document }) => statsOf(project, document, path));
  const zh = scripts.filter(({ document }) => document.facts.language === "zh").length;
  const reader = language ?? (2 * zh >= scripts.length ? "zh" : "en");
  process.stdout.write(format === "json" ? `${JSON.stringify(all, undefined, 2)}\n` : table(all, reader));
  complain(problems, reader);
  return problems.length > 0 ? EXIT.usage : EXIT.clean;
}

function statsOf(project: Project, document: ScriptDocument, path: string): Stats {
  const turns = [...turnsOf(document)];
  const seconds = turns
    .filter(({ role }) => role === "agent")
    .map((turn) => Math.round(secondsOfTurn(project, document, turn)));
  return {
    path,
    steps: document.script.steps.length,
    agentTurns: seconds.length,
    customerTurns: turns.filter(({ role }) => role === "customer").length,
    agentSeconds: seconds.reduce((sum, one) => sum + one, 0),
    longestTurnSeconds: seconds.reduce((longest, one) => Math.max(longest, one), 0),
  };
}

const HEADINGS = {
  zh: ["话术", "步骤", "客服的话", "客户的话", "客服共说(秒)", "最长一句(秒)"],
  en: ["script", "steps", "agent turns", "customer turns", "agent seconds", "longest turn"],
} as const;
const TOTAL = { zh: "合计", en: "total" } as const;

function table(all: readonly Stats[], language: "zh" | "en"): string {
  const row = (stats: Stats) => [
    printable(stats.path),
    ...[stats.steps, stats.agentTurns, stats.customerTurns, stats.agentSeconds, stats.longestTurnSeconds].map(String),
  ];
  const sum = (of: (stats: Stats) => number) => all.reduce((total, stats) => total + of(stats), 0);
  const total: Stats = {
    path: TOTAL[language],
    steps: sum(({ steps }) => steps),
    agentTurns: sum(({ agentTurns }) => agentTurns),
    customerTurns: sum(({ customerTurns }) => customerTurns),
    agentSeconds: sum(({ agentSeconds }) => agentSeconds),
    longestTurnSeconds: all.reduce((longest, stats) => Math.max(longest, stats.longestTurnSeconds), 0),
  };
  const rows = [HEADINGS[language], ...all.map(row), ...(all.length > 1 ? [row(total)] : [])];
  const widths = HEADINGS[language].map((_, column) => Math.max(...rows.map((cells) => columns(cells[column]!))));
  const pad = (cell: string, column: number) => {
    const blanks = " ".repeat(widths[column]! - columns(cell));
    return column === 0 ? `${cell}${blanks}` : `${blanks}${cell}`;
  };
  return rows.map((cells) => `${cells.map(pad).join("  ").trimEnd()}\n`).join("");
}
