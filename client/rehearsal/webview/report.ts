import type { Rehearsal } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import { drawFinding } from "./log.ts";
import type { Strings } from "./strings.ts";

/** What can be done from a report. */
interface ReportActions {
  backTo(moves: number): void;
  save(): void;
}

/** How the call went: the score and how it is made, what was found where, and the ways to practise it again. */
export function drawReport(rehearsal: Rehearsal, strings: Strings, { backTo, save }: ReportActions): HTMLElement[] {
  const { entries, score = 0 } = rehearsal;
  const found = entries.flatMap((entry, index) => entry.findings.map((finding) => ({ finding, entry, index })));
  const places = found.map(({ finding, entry }) => {
    const again = html("button", "", { type: "button" }, strings.again);
    again.addEventListener("click", () => backTo(entry.moves));
    const words = entry.text.length > LONGEST ? `${entry.text.slice(0, LONGEST)}…` : entry.text;
    return html("li", "", {}, html("p", "words", {}, words), drawFinding(finding, strings), again);
  });
  const buttons = html("div", "buttons");
  const branch = lastBranch(rehearsal);
  if (branch !== undefined) {
    const again = html("button", "primary", { type: "button" }, strings.lastBranch);
    again.addEventListener("click", () => backTo(branch));
    buttons.append(again);
  }
  const keep = html("button", "", { type: "button" }, strings.save);
  keep.addEventListener("click", save);
  buttons.append(keep);
  return [
    html("h2", "", {}, strings.over),
    html("p", "score", {}, strings.score(score)),
    html("p", "formula", {}, strings.formula),
    html("p", "", {}, found.length === 0 ? strings.clean : strings.found(found.length)),
    html("ol", "places", {}, ...places),
    buttons,
  ];
}

const LONGEST = 60;

/** How many moves lead to right behind the last branch before the first finding; undefined where nothing was found. */
function lastBranch({ entries }: Rehearsal): number | undefined {
  const first = entries.findIndex(({ findings }) => findings.length > 0);
  if (first < 0) return undefined;
  const branch = entries.slice(0, first + 1).findLast(({ kind }) => kind === "branch");
  return branch === undefined ? 0 : branch.moves + 1;
}
