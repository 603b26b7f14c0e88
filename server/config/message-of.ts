import type { Bilingual } from "../rules/rule.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import { PROBLEM_TEXTS } from "./problem.ts";

/** What is told about the form of a line, or about a file of the configuration: all that there is to say of such a finding. */
export function messageOf(id: string): Bilingual | undefined {
  const [, group, kind = ""] = /^(syntax|config)\/(.+)$/.exec(id) ?? [];
  if (group === "syntax" && Object.hasOwn(SYNTAX_TEXTS, kind))
    return SYNTAX_TEXTS[kind as keyof typeof SYNTAX_TEXTS].message;
  if (group === "config" && Object.hasOwn(PROBLEM_TEXTS, kind))
    return PROBLEM_TEXTS[kind as keyof typeof PROBLEM_TEXTS];
  return undefined;
}
