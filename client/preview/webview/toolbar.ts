import { visible } from "../../../server/picture/measure.ts";
import type { Detail } from "../../../server/picture/sizes.ts";
import type { CallFlow, Severity } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

export interface ToolbarActions {
  detail(level: Detail): void;
  zoom(factor: number): void;
  resetZoom(): void;
  fit(): void;
  search(query: string): void;
  /** To the next hit, or with -1 to the one before. */
  step(direction: 1 | -1): void;
  nextFinding(severity: Severity): void;
  outline(open: boolean): void;
  /** Absent where they are offered elsewhere. */
  readonly share?: { rehearse(): void; export(): void };
}

export interface Toolbar {
  readonly element: HTMLElement;
  show(flow: CallFlow): void;
  setDetail(level: Detail): void;
  setScale(scale: number): void;
  setHits(current: number, count: number, searching: boolean): void;
  focusSearch(): void;
}

/** The bar above the picture: what is shown, a search, how much of it, and how large. */
export function makeToolbar(strings: Strings, actions: ToolbarActions): Toolbar {
  const title = html("h1", "title");
  const chips = html("span", "chips");
  const counts = html("span", "counts");
  const { box, input, found } = makeSearch(strings, actions);
  const levels = (["steps", "turns", "full"] as const).map((level) => {
    const button = html(
      "button",
      "",
      { type: "button", "data-detail": level, "aria-pressed": "false" },
      strings[level],
    );
    button.addEventListener("click", () => actions.detail(level));
    return button;
  });
  const scale = action("100%", strings.zoomReset, actions.resetZoom, "scale");
  const zoom = [
    action("−", strings.zoomOut, () => actions.zoom(1 / 1.2)),
    scale,
    action("+", strings.zoomIn, () => actions.zoom(1.2)),
    action(strings.fit, strings.fit, actions.fit, "fit"),
  ];
  const outline = html("button", "list", { type: "button", "aria-pressed": "false" }, strings.showOutline);
  outline.addEventListener("click", () => {
    const open = outline.getAttribute("aria-pressed") !== "true";
    outline.setAttribute("aria-pressed", String(open));
    actions.outline(open);
  });
  const share =
    actions.share === undefined
      ? []
      : [
          html(
            "div",
            "group",
            { role: "group" },
            action(`▶ ${strings.rehearse}`, strings.rehearse, actions.share.rehearse, "rehearse"),
            action(strings.export, strings.export, actions.share.export, "export"),
          ),
        ];
  const element = html(
    "header",
    "toolbar",
    { role: "toolbar", "aria-label": strings.picture },
    html("div", "about", {}, title, chips, counts),
    box,
    html("div", "group", { role: "group" }, outline),
    html("div", "group detail", { role: "group", "aria-label": strings.detail }, ...levels),
    html("div", "group zoom", { role: "group" }, ...zoom),
    ...share,
  );
  return { element, show, setDetail, setScale, setHits, focusSearch: () => input.select() };

  function show(flow: CallFlow): void {
    title.textContent = visible(flow.title);
    title.title = visible(flow.title);
    chips.textContent = visible(flow.chips.join(" · "));
    chips.hidden = flow.chips.length === 0;
    counts.replaceChildren(
      ...(["error", "warning", "information"] as const).flatMap((severity) => count(flow, severity)),
    );
  }

  function count(flow: CallFlow, severity: Severity): HTMLElement[] {
    const number = flow.findings.filter((finding) => finding.severity === severity).length;
    if (number === 0) return [];
    const label = `${number} ${strings.severity[severity]} — ${strings.nextFinding}`;
    return [action(String(number), label, () => actions.nextFinding(severity), `count ${severity}`)];
  }

  function setDetail(level: Detail): void {
    for (const button of levels) button.setAttribute("aria-pressed", String(button.dataset.detail === level));
  }

  function setScale(value: number): void {
    const text = `${Math.round(value * 100)}%`;
    // Even the same text would be laid out anew.
    if (scale.textContent !== text) scale.textContent = text;
  }

  function setHits(current: number, count: number, searching: boolean): void {
    found.textContent = !searching ? "" : count === 0 ? strings.noHits : `${current + 1}/${count}`;
  }
}

function makeSearch(strings: Strings, actions: ToolbarActions) {
  const input = html("input", "", { type: "text", placeholder: strings.search, "aria-label": strings.search });
  input.spellcheck = false;
  const found = html("span", "found", { role: "status" });
  input.addEventListener("input", () => actions.search(input.value));
  input.addEventListener("keydown", (event) => {
    // Enter also ends a word that is being composed, and that is not a wish to go on.
    if (event.isComposing) return;
    if (event.key === "Enter") actions.step(event.shiftKey ? -1 : 1);
    if (event.key !== "Escape" || input.value === "") return;
    event.stopPropagation();
    input.value = "";
    actions.search("");
  });
  return { box: html("div", "search", {}, input, found), input, found };
}

function action(text: string, label: string, run: () => void, name = ""): HTMLButtonElement {
  const button = html("button", name, { type: "button", "aria-label": label, title: label }, text);
  button.addEventListener("click", run);
  return button;
}
