import * as v from "valibot";
import type { WordingObligation } from "../model/demand.ts";
import type { CompactStandard, StandardsData } from "../model/standards.ts";
import { EventWords } from "./event-words.ts";
import { problem } from "./problem.ts";
import { EVENT, type ReadStandard, readEvents, readStandard, STANDARD_EXPECTED } from "./standards.ts";
import { YamlFile } from "./yaml-file.ts";

/** A file of the product. */
interface BuiltInFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the standards that come with the product, in the form in which they are kept.
 * @throws Error naming the file and what is wrong with it
 */
export function readBuiltIn(eventsFile: BuiltInFile, files: readonly BuiltInFile[]): StandardsData {
  const yaml = new YamlFile(eventsFile.text);
  const events = readEvents(yaml.check(v.array(EVENT), yaml.value, [], STANDARD_EXPECTED) ?? [], []);
  mustBeSound(eventsFile, yaml);
  const words = new EventWords([], () => events);
  const standards = files.map((source) => {
    const file = new YamlFile(source.text);
    const read = readStandard(file, file.value, [], events);
    const obligations = (read?.obligations ?? []).flatMap((item): WordingObligation[] => {
      const { obligation, problems } = item.compile(words);
      for (const found of problems) file.problems.push(problem(...found));
      return obligation === undefined ? [] : [{ ...obligation, id: item.id.replace("own/", "standard/") }];
    });
    mustBeSound(source, file);
    return compact(read!, obligations);
  });
  return { events, standards };
}

/** Limits name their events, which would otherwise be written out again in each of them. */
function compact({ standard }: ReadStandard, obligations: readonly WordingObligation[]): CompactStandard {
  const limits = standard.limits.map(({ event, anchor, otherwise, ...rest }) => ({
    event: event.id,
    ...(anchor && { anchor: anchor.id }),
    ...(otherwise && { otherwise: otherwise.id }),
    ...rest,
  }));
  return { ...standard, limits, obligations };
}

function mustBeSound({ path, text }: BuiltInFile, { problems }: YamlFile): void {
  for (const { message, span } of problems)
    throw new Error(`${path}:${text.slice(0, span.start).split("\n").length}: ${message.en}`);
}
