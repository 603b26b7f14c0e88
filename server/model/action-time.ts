import type { Action, Text } from "../../grammar/index.ts";
import { type TimeExpression, timesIn } from "./time.ts";

/** What stands between an action's verb and its reason: whom or what it is about, and when or how long. */
export interface ActionParts {
  readonly object?: Text;
  readonly time?: TimeExpression;
}

/**
 * Divides the body of an action: its time is the last complete time expression in it, its object what stands before:
 * `[通知维修部10分钟内]`.
 */
export function partsOfAction({ body }: Action): ActionParts {
  if (body === undefined) return {};
  const time = timesIn([body]).at(-1);
  if (time === undefined) return { object: body };
  const object = body.text.slice(0, time.start - body.start).trim();
  if (object === "") return { time };
  const start = body.start + body.text.indexOf(object);
  return { object: { kind: "text", text: object, start, end: start + object.length }, time };
}
