import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { readBuiltIn } from "../config/built-in-standards.ts";

/**
 * Compiles the YAML files of standards into a module, so that the product neither reads nor parses them when it starts.
 * @throws Error naming the file and what is wrong with it
 */
export function generate(): { path: string; content: string }[] {
  const paths = globSync("server/standards/*.yaml")
    .filter((path) => !path.endsWith(EVENTS))
    .sort();
  const read = (path: string) => ({ path, text: readFileSync(path, "utf8") });
  const data = readBuiltIn(read(`server/standards/${EVENTS}`), paths.map(read));
  return [
    {
      path: "server/standards/standards.generated.ts",
      content: `// Generated from *.yaml by standards.generate.ts (npm run generate). Do not edit.

// As JSON in a string, which costs nothing before a script adopts a standard.
export const DATA =
  ${JSON.stringify(JSON.stringify(data))};
`,
    },
  ];
}

const EVENTS = "events.yaml";
