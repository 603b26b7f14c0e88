import { CONTENT_ID, type PageContent } from "../../server/export/page.ts";
import type { ScriptDocument } from "../../server/model/document.ts";
import { Project } from "../../server/model/project.ts";
import type { RehearsalMove } from "../../server/protocol.ts";
import { judgedFlow } from "../../server/rules/judged-flow.ts";
import { lint } from "../../server/rules/lint.ts";
import { rehearse } from "../../server/rules/rehearse.ts";
import { STRINGS as PREVIEW_STRINGS } from "../preview/webview/strings.ts";
import { applyTheme } from "../preview/webview/theme.ts";
import { makeView } from "../preview/webview/view.ts";
import { STRINGS as REHEARSAL_STRINGS } from "../rehearsal/webview/strings.ts";
import { makeRehearsalView } from "../rehearsal/webview/view.ts";
import { html } from "../webview/html.ts";
import { downloadPicture, downloadText } from "./download.ts";
import { STRINGS } from "./strings.ts";
import { makeTabs } from "./tabs.ts";

/** The page that an exported script is: the picture and the rehearsal, judged here, without a server. */
function open(content: PageContent): void {
  const project = new Project();
  for (const { uri, text } of content.files) project.set(uri, text);
  const script = project.get(content.main);
  if (script === undefined) return;
  const { language } = content;
  const strings = STRINGS[language];
  const today = dayOf(new Date());
  const { findings } = lint(project, script, { today });
  const flow = judgedFlow(project, script, findings, { language });

  applyTheme();
  const preview = makeView(language, PREVIEW_STRINGS[language], {
    state: undefined,
    send: () => undefined,
    remember: () => undefined,
  });
  const rehearsal = makeRehearsalView(REHEARSAL_STRINGS[language], {
    play,
    save: (transcript) => downloadText(`${flow.title || "rehearsal"}.sscript`, transcript),
  });
  function play(moves: readonly RehearsalMove[], step?: string): void {
    rehearsal.show(rehearse(project, script as ScriptDocument, { moves, step, language, today }), step);
  }

  const pictures = (["svg", "png"] as const).map((format) => {
    const button = html("button", "", { type: "button" }, strings.download[format]);
    button.addEventListener("click", () => void downloadPicture(flow, format, language));
    return button;
  });
  const tabs = makeTabs(
    [
      { name: strings.flow, panel: preview.element },
      { name: strings.rehearse, panel: rehearsal.element },
    ],
    pictures,
  );
  document.getElementById("root")?.replaceChildren(tabs);
  preview.show(flow);
  play([]);
}

function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

open(JSON.parse(document.getElementById(CONTENT_ID)?.textContent ?? "null") as PageContent);
