import type { PanelMessage, ViewMessage } from "../messages.ts";
import { STRINGS } from "./strings.ts";
import { makeRehearsalView, type RehearsalView } from "./view.ts";

declare function acquireVsCodeApi(): { postMessage(message: ViewMessage): void };

const host = acquireVsCodeApi();
let view: RehearsalView | undefined;

window.addEventListener("message", ({ data: { rehearsal, locale, step } }: MessageEvent<PanelMessage>) => {
  view ??= open(locale);
  view.show(rehearsal, step);
});
host.postMessage({ type: "ready" });

function open(locale: "zh" | "en"): RehearsalView {
  const made = makeRehearsalView(STRINGS[locale], {
    play: (moves, step) => host.postMessage({ type: "play", moves, ...(step !== undefined && { step }) }),
    save: (transcript) => host.postMessage({ type: "save", transcript }),
  });
  document.documentElement.lang = STRINGS[locale].language;
  document.getElementById("root")?.replaceChildren(made.element);
  return made;
}
