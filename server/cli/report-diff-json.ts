import type { Commitment } from "../model/commitments.ts";
import type { Finding } from "../rules/rule.ts";
import { type ComparedVersions, Sides, subjectOf } from "./compared-versions.ts";
import { promiseInWords } from "./promise-words.ts";

/** The changes for programs; lines count from 1. */
export function reportDiffJson(compared: ComparedVersions, language: "zh" | "en"): string {
  const sides = new Sides(compared);
  const side = (version: "before" | "after", span: { readonly start: number } | undefined, text: string) =>
    span === undefined ? {} : { [version]: { line: sides.lineOf(version, span.start), text } };
  const promise = (version: "before" | "after", made: Commitment | undefined) =>
    made === undefined
      ? {}
      : {
          [version]: {
            line: sides.lineOf(version, made.start),
            event: made.event,
            strength: made.strength,
            text: promiseInWords(made, language),
          },
        };
  const finding = (version: "before" | "after") => (one: Finding) => ({
    ruleId: one.ruleId,
    severity: one.severity,
    line: sides.lineOf(version, one.span.start),
    message: one.message[language],
    say: one.say,
  });
  const { changes, promises, apologies } = compared.comparison;
  return `${JSON.stringify(
    {
      before: compared.before.name,
      after: compared.after.name,
      changes: changes.map((change) => ({
        subject: subjectOf(change),
        kind: change.kind,
        ...side("before", change.before?.node, sides.textOf("before", change.before) ?? ""),
        ...side("after", change.after?.node, sides.textOf("after", change.after) ?? ""),
      })),
      promises: promises.map(({ before, after }) => ({ ...promise("before", before), ...promise("after", after) })),
      apologiesLost: apologies.map(({ before, after }) => ({
        ...side("before", before, sides.textOf("before", before && { node: before }) ?? ""),
        ...side("after", after, sides.textOf("after", after && { node: after }) ?? ""),
      })),
      newFindings: compared.fresh.map(finding("after")),
      goneFindings: compared.gone.map(finding("before")),
    },
    undefined,
    2,
  )}\n`;
}
