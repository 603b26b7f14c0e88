import type { RehearsalMove, RehearsalNext } from "../../../server/protocol.ts";
import { html } from "../../webview/html.ts";
import type { Strings } from "./strings.ts";

export interface Composer {
  readonly element: HTMLElement;
  /** Offers what can be done now. */
  ask(next: RehearsalNext): void;
}

/** Where the trainee speaks or chooses. */
export function makeComposer(strings: Strings, move: (move: RehearsalMove) => void): Composer {
  const element = html("footer", "composer");
  return { element, ask };

  function ask(next: RehearsalNext): void {
    switch (next.kind) {
      case "say":
        element.replaceChildren(...speaking(next.speaker, next.scripted));
        element.querySelector("textarea")?.focus();
        break;
      case "choose":
        element.replaceChildren(...choosing(next.question, next.options));
        element.querySelector("button")?.focus();
        break;
      case "end":
        element.replaceChildren();
        break;
    }
  }

  function speaking(speaker: string, scripted: string): HTMLElement[] {
    const words = html("textarea", "", { rows: "2", placeholder: strings.placeholder, "aria-label": strings.yourTurn });
    const say = html("button", "primary", { type: "button" }, strings.say);
    const script = html("button", "", { type: "button" }, strings.asScripted);
    const hint = html(
      "details",
      "hint",
      {},
      html("summary", "", {}, strings.showScripted),
      html("p", "", {}, scripted),
    );
    const send = () => {
      const said = words.value.trim();
      if (said !== "") move({ say: said });
    };
    say.addEventListener("click", send);
    script.addEventListener("click", () => move({ say: null }));
    words.addEventListener("keydown", (event) => {
      // Enter ends the choice of characters in a Chinese input method, and sends nothing then.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      send();
    });
    const label = html("p", "prompt", {}, `${strings.yourTurn} · ${speaker}`);
    return [label, words, html("div", "buttons", {}, say, script), hint];
  }

  function choosing(question: string | undefined, options: readonly string[]): HTMLElement[] {
    const buttons = options.map((option, index) => {
      const button = html("button", "option", { type: "button" }, option);
      button.addEventListener("click", () => move({ choose: index }));
      return button;
    });
    const random = html("button", "random", { type: "button" }, strings.random);
    random.addEventListener("click", () => move({ choose: Math.floor(Math.random() * options.length) }));
    return [
      html("p", "prompt", {}, question ?? strings.choose),
      html("div", "buttons", {}, ...buttons, ...(options.length > 1 ? [random] : [])),
    ];
  }
}
