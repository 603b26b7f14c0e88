import type { ActionId, AgentLabelId, CustomerLabelId, FieldId, SpeakerId } from "./keywords.ts";

/** A half-open stretch of a script, in UTF-16 units from its start. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A word or sentence as the author wrote it, without the white space around it. */
export interface Text extends Span {
  readonly kind: "text";
  readonly text: string;
}

/** Something that the author left out; `start` = `end` is where it belongs. */
export interface Missing extends Span {
  readonly kind: "missing";
}

export interface Script extends Span {
  readonly kind: "script";
  readonly title?: Title;
  /** Fields before the first step, also those whose name is unknown. */
  readonly fields: readonly Field[];
  /** Notes before the first step. */
  readonly notes: readonly Note[];
  /** In the order of the file. The first one has no name when turns stand before the first heading. */
  readonly steps: readonly Step[];
  /** A file with neither title nor headings: a record of a call that happened. */
  readonly transcript: boolean;
}

export interface Title extends Span {
  readonly kind: "title";
  readonly text: Text | Missing;
}

export interface Field extends Span {
  readonly kind: "field";
  /** Absent when no field is called so. */
  readonly id?: FieldId;
  readonly name: Text;
  readonly argument?: Text;
  readonly value: Text | Missing;
}

/** A node of the flow; its span runs to the next heading. */
export interface Step extends Span {
  readonly kind: "step";
  /** Absent on the unnamed first step, `Missing` on a heading without words. */
  readonly name?: Text | Missing;
  /** The heading's line; for the unnamed first step its first line. */
  readonly heading: Span;
  readonly fields: readonly Field[];
  readonly body: readonly Statement[];
}

export type Statement = Turn | Action | Choices | Jump | Detour | Note;

export interface Turn extends Span {
  readonly kind: "turn";
  readonly time?: Text;
  /** As written: 客服, 客服 小王, agent Anna. */
  readonly speaker: Text;
  readonly role: SpeakerId | "unknown";
  readonly labels: readonly Label[];
  /** Whom it is said to, where a label says so. */
  readonly addressee?: Text;
  /** What is said, a piece a line; empty when the author left it out. */
  readonly text: readonly Text[];
}

export interface Label extends Text {
  readonly customer?: CustomerLabelId;
  readonly agent?: AgentLabelId;
}

export interface Action extends Span {
  readonly kind: "action";
  /** Absent when no action is called so; the text is then all in `body`. */
  readonly verb?: Text & { readonly id: ActionId };
  /** Object and time, as written. */
  readonly body?: Text;
  readonly reason?: Text;
}

/** A group of choices, with the question that they answer. */
export interface Choices extends Span {
  readonly kind: "choices";
  readonly decision?: Text | Missing;
  readonly choices: readonly Choice[];
}

export interface Choice extends Span {
  readonly kind: "choice";
  readonly label: Text | Missing;
  readonly labels: readonly Label[];
  readonly target?: Target | Missing;
  readonly body: readonly Statement[];
}

export interface Jump extends Span {
  readonly kind: "jump";
  readonly target: Target | Missing;
}

/** Runs another step and comes back. */
export interface Detour extends Span {
  readonly kind: "detour";
  readonly target: Target | Missing;
}

export interface Target extends Text {
  /** The target that ends the call. */
  readonly isEnd: boolean;
}

export interface Note extends Span {
  readonly kind: "note";
  readonly text: Text;
}

export interface Comment extends Text {}
