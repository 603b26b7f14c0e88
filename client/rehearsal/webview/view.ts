import type { Rehearsal, RehearsalMove } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import { makeComposer } from "./composer.ts";
import { drawLog } from "./log.ts";
import { drawReport } from "./report.ts";
import type { Strings } from "./strings.ts";

/** What the view asks of whoever shows it. */
export interface RehearsalHost {
  /** Plays the call with these moves, from a step or from its beginning; the answer comes by `show`. */
  play(moves: readonly RehearsalMove[], step: string | undefined): void;
  save(transcript: string): void;
}

export interface RehearsalView {
  readonly element: HTMLElement;
  /** @param step from which it is played */
  show(rehearsal: Rehearsal, step: string | undefined): void;
}

/** The whole rehearsal: the call so far, what the trainee can do now, the clock, and the report when it is over. */
export function makeRehearsalView(strings: Strings, host: RehearsalHost): RehearsalView {
  let moves: readonly RehearsalMove[] = [];
  let from: string | undefined;
  const play = (next: readonly RehearsalMove[]) => {
    moves = next;
    host.play(moves, from);
  };
  const backTo = (count: number) => play(moves.slice(0, count));
  const heading = html("h1", "title");
  const restart = html("button", "restart", { type: "button" }, strings.restart);
  restart.addEventListener("click", () => backTo(0));
  const start = html("select", "from", { "aria-label": strings.from });
  start.addEventListener("change", () => {
    from = start.value === "" ? undefined : start.value;
    play([]);
  });
  const log = html("section", "log", { "aria-label": strings.log, "aria-live": "polite", tabindex: "0" });
  const side = html("aside", "side");
  const composer = makeComposer(strings, (move) => play([...moves, move]));
  const report = html("section", "report", { hidden: "" });
  const main = html("main", "call", {}, log, report, composer.element);
  const head = html("header", "head", {}, heading, start, restart);
  const element = html("div", "rehearsal", { lang: strings.language }, head, html("div", "body", {}, main, side));
  return { element, show };

  function show(rehearsal: Rehearsal, step: string | undefined): void {
    from = step;
    showSteps(rehearsal.steps);
    heading.textContent = rehearsal.title;
    log.lang = rehearsal.language === "zh" ? "zh-CN" : "en";
    log.replaceChildren(...drawLog(rehearsal, strings, backTo));
    side.replaceChildren(...drawSide(rehearsal, strings));
    const isOver = rehearsal.next.kind === "end";
    report.hidden = !isOver;
    report.replaceChildren(
      ...(isOver ? drawReport(rehearsal, strings, { backTo, save: () => host.save(rehearsal.transcript) }) : []),
    );
    composer.ask(rehearsal.next);
    (isOver ? report : log).lastElementChild?.scrollIntoView({ block: "nearest" });
  }

  function showSteps(steps: readonly string[]): void {
    const option = (name: string, text: string) => html("option", "", { value: name }, text);
    start.replaceChildren(
      option("", strings.fromBeginning),
      ...steps.map((name) => option(name, strings.fromStep(name))),
    );
    start.value = from ?? "";
  }
}

/** The clock and what was promised by when. */
function drawSide({ seconds, promises }: Rehearsal, strings: Strings): HTMLElement[] {
  const made = promises.map(({ text, time }) =>
    html("li", "", {}, html("span", "time", {}, time ?? strings.noTime), html("span", "words", {}, text)),
  );
  return [
    html("h2", "", {}, strings.clock),
    html("p", "clock", {}, strings.seconds(seconds)),
    html("h2", "", {}, strings.promises),
    made.length === 0 ? html("p", "none", {}, strings.noPromises) : html("ul", "promises", {}, ...made),
  ];
}
