import { SPEAKERS, type SyntaxProblem, spellings } from "../../grammar/index.ts";
import { listedWords } from "./allowed-words.ts";
import { type Bilingual, fill } from "./rule.ts";
import { SYNTAX_TEXTS } from "./text.ts";

/** What people are told about the form of a line, the words that would be right among it. */
export function syntaxMessage(problem: SyntaxProblem): Bilingual {
  const { kind, params } = problem;
  const speaker = params.whose === "agent" ? SPEAKERS.agent : SPEAKERS.customer;
  const whose: Bilingual = { zh: spellings(speaker, "zh")[0]!, en: `The ${spellings(speaker, "en")[0]}` };
  const words = listedWords(problem);
  return fill(SYNTAX_TEXTS[kind].message, { ...params, whose, ...(words.zh === "" ? {} : { words }) });
}
