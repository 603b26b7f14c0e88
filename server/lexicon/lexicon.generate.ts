import { readClasses, readLexiconFiles, readSituations, readTerms } from "./read-files.ts";

/** Compiles the YAML files into modules, so that the product neither reads nor parses them when it starts. */
export function generate(): { path: string; content: string }[] {
  const entries = readLexiconFiles().map(({ entry }) => entry);
  const terms = { zh: readTerms("zh"), en: readTerms("en") };
  const classes = { zh: readClasses("zh"), en: readClasses("en") };
  return [
    {
      path: "server/lexicon/lexicon.generated.ts",
      content: `// Generated from zh/*.yaml and en/*.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { LexiconEntry } from "./format.ts";

// As JSON in a string, which is read several times faster than the same data written as code.
export const LEXICON: readonly LexiconEntry[] = JSON.parse(
  ${JSON.stringify(JSON.stringify(entries))},
);
`,
    },
    {
      path: "server/lexicon/terms.generated.ts",
      content: `// Generated from zh/terms.yaml and en/terms.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { Term } from "./format.ts";

export const TERMS: Readonly<Record<"zh" | "en", readonly Term[]>> = ${JSON.stringify(terms, undefined, 2)};
`,
    },
    {
      path: "server/lexicon/situations.generated.ts",
      content: `// Generated from situations.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { Situation } from "./format.ts";

export const SITUATIONS: readonly Situation[] = ${JSON.stringify(readSituations(), undefined, 2)};
`,
    },
    {
      path: "server/lexicon/classes.generated.ts",
      content: `// Generated from zh/classes.yaml and en/classes.yaml by lexicon.generate.ts (npm run generate). Do not edit.

export const CLASSES: Readonly<Record<"zh" | "en", Readonly<Record<string, string>>>> = ${JSON.stringify(classes, undefined, 2)};
`,
    },
  ];
}
