import type { PanelMessage, ViewMessage } from "../messages.ts";
import { STRINGS } from "./strings.ts";
import { applyTheme } from "./theme.ts";
import { makeView, type View, type ViewState } from "./view.ts";

interface Host {
  postMessage(message: ViewMessage): void;
  getState(): ViewState | undefined;
  setState(state: ViewState): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
let view: View | undefined;

applyTheme();
window.addEventListener("message", ({ data }: MessageEvent<PanelMessage>) => receive(data));
host.postMessage({ type: "ready" });

function receive(message: PanelMessage): void {
  switch (message.type) {
    case "show":
      view ??= open(message.locale);
      view.show(message.flow);
      break;
    case "select":
      view?.select(message);
      break;
    case "chooseFinding":
      view?.choose(message.finding);
      break;
    case "edited":
      view?.edited(message.refusal);
      break;
    case "drawPng":
      void view?.png().then((base64) => host.postMessage({ type: "png", ...(base64 !== undefined && { base64 }) }));
      break;
  }
}

function open(locale: "zh" | "en"): View {
  const made = makeView(locale, STRINGS[locale], {
    state: host.getState(),
    isEditor: true,
    send: (message) => host.postMessage(message),
    remember: (state) => host.setState(state),
  });
  document.documentElement.lang = STRINGS[locale].language;
  document.getElementById("root")?.replaceChildren(made.element);
  return made;
}
