import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Section } from "./section.ts";

const RESULTS = "test/bench/RESULTS.md";

const HEAD = `# How fast it is

Written by \`npm run bench\`; a part that was measured again alone carries its own date and machine. Contestants take turns
in one run; a figure is the median, in brackets the least and the greatest. The machine may be shared, so that the clock
tells little: read the ratios, and beside the clock the time of the processors (user and system together). Nothing here
decides whether a test passes.
`;

/** Puts the report of a section into the page of results, and leaves the other sections as they were. */
export function writeResults(sections: readonly Section[], section: Section, body: string): void {
  const known = existsSync(RESULTS) ? parts(readFileSync(RESULTS, "utf8")) : new Map<string, string>();
  known.set(section.title, body);
  const texts = sections.flatMap(({ title }) => (known.has(title) ? [`## ${title}\n\n${known.get(title)}\n`] : []));
  writeFileSync(RESULTS, [HEAD, ...texts].join("\n"));
}

/** The sections of the page by their titles. */
function parts(text: string): Map<string, string> {
  return new Map(
    text
      .split(/^## /m)
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf("\n")), part.slice(part.indexOf("\n")).trim()]),
  );
}
