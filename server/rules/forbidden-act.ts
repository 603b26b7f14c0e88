import { type FoundAct, suggestionsFor } from "../model/acts.ts";
import type { Facts, ScriptDocument } from "../model/document.ts";
import { agentSpeech } from "../model/speech.ts";
import type { Severity } from "../protocol.ts";
import { type AnyRule, defineRule, type Message, type Rule } from "./rule.ts";
import { sentenceReplacer } from "./sentence.ts";

/** What a rule about one forbidden dialogue act has to say; its one message names {said}, the agent's words. */
interface ForbiddenAct extends Pick<Rule, "severity" | "only" | "title" | "why" | "fix" | "good"> {
  /** The act's name in the lexicon; the rule's id is `forbidden/` and this. */
  readonly act: string;
  readonly message: Message<`${string}{said}${string}`, `${string}{said}${string}`>;
  /** The part of the rule's id before the act's name; `forbidden` unless the standard files it elsewhere. */
  readonly group?: string;
  /** How grave it is in this script to say these words, where that is not the same everywhere. */
  readonly severityIn?: (facts: Facts, said: string) => Severity;
  /** Says of a script where the act is none after all, such as a guarantee of what the adopted standard grants anyway. */
  readonly excuses?: (document: ScriptDocument) => (found: FoundAct) => boolean;
  /** Better words for exactly those that were found, the likeliest first; what is said around them stays. */
  readonly mend?: (said: string, language: "zh" | "en") => readonly string[];
}

/** Declares a rule that finds a dialogue act wherever an agent performs it towards a customer. */
export function forbiddenAct({
  act,
  message,
  group = "forbidden",
  severityIn,
  excuses,
  mend,
  ...texts
}: ForbiddenAct): AnyRule {
  return defineRule({
    id: `${group}/${act}`,
    scope: "turn",
    byStep: true,
    ...texts,
    messages: { found: message },
    check({ document, report }) {
      const isExcused = excuses?.(document);
      for (const { text, acts } of agentSpeech(document)) {
        if (!acts.some((candidate) => candidate.act === act)) continue;
        const replaceSentence = sentenceReplacer(text);
        for (const found of acts) {
          if (found.act !== act || isExcused?.(found)) continue;
          const suggestions = suggestionsFor(act, document.facts.language);
          const said = document.text.slice(found.start, found.end);
          report(
            "found",
            {
              span: found,
              say: suggestions.map(({ say }) => say),
              ...(severityIn && { severity: severityIn(document.facts, said) }),
              fixes: mend
                ? mend(said, document.facts.language).map((better) => ({
                    title: { zh: `改成“${better}”`, en: `Change to “${better}”` },
                    edits: [{ start: found.start, end: found.end, text: better }],
                  }))
                : suggestions.map(({ say, when }) => ({
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
