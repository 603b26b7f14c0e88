import { Converter } from "opencc-js/t2cn";

/**
 * Writes the table that folds traditional Chinese characters into simplified ones, one UTF-16 unit to one, so that
 * offsets stay as they are. Source of the pairs: OpenCC's character table, by way of opencc-js.
 */
export function generate(): { path: string; content: string }[] {
  const convert = Converter({ from: "t", to: "cn" });
  let traditional = "";
  let simplified = "";
  for (let code = 0x3400; code <= 0x9fff; code++) {
    const from = String.fromCharCode(code);
    const to = convert(from);
    if (to !== from && to.length === 1) {
      traditional += from;
      simplified += to;
    }
  }
  const content = `// Generated from OpenCC's character table by traditional.generate.ts (npm run generate). Do not edit.
export const TRADITIONAL =
  "${traditional}";
export const SIMPLIFIED =
  "${simplified}";
`;
  return [{ path: "server/model/traditional.generated.ts", content }];
}
