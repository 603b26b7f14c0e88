/** What the preview's panel and its webview say to each other: one discriminated union a direction. */
import type { CallFlow, Span } from "../../server/protocol.ts";

export type Locale = "zh" | "en";

/** Panel -> webview. */
export type PanelMessage =
  /** Draw this flow; while it is broken, the last good picture stays and only the bar is shown. */
  | { readonly type: "show"; readonly flow: CallFlow; readonly locale: Locale }
  /** The cursor stands in this node and, where known, in the row that has this offset; absent: in none. */
  | { readonly type: "select"; readonly node?: string; readonly offset?: number }
  /** Light the path of a finding; absent: none. */
  | { readonly type: "chooseFinding"; readonly finding?: string };

/** Webview -> panel. */
export type ViewMessage =
  /** The webview listens now, and has nothing to show yet. */
  | { readonly type: "ready" }
  /** Put the editor's cursor at the start of this span of a version of the text, and the focus into the editor. */
  | { readonly type: "reveal"; readonly span: Span; readonly version: number }
  /** A finding was chosen in the picture; absent: the choice was cleared. */
  | { readonly type: "chooseFinding"; readonly finding?: string };
