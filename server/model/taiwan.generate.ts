import { Converter } from "opencc-js/cn2t";

/**
 * Writes the table that puts simplified Chinese characters into those of Taiwan, one by one, each into the one that is
 * most usual. Source of the pairs: OpenCC's character table, by way of opencc-js.
 */
export function generate(): { path: string; content: string }[] {
  const convert = Converter({ from: "cn", to: "tw" });
  let simplified = "";
  let taiwan = "";
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    const to = convert(from);
    if (to !== from && to.length === 1) {
      simplified += from;
      taiwan += to;
    }
  }
  const content = `// Generated from OpenCC's character table by taiwan.generate.ts (npm run generate). Do not edit.
export const SIMPLIFIED =
  "${simplified}";
export const TAIWAN =
  "${taiwan}";
`;
  return [{ path: "server/model/taiwan.generated.ts", content }];
}
