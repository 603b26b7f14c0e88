import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { globSync } from "tinyglobby";
import { fieldValue, readDocument, type ScriptDocument } from "../../server/model/document.ts";
import { importsOf } from "../../server/model/imports.ts";
import { BEFORE_AND_AFTER } from "./template.ts";

const OUTPUT = "client/new-script/templates.generated.ts";
/** `init` carries the texts with it: the package of the command line has no samples beside it. */
const OF_INIT = "server/cli/starter-scripts.generated.ts";

/**
 * Lists the samples from which a script can be begun, in the editor and by `init`: whole scripts, without those that are
 * there to show faults, which have a record of them beside them.
 */
export function generate(): { path: string; content: string }[] {
  const templates = ["zh", "en"].flatMap((language) =>
    globSync(`samples/${language}/*.sscript`)
      .sort()
      .filter((path) => !existsSync(path.replace(/\.sscript$/, ".findings")))
      .map((path) => readDocument(path, readFileSync(path, "utf8")))
      .filter(({ facts }) => facts.kind !== "fragments")
      .map((document) => templateOf(document, language)),
  );
  const content = `// Generated from samples/ by templates.generate.ts (npm run generate). Do not edit.
import type { Template } from "./template.ts";

export const TEMPLATES: readonly Template[] = ${JSON.stringify(templates, undefined, 2)};
`;
  const startersIn = (wanted: string) =>
    templates
      .filter(({ language }) => language === wanted)
      .map(({ language, file, title, shared }) => {
        const [script, ...others] = [file, ...shared].map((name) => ({
          name: name.replace(BEFORE_AND_AFTER, ""),
          text: readFileSync(`samples/${language}/${name}`, "utf8"),
        }));
        return { name: script!.name.replace(/\.[^.]+$/, ""), title, script: script!, shared: others };
      });
  const starters = { zh: startersIn("zh"), en: startersIn("en") };
  const ofInit = `// Generated from samples/ by client/new-script/templates.generate.ts (npm run generate). Do not edit.
export const STARTER_SCRIPTS = ${JSON.stringify(starters, undefined, 2)};
`;
  return [
    { path: OUTPUT, content },
    { path: OF_INIT, content: ofInit },
  ];
}

function templateOf(document: ScriptDocument, language: string) {
  const { title, fields } = document.script;
  if (title?.text.kind !== "text") throw new Error(`${document.uri} has no title`);
  return {
    language,
    file: basename(document.uri),
    title: title.text.text,
    description: fieldValue(fields, "description") ?? "",
    shared: sharedBy(document.uri),
  };
}

/** The names of the files beside a sample that it imports, and those that they import. */
function sharedBy(path: string, found: string[] = []): string[] {
  const document = readDocument(path, readFileSync(path, "utf8"));
  for (const imported of importsOf(document)) {
    const name = basename(imported.path?.text ?? "");
    const beside = join(path, "..", name);
    if (imported.path?.text !== `./${name}` || !existsSync(beside))
      throw new Error(`${path} imports what is not beside it`);
    if (found.includes(name)) continue;
    found.push(name);
    sharedBy(beside, found);
  }
  return found;
}
