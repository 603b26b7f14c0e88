import { TRADITIONAL_ONLY } from "./language-tag.ts";
import { SIMPLIFIED, TAIWAN } from "./taiwan.generated.ts";
import { TAIWAN_WORDS } from "./taiwan-words.ts";

/**
 * Our own simplified Chinese as it is written in Taiwan: its characters, its words and its quotation marks. Code between
 * backticks stays, and so do words that are traditional Chinese already.
 * @param verbatim what has to stay as it is wherever it stands in the text: words of a script, a path, what an edit puts in
 */
export function inTaiwan(text: string, verbatim: readonly string[] = []): string {
  const kept = verbatim.filter((words) => words !== "").sort((a, b) => b.length - a.length);
  const parts = new RegExp([...kept.map(escaped), ...["```[^]*?```", "`[^`\\n]*`"]].join("|"), "g");
  let converted = "";
  let from = 0;
  for (const { 0: part, index } of text.matchAll(parts)) {
    converted += convert(text.slice(from, index)) + part;
    from = index + part.length;
  }
  return converted + convert(text.slice(from));
}

/** What a message about a script says in the script's own words: what it quotes, or names behind a colon or an arrow. */
export function quotedFrom(script: string, message: string): string[] {
  return [...message.matchAll(/“([^”]+)”|(?<=[：→]\s*)[^\s：→，。][^：→，。\n]*(?<!\s)/g)]
    .map(([named, quoted]) => quoted ?? named)
    .filter((words) => script.includes(words));
}

function convert(text: string): string {
  table ??= makeTable();
  const { words, characters } = table;
  return text
    .replace(/[\u3400-\u9fff]+/g, (run) => {
      if ([...run].some((character) => TRADITIONAL_ONLY.has(character))) return run;
      return run.replace(words, (found) => TAIWAN_WORDS[found] ?? characters.get(found) ?? found);
    })
    .replace(/[“”‘’]/g, (mark) => QUOTES[mark]!);
}

const QUOTES: Readonly<Record<string, string>> = { "“": "「", "”": "」", "‘": "『", "’": "』" };

interface Table {
  /** A word of the list, the longest first, or any character. */
  readonly words: RegExp;
  readonly characters: ReadonlyMap<string, string>;
}

let table: Table | undefined;

function makeTable(): Table {
  const characters = new Map([...SIMPLIFIED].map((from, index) => [from, TAIWAN[index]!]));
  const words = Object.keys(TAIWAN_WORDS).sort((a, b) => b.length - a.length);
  return { words: new RegExp(`${words.join("|")}|.`, "gu"), characters };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
