import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { EXECUTABLE } from "../support/executable.ts";
import { type CorpusFolder, SUGGESTION, writeCorpus } from "./corpus-folder.ts";
import { PEERS } from "./peers/install.ts";
import { costOf, outputOf, type ProcessCost } from "./process-cost.ts";
import { type Sample, sampleOf, takeTurns } from "./rounds.ts";
import type { Section } from "./section.ts";
import { figure, ratio, spread, table } from "./table.ts";

const ROUNDS = 6;

/** A program that goes through a folder of scripts. */
interface Program {
  readonly name: string;
  /** What it does and does not do. */
  readonly does: string;
  readonly command: readonly string[];
  readonly folder: string;
  readonly every?: number;
  /** What stands in its output once for every phrase of the list that it finds; undefined: it looks for none. */
  readonly hit?: RegExp;
}

/** Whole folders, whole processes: ours, and other tools with the same list of phrases. */
export const throughput: Section = {
  name: "folder",
  title: "A folder of 2,000 scripts, whole processes",
  async run({ hasPeers, folder }) {
    const [half, whole, twice] = [1_000, 2_000, 4_000].map((files) => writeCorpus(join(folder, `${files}`), files)) as [
      CorpusFolder,
      CorpusFolder,
      CorpusFolder,
    ];
    const caches = await hasCache();
    const main = [ours(whole), ...(caches ? [cached(whole)] : []), bare(whole), ...(hasPeers ? peers(whole) : [])];
    const growing = [half, twice].flatMap((corpus) => [
      { ...ours(corpus), name: `${LINT} ${corpus.files}`, every: 3 },
      { ...bare(corpus), name: `${BARE} ${corpus.files}` },
    ]);
    // The first run of the cache fills it, and counts apart.
    const filling = caches ? await costOf(cached(whole).command, cached(whole).folder) : undefined;
    const costs = await takeTurns(
      [...main, ...growing].map(({ name, command, folder, every = 1 }) => ({
        name,
        every,
        run: () => costOf(command, folder),
      })),
      ROUNDS,
    );
    const wall = (name: string) => sampleOf(costs.get(name)!.map((cost) => cost.wall));
    const mine = { wall: wall(LINT), cpu: known(costs.get(LINT)!, "cpu") };
    const rows: string[][] = [];
    for (const { name, command, folder, hit } of main) {
      const cpu = known(costs.get(name)!, "cpu");
      const found = hit && [...(await outputOf(command, folder)).text.matchAll(hit)].length;
      rows.push([
        name,
        seconds(wall(name)),
        seconds(cpu),
        ratio(wall(name).median, mine.wall.median),
        ratio(cpu?.median, mine.cpu?.median),
        figure(known(costs.get(name)!, "peak")?.median),
        found === undefined ? "–" : `${found}`,
      ]);
    }
    const perSecond = (1000 * whole.files) / (mine.cpu ?? mine.wall).median;
    const growth = (name: string) => {
      const of = (key: "wall" | "cpu", files: number) =>
        known(costs.get(files === 2_000 ? name : `${name} ${files}`)!, key)?.median;
      return (["wall", "cpu"] as const).flatMap((key) => [
        ratio(of(key, 2_000), of(key, 1_000)),
        ratio(of(key, 4_000), of(key, 2_000)),
      ]);
    };
    return [
      `${whole.files} files, ${figure(whole.bytes / 1e6)} MB; a list of 500 phrases, of which one is said ${whole.planted} times.`,
      `\`lint\` judges ${figure(perSecond)} files a second of processor time, with every rule and the organisation's list.`,
      ...(filling ? [`The run that fills the cache: ${figure(filling.wall / 1000)} s.`] : []),
      "",
      table(["", "clock, s", "processors, s", "clock", "processors", "memory, MB", "said phrases found"], rows),
      "",
      table(
        ["Growth", "clock, 2,000 : 1,000 files", "4,000 : 2,000", "processors, 2,000 : 1,000", "4,000 : 2,000"],
        [LINT, BARE].map((name) => [name, ...growth(name)]),
      ),
      "",
      ...main.map(({ name, does }) => `- **${name}** ${does}`),
    ].join("\n");
  },
};

const LINT = "service-script lint";
const BARE = "bare parser and search";

function ours(corpus: CorpusFolder): Program {
  return {
    name: LINT,
    does: "parses, follows every path of the call, recognises what is said and applies every rule and the list; finds what is said by agents only.",
    command: [process.execPath, resolve(EXECUTABLE), "lint", "--exit-zero", "scripts"],
    folder: corpus.path,
    hit: /own\/phrase/g,
  };
}

function cached(corpus: CorpusFolder): Program {
  const { command, ...rest } = ours(corpus);
  return {
    ...rest,
    name: "service-script lint --cache",
    does: "the same, with what it found the last time remembered and no file changed.",
    command: [...command, "--cache"],
  };
}

function bare(corpus: CorpusFolder): Program {
  return {
    name: BARE,
    does: "a Chevrotain parser with a token a line and the search for the list in what is said: no depth, no repair, no flow, no rule. The least that a tool of this kind does.",
    command: [process.execPath, resolve("dist/bench/bare-lint.mjs"), "phrases.txt", "scripts"],
    folder: corpus.path,
    hit: /\.sscript:\d+: /g,
  };
}

function peers({ path: folder }: CorpusFolder): Program[] {
  const binary = (name: string) => join(PEERS, "node_modules/.bin", name);
  const script = (name: string) => [process.execPath, binary(name)];
  const texts = join(folder, "texts");
  return [
    {
      name: "textlint + prh",
      does: "looks for the list in plain text and reports each hit with a suggestion. No speakers, no flow, no time limits.",
      command: [
        ...script("textlint"),
        ...["--config", join(folder, "textlintrc.json"), "--format", "unix", join(texts, "*.txt")],
      ],
      // Rules are looked up from where it runs.
      folder: PEERS,
      every: 3,
      hit: /\/prh\]/g,
    },
    {
      name: "zhlint",
      does: "judges spaces and signs in Chinese Markdown and takes no list: it does other work on the same text.",
      command: [...script("zhlint"), "texts/*.txt"],
      folder,
      every: 3,
    },
    {
      name: "cspell",
      does: "a spelling checker with the list as forbidden words; wants borders of words, which Chinese does not write.",
      command: [...script("cspell"), "lint", "--no-progress", "--no-summary", "--config", "cspell.json", "texts/*.txt"],
      folder,
      every: 3,
      hit: /Forbidden word/g,
    },
    {
      name: "AutoCorrect",
      does: "written in Rust and on all processors; replaces the words of the list, its own rules about spaces and signs off.",
      command: [...script("autocorrect"), ...["--lint", "--format", "json", "--config", "autocorrectrc.yml", "texts"]],
      folder,
      every: 3,
      hit: new RegExp(SUGGESTION, "g"),
    },
    ...ripgrep(folder),
  ];
}

function ripgrep(folder: string): Program[] {
  const from = createRequire(join(PEERS, "package.json"));
  const { rgPath } = from("@vscode/ripgrep") as { rgPath: string };
  if (!existsSync(rgPath)) return [];
  const command = [rgPath, "--only-matching", "--fixed-strings", "--file", "phrases.txt", "texts"];
  const does = "finds the list in bytes on all processors: as fast as searching gets, and nothing but searching.";
  return [{ name: "ripgrep", does, command, folder, hit: /^texts/gm }];
}

/** Whether this version of the product can remember what it found. */
async function hasCache(): Promise<boolean> {
  const { text } = await outputOf([process.execPath, resolve(EXECUTABLE), "lint", "--help"], ".");
  return text.includes("--cache");
}

function known(costs: readonly ProcessCost[], key: keyof ProcessCost): Sample | undefined {
  const values = costs.flatMap((cost) => cost[key] ?? []);
  return values.length === 0 ? undefined : sampleOf(values);
}

function seconds(sample: Sample | undefined): string {
  if (sample === undefined) return "–";
  return spread({ median: sample.median / 1000, min: sample.min / 1000, max: sample.max / 1000 });
}
