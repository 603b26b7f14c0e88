import { pathToFileURL } from "node:url";
import { Configurations } from "../config/configurations.ts";
import { configure } from "../config/configure.ts";
import type { ScriptDocument } from "../model/document.ts";
import { Project } from "../model/project.ts";
import { brokenConfigurations } from "./broken-configuration.ts";
import { diskSource, type FileProblem, findScripts, readScript } from "./disk-source.ts";

/** Scripts that were read together, each with the path by which the user knows it. */
export interface LoadedProject {
  readonly project: Project;
  readonly scripts: readonly { readonly path: string; readonly document: ScriptDocument }[];
  readonly problems: readonly FileProblem[];
}

/**
 * Reads all scripts that the paths name, and those that they import, with what is configured for each. What is wrong
 * with a configuration is a problem: without it, what is told of the scripts need not be what the organisation means.
 */
export async function loadProject(paths: readonly string[]): Promise<LoadedProject> {
  const { files, problems } = await findScripts(paths);
  const project = new Project();
  const read: { readonly path: string; readonly uri: string }[] = [];
  for (const path of files) {
    const file = await readScript(path);
    if ("problem" in file) problems.push(file.problem);
    else {
      const uri = pathToFileURL(path).href;
      project.set(uri, file.text);
      read.push({ path, uri });
    }
  }
  const source = diskSource([".", ...paths]);
  for (const { uri } of read) await project.loadImports(project.get(uri)!, source);
  const configurations = new Configurations(source);
  for (const { uri } of read) await configure(project, uri, configurations);
  problems.push(...(await brokenConfigurations(configurations)));
  return { project, scripts: read.map(({ path, uri }) => ({ path, document: project.get(uri)! })), problems };
}
