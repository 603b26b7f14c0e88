import {
  type Comment,
  FIELD_VALUES,
  type Field,
  type FieldId,
  lookUp,
  parse,
  type Script,
  type ScriptReader,
  type Step,
  type SyntaxProblem,
} from "../../grammar/index.ts";
import { OWN_LEVELS, type RuleLevels } from "./rule-levels.ts";
import { type Standard, standardsIn } from "./standards.ts";
import { NO_WORDING, type Wording } from "./wording.ts";

/** A script that was read: its text, its tree, and what the tree says of the call as a whole. */
export interface ScriptDocument {
  readonly uri: string;
  readonly text: string;
  readonly script: Script;
  readonly comments: readonly Comment[];
  readonly errors: readonly SyntaxProblem[];
  readonly facts: Facts;
  /** What the organisation adds to the lexicon for this script. */
  readonly wording: Wording;
  /** How grave the findings of each rule are to be in this script. */
  readonly levels: RuleLevels;
}

/** What the fields of a script say about its calls. */
export interface Facts {
  /** The language that its people speak: the `language` field, or what most of the text is written in. */
  readonly language: "zh" | "en";
  readonly kind: keyof typeof FIELD_VALUES.kind;
  readonly channels: readonly (keyof typeof FIELD_VALUES.channel)[];
  readonly direction: keyof typeof FIELD_VALUES.direction | undefined;
  /** Where no field names it, the one for which the adopted standards are made. */
  readonly scenario: keyof typeof FIELD_VALUES.scenario | undefined;
}

/** Parses `text`, with the reader of the version before if there was one; never throws, whatever the text. */
export function readDocument(
  uri: string,
  text: string,
  {
    reader,
    wording = NO_WORDING,
    levels = OWN_LEVELS,
  }: {
    readonly reader?: ScriptReader | undefined;
    readonly wording?: Wording | undefined;
    readonly levels?: RuleLevels | undefined;
  } = {},
): ScriptDocument {
  const { script, comments, errors } = parse(text, reader);
  return { uri, text, script, comments, errors, facts: factsOf(script, text, wording.standards), wording, levels };
}

/** The first field of this name before the steps, if it has a value. */
export function fieldValue(fields: readonly Field[], id: FieldId): string | undefined {
  for (const field of fields) if (field.id === id && field.value.kind === "text") return field.value.text;
  return undefined;
}

/** What people call a step; the unnamed first step has the empty name. */
export function stepName(step: Step): string {
  return step.name?.kind === "text" ? step.name.text : "";
}

/**
 * What the fields of a script say about its calls; the language is that of `text` where no field names it.
 * @param own the standards of the organisation
 */
export function factsOf(script: Script, text: string, own: readonly Standard[] = []): Facts {
  const { fields } = script;
  const value = (id: FieldId) => fieldValue(fields, id) ?? "";
  return {
    language: languageOf(value("language"), text),
    kind: lookUp(FIELD_VALUES.kind, value("kind")) ?? "script",
    channels: value("channel")
      .split(/[,，、]/)
      .map((word) => lookUp(FIELD_VALUES.channel, word))
      .filter((channel) => channel !== undefined),
    direction: lookUp(FIELD_VALUES.direction, value("direction")),
    scenario: lookUp(FIELD_VALUES.scenario, value("scenario")) ?? scenarioOfStandards(script, own),
  };
}

/** The one scenario for which the standards are made that a script adopts. */
function scenarioOfStandards(script: Script, own: readonly Standard[]): Facts["scenario"] {
  const scenarios = new Set(standardsIn(script, own).flatMap(({ standard }) => standard?.scenarios ?? []));
  return scenarios.size === 1 ? [...scenarios][0] : undefined;
}

/** How much of a file is looked at to tell its language. */
const SAMPLE = 4000;

function languageOf(declared: string, text: string): "zh" | "en" {
  const known = lookUp(FIELD_VALUES.language, declared);
  if (known !== undefined) return known === "en" ? "en" : "zh";
  const sample = text.slice(0, SAMPLE);
  const han = sample.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  const words = sample.match(/[a-zA-Z]+/g)?.length ?? 0;
  return han >= words ? "zh" : "en";
}
