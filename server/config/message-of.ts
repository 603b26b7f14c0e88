import { builtInStandards, nameOf } from "../model/standards.ts";
import type { Bilingual } from "../rules/rule.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import { PROBLEM_TEXTS } from "./problem.ts";

/** What is told about the form of a line, a file of the configuration, or a standard: all that there is to say of such a finding. */
export function messageOf(id: string): Bilingual | undefined {
  const [, group, kind = ""] = /^(syntax|config|standard)\/(.+)$/.exec(id) ?? [];
  if (group === "syntax" && Object.hasOwn(SYNTAX_TEXTS, kind))
    return SYNTAX_TEXTS[kind as keyof typeof SYNTAX_TEXTS].message;
  if (group === "standard") return demandOf(id);
  if (group === "config" && Object.hasOwn(PROBLEM_TEXTS, kind))
    return PROBLEM_TEXTS[kind as keyof typeof PROBLEM_TEXTS];
  return undefined;
}

/** What standards demand under an id, and which ones do. */
function demandOf(id: string): Bilingual | undefined {
  const demanding = builtInStandards().filter(({ obligations }) => obligations.some((demand) => demand.id === id));
  const message = demanding[0]?.obligations.find((demand) => demand.id === id)?.message;
  const names = demanding.map(({ names }) => nameOf(names));
  return (
    message && {
      zh: `${message.zh}\n${names.map(({ zh }) => zh).join("、")}`,
      en: `${message.en}\n${names.map(({ en }) => en).join(", ")}`,
    }
  );
}
