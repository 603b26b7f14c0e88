import { RULES } from "../server/rules/index.ts";
import { describePage } from "./support/worked-examples.ts";

const ABOUT_PROMISES: ReadonlySet<string> = new Set(
  ["vague", "over-promise", "exceeds", "missing", "contradiction", "unkept", "out-of-order"].map(
    (name) => `sla/${name}`,
  ),
);

for (const page of ["docs/zh/promises.md", "docs/en/promises.md"])
  describePage(
    page,
    5,
    RULES.filter(({ id }) => ABOUT_PROMISES.has(id)),
  );
