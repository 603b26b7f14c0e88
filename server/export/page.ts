import { borrowed } from "../model/borrowed.ts";
import type { ScriptDocument } from "../model/document.ts";
import { importsOf } from "../model/imports.ts";
import type { Project } from "../model/project.ts";
import { uriKey } from "../model/uri-key.ts";
import { escapeText } from "../picture/svg.ts";

/** The program and the style sheet that a page carries, as text. The bundler leaves no `</script` in the program. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** The SHA-256 of the program in UTF-8, in base64, by which the page's policy knows it. */
  readonly digest: string;
}

/** What a page knows of a call: the script, all that it borrows, and the reader's language. */
export interface PageContent {
  readonly main: string;
  readonly files: readonly { readonly uri: string; readonly text: string }[];
  readonly language: "zh" | "en";
}

/** The id of the element in which a page carries its content. */
export const CONTENT_ID = "service-script-content";

/**
 * One page with the picture and the rehearsal of a script, which opens without a server and without a network. It may
 * run the one program that it carries and load nothing.
 */
export function toPage(
  project: Project,
  document: ScriptDocument,
  { assets, language }: { readonly assets: PageAssets; readonly language: "zh" | "en" },
): string {
  const scripts = [document, ...borrowed(project, document)];
  // Names, not addresses: where the files lay on the author's machine is nobody's business.
  const names = new Map(scripts.map(({ uri }, index) => [uriKey(uri), `file:///${index}.sscript`]));
  const content: PageContent = {
    main: names.get(uriKey(document.uri))!,
    files: scripts.map((script) => ({ uri: names.get(uriKey(script.uri))!, text: withNames(script, names) })),
    language,
  };
  const title = document.script.title?.text.kind === "text" ? document.script.title.text.text : "Service Script";
  // No text of a script can end the element that holds it.
  const data = JSON.stringify(content).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const policy = `default-src 'none'; script-src 'sha256-${assets.digest}'; style-src 'unsafe-inline'; img-src blob: data:`;
  return `<!DOCTYPE html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeText(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>${assets.style}</style>
</head>
<body>
<div id="root"></div>
<script type="application/json" id="${CONTENT_ID}">${data}</script>
<script>${assets.script}</script>
</body>
</html>
`;
}

/** A script's text with its imports renamed to the names that the page gives them. */
function withNames(script: ScriptDocument, names: ReadonlyMap<string, string>): string {
  let text = script.text;
  for (const { uri, path } of [...importsOf(script)].reverse()) {
    if (path === undefined) continue;
    // Of a script that is not there only the name is left.
    const name = (uri === undefined ? undefined : names.get(uriKey(uri))) ?? path.text;
    text = `${text.slice(0, path.start)}./${name.replace(/^.*[\\/]/, "")}${text.slice(path.end)}`;
  }
  return text;
}
