import type { Diagnostic } from "vscode-languageserver";
import type { ScriptDocument } from "../model/document.ts";
import { toDiagnostic } from "./convert.ts";
import type { Judged, Workspace } from "./workspace.ts";

/** What is wrong with a script, and a name for it: the same name, the same diagnostics. */
export interface Report {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

/** The findings of a script as diagnostics, with the path that proves a finding as related information. */
export function report(workspace: Workspace, script: ScriptDocument): Report {
  const judged = workspace.judgeScript(script);
  let known = reports.get(judged);
  if (known === undefined) {
    const items = judged.findings.map((finding) => toDiagnostic(script, finding, workspace));
    known = { resultId: nameOf(JSON.stringify(items)), items };
    reports.set(judged, known);
  }
  return known;
}

const reports = new WeakMap<Judged, Report>();

/** FNV-1a of 32 bits, with the length: what differs has the same name once in four thousand million cases. */
function nameOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return `${(hash >>> 0).toString(36)}-${text.length.toString(36)}`;
}

/** Of a script without findings, or none at all. */
export const NOTHING: Report = { resultId: nameOf("[]"), items: [] };
