import { visible } from "../../../server/picture/measure.ts";
import type { FlowEdit, FlowNode, FlowTarget } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

type Kind = FlowEdit["kind"];

export interface EditMenuActions {
  edit(node: FlowNode, edit: FlowEdit): void;
  /** The steps that something can lead to, in the order of the script. */
  targets(): readonly { readonly title: string; readonly at: number }[];
  /** Where the focus goes when the menu closes. */
  leave(node: FlowNode): void;
}

export interface EditMenu {
  readonly element: HTMLElement;
  /** Opens for a node at a point of the stage, in pixels; with `kind` at once with the form of that edit. */
  open(node: FlowNode, at: { readonly x: number; readonly y: number }, kind?: Kind): void;
  /** The edit was made, or refused with a reason that the form tells. */
  answer(refusal: string | undefined): void;
  close(): void;
}

/** What can be edited at a node: a card without a title belongs to its step, a decision has nothing but branches. */
export function editsOf(node: FlowNode): readonly Kind[] {
  if (node.kind === "decision") return ["add-branch"];
  if (node.kind === "end") return [];
  return node.title ? ["rename", "add-step", "connect", "add-branch"] : ["connect", "add-branch"];
}

/** The menu of a node, and the form that asks for what an edit needs. Keys stay in it, and Escape leaves it. */
export function makeEditMenu(strings: Strings, actions: EditMenuActions): EditMenu {
  const words = strings.edit;
  const element = html("div", "edit-menu");
  element.hidden = true;
  let current: FlowNode | undefined;
  const refusal = html("p", "refusal", { role: "alert" });
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") leave();
    const items = [...element.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step === 0 || items.length === 0) return;
    event.preventDefault();
    const next = items.indexOf(document.activeElement as HTMLElement) + step;
    items[(next + items.length) % items.length]!.focus();
  };
  element.addEventListener("keydown", onKey);
  // The stage would take them for a wish to move the picture.
  for (const kind of ["pointerdown", "click", "wheel", "contextmenu"] as const)
    element.addEventListener(kind, (event) => event.stopPropagation());
  return { element, open, answer, close };

  function open(node: FlowNode, at: { readonly x: number; readonly y: number }, kind?: Kind): void {
    const kinds = editsOf(node);
    if (kinds.length === 0 || (kind !== undefined && !kinds.includes(kind))) return;
    current = node;
    element.hidden = false;
    if (kind === undefined) showItems(node, kinds);
    else showForm(node, kind);
    const room = element.parentElement ?? element;
    element.style.left = `${Math.max(4, Math.min(at.x, room.clientWidth - element.offsetWidth - 4))}px`;
    element.style.top = `${Math.max(4, Math.min(at.y, room.clientHeight - element.offsetHeight - 4))}px`;
  }

  function showItems(node: FlowNode, kinds: readonly Kind[]): void {
    const items = kinds.map((kind) => {
      const item = html("button", "", { type: "button", role: "menuitem" }, words.menu[kind]);
      item.addEventListener("click", () => showForm(node, kind));
      return item;
    });
    element.replaceChildren(html("div", "items", { role: "menu", "aria-label": words.title }, ...items));
    items[0]!.focus();
  }

  function showForm(node: FlowNode, kind: Kind): void {
    const name = html("input", "", { type: "text", "aria-label": words.label[kind], placeholder: words.label[kind] });
    if (kind === "rename" && node.kind === "card") name.value = node.title ?? "";
    const target = targetSelect(kind);
    const fields = kind === "connect" ? [target] : kind === "add-branch" ? [name, target] : [name];
    const apply = html("button", "apply", { type: "submit" }, words.apply);
    const form = html("form", "", { "aria-label": words.menu[kind] }, html("strong", "", {}, words.menu[kind]));
    refusal.textContent = "";
    form.append(...fields, apply, refusal);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const edit = editFrom(kind, name.value, target.value);
      if (edit !== undefined) actions.edit(node, edit);
    });
    element.replaceChildren(form);
    fields[0]!.focus();
    name.select();
  }

  /** Where it leads; a new branch may just go on. */
  function targetSelect(kind: Kind): HTMLSelectElement {
    const options = actions.targets().map(({ title, at }) => html("option", "", { value: String(at) }, visible(title)));
    const select = html("select", "", { "aria-label": words.label.connect }, ...options);
    select.append(html("option", "", { value: "end" }, words.end));
    if (kind === "add-branch") select.prepend(html("option", "", { value: "", selected: "" }, words.goOn));
    return select;
  }

  function answer(reason: string | undefined): void {
    if (reason === undefined) leave();
    else refusal.textContent = reason;
  }

  function leave(): void {
    const node = current;
    close();
    if (node !== undefined) actions.leave(node);
  }

  function close(): void {
    current = undefined;
    element.hidden = true;
    element.replaceChildren();
  }
}

/** The edit that a filled-in form asks for; nothing while its name is empty. */
function editFrom(kind: Kind, name: string, target: string): FlowEdit | undefined {
  const to: FlowTarget | undefined = target === "" ? undefined : target === "end" ? "end" : Number(target);
  if (kind === "connect") return to === undefined ? undefined : { kind, to };
  if (name.trim() === "") return undefined;
  if (kind === "add-branch") return { kind, label: name, ...(to !== undefined && { to }) };
  return { kind, name };
}
