/** What is pointed out in the picture; ids of the flow. */
export interface Emphasis {
  readonly selected?: string | undefined;
  /** The edge in whose words the cursor stands. */
  readonly edge?: string | undefined;
  /** An offset of the text; the row around it is pointed out too. */
  readonly offset?: number | undefined;
  readonly finding?: { readonly id: string; readonly severity: string; readonly lit: ReadonlySet<string> } | undefined;
  /** Nodes and rows found by the search, the current one apart; rows are `node#index`. */
  readonly hits: ReadonlySet<string>;
  readonly currentHit?: string | undefined;
}

/** Marks the picture as one with a lit path, and of which colour. */
export function emphasisePicture(picture: Element, { finding }: Emphasis): void {
  picture.classList.toggle("has-path", hasPath(finding));
  for (const severity of ["error", "warning", "information"]) {
    picture.classList.toggle(`path-${severity}`, hasPath(finding) && finding?.severity === severity);
  }
}

/** Marks a node or an edge of the picture, and the rows of a card. */
export function emphasisePart(part: Element, { selected, edge, offset, finding, hits, currentHit }: Emphasis): void {
  const id = part.getAttribute("data-id") ?? "";
  const isLit = hasPath(finding) && finding?.lit.has(id) === true;
  part.classList.toggle("lit", isLit);
  if (!part.classList.contains("node")) {
    part.classList.toggle("selected", id === edge);
    // Where lines share a stretch, the lit one lies on top.
    if (isLit) part.parentNode?.append(part);
    return;
  }
  part.classList.toggle("selected", id === selected);
  part.classList.toggle("hit", hits.has(id));
  part.classList.toggle("current", currentHit === id);
  for (const row of part.querySelectorAll(":scope > .row")) {
    const key = `${id}#${row.getAttribute("data-row")}`;
    row.classList.toggle("hit", hits.has(key));
    row.classList.toggle("current", currentHit === key);
    row.classList.toggle("at-cursor", id === selected && offset !== undefined && contains(row, offset));
    const isChosen = (one: Element) => one.getAttribute("data-finding") === finding?.id;
    row.classList.toggle("chosen", finding !== undefined && isChosen(row));
    for (const mark of row.querySelectorAll(".mark")) mark.classList.toggle("chosen", isChosen(mark));
  }
}

function hasPath(finding: Emphasis["finding"]): boolean {
  return finding !== undefined && finding.lit.size > 0;
}

function contains(row: Element, offset: number): boolean {
  return offset >= Number(row.getAttribute("data-start")) && offset <= Number(row.getAttribute("data-end"));
}
