import { readDocument, type ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import type { SourceText } from "../model/source.ts";
import { UseIndex } from "../model/uses.ts";
import type { Example } from "./rule.ts";

/** Reads an example of a rule, without its marks, with the files beside it as its whole folder: what tests and the manual judge. */
export async function readExample(example: string | Example): Promise<{ project: Project; document: ScriptDocument }> {
  const { text, files = {} } = typeof example === "string" ? { text: example } : example;
  const main = text.replace(/[⟦⟧]/g, "");
  const uses = new UseIndex();
  for (const [name, content] of Object.entries({ ...files, "main.sscript": main }))
    if (content !== null) uses.add(readDocument(`${FOLDER}${name}`, content));
  const project = new Project({}, uses);
  const document = project.set(`${FOLDER}main.sscript`, main);
  const all: Readonly<Record<string, string | null>> = { ...files, "main.sscript": main };
  await project.loadImports(document, { read: async (uri) => sourceText(decodeURIComponent(uri), all) });
  return { project, document: project.get(document.uri) ?? document };
}

const FOLDER = "file:///scripts/calls/";

function sourceText(uri: string, files: Readonly<Record<string, string | null>>): SourceText {
  if (!uri.startsWith(FOLDER)) return { absent: "outside" };
  const text = files[uri.slice(FOLDER.length)];
  return text === undefined ? { absent: "missing" } : text === null ? { absent: "unreadable" } : { text };
}
