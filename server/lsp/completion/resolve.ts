import type { CompletionItem } from "vscode-languageserver";
import { occurrenceAt } from "../../model/names.ts";
import { RULES } from "../../rules/index.ts";
import { meaningOfKeyword } from "../keyword-meaning.ts";
import { meaningOfName } from "../named-meaning.ts";
import { ruleSummary } from "../rule-summary.ts";
import type { Workspace } from "../workspace.ts";
import type { Remembered } from "./item.ts";

/** A completion with its documentation, which is worked out only for the one that is looked at. */
export function resolveCompletion(workspace: Workspace, item: CompletionItem): CompletionItem {
  const value = item.data === undefined ? undefined : documentation(workspace, item.data as Remembered);
  return value === undefined ? item : { ...item, documentation: { kind: "markdown", value } };
}

function documentation({ project, language }: Workspace, data: Remembered): string | undefined {
  switch (data.kind) {
    case "keyword":
      return meaningOfKeyword(data.table, data.id, language, data.sentences);
    case "rule": {
      const rule = RULES.find(({ id }) => id === data.id);
      return rule && ruleSummary(rule, language);
    }
    case "name": {
      const script = project.get(data.uri);
      const found = script && occurrenceAt(project, script, data.offset);
      return found && meaningOfName(project, found.named, language);
    }
  }
}
