import type { DefinitionParams, Location } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { targetsOf } from "../model/symbols.ts";
import { toRange } from "./convert.ts";
import type { Workspace } from "./workspace.ts";

/** From a target to the heading of the step that it names. */
export function definition(
  workspace: Workspace,
  document: TextDocument,
  { position }: DefinitionParams,
): Location | null {
  const offset = document.offsetAt(position);
  for (const { target, resolution } of targetsOf(workspace.judge(document).script))
    if (target.start <= offset && offset <= target.end && resolution.kind === "step")
      return { uri: document.uri, range: toRange(document, resolution.step.heading) };
  return null;
}
