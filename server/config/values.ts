import * as v from "valibot";
import type { Span } from "../../grammar/index.ts";

/** A text of a file and where it stands. */
export interface Placed {
  readonly text: string;
  readonly span: Span;
}

export const WORDS = v.pipe(v.string(), v.trim(), v.nonEmpty());
export const LIST = v.pipe(v.array(WORDS), v.nonEmpty());
/** One text, or several. */
export const TEXTS = oneOrMore(WORDS);
export const COUNT = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d?$/),
  v.transform(Number),
  v.metadata({ json: { type: "integer", minimum: 1, maximum: 99 } }),
);
export const FLAG = v.pipe(
  v.picklist(["true", "false"]),
  v.transform((word) => word === "true"),
  v.metadata({ json: { type: "boolean" } }),
);
/** The name of a rule. */
export const ID = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
export const SEVERITY = v.optional(v.picklist(["error", "warning", "information"]), "warning");
export const SPEAKER = v.picklist(["agent", "customer", "anyone"]);

/** One of these, or a list of them; a list is what comes out. */
export function oneOrMore<T>(one: v.GenericSchema<unknown, T>) {
  return v.union([
    v.pipe(
      one,
      v.transform((value) => [value]),
    ),
    v.pipe(v.array(one), v.nonEmpty()),
  ]);
}
