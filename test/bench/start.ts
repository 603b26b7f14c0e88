import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { EXECUTABLE } from "../support/executable.ts";
import { makeCorpus } from "./corpus.ts";
import { costOf } from "./process-cost.ts";
import { sampleOf, takeTurns } from "./rounds.ts";
import type { Section } from "./section.ts";
import { figure, ratio, spread, table } from "./table.ts";

const ROUNDS = 15;

/** What a short run costs: nearly all of it is starting. */
export const start: Section = {
  name: "start",
  title: "From the start of the process to its end",
  async run({ folder }) {
    const script = join(folder, "one.sscript");
    writeFileSync(script, makeCorpus(1, 1)[0]!.text);
    writeFileSync(join(folder, "nothing.txt"), "\n");
    const product = (...args: string[]) => [process.execPath, resolve(EXECUTABLE), ...args];
    const commands: Readonly<Record<string, readonly string[]>> = {
      "node -e 0": [process.execPath, "-e", "0"],
      "service-script --version": product("--version"),
      "service-script lint, one file of 4 KB": product("lint", "--exit-zero", script),
      "bare parser, one file of 4 KB": [
        process.execPath,
        resolve("dist/bench/bare-lint.mjs"),
        join(folder, "nothing.txt"),
        folder,
      ],
    };
    const costs = await takeTurns(
      Object.entries(commands).map(([name, command]) => ({ name, run: () => costOf(command, folder) })),
      ROUNDS,
    );
    const walls = new Map([...costs].map(([name, runs]) => [name, sampleOf(runs.map(({ wall }) => wall))]));
    // A single short run is a few ticks of the kernel's clock, so that only their sum tells.
    const cpus = new Map(
      [...costs].map(([name, runs]) => {
        const known = runs.flatMap(({ cpu }) => cpu ?? []);
        return [name, known.length === 0 ? undefined : known.reduce((sum, cpu) => sum + cpu, 0) / known.length];
      }),
    );
    const node = "node -e 0";
    return table(
      ["", "clock, ms", "processors, ms, mean", "clock", "processors"],
      [...walls].map(([name, wall]) => [
        name,
        spread(wall),
        figure(cpus.get(name)),
        ratio(wall.median, walls.get(node)!.median),
        ratio(cpus.get(name), cpus.get(node)),
      ]),
    );
  },
};
