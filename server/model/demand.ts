import type { Severity } from "../protocol.ts";
import type { Facts } from "./document.ts";

/** What an organisation demands of its calls. */
export interface WordingObligation {
  /** `own/` and its name. */
  readonly id: string;
  readonly severity: Severity;
  readonly asked: Asked;
  readonly demand: Demand;
  /** What is told about it; {path} stands for the steps and choices by which one comes there. */
  readonly message: Words;
  /** What to say so that it is kept. */
  readonly suggestions: readonly string[];
}

/** In which scripts something is demanded: each list that is given names what the script has to declare. */
export interface Asked {
  readonly channel?: readonly Facts["channels"][number][] | undefined;
  readonly direction?: readonly NonNullable<Facts["direction"]>[] | undefined;
  readonly scenario?: readonly NonNullable<Facts["scenario"]>[] | undefined;
}

/** Something that happens in a call, as an organisation names it. */
export interface Occasion {
  /** It is an event of one of these names (see FlowEvent). */
  readonly names: readonly string[];
  /** What people call it. */
  readonly words: Words;
}

/**
 * The patterns in which rules state what has to happen in a call, as data: here events have names and words, so that
 * they can be compared with each other and told to people. What each pattern means is said where rules use them.
 */
export type Demand =
  | {
      readonly pattern: "response";
      readonly when: Occasion;
      /** In this order. */
      readonly response: readonly Occasion[];
      readonly before?: Occasion | undefined;
      readonly within?: number | undefined;
      readonly firstOnly: boolean;
    }
  | {
      readonly pattern: "precedence";
      readonly of: Occasion;
      /** In this order. */
      readonly first: readonly Occasion[];
      readonly each: boolean;
      readonly in?: AfterOccasion | undefined;
    }
  | { readonly pattern: "existence" | "absence"; readonly of: Occasion; readonly in?: DemandScope | undefined };

export type DemandScope =
  | AfterOccasion
  | { readonly before: Occasion }
  | { readonly firstTurns: number }
  | { readonly lastTurns: number };

export interface AfterOccasion {
  readonly after: Occasion;
  readonly until?: Occasion | undefined;
  readonly nth?: number | undefined;
}

export type Words = Readonly<Record<"zh" | "en", string>>;
