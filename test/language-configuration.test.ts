import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

interface OnEnterRule {
  readonly beforeText: string;
  readonly action: { readonly indent: string; readonly appendText?: string };
}

// Comments apart, the file is JSON, which is YAML.
const text = readFileSync("language-configuration.json", "utf8").replace(/^\s*\/\/.*$/gm, "");
const { onEnterRules } = parse(text) as { readonly onEnterRules: readonly OnEnterRule[] };

it.each([
  ["- 不能", { indent: "indent" }],
  ["  - 不能(着急)", { indent: "indent" }],
  ["－ 不能", { indent: "indent" }],
  ["- 能 -> 登记", undefined],
  ["- 能 → 登记", undefined],
  ["-》登记", undefined],
  ["-> 登记", undefined],
  ["----", undefined],
  ["? 能判断原因吗", { indent: "none", appendText: "- " }],
  ["？能判断原因吗", { indent: "none", appendText: "- " }],
  ["?", undefined],
  ["客服: 您好 - 请讲", undefined],
  ["> 说明", undefined],
])("after Enter behind “%s” the editor does %o", (line, action) => {
  expect(onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line))?.action).toEqual(action);
});
