import { readFileSync } from "node:fs";
import { inTaiwan } from "../server/model/taiwan.ts";

/** Writes what package.json says to readers in Taiwan, from what it says in simplified Chinese. */
export function generate(): { path: string; content: string }[] {
  const texts: Record<string, string> = JSON.parse(readFileSync("package.nls.zh-cn.json", "utf8"));
  const told = Object.entries(texts).map(([key, text]) => [
    key,
    inTaiwan(text, text.match(/\(command:[^)]*\)/g) ?? []),
  ]);
  return [{ path: "package.nls.zh-tw.json", content: `${JSON.stringify(Object.fromEntries(told), undefined, 2)}\n` }];
}
