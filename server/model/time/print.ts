import { printEnglish } from "./print-en.ts";
import { printChinese } from "./print-zh.ts";
import type { TimeValue } from "./value.ts";

/** Says a time as an agent would. What comes out reads back as the same value. */
export function print(value: TimeValue, language: "zh" | "en"): string {
  return language === "zh" ? printChinese(value) : printEnglish(value);
}
