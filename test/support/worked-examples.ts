import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readDocument } from "../../server/model/document.ts";
import { Lines } from "../../server/model/lines.ts";
import type { AnyRule, Finding } from "../../server/rules/rule.ts";
import { configurationOf, findingsIn } from "./own-words.ts";

/** A section of a page that shows files, a script, and what is found in them. */
export interface WorkedExample {
  readonly title: string;
  /** What the page says is found. */
  readonly shown: string;
  /** What is found. */
  told(): Promise<string>;
}

/**
 * The worked examples of a page: every fence `text` with the script and the files above it, since the one before or
 * the heading of the section.
 * @param rules those that look at the scripts, beside what the organisation itself forbids and demands
 */
export function workedExamples(page: string, rules?: readonly AnyRule[]): readonly WorkedExample[] {
  const language = page.includes("/zh/") ? "zh" : "en";
  return readFileSync(page, "utf8")
    .split(/^###? (?=.*\n\n)/m)
    .slice(1)
    .flatMap((section) => {
      const title = section.split("\n")[0]!;
      const examples: WorkedExample[] = [];
      let files: Record<string, string> = {};
      let script = "";
      for (const [, kind, name, text = ""] of section.matchAll(/^```([\w-]+)(?: (\S+))?\n([\s\S]*?)^```$/gm)) {
        if (name !== undefined) files[name] = text;
        if (kind === "service-script") script = text;
        if (kind !== "text") continue;
        const [given, of] = [files, script];
        examples.push({ title, shown: text, told: () => judge(given, of, language, rules) });
        [files, script] = [{}, ""];
      }
      return examples;
    });
}

/** Tests a page: that its worked examples show what the linter says, and that all its scripts can be read. */
export function describePage(page: string, count: number, rules?: readonly AnyRule[]): void {
  describe(page, () => {
    const examples = workedExamples(page, rules);

    it("has worked examples", () => expect(examples.length).toBeGreaterThanOrEqual(count));

    it.each(examples)("shows in “$title” what the linter says", async ({ shown, told }) => {
      expect(await told()).toBe(shown);
    });

    it("has scripts that can be read", () => {
      const scripts = [...readFileSync(page, "utf8").matchAll(/^```service-script\n([\s\S]*?)^```$/gm)];
      for (const [, script] of scripts) expect(readDocument("test:", script!).errors, script).toEqual([]);
    });
  });
}

async function judge(
  files: Readonly<Record<string, string>>,
  script: string,
  language: "zh" | "en",
  rules: readonly AnyRule[] | undefined,
): Promise<string> {
  const configured = Object.keys(files).length > 0 ? (await configurationOf(files)).files : [];
  const words = { error: ["错误", "error"], warning: ["警告", "warning"], information: ["提示", "info"] } as const;
  const line = (text: string, { span, severity, message, ruleId }: Finding) => {
    const { line, column } = new Lines(text).at(span.start);
    return `${line + 1}:${column + 1} ${words[severity][language === "zh" ? 0 : 1]} ${message[language]} ${ruleId}\n`;
  };
  const told = [
    ...configured.flatMap((file) => file.problems.map((found) => line(file.text, found))),
    ...(await findingsIn(files, script, rules)).map((found) => line(script, found)),
  ];
  return told.length > 0 ? told.join("") : language === "zh" ? "没有问题。\n" : "Nothing.\n";
}
