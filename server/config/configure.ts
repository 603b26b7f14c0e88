import { importsOf } from "../model/imports.ts";
import type { Project } from "../model/project.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Configurations } from "./configurations.ts";

/** Gives a script of the project, and those that it uses, the words of the organisation whose folder each is in. */
export async function configure(project: Project, uri: string, configurations: Configurations): Promise<void> {
  const waiting = [uri];
  const seen = new Set(waiting.map(uriKey));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { wording } = await configurations.of(next);
    project.setWording(next, wording);
    const document = project.get(next);
    for (const used of document === undefined ? [] : importsOf(document))
      if (used.uri !== undefined && !seen.has(uriKey(used.uri))) {
        seen.add(uriKey(used.uri));
        waiting.push(used.uri);
      }
  }
}
