import type { Action } from "../../grammar/index.ts";
import { partsOfAction } from "./action-time.ts";
import type { ScriptDocument } from "./document.ts";
import { foldWord } from "./normalise.ts";
import { commonEvents, type StandardEvent, standardsOf } from "./standards.ts";

/** The event that words name in a script: one of an adopted standard, else a common one. Words compare after folding. */
export function eventNamed(document: ScriptDocument, words: string): StandardEvent | undefined {
  return eventsByWord(document).get(eventKey(words));
}

/** The form in which words for events are compared: folded, and without the article or pronoun before an English noun. */
export function eventKey(words: string): string {
  return foldWord(words.replace(/^\s*(?:the|an?|your|our|my|their)\s+/i, ""));
}

/** As `eventNamed`; words that nobody knows are an event of the script's own. */
export function eventFor(document: ScriptDocument, words: string): StandardEvent {
  const named = eventNamed(document, words);
  if (named !== undefined) return named;
  const id = `script:${eventKey(words)}`;
  return { id, words: { zh: [words], en: [words] }, actions: [], promises: [] };
}

/**
 * The event that an action of a script is: what `[事件 X]` names; of `[回访(2)]`, `[回访 解决情况]` what verb and object name
 * together; else the one event of the adopted standards that the verb does, or the common one. Undefined when there is
 * none, or when several are possible, as for a bare `[回访]` in a standard with three.
 */
export function eventOfAction(document: ScriptDocument, action: Action): StandardEvent | undefined {
  const { verb } = action;
  if (verb === undefined) return undefined;
  const { object } = partsOfAction(action);
  if (verb.id === "event") return object && eventFor(document, object.text);
  // Who calls back to ask how it went, follows up: [回电 明天: 问制冷情况].
  if (verb.id === "call-back" && action.reason !== undefined && ASKS.test(action.reason.text))
    return eventNamed(document, "follow-up");
  const whole = object && eventNamed(document, `${verb.text} ${object.text}`);
  if (whole?.actions.includes(verb.id)) return whole;
  const done = (events: readonly StandardEvent[]) => events.filter(({ actions }) => actions.includes(verb.id));
  const own = new Map(done(limitedEvents(document)).map((event) => [event.id, event]));
  if (own.size > 0) return own.size === 1 ? [...own.values()][0] : undefined;
  return done(commonEvents())[0];
}

const ASKS = /^\s*(?:再)?(?:确认|了解|问|询问|核实|看看|跟踪|check|ask|make sure|confirm|see )/i;

/** The events that the adopted standards of a script know, each once, those with limits first. */
export function eventsInForce(document: ScriptDocument): readonly StandardEvent[] {
  const events = new Map<string, StandardEvent>();
  for (const { limits } of standardsOf(document))
    for (const { event } of limits) if (!events.has(event.id)) events.set(event.id, event);
  for (const { events: all } of standardsOf(document))
    for (const event of all) if (!events.has(event.id)) events.set(event.id, event);
  return [...events.values()];
}

function limitedEvents(document: ScriptDocument): readonly StandardEvent[] {
  return standardsOf(document).flatMap(({ limits }) => limits.map(({ event }) => event));
}

const remembered = new WeakMap<ScriptDocument, ReadonlyMap<string, StandardEvent>>();

function eventsByWord(document: ScriptDocument): ReadonlyMap<string, StandardEvent> {
  let events = remembered.get(document);
  if (events === undefined) {
    const named = new Map<string, StandardEvent>();
    for (const event of [...eventsInForce(document), ...commonEvents()])
      for (const word of [...event.words.zh, ...event.words.en, event.id]) {
        const key = eventKey(word);
        if (!named.has(key)) named.set(key, event);
      }
    events = named;
    remembered.set(document, events);
  }
  return events;
}
