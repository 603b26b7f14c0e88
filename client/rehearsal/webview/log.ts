import type { Rehearsal, RehearsalEntry, RehearsalFinding } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

/** The call so far, an element an entry: what was said by whom, and what the rules say to it. */
export function drawLog({ entries }: Rehearsal, strings: Strings, backTo: (moves: number) => void): HTMLElement[] {
  return entries.map((entry) => drawEntry(entry, strings, backTo));
}

function drawEntry(entry: RehearsalEntry, strings: Strings, backTo: (moves: number) => void): HTMLElement {
  const { kind, speaker, labels, text, scripted, findings } = entry;
  const made = html("article", `entry ${kind}`);
  if (speaker !== undefined) {
    const who = html("p", "who", {}, html("span", "speaker", {}, speaker));
    for (const label of labels) who.append(html("span", "label", {}, label));
    made.append(who);
  }
  made.append(html("p", "text", {}, kind === "branch" ? `→ ${text}` : text));
  if (scripted !== undefined && findings.length > 0)
    made.append(html("p", "scripted", {}, html("b", "", {}, `${strings.scripted}: `), scripted));
  for (const finding of findings) made.append(drawFinding(finding, strings));
  if (kind === "agent" || kind === "branch") {
    const again = html("button", "again", { type: "button", title: strings.again, "aria-label": strings.again }, "↺");
    again.addEventListener("click", () => backTo(entry.moves));
    made.append(again);
  }
  return made;
}

/** What a rule says, and the first of what could be said instead. */
export function drawFinding({ ruleId, severity, message, say }: RehearsalFinding, strings: Strings): HTMLElement {
  const made = html(
    "div",
    "judgement",
    { "data-severity": severity, "data-rule": ruleId },
    html("p", "message", {}, html("b", "", {}, `${strings.severity[severity]} `), message),
  );
  if (say[0] !== undefined) made.append(html("p", "say", {}, html("b", "", {}, `${strings.sayInstead}: `), say[0]));
  return made;
}
