import { suggestionsFor } from "../model/acts.ts";
import { agentSpeech } from "../model/speech.ts";
import { type AnyRule, defineRule, type Message, type Rule } from "./rule.ts";
import { sentenceReplacer } from "./sentence.ts";

/** What a rule about one forbidden dialogue act has to say; its one message names {said}, the agent's words. */
interface ForbiddenAct extends Pick<Rule, "severity" | "title" | "why" | "fix" | "good"> {
  /** The act's name in the lexicon; the rule's id is `forbidden/` and this. */
  readonly act: string;
  readonly message: Message<`${string}{said}${string}`, `${string}{said}${string}`>;
}

/** Declares a rule that finds a dialogue act wherever an agent performs it towards a customer. */
export function forbiddenAct({ act, message, ...texts }: ForbiddenAct): AnyRule {
  return defineRule({
    id: `forbidden/${act}`,
    scope: "turn",
    ...texts,
    messages: { found: message },
    check({ document, report }) {
      for (const { text, acts } of agentSpeech(document)) {
        if (!acts.some((candidate) => candidate.act === act)) continue;
        const replaceSentence = sentenceReplacer(text);
        for (const found of acts) {
          if (found.act !== act) continue;
          const suggestions = suggestionsFor(act, document.facts.language);
          const said = document.text.slice(found.start, found.end);
          report(
            "found",
            {
              span: found,
              say: suggestions.map(({ say }) => say),
              fixes: suggestions.map(({ say, when }) => ({
                title: {
                  zh: `改说：${say}${when === undefined ? "" : `（${when}）`}`,
                  en: `Say instead: ${say}${when === undefined ? "" : ` (${when})`}`,
                },
                edits: replaceSentence(found, say),
              })),
            },
            { said },
          );
        }
      }
    },
  });
}
