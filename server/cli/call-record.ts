import { extname } from "node:path";
import {
  keywordKey,
  lookUp,
  type ReadingOptions,
  ScriptReader,
  SPEAKERS,
  type SpeakerId,
  type Turn,
} from "../../grammar/index.ts";
import { type Row, readDelimited, UnclosedQuote } from "../model/delimited.ts";
import { readDocument } from "../model/document.ts";
import { Lines } from "../model/lines.ts";
import { isSaidToCustomer } from "../model/speech.ts";
import { turnsOf } from "../model/symbols.ts";
import type { RecordedTurn } from "../model/utterance.ts";
import type { Bilingual } from "../rules/rule.ts";

/** A turn of a call with where its record has it: its line, or its place in a list, counted from 1. */
export interface PlacedTurn extends RecordedTurn {
  readonly place: number;
}

/** The record of a call, or why it is none. */
export type CallRecord = { readonly turns: readonly PlacedTurn[] } | { readonly wrong: Bilingual };

/**
 * Reads the record of a call: a table (.csv, .tsv) with columns for who says what, a list in JSON, or plain text with
 * `客服: …` on each line.
 * @param roles who speakers are whom nothing else tells, by their `keywordKey`
 */
export function readCallRecord(path: string, text: string, roles: ReadingOptions["roles"]): CallRecord {
  const ending = extname(path).toLowerCase();
  const heard =
    ending === ".csv" || ending === ".tsv"
      ? fromTable(text, ending === ".csv" ? "," : "\t")
      : ending === ".json"
        ? fromJson(text)
        : fromText(text, roles);
  if ("wrong" in heard) return heard;
  if (heard.length === 0) return { wrong: EMPTY };
  const turns: PlacedTurn[] = [];
  for (const { speaker, said, place, role = roleOf(speaker, roles) } of heard) {
    // A speaker taken for nobody would make a call in which the agent says nothing.
    if (role === undefined) return { wrong: stranger(speaker, place) };
    turns.push({ speaker, role, text: said, place });
  }
  return { turns };
}

/** Something that a record holds. */
interface Heard {
  readonly speaker: string;
  /** Where the record itself tells. */
  readonly role?: SpeakerId;
  readonly said: string;
  readonly place: number;
}

type Reading = readonly Heard[] | { readonly wrong: Bilingual };

function fromText(text: string, roles: ReadingOptions["roles"]): Reading {
  const reader = new ScriptReader({ transcript: true, ...(roles && { roles }) });
  const document = readDocument("record:", text, { reader });
  const lines = new Lines(text);
  return [...turnsOf(document)].map((turn) => ({
    speaker: turn.speaker.text,
    ...(turn.role !== "unknown" && { role: heardAs(turn, turn.role) }),
    said: turn.text.map((piece) => piece.text).join("\n"),
    place: lines.at(turn.start).line + 1,
  }));
}

/** What an agent says to somebody else is no part of what the customer hears. */
function heardAs(turn: Turn, role: SpeakerId): SpeakerId {
  return role === "agent" && !isSaidToCustomer(turn) ? "colleague" : role;
}

const SPEAKER = ["speaker", "说话人", "角色", "role", "who", "from", "channel"];
const SAID = ["text", "话语", "内容", "content", "utterance", "message", "transcript"];
const LISTS = ["turns", "messages", "utterances", "segments", "对话"];

function fromTable(text: string, separator: "," | "\t"): Reading {
  let rows: readonly Row[];
  try {
    rows = readDelimited(text, separator);
  } catch (error) {
    if (!(error instanceof UnclosedQuote)) throw error;
    return {
      wrong: { zh: `第 ${error.line} 行的引号没有成对。`, en: `A quotation mark is not closed on line ${error.line}.` },
    };
  }
  const names = (rows[0]?.cells ?? []).map(keywordKey);
  const column = (known: readonly string[]) => known.map((name) => names.indexOf(name)).find((at) => at >= 0) ?? -1;
  const [who, what] = [column(SPEAKER), column(SAID)];
  if (who < 0 !== what < 0) return { wrong: COLUMNS };
  const [speaker, said, body] = who < 0 ? [0, 1, rows] : [who, what, rows.slice(1)];
  return body.map(({ line, cells }) => ({
    speaker: cells[speaker]?.trim() ?? "",
    said: cells[said]?.trim() ?? "",
    place: line,
  }));
}

function fromJson(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    return { wrong: { zh: "这不是正确的 JSON。", en: "This is no valid JSON." } };
  }
  const list = Array.isArray(value) ? value : LISTS.map((name) => field(value, [name])).find(Array.isArray);
  if (list === undefined) return { wrong: NO_LIST };
  const heard = (list as readonly unknown[]).map((item, index) => ({
    speaker: String(field(item, SPEAKER) ?? "").trim(),
    said: String(field(item, SAID) ?? "").trim(),
    place: index + 1,
  }));
  // A list whose entries say nothing is called something else.
  return heard.length > 0 && heard.every(({ said }) => said === "") ? { wrong: NO_LIST } : heard;
}

function field(item: unknown, names: readonly string[]): unknown {
  if (typeof item !== "object" || item === null) return undefined;
  const name = names.find((one) => Object.hasOwn(item, one));
  return name === undefined ? undefined : (item as Readonly<Record<string, unknown>>)[name];
}

function roleOf(speaker: string, roles: ReadingOptions["roles"]): SpeakerId | undefined {
  // What the command line says of somebody holds before what the name sounds like.
  const told = roles?.get(keywordKey(speaker));
  if (told !== undefined && told !== "unknown") return told;
  return lookUp(SPEAKERS, speaker) ?? lookUp(SPEAKERS, speaker.split(/[\s\u3000]/)[0]!);
}

function stranger(speaker: string, place: number): Bilingual {
  return {
    zh: `第 ${place} 处的“${speaker}”是谁？用 --speaker ${speaker || "名字"}=客服（或客户、同事）说明。`,
    en: `Who is “${speaker}” at ${place}? Say so with --speaker ${speaker || "NAME"}=agent (or customer, colleague).`,
  };
}

const EMPTY: Bilingual = {
  zh: "这份记录里没有人说话。一行一句，写成“客服: …”“客户: …”。",
  en: "Nobody says anything in this record. It has a line for each turn: “agent: …”, “customer: …”.",
};
const COLUMNS: Bilingual = {
  zh: "列名里要有“说话人”（speaker）和“话语”（text）；没有列名的，第一列是说话人，第二列是话语。",
  en: "The columns have to be called “speaker” and “text”; without names, the first is the speaker, the second the text.",
};
const NO_LIST: Bilingual = {
  zh: "JSON 里要有一个列表（或名叫 turns、messages、utterances、segments 的列表），每一项写 speaker 和 text。",
  en: "The JSON has to be a list, or hold one called turns, messages, utterances or segments, of items with speaker and text.",
};
