import { expect, it } from "vitest";
import { playPage } from "./support/page-session.ts";

/** Pages that are read like a session, the kind of block that shows what their commands print, and how many do. */
const PAGES = [
  ["compare", "text", 4],
  ["promises", "console", 1],
  ["rehearse-and-share", "text", 1],
] as const;

it.each(PAGES.flatMap(([name, ...shown]) => [["zh", name, ...shown] as const, ["en", name, ...shown] as const]))(
  "docs/%s/%s.md shows what its commands print",
  async (language, name, shows, count) =>
    expect(await playPage(`docs/${language}/${name}.md`, language, shows)).toBe(count),
  60_000,
);
