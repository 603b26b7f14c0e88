import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { Silence } from "../model/ignores.ts";
import type { Project } from "../model/project.ts";
import type { Severity } from "../protocol.ts";

/** A text in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** A change of the script's text: what stands in [start, end) becomes `text`. */
export interface Edit extends Span {
  readonly text: string;
}

/** A remedy that the reader can choose. */
export interface Fix {
  readonly title: Bilingual;
  readonly edits: readonly Edit[];
  /**
   * Set when it may be applied unseen, on save or by a command: it changes the form of a line only, so that the same
   * people say the same words and the call takes the same ways. What rests on a guess, or on taste, is not safe.
   */
  readonly safe?: true;
}

/** A place that belongs to a finding, such as a point on the path that proves it. */
export interface Related {
  readonly span: Span;
  readonly message: Bilingual;
}

/** What a rule found. All spans are half-open and count UTF-16 units from the start of the script. */
export interface Finding {
  readonly ruleId: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Bilingual;
  /** What to say or do instead, a line each, in the script's language. */
  readonly say: readonly string[];
  /** For a finding about a path: its points in the order of the call. */
  readonly path: readonly Related[];
  readonly fixes: readonly Fix[];
}

/** A message's words with a script that earns it. */
export interface Message<Zh extends string = string, En extends string = string> {
  readonly zh: Zh;
  readonly en: En;
  readonly bad: readonly [BadExample, ...BadExample[]];
}

/** A script in which the rule finds exactly the marked stretches ⟦…⟧; `fixed` is the script after its first fix. */
export interface BadExample extends Example {
  readonly fixed?: string;
}

/** A script, and the files beside it by name; the script itself is main.sscript. A null is a file that cannot be read. */
export interface Example {
  readonly text: string;
  readonly files?: Readonly<Record<string, string | null>>;
}

type Messages = Readonly<Record<string, Message>>;

/** The names of the {holes} in a message. */
type Holes<Words extends string> = Words extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never;

type SameHoles<M extends Messages> = {
  readonly [K in keyof M]: Holes<M[K]["zh"]> extends Holes<M[K]["en"]>
    ? Holes<M[K]["en"]> extends Holes<M[K]["zh"]>
      ? M[K]
      : { readonly error: `the English message has a hole that the Chinese one lacks` }
    : { readonly error: `the Chinese message has a hole that the English one lacks` };
};

type Params<Words extends string> = Readonly<Record<Holes<Words>, string | Bilingual>>;

/** What a rule says about a place, besides the message's words. */
export interface Report {
  readonly span: Span;
  readonly say?: readonly string[];
  readonly path?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** When this one finding is graver or milder than the rule. */
  readonly severity?: Severity;
}

export interface RuleContext<M extends Messages = Messages> {
  readonly document: ScriptDocument;
  readonly project: Project;
  /** The day on which the script is judged: 2026-11-22. */
  readonly today: string;
  /** The ids of all rules, those about the form of lines among them. */
  readonly ruleIds: ReadonlySet<string>;
  /** The ignore comments that have silenced a finding of the rules so far; those about comments come last. */
  readonly usedSilences: ReadonlySet<Silence>;
  /** Reports a finding: the message's name, where it is, and what fills the message's holes. */
  report<K extends keyof M & string>(message: K, report: Report, params: Params<M[K]["zh"]>): void;
}

/** One rule: what it is called, what it says, examples that prove it, and the check. */
export interface Rule<M extends Messages = Messages> {
  /** The fault in words, and the path of its file: `forbidden/brush-off`. */
  readonly id: string;
  readonly severity: Severity;
  /** "turn": it judges the wording of each turn by itself, so that one sentence is enough to try it. Absent: the whole script. */
  readonly scope?: "turn";
  /**
   * What it finds in a step depends on nothing but the step, the facts of the script and the organisation's wording, so
   * that it is checked with the step as a script of its own, and remembered while the step stays as it is.
   */
  readonly byStep?: true;
  /** The one language in which the fault exists; absent where it exists in both. */
  readonly only?: "zh" | "en";
  readonly title: Bilingual;
  /** Why it matters to the customer. */
  readonly why: Bilingual;
  /** What to say or do instead. */
  readonly fix: Bilingual;
  readonly messages: M;
  /** Scripts in which the rule finds nothing. */
  readonly good: readonly [string | Example, ...(string | Example)[]];
  check(context: RuleContext<M>): void;
}

/** A rule whose messages are known only by their names, as the list of all rules holds it. */
export type AnyRule = Omit<Rule, "check"> & { check(context: RuleContext): void };

/**
 * Declares a rule. A missing translation, a {hole} that only one language has or that a report leaves empty, and a
 * message without an example do not compile.
 */
export function defineRule<const M extends Messages>(rule: Rule<M> & { readonly messages: SameHoles<M> }): AnyRule {
  return rule as unknown as AnyRule;
}

/** Fills the {holes} of a message in both languages. */
export function fill(message: Bilingual, params: Readonly<Record<string, string | Bilingual>>): Bilingual {
  const filled = (language: "zh" | "en") =>
    message[language].replace(/\{([^{}]+)\}/g, (hole, name: string) => {
      const value = params[name];
      return value === undefined ? hole : typeof value === "string" ? value : value[language];
    });
  return { zh: filled("zh"), en: filled("en") };
}
