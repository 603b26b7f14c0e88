import type { Text } from "../../../grammar/index.ts";
import { agentSpeech } from "../../model/speech.ts";
import { type FoundTerm, TermFinder } from "../../model/terms.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "forbidden/jargon",
  scope: "turn",
  byStep: true,
  severity: "warning",
  title: { zh: "对客户说行话", en: "Jargon that customers do not know" },
  why: {
    zh: "客户听不懂，又不好意思问，通话就从这里断了。",
    en: "Customers do not understand it and are too polite to ask: from there on nobody follows the call.",
  },
  fix: {
    zh: "换成客户自己会用的词，或者当场解释一句。你们自己的行话可以写进配置里的 terms。",
    en: "Use the word that customers use, or explain it at once. Your own jargon belongs under terms in the configuration.",
  },
  messages: {
    found: {
      zh: "“{said}”是行话，客户听不懂。改说“{say}”。",
      en: "“{said}” is jargon that customers do not know. Say “{say}”.",
      bad: [
        { text: "客服: 我帮您检查一下⟦APN⟧。", fixed: "客服: 我帮您检查一下手机上网设置。" },
        { text: "客服: 您这个问题要⟦转二线⟧。" },
        {
          text: "agent: This needs our ⟦backend team⟧, please bear with me.",
          fixed: "agent: This needs our technical team, please bear with me.",
        },
      ],
    },
  },
  good: [
    "客服: 我帮您检查一下手机上网设置。",
    "客服: APN，也就是手机上网设置，我帮您检查一下。",
    "客户: 我的APN怎么填?",
    "agent: Our technical team will look at it, please bear with me.",
    "agent: Let me check the APN (your mobile data setting).",
    "agent (to supervisor): The backend team has it.",
  ],
  check({ document, report }) {
    const known = TermFinder.of(document.facts.language);
    const own = TermFinder.ofWording(document.wording);
    for (const { text } of agentSpeech(document)) {
      const ownTerms = own.find(text);
      const terms = known.find(text).filter((term) => !ownTerms.some((other) => touch(term, other)));
      const tell = (found: FoundTerm, severity: "warning" | "information") => {
        const said = document.text.slice(found.start, found.end);
        report(
          "found",
          { span: found, say: [found.say], fixes: fixesOf(found, text), severity },
          { said, say: found.say },
        );
      };
      for (const term of ownTerms) tell(term, "warning");
      // What customers know differs from trade to trade, so that a list for all of them can only hint.
      for (const term of terms) tell(term, "information");
    }
  },
});

function touch(a: FoundTerm, b: FoundTerm): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The word in place of the term; none where the term runs over the end of a line. */
function fixesOf({ start, end, say }: FoundTerm, text: readonly Text[]): Fix[] {
  if (!text.some((line) => line.start <= start && end <= line.end)) return [];
  return [{ title: { zh: `改说：${say}`, en: `Say instead: ${say}` }, edits: [{ start, end, text: say }] }];
}
