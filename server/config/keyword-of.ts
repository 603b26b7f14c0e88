import * as v from "valibot";
import { type Keyword, lookUp, spellings } from "../../grammar/index.ts";
import { WORDS } from "./values.ts";

/** A word that scripts reserve, in any of its spellings; its id is what comes out. */
export function keywordOf<Id extends string>(table: Readonly<Record<Id, Keyword<Id>>>) {
  const words = Object.values<Keyword<Id>>(table).flatMap((keyword) => [
    spellings(keyword, "zh")[0]!,
    spellings(keyword, "en")[0]!,
  ]);
  return v.pipe(
    WORDS,
    v.rawTransform<string, Id>(({ dataset, addIssue, NEVER }) => {
      const id = lookUp(table, dataset.value);
      if (id !== undefined) return id;
      addIssue();
      return NEVER;
    }),
    v.metadata({ json: { enum: words } }),
  );
}
