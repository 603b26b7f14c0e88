import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EXECUTABLE } from "../support/executable.ts";
import { PHRASES } from "./corpus.ts";
import { PEERS } from "./peers/install.ts";
import { quantile, takeTurns } from "./rounds.ts";
import { generateScript } from "./scripts.ts";
import type { Section } from "./section.ts";
import { figure, ratio, table } from "./table.ts";
import { TypingSession, type Way } from "./typing-session.ts";

/** So many keystrokes first, until the code is compiled. */
const WARM_UP = 30;

/** Lines of the script, and how many keystrokes are measured in it. */
const SIZES = [
  [200, 100],
  [2_000, 100],
  [4_000, 60],
  [20_000, 60],
  [40_000, 40],
] as const;

/** Those that take long type less often, and Langium not in the largest scripts, or they would take most of the run. */
const SELDOM = 4;
const LANGIUM_MOST = 2_000;

/** From a keystroke to the diagnostics, over standard input and output, as an editor has it. */
export const keystrokes: Section = {
  name: "keystroke",
  title: "From a keystroke to the diagnostics",
  async run({ hasPeers, folder }) {
    const list = join(folder, "words.txt");
    writeFileSync(list, PHRASES.join("\n"));
    const product = [process.execPath, resolve(EXECUTABLE), "lsp", "--stdio"];
    const bare = [process.execPath, resolve("dist/bench/bare-server.mjs")];
    const servers: readonly { name: string; command: readonly string[]; way: Way; every?: number; most?: number }[] = [
      { name: PRODUCT, command: product, way: "asks" },
      { name: "service-script, told after the typing pause", command: product, way: "is told", every: SELDOM },
      { name: "a server that answers nothing", command: [...bare, "--stdio"], way: "is told" },
      { name: "bare parser and search", command: [...bare, list, "--stdio"], way: "is told" },
      ...(hasPeers
        ? [
            {
              name: "Langium and search",
              command: [process.execPath, join(PEERS, "langium-server.mjs"), list, "--stdio"],
              way: "is told" as const,
              every: SELDOM,
              most: LANGIUM_MOST,
            },
          ]
        : []),
    ];
    const medians = new Map<string, number>();
    const rows: string[][] = [];
    for (const [lines, keystrokes] of SIZES) {
      const text = generateScript(lines);
      const taking = servers.filter(({ most = Number.POSITIVE_INFINITY }) => lines <= most);
      const sessions = await Promise.all(taking.map(({ command, way }) => TypingSession.open(command, text, way)));
      const count = text.split("\n").length - 1;
      const times = await takeTurns(
        taking.map(({ name, every = 1 }, index) => ({
          name,
          every,
          // Five signs in one line, then five in another, all over the script.
          run: (round) => sessions[index]!.type("请您稍等吧"[round % 5]!, (Math.floor(round / 5) * 7919) % count),
        })),
        keystrokes + WARM_UP,
      );
      for (const session of sessions) await session.stop();
      for (const [name, all] of times) {
        const warm = Math.ceil((WARM_UP * all.length) / (keystrokes + WARM_UP));
        const sorted = all.slice(warm).sort((a, b) => a - b);
        medians.set(`${name} ${lines}`, quantile(sorted, 0.5));
        rows.push([`${lines.toLocaleString("en")} lines, ${name}`, ...shares(sorted)]);
      }
    }
    const growth = (from: number, to: number) =>
      ratio(medians.get(`${PRODUCT} ${to}`), medians.get(`${PRODUCT} ${from}`));
    return [
      table(["", "p50, ms", "p95, ms", "p99, ms"], rows),
      "",
      `Twice the lines: ${growth(2_000, 4_000)} from 2,000 to 4,000, ${growth(20_000, 40_000)} from 20,000 to 40,000.`,
      "",
      "- **service-script** reads what changed, follows every path and applies every rule; the client asks for the diagnostics after each edit, as VS Code does. Clients that do not ask are told when nothing was typed for a while.",
      "- **a server that answers nothing** is what the messages themselves take.",
      "- **bare parser and search** parses the whole text anew and finds 500 words, **Langium and search** does the same in a framework for languages; neither knows depth, flow or rules.",
    ].join("\n");
  },
};

const PRODUCT = "service-script";

function shares(ascending: readonly number[]): string[] {
  return [0.5, 0.95, 0.99].map((share) => figure(quantile(ascending, share)));
}
