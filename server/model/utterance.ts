import { type Script, SPEAKERS, type SpeakerId, spellings, type Text, type Turn } from "../../grammar/index.ts";
import { factsOf, type ScriptDocument } from "./document.ts";
import { OWN_LEVELS } from "./rule-levels.ts";
import { NO_WORDING, type Wording } from "./wording.ts";

/**
 * The record of a call in which somebody says `text` and nothing else. It is made without the parser, to which a line
 * that begins with “-” is a choice and what follows “//” a comment: here every character was said.
 */
export function readUtterance(text: string, speaker: SpeakerId, wording: Wording = NO_WORDING): ScriptDocument {
  const span = { start: 0, end: text.length };
  const turn: Turn = {
    kind: "turn",
    speaker: { kind: "text", text: spellings(SPEAKERS[speaker])[0]!, start: 0, end: 0 },
    role: speaker,
    labels: [],
    text: piecesOf(text),
    ...span,
  };
  const step = { kind: "step", heading: span, fields: [], body: [turn], ...span } as const;
  const script: Script = { kind: "script", fields: [], notes: [], steps: [step], transcript: true, ...span };
  return {
    uri: "utterance:",
    text,
    script,
    comments: [],
    errors: [],
    facts: factsOf(script, text),
    wording,
    levels: OWN_LEVELS,
  };
}

/** What is said, a piece a line, without the white space around it, as the parser reads a turn. */
function piecesOf(text: string): Text[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const words = line.trim();
    const start = index + line.indexOf(words);
    return words === "" ? [] : [{ kind: "text", text: words, start, end: start + words.length }];
  });
}
