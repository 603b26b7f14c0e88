import { importsOf } from "../model/imports.ts";
import type { Project } from "../model/project.ts";
import { OWN_LEVELS } from "../model/rule-levels.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Configurations } from "./configurations.ts";

/** Gives a script of the project, and those that it uses, what the organisation has set in whose folder each is. */
export async function configure(project: Project, uri: string, configurations: Configurations): Promise<void> {
  const waiting = [uri];
  const seen = new Set(waiting.map(uriKey));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { wording, settings } = await configurations.of(next);
    project.setWording(next, wording);
    project.setLevels(next, settings?.levelsOf(next) ?? OWN_LEVELS);
    const document = project.get(next);
    for (const used of document === undefined ? [] : importsOf(document))
      if (used.uri !== undefined && !seen.has(uriKey(used.uri))) {
        seen.add(uriKey(used.uri));
        waiting.push(used.uri);
      }
  }
}
