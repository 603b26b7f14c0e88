import { Converter as fromSimplified } from "opencc-js/cn2t";
import { Converter as fromTraditional } from "opencc-js/t2cn";

/**
 * Writes two tables of Chinese characters, one UTF-16 unit to one, so that offsets stay as they are: which simplified one
 * each traditional one folds into, and which of Taiwan is the most usual for each simplified one. Source of the pairs:
 * OpenCC's character tables, by way of opencc-js.
 */
export function generate(): { path: string; content: string }[] {
  return [
    table(
      "server/model/traditional.generated.ts",
      fromTraditional({ from: "t", to: "cn" }),
      "TRADITIONAL",
      "SIMPLIFIED",
    ),
    table("server/model/taiwan.generated.ts", fromSimplified({ from: "cn", to: "tw" }), "SIMPLIFIED", "TAIWAN"),
  ];
}

/** A file with two texts of the same length: the characters that a converter changes, and what it makes of each. */
function table(path: string, convert: (text: string) => string, given: string, made: string) {
  let from = "";
  let to = "";
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const character = String.fromCharCode(code);
    const converted = convert(character);
    if (converted === character || converted.length !== 1) continue;
    from += character;
    to += converted;
  }
  const content = `// Generated from OpenCC's character tables by characters.generate.ts (npm run generate). Do not edit.
export const ${given} =
  "${from}";
export const ${made} =
  "${to}";
`;
  return { path, content };
}
