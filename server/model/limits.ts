import type { Field, Step, Text } from "../../grammar/index.ts";
import type { ScriptDocument } from "./document.ts";
import { eventFor } from "./standard-events.ts";
import { type Limit, type Standard, standardsOf } from "./standards.ts";
import { compare, type Incomparable, print, readTimeValue, type TimeValue } from "./time.ts";

/** A limit that holds for a script, and where it is from: a standard, a field of the script, or a field that tightens one. */
export interface LimitInForce extends Limit {
  /** The standard that sets it; absent on the script's own. */
  readonly standard?: Standard;
  /** The script's 时限 field that says so, or that made the standard's limit stricter. */
  readonly field?: Field;
}

/** A 时限 field of a script, read. */
export interface FieldLimit extends Limit {
  readonly field: Field;
  /** The words for its event, and those for its value. */
  readonly name: Text;
  readonly said: Text;
  /** The step under whose heading it stands; absent before the first step. */
  readonly step?: Step;
  /** What the adopted standards say about the same event from the same anchor; from any where the field names none. */
  readonly bases: readonly LimitInForce[];
}

/**
 * The limits that hold in a script, or in one step of it: those of the standards that it adopts, tightened by its own
 * 时限 fields, and its own others. A field before the first step holds everywhere, one under a heading in that step.
 * A field that would loosen a standard changes nothing, nor does one without an end; one that cannot be
 * compared with the standard's limit holds beside it. Several limits may be about one event, counted from different
 * anchors or set by several standards: all of them hold. Empty where the script neither adopts nor sets any.
 */
export function limitsFor(document: ScriptDocument, step?: Step): readonly LimitInForce[] {
  const inSteps = remembered.get(document) ?? new Map<Step | undefined, readonly LimitInForce[]>();
  remembered.set(document, inSteps);
  let limits = inSteps.get(step);
  if (step !== undefined && fieldsOf(document, step).length === 0) return limitsFor(document);
  if (limits === undefined) {
    const byEvent = new Map<string, readonly LimitInForce[]>();
    for (const limit of step === undefined ? standardLimits(document) : limitsFor(document))
      byEvent.set(limit.event.id, [...(byEvent.get(limit.event.id) ?? []), limit]);
    for (const own of fieldsOf(document, step))
      byEvent.set(own.event.id, applied(byEvent.get(own.event.id) ?? [], own));
    limits = [...byEvent.values()].flat();
    inSteps.set(step, limits);
  }
  return limits;
}

/** The limits of the standards that a script adopts, as the standards have them. */
export function standardLimits(document: ScriptDocument): readonly LimitInForce[] {
  return readLimits(document).ofStandards;
}

/** The 时限 fields of a script that can be read, in the order of the text. */
export function fieldLimits(document: ScriptDocument): readonly FieldLimit[] {
  return readLimits(document).ofFields;
}

/**
 * Which of two limits leaves more time: negative when `a` leaves less. It is the longest that counts: 铃响2到3声 leaves as
 * much as 3声. Their anchors are not looked at.
 */
export function compareLimits(a: TimeValue, b: TimeValue): number | Incomparable {
  return compare(longest(a), longest(b));
}

/** Whether a limit says by when at the latest: 30多分钟 and 3天后 do not. */
export function hasEnd(value: TimeValue): boolean {
  return value.kind === "deadline" || (value.relation !== "after" && Number.isFinite(value.max));
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

/** What standards and fields say, before it is put together. */
interface ReadLimits {
  readonly ofStandards: readonly LimitInForce[];
  readonly ofFields: readonly FieldLimit[];
  readonly byStep: ReadonlyMap<Step | undefined, readonly FieldLimit[]>;
}

const rememberedRead = new WeakMap<ScriptDocument, ReadLimits>();

function readLimits(document: ScriptDocument): ReadLimits {
  let read = rememberedRead.get(document);
  if (read === undefined) {
    const ofStandards = standardsOf(document).flatMap((standard) =>
      standard.limits.map((limit) => ({ ...limit, standard })),
    );
    const { fields, steps } = document.script;
    const byStep = new Map<Step | undefined, readonly FieldLimit[]>();
    for (const [step, own] of [[undefined, fields] as const, ...steps.map((step) => [step, step.fields] as const)])
      byStep.set(
        step,
        own.flatMap((field) => readField(document, ofStandards, field, step)),
      );
    read = { ofStandards, ofFields: [...byStep.values()].flat(), byStep };
    rememberedRead.set(document, read);
  }
  return read;
}

function fieldsOf(document: ScriptDocument, step: Step | undefined): readonly FieldLimit[] {
  return readLimits(document).byStep.get(step) ?? [];
}

function readField(
  document: ScriptDocument,
  standards: readonly LimitInForce[],
  field: Field,
  step: Step | undefined,
): FieldLimit[] {
  const { argument: name, value: said } = field;
  if (field.id !== "sla" || name === undefined || said.kind !== "text") return [];
  const read = readTimeValue(said.text);
  if (read === undefined) return [];
  const event = eventFor(document, name.text);
  const { anchor: from, ...value } = read;
  const sameEvent = standards.filter((limit) => limit.event.id === event.id);
  const place = { field, name, said, ...(step && { step }), event, value, told: false };
  if (from === undefined) {
    // Without an anchor it is counted as the standard counts it; a day of the calendar is counted from nothing.
    const base = value.kind === "deadline" ? undefined : sameEvent[0];
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

/** The limits about one event with a field's: in place of those that it tightens, or beside the others. */
function applied(
  limits: readonly LimitInForce[],
  { bases, step: _step, name: _name, said: _said, ...own }: FieldLimit,
): readonly LimitInForce[] {
  const isGoverned = ({ standard, anchor }: LimitInForce) =>
    standard === undefined
      ? anchor?.id === own.anchor?.id
      : bases.some((base) => base.standard === standard && base.anchor?.id === anchor?.id);
  if (!hasEnd(own.value)) return limits;
  const governed = limits.filter(isGoverned);
  const orders = governed.map(({ value }) => compareLimits(own.value, value));
  // What cannot be compared with all that it governs holds beside it: nobody knows which of them comes first.
  if (governed.length === 0 || orders.includes("incomparable")) return [...limits, own];
  return limits.map((limit) => {
    const order = compareLimits(own.value, limit.value);
    if (!isGoverned(limit) || order === "incomparable" || order >= 0) return limit;
    const { value, field } = own;
    return { ...limit, value, field, words: limitInWords({ ...limit, value }) };
  });
}

function longest(value: TimeValue): TimeValue {
  return value.kind === "duration" ? { ...value, min: value.max } : value;
}
