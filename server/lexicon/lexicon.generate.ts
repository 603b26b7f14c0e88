import { requiredFactors } from "../model/pattern-factors.ts";
import { packIndex } from "../model/pattern-index.ts";
import { readPattern } from "../model/pattern-tree.ts";
import { patternsOf } from "./format.ts";
import { packLexicon } from "./packing.ts";
import { readClasses, readLexiconFiles, readPromises, readSituations, readTerms } from "./read-files.ts";

/** Compiles the YAML files into modules and data, so that the product neither reads nor parses them when it starts. */
export function generate(): { path: string; content: string }[] {
  const entries = readLexiconFiles().map(({ entry }) => entry);
  const terms = { zh: readTerms("zh"), en: readTerms("en") };
  const classes = { zh: readClasses("zh"), en: readClasses("en") };
  const promises = { zh: readPromises("zh"), en: readPromises("en") };
  const index = packIndex(
    patternsOf(entries).map(({ pattern: { pattern }, entry: { language } }) =>
      requiredFactors(readPattern(pattern, language, classes[language])),
    ),
  );
  return [
    { path: "server/lexicon/lexicon.generated.txt", content: packLexicon({ entries, index }) },
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
      path: "server/lexicon/promises.generated.ts",
      content: `// Generated from zh/promises.yaml and en/promises.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { PromiseLexicon } from "./format.ts";

// As JSON in a string, which is read several times faster than the same data written as code.
export const PROMISES: Readonly<Record<"zh" | "en", PromiseLexicon>> = JSON.parse(
  ${JSON.stringify(JSON.stringify(promises))},
);
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
