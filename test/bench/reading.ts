import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "../../grammar/index.ts";
import { Project } from "../../server/model/project.ts";
import { lint } from "../../server/rules/lint.ts";
import { makeCorpus } from "./corpus.ts";
import { parseBare } from "./peers/bare-parser.ts";
import { busy, sampleOf, takeTurns } from "./rounds.ts";
import { generateScript } from "./scripts.ts";
import type { Section } from "./section.ts";
import { ratio, spread, table } from "./table.ts";

const ROUNDS = 7;
const FILES = 100;

/** What one thread does in a process that has been running for a while, beside the least that the machine allows. */
export const reading: Section = {
  name: "parse",
  title: "Reading and judging in a process that runs already",
  async run({ folder }) {
    mkdirSync(join(folder, "reading"));
    // Every round has texts that were not seen before, so that nothing is remembered of them.
    const corpora = Array.from({ length: ROUNDS + 1 }, (_, round) =>
      makeCorpus(FILES, round + 100).map(({ text }, index) => {
        const path = join(folder, "reading", `${round}-${index}.sscript`);
        writeFileSync(path, text);
        return { path, text, bytes: Buffer.byteLength(text) };
      }),
    );
    const long = [generateScript(20_000), generateScript(40_000)] as const;
    const forEach = (work: (file: { path: string; text: string }) => unknown) => (round: number) =>
      busy(() => corpora[round]!.forEach(work));
    const contestants: Readonly<Record<string, (round: number) => Promise<number>>> = {
      "reading the bytes": forEach(({ path }) => readFileSync(path)),
      "reading and decoding them": forEach(({ path }) => readFileSync(path, "utf8")),
      "one look at each character": forEach(({ text }) => onePass(text)),
      "bare Chevrotain tree": forEach(({ text }) => parseBare(text)),
      "parse, small files": forEach(({ text }) => parse(text)),
      "lint, small files": forEach(({ path, text }) => {
        const project = new Project();
        lint(project, project.set(path, text), { today: "2026-01-01" });
      }),
    };
    const onLong: Readonly<Record<string, (text: string) => unknown>> = {
      "bare Chevrotain tree, 20,000 lines": parseBare,
      "parse, 20,000 lines": (text) => parse(text),
    };
    const times = await takeTurns(
      [
        ...Object.entries(contestants).map(([name, run]) => ({ name, run })),
        ...Object.entries(onLong).flatMap(([name, work]) => [
          { name, run: () => busy(() => work(long[0])) },
          { name: `${name}, twice`, run: () => busy(() => work(long[1])) },
        ]),
      ],
      ROUNDS + 1,
    );
    // The first round only compiles the code.
    const of = (name: string) => times.get(name)!.slice(1);
    const bytes = corpora.map((files) => files.reduce((sum, file) => sum + file.bytes, 0)).slice(1);
    const longBytes = Buffer.byteLength(long[0]);
    const speed = (name: string, sizes: readonly number[]) =>
      sampleOf(of(name).map((time, round) => sizes[round]! / time / 1000));
    const floor = speed("one look at each character", bytes).median;
    const row = (name: string, sizes: readonly number[]) => {
      const { median, ...rest } = speed(name, sizes);
      return [name, spread({ median, ...rest }), ratio(floor, median)];
    };
    const files = sampleOf(of("lint, small files").map((time) => (1000 * FILES) / time));
    return [
      table(
        ["", "MB a second of processor time", "slower than one look"],
        [
          ...Object.keys(contestants).map((name) => row(name, bytes)),
          ...Object.keys(onLong).map((name) => row(name, Array(ROUNDS).fill(longBytes))),
        ],
      ),
      "",
      `\`lint\`, warm: ${spread(files)} files a second of processor time, with every rule and without reading the disk. Twice the lines to parse: ${ratio(
        sampleOf(of("parse, 20,000 lines, twice")).median,
        sampleOf(of("parse, 20,000 lines")).median,
      )}.`,
    ].join("\n");
  },
};

/** The least that reading a text can take. */
function onePass(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += text.charCodeAt(at);
  return sum;
}
