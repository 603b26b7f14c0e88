import { existsSync, readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { expect, it } from "vitest";

interface Generator {
  generate(): Output | Promise<Output>;
}

type Output = readonly { readonly path: string; readonly content: string }[];

it.each(globSync("{client,docs,grammar,server}/**/*.generate.ts").sort())(
  "what %s writes is up to date",
  async (path) => {
    const { generate } = (await import(`../${path}`)) as Generator;
    for (const { path: written, content } of await generate())
      expect(
        existsSync(written) && readFileSync(written, "utf8") === content,
        `${written} is stale: npm run generate`,
      ).toBe(true);
  },
);
