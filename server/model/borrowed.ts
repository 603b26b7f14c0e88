import type { ScriptDocument } from "./document.ts";
import { importsOf } from "./imports.ts";
import type { Project } from "./project.ts";

/** The scripts that a script borrows from, and those that they do, each once. */
export function borrowed(project: Project, document: ScriptDocument): readonly ScriptDocument[] {
  const found = new Map<string, ScriptDocument>();
  const waiting = [document];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const { uri } of importsOf(next)) {
      const script = uri === undefined ? undefined : project.get(uri);
      if (script === undefined || script === document || found.has(script.uri)) continue;
      found.set(script.uri, script);
      waiting.push(script);
    }
  return [...found.values()];
}
