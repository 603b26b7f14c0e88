import { expect, it } from "vitest";
import { playPage } from "./support/page-session.ts";

// Pages that are read like a session: what their commands print stands in the next block.
it.each([["compare", "text", 4]] as const)(
  "docs/{zh,en}/%s.md shows what its commands print",
  async (page, shows, count) => {
    for (const language of ["zh", "en"] as const)
      expect(await playPage(`docs/${language}/${page}.md`, language, shows)).toBe(count);
  },
  60_000,
);
