/** What the preview's panel and its webview say to each other: one discriminated union a direction. */
import type { CallFlow, FlowEdit, Span } from "../../server/protocol.ts";

export type Locale = "zh" | "en";

/** Panel -> webview. */
export type PanelMessage =
  /** Draw this flow; while it is broken, the last good picture stays and only the bar is shown. */
  | { readonly type: "show"; readonly flow: CallFlow; readonly locale: Locale }
  /** The cursor stands in this node and, where known, in the row that has this offset, or in the words of an edge. */
  | { readonly type: "select"; readonly node?: string; readonly edge?: string; readonly offset?: number }
  /** Light the path of a finding; absent: none. */
  | { readonly type: "chooseFinding"; readonly finding?: string }
  /** The edit that was asked for was made, or refused with this reason. */
  | { readonly type: "edited"; readonly refusal?: string }
  /** Draw the whole picture as a PNG. */
  | { readonly type: "drawPng" };

/** Webview -> panel. */
export type ViewMessage =
  /** The webview listens now, and has nothing to show yet. */
  | { readonly type: "ready" }
  /** Put the editor's cursor at the start of this span of a version of the text, and the focus into the editor. */
  | { readonly type: "reveal"; readonly span: Span; readonly version: number }
  /** A finding was chosen in the picture; absent: the choice was cleared. */
  | { readonly type: "chooseFinding"; readonly finding?: string }
  /** Edit the node that begins at `at` in a version of the text. */
  | { readonly type: "edit"; readonly at: number; readonly version: number; readonly edit: FlowEdit }
  /** Offer the remedies of a finding of a version of the text. */
  | { readonly type: "remedy"; readonly ruleId: string; readonly span: Span; readonly version: number }
  /** Play the call of this script. */
  | { readonly type: "rehearse" }
  /** Ask what the script is to be exported as. */
  | { readonly type: "export" }
  /** The PNG that was asked for, in base64; absent: it could not be drawn. */
  | { readonly type: "png"; readonly base64?: string };
