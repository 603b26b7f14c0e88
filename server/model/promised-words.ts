import type { PromisedEvent } from "./commitments.ts";
import { commonEvents, nameOf } from "./standards.ts";

/** What people call an event that is promised. */
export function promisedWords(event: PromisedEvent): Readonly<Record<"zh" | "en", string>> {
  const common = commonEvents().find(({ id }) => id === event);
  return common === undefined ? OTHERS[event]! : nameOf(common.words);
}

/** Events that standards have no words for, unless they bring their own. */
const OTHERS: Partial<Record<PromisedEvent, Readonly<Record<"zh" | "en", string>>>> = {
  compensate: { zh: "补偿", en: "compensation" },
  replace: { zh: "更换", en: "replacement" },
  resolve: { zh: "解决", en: "solution" },
  complete: { zh: "办理", en: "completion" },
  serve: { zh: "上菜", en: "serving" },
};
