import { turnsOf } from "../model/symbols.ts";
import type { JudgedParams, JudgedScript } from "../protocol.ts";
import type { Finding } from "../rules/rule.ts";
import type { Workspace } from "./workspace.ts";

/** What is known of scripts beside their diagnostics; nothing of those that are not there. */
export function judgedScripts(workspace: Workspace, { uris }: JudgedParams): readonly JudgedScript<Finding>[] {
  return uris.flatMap((uri): JudgedScript<Finding>[] => {
    const script = workspace.project.get(uri);
    if (script === undefined) return [];
    const { silenced, crashes } = workspace.judgeScript(script);
    return [
      {
        language: script.facts.language,
        silenced: silenced.map(({ finding, ignore: { reason } }) => ({
          finding,
          ...(reason && { reason: reason.text }),
        })),
        agentTurns: [...turnsOf(script)].filter(({ role }) => role === "agent").length,
        crashes: crashes.map(({ ruleId, error }) => ({ ruleId, error: String(error) })),
      },
    ];
  });
}
