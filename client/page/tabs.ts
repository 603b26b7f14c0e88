import { html } from "../webview/html.ts";

export interface Tab {
  readonly name: string;
  readonly panel: HTMLElement;
}

/** Panels of which one is shown, chosen by tabs that work with the arrow keys as tabs do (WAI-ARIA). */
export function makeTabs(tabs: readonly Tab[], more: readonly HTMLElement[]): HTMLElement {
  const buttons = tabs.map(({ name }, index) => {
    const button = html(
      "button",
      "",
      { type: "button", role: "tab", id: `tab-${index}`, "aria-controls": `panel-${index}` },
      name,
    );
    button.addEventListener("click", () => select(index));
    button.addEventListener("keydown", ({ key }) => {
      const step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step === 0) return;
      const next = (index + step + tabs.length) % tabs.length;
      select(next);
      buttons[next]!.focus();
    });
    return button;
  });
  const panels = tabs.map(({ panel }, index) =>
    html("div", "panel", { role: "tabpanel", id: `panel-${index}`, "aria-labelledby": `tab-${index}` }, panel),
  );
  const list = html("div", "tabs", { role: "tablist" }, ...buttons);
  const bar = html("nav", "page-bar", {}, list, html("div", "more", {}, ...more));
  select(0);
  return html("div", "page", {}, bar, ...panels);

  function select(chosen: number): void {
    for (const [index, button] of buttons.entries()) {
      button.setAttribute("aria-selected", String(index === chosen));
      button.tabIndex = index === chosen ? 0 : -1;
      panels[index]!.hidden = index !== chosen;
    }
  }
}
