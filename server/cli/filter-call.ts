/** A call as a data engine hands it over. */
export interface Call {
  /** Whatever names it there; it is given back as it came. */
  readonly id: unknown;
  /** The call as a transcript, a turn a line. */
  readonly text: string;
}

/** What is wrong with a line that is no call; its `id` where it has one. */
export interface CallError {
  readonly id: unknown;
  readonly error: string;
}

/** Reads a line: `{"id": …, "text": "agent: …"}`, or `{"id": …, "turns": [{"speaker": "agent", "text": "…"}]}`. */
export function readCall(line: string): Call | CallError {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { id: null, error: `JSON: ${error instanceof Error ? error.message : error}` };
  }
  if (!isObject(value)) return { id: null, error: SHAPE };
  const { id = null, text, turns } = value;
  if (typeof text === "string" && turns === undefined) return { id, text };
  if (text !== undefined || !Array.isArray(turns)) return { id, error: SHAPE };
  const said = turns.map(lineOf);
  const wrong = said.indexOf(undefined);
  return wrong < 0 ? { id, text: said.join("\n") } : { id, error: `turns[${wrong}]: ${SHAPE}` };
}

const SHAPE = '{"id": …, "text": "…"} | {"id": …, "turns": [{"speaker": "…", "text": "…"}, …]}';

/** A turn as a line of a transcript: who speaks, and what is said on one line. */
function lineOf(turn: unknown): string | undefined {
  if (!isObject(turn) || typeof turn.speaker !== "string" || typeof turn.text !== "string") return undefined;
  const speaker = oneLine(turn.speaker);
  return speaker === "" ? undefined : `${speaker}: ${oneLine(turn.text)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
