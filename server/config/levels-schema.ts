import { RULES } from "../rules/index.ts";
import { SYNTAX_TITLES } from "../rules/syntax-titles.ts";
import type { JsonSchema } from "./json-schema.ts";

/** What an editor completes and explains where the levels of rules stand: every rule by name, and groups of them. */
export function ruleLevelsSchema(): JsonSchema {
  const level = { enum: ["off", "info", "warning", "error"] };
  const named = [
    ...RULES.map(({ id, title }) => [id, title] as const),
    ...Object.entries(SYNTAX_TITLES).map(([kind, title]) => [`syntax/${kind}`, title] as const),
  ];
  const groups = new Set([...named.map(([id]) => `${id.slice(0, id.indexOf("/"))}/*`), "own/*", "standard/*"]);
  return {
    type: "object",
    properties: Object.fromEntries([
      ...[...groups].map((group) => [group, level] as const),
      ...named.map(([id, { zh, en }]) => [id, { description: `${zh}\n\n${en}`, ...level }] as const),
    ]),
    // The rules of the organisation's own packs have names that only it knows.
    additionalProperties: level,
  };
}
