import type { Action, ActionId } from "../../grammar/index.ts";
import { partsOfAction } from "./action-time.ts";
import type { ScriptDocument } from "./document.ts";
import { eventOfAction } from "./standard-events.ts";
import { commonEvents, type StandardEvent } from "./standards.ts";
import type { TimeExpression } from "./time.ts";

/** What an action says to be done by a time: `[回电 半小时内]`. A time that passes here, as in `[等候 2分钟]`, is none. */
export interface Plan {
  /** The verb's id where it is all that is meant, else the id of the standard's event: of `[事件 X]`, of `[回访(2)]`. */
  readonly event: string;
  /** What it is in the adopted standards, if anything. */
  readonly standardEvent?: StandardEvent;
  readonly time: TimeExpression;
}

export function planOf(document: ScriptDocument, action: Action): Plan | undefined {
  const { verb } = action;
  if (verb === undefined || NO_PLANS.has(verb.id)) return undefined;
  const { time } = partsOfAction(action);
  if (time === undefined || (time.value.kind === "duration" && time.value.relation === "lasting")) return undefined;
  const standardEvent = eventOfAction(document, action);
  const isCommon = standardEvent === undefined || commonEvents().some(({ id }) => id === standardEvent.id);
  const isVerb = verb.id !== "event" && isCommon && standardEvent?.id !== "follow-up";
  const event = isVerb ? verb.id : standardEvent?.id;
  return event === undefined ? undefined : { event, time, ...(standardEvent && { standardEvent }) };
}

/** What happens here and now; a time that is written down is what the note says. */
const NO_PLANS: ReadonlySet<ActionId> = new Set(["hold", "pause", "record", "look-up", "hang-up", "transfer"]);
