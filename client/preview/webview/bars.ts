import { visible } from "../../../server/picture/measure.ts";
import type { CallFlow, FlowFinding } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

export interface Bar<Content> {
  readonly element: HTMLElement;
  /** Shows the bar with its content; without one it is hidden. */
  show(content: Content | undefined): void;
}

type Broken = NonNullable<CallFlow["broken"]>;

/** Says calmly that the text is damaged; a click leads to the place. */
export function makeBrokenBar(strings: Strings, reveal: (broken: Broken) => void) {
  const button = html("button", "", { type: "button" });
  const element = html("div", "bar broken", { role: "status" }, button);
  let current: Broken | undefined;
  button.addEventListener("click", () => current && reveal(current));
  element.hidden = true;
  return {
    element,
    show(content: { readonly broken: Broken; readonly hasPicture: boolean } | undefined): void {
      current = content?.broken;
      element.hidden = content === undefined;
      if (content === undefined) return;
      const { line, message } = content.broken;
      button.textContent = strings.broken(line, visible(message), content.hasPicture);
    },
  } satisfies Bar<{ readonly broken: Broken; readonly hasPicture: boolean }>;
}

/** Tells a chosen finding: its rule and what is wrong, which names the path that is lit. */
export function makeFindingBar(
  strings: Strings,
  actions: {
    reveal(finding: FlowFinding): void;
    close(): void;
    /** Absent where nothing can be edited. */
    readonly remedy?: ((finding: FlowFinding) => void) | undefined;
  },
): Bar<FlowFinding> {
  const rule = html("span", "rule");
  const message = html("span", "message");
  const go = html("button", "go", { type: "button" }, `${strings.goToText} ↵`);
  const close = html("button", "close", { type: "button", "aria-label": strings.close, title: strings.close }, "✕");
  const mend = html("button", "go mend", { type: "button" }, strings.remedy);
  const element = html("div", "bar finding", { role: "status" }, rule, html("p", "", {}, message), mend, go, close);
  mend.hidden = actions.remedy === undefined;
  let current: FlowFinding | undefined;
  mend.addEventListener("click", () => current && actions.remedy?.(current));
  go.addEventListener("click", () => current && actions.reveal(current));
  close.addEventListener("click", () => actions.close());
  element.hidden = true;
  return {
    element,
    show(finding) {
      current = finding;
      element.hidden = finding === undefined;
      if (finding === undefined) return;
      element.dataset.severity = finding.severity;
      element.dataset.finding = finding.id;
      rule.textContent = finding.ruleId;
      message.textContent = visible(finding.message);
    },
  };
}
