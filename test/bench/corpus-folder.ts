import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { makeCorpus, PHRASES } from "./corpus.ts";

/** A corpus on the disk: `scripts/` with the organisation's list, and the same texts as `texts/*.txt` for other tools. */
export interface CorpusFolder {
  readonly path: string;
  readonly files: number;
  readonly bytes: number;
  /** How often a phrase of the list is said. */
  readonly planted: number;
}

/** Writes a corpus of so many files, and the list of phrases in the form that each tool reads. */
export function writeCorpus(path: string, files: number): CorpusFolder {
  const scripts = makeCorpus(files, 1);
  for (const name of ["scripts", "texts"]) mkdirSync(join(path, name), { recursive: true });
  for (const [index, { text }] of scripts.entries()) {
    writeFileSync(join(path, "scripts", `${index}.sscript`), text);
    writeFileSync(join(path, "texts", `${index}.txt`), text);
  }
  for (const [name, content] of Object.entries(LISTS)) writeFileSync(join(path, name), content);
  return {
    path,
    files,
    bytes: scripts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0),
    planted: scripts.reduce((sum, script) => sum + script.planted, 0),
  };
}

/** What every finding of a list suggests, for tools that must suggest something. */
export const SUGGESTION = "换个说法";

/** AutoCorrect's own rules are about spaces and signs; with them on, it would spend its time on printing those. */
const AUTOCORRECT_OFF = [
  "space-word",
  "space-punctuation",
  "space-bracket",
  "space-backticks",
  "space-dash",
  "space-dollar",
  "fullwidth",
  "no-space-fullwidth",
  "no-space-fullwidth-quote",
  "halfwidth-word",
  "halfwidth-punctuation",
];

const LISTS: Readonly<Record<string, string>> = {
  "phrases.txt": `${PHRASES.join("\n")}\n`,
  "scripts/phrases.csv": `phrase\n${PHRASES.join("\n")}\n`,
  "scripts/service-script.config.yaml": "lexicons:\n  - phrases.csv\n",
  "prh.yml": `version: 1\nrules:\n${PHRASES.map((word) => `  - expected: ${SUGGESTION}\n    pattern: ${word}\n`).join("")}`,
  "textlintrc.json": JSON.stringify({ rules: { prh: { rulePaths: ["prh.yml"] } } }),
  "cspell.json": JSON.stringify({ version: "0.2", language: "en", flagWords: PHRASES }),
  "autocorrectrc.yml": [
    "rules:",
    "  spellcheck: 1",
    ...AUTOCORRECT_OFF.map((rule) => `  ${rule}: 0`),
    "spellcheck:",
    "  words:",
    ...PHRASES.map((word) => `    - "${word} = ${SUGGESTION}"`),
    "",
  ].join("\n"),
};
