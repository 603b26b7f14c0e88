import { CONFIGURATION, type Configuration, Configurations } from "../../server/config/configurations.ts";
import { configure } from "../../server/config/configure.ts";
import { Lines } from "../../server/model/lines.ts";
import { Project } from "../../server/model/project.ts";
import type { ListSource } from "../../server/model/source.ts";
import jargon from "../../server/rules/forbidden/jargon.ts";
import { lint } from "../../server/rules/lint.ts";
import type { AnyRule, Finding } from "../../server/rules/rule.ts";

const FOLDER = "file:///scripts/";

/** Files by name, as a source of lists; a file that is null cannot be read, several readings are an array. */
export function listSource(files: Readonly<Record<string, string | readonly string[] | null>>): ListSource {
  return {
    async readList(uri) {
      const file = files[decodeURIComponent(uri).slice(FOLDER.length)];
      if (file === undefined) return { absent: "missing" };
      if (file === null) return { absent: "unreadable" };
      return { readings: typeof file === "string" ? [file] : file };
    },
  };
}

/** The configuration of a folder with these files; `lexicons` of its own when there is no configuration among them. */
export async function configurationOf(
  files: Readonly<Record<string, string | readonly string[] | null>>,
): Promise<Configuration> {
  return new Configurations(listSource({ [CONFIGURATION]: namingAll(files), ...files })).of(`${FOLDER}calls.sscript`);
}

/** A configuration with all files as lists. */
function namingAll(files: Readonly<Record<string, unknown>>): string {
  return `lexicons: [${Object.keys(files).join(", ")}]\n`;
}

/**
 * What the organisation's own words, and the rule for its jargon, find in a script of a folder with these files, and
 * what other `rules` find there if they are given.
 */
export async function findingsIn(
  files: Readonly<Record<string, string | readonly string[] | null>>,
  text: string,
  rules: readonly AnyRule[] = [jargon],
): Promise<readonly Finding[]> {
  const configurations = new Configurations(listSource({ [CONFIGURATION]: namingAll(files), ...files }));
  const project = new Project();
  const uri = `${FOLDER}calls.sscript`;
  project.set(uri, text);
  await configure(project, uri, configurations);
  return lint(project, project.get(uri)!, { today: "2026-01-01", rules }).findings;
}

/** The problems of all files, a line each: `name:line:column kind ⟦the words that are marked⟧`. */
export function problemsOf({ files }: Configuration): string[] {
  return files.flatMap(({ uri, text, problems }) =>
    problems.map(({ ruleId, span }) => {
      const { line, column } = new Lines(text).at(span.start);
      const words = text.slice(span.start, span.end);
      return `${decodeURIComponent(uri).slice(FOLDER.length)}:${line + 1}:${column + 1} ${ruleId} ⟦${words}⟧`;
    }),
  );
}
