import type { CallFlow, FlowEdit, FlowNode } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import { editsOf, makeEditMenu } from "./edit-menu.ts";
import type { Strings } from "./strings.ts";

export interface EditingHost {
  /** Whether the text can be edited, and the picture is of the text as it is now. */
  isOpen(): boolean;
  flow(): CallFlow | undefined;
  /** Where a node is on the stage, in pixels. */
  areaOf(node: string): { readonly x: number; readonly y: number; readonly width: number } | undefined;
  /** @param at where the node begins in the text */
  edit(at: number, edit: FlowEdit): void;
  focus(node: string): void;
}

export interface Editing {
  readonly elements: readonly HTMLElement[];
  /** Puts the handle on a node, or away. */
  select(node: string | undefined): void;
  /** Keeps the handle on its node when that has moved. */
  follow(): void;
  /** The edit was made, or refused with this reason. */
  answer(refusal: string | undefined): void;
}

/**
 * Editing in the picture: a handle on the selected node opens its menu, as do a right click, the menu key, and F2 for the
 * name of a step.
 */
export function makeEditing(strings: Strings, stage: HTMLElement, host: EditingHost): Editing {
  const handle = html(
    "button",
    "edit-handle",
    { type: "button", "aria-label": strings.edit.title, title: strings.edit.title, "aria-haspopup": "menu" },
    "✎",
  );
  handle.hidden = true;
  let selected: string | undefined;
  const menu = makeEditMenu(strings, {
    edit: (node, edit) => {
      if (node.kind !== "end") host.edit(node.span.start, edit);
    },
    targets: () =>
      (host.flow()?.nodes ?? []).flatMap((node) =>
        node.kind === "card" && node.title ? [{ title: node.title, at: node.span.start }] : [],
      ),
    leave: ({ id }) => host.focus(id),
  });
  handle.addEventListener("pointerdown", (event) => event.stopPropagation());
  handle.addEventListener("click", (event) => {
    event.stopPropagation();
    if (selected !== undefined) openMenu(selected);
  });
  stage.addEventListener("contextmenu", (event) => {
    const id = nodeOf(event.target);
    if (id === undefined || !host.isOpen()) return;
    event.preventDefault();
    openMenu(id);
  });
  stage.addEventListener("keydown", (event) => {
    const id = nodeOf(event.target);
    if (event.key !== "F2" || id === undefined) return;
    event.preventDefault();
    openMenu(id, "rename");
  });
  stage.addEventListener("focusin", ({ target }) => {
    const id = nodeOf(target);
    if (id !== undefined) select(id);
  });
  // A click beside the menu closes it; one in it does not come here.
  stage.addEventListener("pointerdown", () => menu.close());
  return { elements: [handle, menu.element], select, follow, answer: menu.answer };

  function select(node: string | undefined): void {
    selected = node;
    follow();
  }

  function follow(): void {
    const area = selected === undefined || !host.isOpen() ? undefined : host.areaOf(selected);
    const node = nodeNamed(selected);
    handle.hidden = area === undefined || node === undefined || editsOf(node).length === 0;
    if (area !== undefined)
      handle.style.transform = `translate(${Math.round(area.x + area.width - 12)}px, ${Math.round(area.y - 12)}px)`;
  }

  function openMenu(id: string, kind?: FlowEdit["kind"]): void {
    const [node, area] = [nodeNamed(id), host.areaOf(id)];
    if (node === undefined || area === undefined || !host.isOpen()) return;
    select(id);
    menu.open(node, { x: area.x + area.width - 12, y: area.y + 16 }, kind);
  }

  function nodeNamed(id: string | undefined): FlowNode | undefined {
    return host.flow()?.nodes.find((node) => node.id === id);
  }
}

function nodeOf(target: EventTarget | null): string | undefined {
  return (target as Element | null)?.closest?.(".node")?.getAttribute("data-id") ?? undefined;
}
