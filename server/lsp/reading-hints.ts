import { type InlayHint, InlayHintKind, type InlayHintParams } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import { occurrencesIn } from "../model/names.ts";
import { isSaidToCustomer } from "../model/speech.ts";
import { secondsOfTurn } from "../model/spoken-turn.ts";
import { lengthOfStep } from "../model/step-length.ts";
import { turnsOf } from "../model/symbols.ts";
import type { Workspace } from "./workspace.ts";

/** A turn that takes less, in seconds, needs no figure: it is short. */
const WORTH_TELLING = 8;
/** So many characters of a phrase remind its author of the rest. */
const LONGEST_REMINDER = 16;

const WORDS = {
  zh: { seconds: "秒", turn: "念完这一句大约要的时间", step: "念完这一步大约要的时间，按最短和最长的分支算" },
  en: {
    seconds: "s",
    turn: "About how long this takes to say",
    step: "About how long this step takes to say, by its shortest and longest branches",
  },
} as const;

/** What does not stand in the text: how long a step and a long turn take to say, and the words of a phrase in braces. */
export function readingHints(workspace: Workspace, document: TextDocument, { range }: InlayHintParams): InlayHint[] {
  const { project, language } = workspace;
  const script = workspace.read(document);
  const words = WORDS[language];
  const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
  const isWanted = (offset: number) => from <= offset && offset <= to;
  const hints: InlayHint[] = [];
  const after = (offset: number, label: string, tooltip: string) => {
    const position = document.positionAt(offset);
    hints.push({ position, label, tooltip, paddingLeft: true, kind: InlayHintKind.Type });
  };
  for (const step of script.script.steps) {
    if (step.name === undefined || !isWanted(step.heading.end)) continue;
    const { least, most } = lengthOfStep(project, script, step);
    const [shortest, longest] = [Math.round(least), Math.round(most)];
    if (longest === 0) continue;
    const figure = shortest === longest ? `${longest}` : `${shortest}–${longest}`;
    after(step.heading.end, `≈ ${figure} ${words.seconds}`, words.step);
  }
  for (const turn of turnsOf(script)) {
    const end = turn.text.at(-1)?.end;
    if (end === undefined || !isWanted(end) || !isSaidToCustomer(turn)) continue;
    const seconds = Math.round(secondsOfTurn(project, script, turn));
    if (seconds >= WORTH_TELLING) after(end, `≈ ${seconds} ${words.seconds}`, words.turn);
  }
  for (const { named, isDefinition, end } of occurrencesIn(project, script)) {
    if (isDefinition || named.kind !== "phrase" || named.node.value.kind === "missing" || !isWanted(end)) continue;
    const { text } = named.node.value;
    const reminder = text.length > LONGEST_REMINDER ? `${[...text].slice(0, LONGEST_REMINDER).join("")}…` : text;
    // Inside the braces, so that it cannot be taken for words that stand there.
    hints.push({
      position: document.positionAt(end),
      label: `: ${reminder}`,
      tooltip: text,
      kind: InlayHintKind.Parameter,
    });
  }
  return hints;
}
