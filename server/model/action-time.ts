import type { Action, Text } from "../../grammar/index.ts";
import { type TimeExpression, timesIn } from "./time.ts";

/** What stands between an action's verb and its reason: whom or what it is about, and when or how long. */
export interface ActionParts {
  readonly object?: Text;
  readonly time?: TimeExpression;
}

/**
 * Divides the body of an action: its time is the last complete time expression in it, its object what stands before:
 * `[通知维修部10分钟内]`. A space ends the object, so that `[事件 上主菜 点菜后10分钟内]` is not counted from 上主菜 点菜.
 */
export function partsOfAction({ body }: Action): ActionParts {
  if (body === undefined) return {};
  const found = timesIn([body]).at(-1);
  if (found === undefined) return { object: body };
  const time = withoutObject(body, found);
  const object = body.text.slice(0, time.start - body.start).trim();
  if (object === "") return { time };
  const start = body.start + body.text.indexOf(object);
  return { object: { kind: "text", text: object, start, end: start + object.length }, time };
}

/** A time whose anchor, in Chinese, is what stands behind the last space of the words that were taken for it. */
function withoutObject(body: Text, time: TimeExpression): TimeExpression {
  const { anchor } = time.value;
  const spaces =
    anchor === undefined ? null : /^([\s\S]*[\u3400-\u9fff)）\d][ \t\u3000]+)([^ \t\u3000]+)$/.exec(anchor.event);
  if (anchor === undefined || spaces === null) return time;
  const at = body.text.indexOf(anchor.event, time.start - body.start);
  const [, object, event] = spaces;
  return {
    ...time,
    start: body.start + at + object!.length,
    value: { ...time.value, anchor: { ...anchor, event: event! } },
  };
}
