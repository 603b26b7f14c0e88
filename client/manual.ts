import { type Disposable, workspace } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { MANUAL_REQUEST, type ManualParams } from "../server/protocol.ts";

/** What the addresses of the manual's pages begin with: `service-script-manual:/zh/forbidden/brush-off.md`. */
export const MANUAL_SCHEME = "service-script-manual";

/**
 * Shows the rules' pages of the manual inside the editor, as the server writes them; package.json has them opened as
 * rendered Markdown.
 */
export function showManual(client: BaseLanguageClient): Disposable {
  return workspace.registerTextDocumentContentProvider(MANUAL_SCHEME, {
    async provideTextDocumentContent({ path }) {
      const [, language, ruleId = ""] = /^\/(zh|en)\/(.+)\.md$/.exec(path) ?? [];
      const params: ManualParams = { ruleId, language: language === "zh" ? "zh" : "en" };
      return client.sendRequest<string | null>(MANUAL_REQUEST, params);
    },
  });
}
