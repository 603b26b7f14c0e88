import { env, workspace } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient";
import { MANUAL_SCHEME } from "./manual.ts";

/** What the language client is called and how it is set up, wherever the server runs. */
export function clientOptions(): { id: string; name: string; options: LanguageClientOptions } {
  // Not every scheme: the old side of a diff is the same language, and its findings would be shown twice. The folders
  // of a repository that was never cloned have a scheme of their own.
  const schemes = new Set(["file", "untitled", ...(workspace.workspaceFolders ?? []).map(({ uri }) => uri.scheme)]);
  return {
    id: "serviceScript",
    name: "Service Script 话术",
    options: {
      documentSelector: [...schemes].map((scheme) => ({ scheme, language: "service-script" })),
      initializationOptions: () => ({
        language: env.language,
        // The server asks for them as well, but what it finds before the answer is to be told as they say.
        settings: { run: setting("run"), language: setting("language") },
        trusted: workspace.isTrusted,
        manual: `${MANUAL_SCHEME}:`,
        commands: true,
      }),
      diagnosticPullOptions: { onChange: true, onTabs: true, onFocus: true },
    },
  };
}

function setting(name: string): unknown {
  return workspace.getConfiguration("serviceScript").get(name);
}
