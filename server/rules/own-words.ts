import type { Text } from "../../grammar/index.ts";
import type { FoundAct } from "../model/acts.ts";
import type { ScriptDocument } from "../model/document.ts";
import { fold, type Piece, sourceSpan } from "../model/normalise.ts";
import { ownWords } from "../model/phrases.ts";
import { agentSpeech, customerSpeech } from "../model/speech.ts";
import { type Stretch, Stretches } from "../model/stretches.ts";
import type { RuleMatch, Wording } from "../model/wording.ts";
import { type Finding, fill } from "./rule.ts";
import { sentenceReplacer } from "./sentence.ts";

/** What an organisation's own rules find in a script; in what an agent says, a fix for each suggestion. */
export function ownFindings(document: ScriptDocument): Finding[] {
  const { wording } = document;
  if (wording.rules.length === 0) return [];
  const findings: Finding[] = [];
  for (const { text, acts } of agentSpeech(document))
    for (const match of ownMatches(wording, ownWords(document, text), acts, "agent"))
      findings.push({ ...finding(document, match), fixes: fixesOf(match, text) });
  for (const { text, acts } of customerSpeech(document))
    for (const match of ownMatches(wording, ownWords(document, text), acts, "customer"))
      findings.push(finding(document, match));
  return findings;
}

/**
 * What an organisation's own rules find in a turn, as spans of the source.
 * @param acts the dialogue acts of the turn: what it only quotes is not reported
 */
export function ownMatches(
  wording: Wording,
  pieces: readonly Piece[],
  acts: readonly FoundAct[],
  speaker: "agent" | "customer",
): RuleMatch[] {
  const folded = fold(pieces);
  const quoted = new Stretches(acts.filter(({ act }) => act === "quotation"));
  const found = wording
    .matchesIn(folded.text, speaker)
    .map((match) => ({ rule: match.rule, ...sourceSpan(folded, match) }))
    .filter((match) => !quoted.touches(match));
  return withoutParts(found);
}

/** Leaves out what lies within a longer match of the same rule: of 没法 and 没法弄, both listed, the longer one is told. */
function withoutParts(found: readonly RuleMatch[]): RuleMatch[] {
  const ends = new Map<string, number>();
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ rule, end }) => {
      const isPart = end <= (ends.get(rule.id) ?? -1);
      if (!isPart) ends.set(rule.id, end);
      return !isPart;
    });
}

function finding({ text }: ScriptDocument, { rule, start, end }: RuleMatch): Finding {
  return {
    ruleId: rule.id,
    severity: rule.severity,
    span: { start, end },
    message: fill(rule.message, { said: text.slice(start, end) }),
    say: rule.suggestions,
    path: [],
    fixes: [],
  };
}

function fixesOf({ rule, start, end }: RuleMatch & Stretch, text: readonly Text[]): Finding["fixes"] {
  if (rule.suggestions.length === 0) return [];
  const replaceSentence = sentenceReplacer(text);
  return rule.suggestions.map((say) => ({
    title: { zh: `改说：${say}`, en: `Say instead: ${say}` },
    edits: replaceSentence({ start, end }, say),
  }));
}
