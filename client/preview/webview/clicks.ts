import type { Span } from "../../../server/protocol.ts";

export interface ClickActions {
  reveal(span: Span): void;
  choose(finding: string): void;
  /** The next of a node's findings of one severity. */
  chooseNext(node: string, severity: string): void;
  /** To the node that a stub names. */
  goTo(node: string): void;
  clear(): void;
}

/** What a click or Enter on a part of the picture means; parts say what they are in their `data-` attributes. */
export function listenForClicks(stage: HTMLElement, actions: ClickActions): void {
  stage.addEventListener("click", ({ target }) => {
    if (!(target instanceof Element)) return;
    const node = target.closest(".node")?.getAttribute("data-id");
    const severity = target.closest(".badge")?.getAttribute("data-severity");
    if (node && severity) {
      actions.chooseNext(node, severity);
      return;
    }
    const finding = target.closest(".mark, .row")?.getAttribute("data-finding");
    if (finding) actions.choose(finding);
    if (target.closest(".mark")) return;
    const stub = target.closest(".stub")?.getAttribute("data-target");
    if (stub) {
      actions.goTo(stub);
      return;
    }
    const part = target.closest(".row, .node");
    const span = part && spanOf(part);
    if (span) actions.reveal(span);
    else if (!target.closest(".node, .edge")) actions.clear();
  });
  stage.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.target instanceof Element)) return;
    const span = spanOf(event.target);
    if (span) actions.reveal(span);
  });
}

function spanOf(part: Element): Span | undefined {
  const [start, end] = [part.getAttribute("data-start"), part.getAttribute("data-end")];
  return start === null || end === null ? undefined : { start: Number(start), end: Number(end) };
}
