import type { Field, Step } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { eventFor } from "./standard-events.ts";
import { type Limit, type Standard, standardsOf } from "./standards.ts";
import { compare, type Incomparable, print, readTimeValue, type TimeValue } from "./time.ts";

/** A limit that holds for a script, and where it is from: a standard, a field of the script, or a field that tightens one. */
export interface LimitInForce extends Limit {
  /** The standard that sets it; absent on the script's own. */
  readonly standard?: Standard;
  /** The script's `时限` field, where it is stricter than the standard, or in units that cannot be compared with it. */
  readonly field?: Field;
}

/** A `时限` field of a script, read. */
export interface FieldLimit extends Limit {
  readonly field: Field;
  /** The step under whose heading it stands; absent before the first step. */
  readonly step?: Step;
  /** What the adopted standards say about the same event from the same anchor; from any where the field names none. */
  readonly bases: readonly LimitInForce[];
}

/**
 * The limits that hold in a script, or in one step of it: those of the standards that it adopts, tightened by its own
 * `时限` fields, and its own others. A field before the first step holds everywhere, one under a heading in that step.
 * A field that would loosen a standard changes nothing. Several limits may be about one event, counted from different
 * anchors or set by several standards: all of them hold. Empty where the script neither adopts nor sets any.
 */
export function limitsFor(document: ScriptDocument, step?: Step): readonly LimitInForce[] {
  const inSteps = remembered.get(document) ?? new Map<Step | undefined, readonly LimitInForce[]>();
  remembered.set(document, inSteps);
  let limits = inSteps.get(step);
  if (limits === undefined) {
    limits = step === undefined ? ofStandards(document) : limitsFor(document);
    for (const own of fieldLimits(document)) if (own.step === step) limits = applied(limits, own);
    inSteps.set(step, limits);
  }
  return limits;
}

/** The `时限` fields of a script that can be read, in the order of the text. */
export function fieldLimits(document: ScriptDocument): readonly FieldLimit[] {
  let own = rememberedFields.get(document);
  if (own === undefined) {
    const { fields, steps } = document.script;
    own = [
      ...fields.flatMap((field) => readField(document, field)),
      ...steps.flatMap((step) => step.fields.flatMap((field) => readField(document, field, step))),
    ];
    rememberedFields.set(document, own);
  }
  return own;
}

/**
 * Which of two limits leaves more time: negative when `a` leaves less. It is the longest that counts: 铃响2到3声 leaves as
 * much as 3声. Their anchors are not looked at.
 */
export function compareLimits(a: TimeValue, b: TimeValue): number | Incomparable {
  return compare(longest(a), longest(b));
}

/** A limit as people read it, with what it is counted from. */
export function limitInWords({ value, anchor, otherwise, before }: Omit<Limit, "words" | "note" | "told" | "event">) {
  const words = (language: "zh" | "en") => {
    if (anchor === undefined) return print(value, language);
    const event = anchor.words[language][0];
    const second = otherwise && { otherwise: otherwise.words[language][0] };
    const side = before ? { side: "before" as const, event } : { side: "after" as const, event, ...second };
    return print({ ...value, anchor: side }, language);
  };
  return { zh: words("zh"), en: words("en") };
}

const remembered = new WeakMap<ScriptDocument, Map<Step | undefined, readonly LimitInForce[]>>();
const rememberedFields = new WeakMap<ScriptDocument, readonly FieldLimit[]>();

function ofStandards(document: ScriptDocument): readonly LimitInForce[] {
  return standardsOf(document).flatMap((standard) => standard.limits.map((limit) => ({ ...limit, standard })));
}

function readField(document: ScriptDocument, field: Field, step?: Step): FieldLimit[] {
  if (field.id !== "sla" || field.argument === undefined || field.value.kind !== "text") return [];
  const read = readTimeValue(field.value.text);
  if (read === undefined) return [];
  const event = eventFor(document, field.argument.text);
  const { anchor: from, ...value } = read;
  const sameEvent = ofStandards(document).filter((limit) => limit.event.id === event.id);
  const place = { field, ...(step && { step }), event, value, told: false };
  if (from === undefined) {
    // Without an anchor it is counted as the standard counts it.
    const [base] = sameEvent;
    const limit = {
      value,
      ...(base?.anchor && { anchor: base.anchor }),
      ...(base?.otherwise && { otherwise: base.otherwise }),
    };
    return [{ ...place, ...limit, words: limitInWords(limit), bases: sameEvent }];
  }
  const anchor = eventFor(document, from.event);
  const second = from.side === "after" ? from.otherwise : undefined;
  const otherwise = second === undefined ? undefined : eventFor(document, second);
  const before = from.side === "before";
  const limit = { value, anchor, ...(otherwise && { otherwise }), ...(before && { before: true as const }) };
  const bases = sameEvent.filter((base) => base.anchor?.id === anchor.id && (base.before ?? false) === before);
  return [{ ...place, ...limit, words: limitInWords(limit), bases }];
}

/** The limits with a field's: in place of those that it tightens, or beside the others. */
function applied(limits: readonly LimitInForce[], { bases, step: _, ...own }: FieldLimit): readonly LimitInForce[] {
  const isBase = (limit: LimitInForce) =>
    limit.event.id === own.event.id &&
    (bases.some(({ standard, anchor }) => standard === limit.standard && anchor?.id === limit.anchor?.id) ||
      (limit.standard === undefined && limit.anchor?.id === own.anchor?.id));
  let isApplied = false;
  const next = limits.map((limit) => {
    if (!isBase(limit)) return limit;
    isApplied = true;
    const order = compareLimits(own.value, limit.value);
    if (order !== "incomparable" && order >= 0) return limit;
    const { value, field } = own;
    return { ...limit, value, field, words: limitInWords({ ...limit, value }) };
  });
  return isApplied ? next : [...limits, own];
}

function longest(value: TimeValue): TimeValue {
  return value.kind === "duration" ? { ...value, min: value.max } : value;
}
