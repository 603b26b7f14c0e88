import { drawPicture } from "../../server/picture/draw.ts";
import { layoutFlow } from "../../server/picture/layout.ts";
import { splitPages } from "../../server/picture/pages.ts";
import { PICTURE_WORDS } from "../../server/picture/words.ts";
import type { CallFlow } from "../../server/protocol.ts";
import { realise } from "../preview/webview/dom.ts";
import { html } from "../webview/html.ts";

/** Puts the whole picture with its full text on pages of paper when the page is printed, and away afterwards. */
export function printInPages(flow: CallFlow, language: "zh" | "en"): void {
  const paper = html("div", "paper", { "aria-hidden": "true" });
  document.body.append(paper);
  window.addEventListener("beforeprint", () => paper.replaceChildren(...drawPages(flow, language)));
  window.addEventListener("afterprint", () => paper.replaceChildren());
}

/** A4 with the margins of the style sheet, at 96 pixels an inch, without the line below the picture. */
const SIZE = { width: 703, height: 990 };

function drawPages(flow: CallFlow, language: "zh" | "en"): HTMLElement[] {
  const pages = splitPages(layoutFlow(flow, { detail: "full" }), SIZE);
  return pages.map(({ area, scale, layout }, index) => {
    const picture = realise(drawPicture(layout, PICTURE_WORDS[language]));
    picture.setAttribute("viewBox", `${area.x} ${area.y} ${area.width} ${area.height}`);
    picture.setAttribute("width", String(area.width * scale));
    picture.setAttribute("height", String(area.height * scale));
    const foot = pages.length === 1 ? flow.title : `${flow.title} · ${index + 1}/${pages.length}`;
    return html("section", "sheet", {}, picture, html("footer", "", {}, foot));
  });
}
