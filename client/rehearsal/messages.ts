/** What the rehearsal's panel and its webview say to each other: one discriminated union a direction. */
import type { Rehearsal, RehearsalMove } from "../../server/protocol.ts";

export type Locale = "zh" | "en";

/** Panel -> webview: the call as it stands now. */
export type PanelMessage = {
  readonly type: "show";
  readonly rehearsal: Rehearsal;
  readonly locale: Locale;
  /** The step from which it is played. */
  readonly step?: string;
};

/** Webview -> panel. */
export type ViewMessage =
  /** The webview listens now, and has nothing to show yet. */
  | { readonly type: "ready" }
  /** Play the call with these moves, from this step or, without one, from its beginning. */
  | { readonly type: "play"; readonly moves: readonly RehearsalMove[]; readonly step?: string }
  /** Open the record of the call as a script, to be saved. */
  | { readonly type: "save"; readonly transcript: string };
