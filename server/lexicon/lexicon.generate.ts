import { readLexiconFiles } from "./read-files.ts";

/** Compiles the YAML files into one module, so that the product neither reads nor parses them when it starts. */
export function generate(): { path: string; content: string }[] {
  const entries = readLexiconFiles().map(({ entry }) => `  ${JSON.stringify(entry)},\n`);
  const content = `// Generated from zh/*.yaml and en/*.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { LexiconEntry } from "./format.ts";

export const LEXICON: readonly LexiconEntry[] = [
${entries.join("")}];
`;
  return [{ path: "server/lexicon/lexicon.generated.ts", content }];
}
