import { type Script, SPEAKERS, type SpeakerId, spellings, type Text, type Turn } from "../../grammar/index.ts";
import { factsOf, type ScriptDocument } from "./document.ts";
import { OWN_LEVELS } from "./rule-levels.ts";
import { NO_WORDING, type Wording } from "./wording.ts";

/** Something that was said in a call. */
export interface RecordedTurn {
  /** As the record names whoever said it: 小王, Agent 3. */
  readonly speaker: string;
  readonly role: SpeakerId;
  readonly text: string;
}

/**
 * The record of a call in which somebody says `text` and nothing else. It is made without the parser, to which a line
 * that begins with “-” is a choice and what follows “//” a comment: here every character was said.
 */
export function readUtterance(text: string, speaker: SpeakerId, wording: Wording = NO_WORDING): ScriptDocument {
  const name: Text = { kind: "text", text: spellings(SPEAKERS[speaker])[0]!, start: 0, end: 0 };
  return recordOf("utterance:", text, [turnOf(name, speaker, text, 0)], wording);
}

/**
 * The record of a call that comes as a list of turns, made without the parser for the same reason. Its text has the
 * turns one below the other, each behind its speaker.
 */
export function readTurns(uri: string, turns: readonly RecordedTurn[]): ScriptDocument {
  let text = "";
  const body = turns.map(({ speaker, role, text: said }) => {
    const name: Text = { kind: "text", text: speaker, start: text.length, end: text.length + speaker.length };
    text += `${speaker}: `;
    const turn = turnOf(name, role, said, text.length);
    text += `${said}\n`;
    return turn;
  });
  return recordOf(uri, text, body, NO_WORDING);
}

function turnOf(speaker: Text, role: SpeakerId, said: string, offset: number): Turn {
  const [start, end] = [speaker.start, offset + said.length];
  return { kind: "turn", speaker, role, labels: [], text: piecesOf(said, offset), start, end };
}

function recordOf(uri: string, text: string, body: readonly Turn[], wording: Wording): ScriptDocument {
  const span = { start: 0, end: text.length };
  const step = { kind: "step", heading: span, fields: [], body, ...span } as const;
  const script: Script = { kind: "script", fields: [], notes: [], steps: [step], transcript: true, ...span };
  return { uri, text, script, comments: [], errors: [], facts: factsOf(script, text), wording, levels: OWN_LEVELS };
}

/** What is said, a piece a line, without the white space around it, as the parser reads a turn. */
function piecesOf(text: string, offset: number): Text[] {
  return [...text.matchAll(/[^\r\n]+/g)].flatMap(({ 0: line, index }) => {
    const words = line.trim();
    const start = offset + index + line.indexOf(words);
    return words === "" ? [] : [{ kind: "text", text: words, start, end: start + words.length }];
  });
}
