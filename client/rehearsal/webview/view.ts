import type { Rehearsal, RehearsalMove } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import { makeComposer } from "./composer.ts";
import { drawLog } from "./log.ts";
import { drawReport } from "./report.ts";
import type { Strings } from "./strings.ts";

/** What the view asks of whoever shows it. */
export interface RehearsalHost {
  /** Plays the call with these moves; the answer comes by `show`. */
  play(moves: readonly RehearsalMove[]): void;
  save(transcript: string): void;
}

export interface RehearsalView {
  readonly element: HTMLElement;
  show(rehearsal: Rehearsal): void;
}

/** The whole rehearsal: the call so far, what the trainee can do now, the clock, and the report when it is over. */
export function makeRehearsalView(strings: Strings, host: RehearsalHost): RehearsalView {
  let moves: readonly RehearsalMove[] = [];
  const play = (next: readonly RehearsalMove[]) => {
    moves = next;
    host.play(moves);
  };
  const backTo = (count: number) => play(moves.slice(0, count));
  const heading = html("h1", "title");
  const restart = html("button", "restart", { type: "button" }, strings.restart);
  restart.addEventListener("click", () => backTo(0));
  const log = html("section", "log", { "aria-label": strings.log, "aria-live": "polite", tabindex: "0" });
  const side = html("aside", "side");
  const composer = makeComposer(strings, (move) => play([...moves, move]));
  const report = html("section", "report", { hidden: "" });
  const main = html("main", "call", {}, log, report, composer.element);
  const head = html("header", "head", {}, heading, restart);
  const element = html("div", "rehearsal", { lang: strings.language }, head, html("div", "body", {}, main, side));
  return { element, show };

  function show(rehearsal: Rehearsal): void {
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
