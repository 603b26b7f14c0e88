import { visible } from "../../../server/picture/measure.ts";
import type { CallFlow, CardNode, FlowEdge, FlowNode, FlowRow, Span } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

export interface OutlineActions {
  reveal(span: Span): void;
  goTo(node: string): void;
}

export interface Outline {
  readonly element: HTMLElement;
  show(flow: CallFlow): void;
  /** Shows it beside the picture, or to screen readers alone. */
  setOpen(open: boolean): void;
}

/**
 * The call as a list: steps with who says what, and under each question where its branches lead. Screen readers always
 * have it. Drawing anew replaces only the steps that changed.
 */
export function makeOutline(strings: Strings, actions: OutlineActions): Outline {
  const list = html("ol", "");
  const element = html("nav", "outline", { "aria-label": strings.outline }, list);
  let drawn = new Map<string, { readonly key: string; readonly item: HTMLElement }>();
  element.addEventListener("click", ({ target }) => {
    const part = (target as Element).closest<HTMLElement>("[data-to], [data-start]");
    const { to, start, end } = part?.dataset ?? {};
    if (to !== undefined) actions.goTo(to);
    else if (start !== undefined) actions.reveal({ start: Number(start), end: Number(end) });
  });
  return { element, show, setOpen: (open) => element.classList.toggle("open", open) };

  function show(flow: CallFlow): void {
    const names = new Map(flow.nodes.map((node) => [node.id, nameOf(node, flow.edges)]));
    const outgoing = new Map<string, FlowEdge[]>();
    for (const edge of flow.edges) outgoing.set(edge.from, [...(outgoing.get(edge.from) ?? []), edge]);
    const next: typeof drawn = new Map();
    for (const step of stepsOf(flow.nodes)) {
      const parts = step.map((node) => ({ node, edges: outgoing.get(node.id) ?? [] }));
      const { id } = step[0]!;
      const key = JSON.stringify([parts, parts.flatMap(({ edges }) => edges.map(({ to }) => names.get(to)))]);
      const known = drawn.get(id);
      next.set(id, known?.key === key ? known : { key, item: itemOf(parts, names) });
    }
    drawn = next;
    let place = list.firstElementChild;
    for (const { item } of drawn.values()) {
      if (place === item) place = item.nextElementSibling;
      else list.insertBefore(item, place);
    }
    while (place !== null) {
      const gone = place;
      place = place.nextElementSibling;
      gone.remove();
    }
  }

  function itemOf(parts: readonly Part[], names: ReadonlyMap<string, string>): HTMLElement {
    const lines = parts.flatMap(({ node, edges }, index) => {
      const rows = node.kind === "card" ? node.rows.map(rowItem) : [];
      if (node.kind === "card") {
        const leads = edges
          .filter(({ kind, due }) => kind === "jump" || due !== undefined)
          .map((edge) => leadItem(edge, names));
        const body = [...rows, ...leads];
        return index === 0 || body.length === 0 ? body : [groupItem(names.get(node.id) ?? "", node, body)];
      }
      return [
        groupItem(
          names.get(node.id) ?? "",
          node,
          edges.map((edge) => leadItem(edge, names)),
        ),
      ];
    });
    const first = parts[0]!.node as CardNode;
    const title = html("summary", "", {}, names.get(first.id) || strings.beginning);
    const chips = first.chips.length === 0 ? [] : [html("p", "", {}, visible(first.chips.join(" · ")))];
    return html("li", "", {}, html("details", "", { open: "" }, title, ...chips, html("ul", "", {}, ...lines)));
  }

  function groupItem(name: string, node: FlowNode, items: readonly HTMLElement[]): HTMLElement {
    const span = node.kind === "end" ? {} : spanOf(node.span);
    return html("li", "group", {}, html("span", "name", span, name || strings.thenOn), html("ul", "", {}, ...items));
  }

  function leadItem({ label, to, due = [] }: FlowEdge, names: ReadonlyMap<string, string>): HTMLElement {
    const name = names.get(to) || strings.thenOn;
    const branch = label === undefined ? "" : visible(label);
    // What stands in the branch itself is called by it.
    const lead = branch === name ? branch : `${branch} → ${name}`.trim();
    return html("li", "lead", { "data-to": to }, [lead, ...due.map(visible)].join(" · "));
  }
}

interface Part {
  readonly node: FlowNode;
  readonly edges: readonly FlowEdge[];
}

/** The nodes of a flow, a list a step: a card with a title begins one. */
function stepsOf(nodes: readonly FlowNode[]): FlowNode[][] {
  const steps: FlowNode[][] = [];
  for (const node of nodes) {
    if (node.kind === "card" && node.title !== undefined) steps.push([node]);
    else if (node.kind !== "end") steps.at(-1)?.push(node);
  }
  return steps;
}

/** A branch's lines are called by the branch. */
function nameOf(node: FlowNode, edges: readonly FlowEdge[]): string {
  if (node.kind !== "card") return visible(node.text ?? "?");
  return visible(node.title ?? edges.find(({ to, kind }) => to === node.id && kind === "branch")?.label ?? "");
}

function rowItem(row: FlowRow): HTMLElement {
  const attrs = { ...spanOf(row.span), ...(row.kind === "turn" && { "data-role": row.role }) };
  if (row.kind !== "turn") return html("li", row.kind, attrs, visible(row.text));
  const labels = row.labels.length === 0 ? "" : ` (${row.labels.join(", ")})`;
  const speaker = html("b", "", {}, visible(`${row.speaker}${labels}: `));
  return html("li", "turn", attrs, speaker, visible(row.text));
}

function spanOf({ start, end }: Span): Record<string, string> {
  return { "data-start": String(start), "data-end": String(end) };
}
