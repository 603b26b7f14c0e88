import type { ActionId, Script, Text } from "../../grammar/index.ts";
import { DATA } from "../standards/standards.generated.ts";
import type { WordingObligation, Words } from "./demand.ts";
import type { Facts, ScriptDocument } from "./document.ts";
import { foldWord } from "./normalise.ts";
import type { TimeValue } from "./time.ts";

/** A named service standard: what has to be done by when, and what else its calls have to hold. */
export interface Standard {
  /** In small letters, such as `complaint-response`; no two standards have the same. */
  readonly id: string;
  readonly names: Synonyms;
  /** The calls for which it is made; an empty list says nothing. Whoever adopts it may do so in any call. */
  readonly channels: readonly Facts["channels"][number][];
  readonly scenarios: readonly NonNullable<Facts["scenario"]>[];
  /** What its limits are about and count from, in the order of the limits, and what else it has words for. */
  readonly events: readonly StandardEvent[];
  readonly limits: readonly Limit[];
  /** What every path of a call has to hold; their ids begin with `standard/`, or with `own/` in an organisation's. */
  readonly obligations: readonly WordingObligation[];
}

/** Something that a limit is about or counts from: a notification, the hang-up, the third callback. */
export interface StandardEvent {
  /**
   * Two events with the same id are the same, whichever standard they are from. The common ones, such as `reply`,
   * `call-back`, `notify`, `dispatch`, `arrive`, `repair`, `refund`, `ship`, `deliver`, `follow-up`, are known without a standard.
   */
  readonly id: string;
  readonly words: Synonyms;
  /** The actions that do it, so that `[通知 维修部]` is the event `notify`. `[事件 X]` may be any event. */
  readonly actions: readonly ActionId[];
  /** Ids of the common events by which it is promised to customers: who promises to `call-back` promises the `reply`. */
  readonly promises: readonly string[];
  /** The id of the event whose whole chain of limits has to fit into a limit of this one: `agreed-reply` covers `reply`. */
  readonly overall?: string;
}

/** Words that mean the same; the first of each language is the one that the product writes. Neither list is empty. */
export interface Synonyms {
  readonly zh: readonly [string, ...string[]];
  readonly en: readonly [string, ...string[]];
}

/** By when something has to happen. */
export interface Limit {
  readonly event: StandardEvent;
  /** What it is counted from; absent: from the point of the call where it is said, or, in rings, from the ringing. */
  readonly anchor?: StandardEvent;
  /** What it is counted from where the anchor does not occur: 饮料上好后4分钟内，或入座后. */
  readonly otherwise?: StandardEvent;
  /** Present: it is not counted from the anchor but leads up to it, as in 上门前30分钟. */
  readonly before?: true;
  /** Without an anchor of its own: that is `anchor`. */
  readonly value: TimeValue;
  /** All of it as people read it: 通知后20分钟内, within 20 minutes of notification. */
  readonly words: Words;
  /** What else there is to say of it: 一般在3到12小时之间. */
  readonly note?: Words;
  /** Whether the customer has to be told it in the call. */
  readonly told: boolean;
}

/** A standard that a script names, and where it does; `standard` is absent where no standard is called so. */
export interface NamedStandard {
  readonly name: Text;
  readonly standard?: Standard;
}

/** The standards that come with the product, in the order of their ids. */
export function builtInStandards(): readonly Standard[] {
  return data().standards;
}

/** What has words without any standard: the notification, the reply, the hang-up. */
export function commonEvents(): readonly StandardEvent[] {
  return data().events;
}

/**
 * All standards that a script may adopt: its organisation's own, and the built-in ones whose names those do not take.
 */
export function knownStandards(own: readonly Standard[]): readonly Standard[] {
  if (own.length === 0) return builtInStandards();
  const taken = new Set(own.flatMap((standard) => namesOf(standard).map(foldWord)));
  return [
    ...own,
    ...builtInStandards().filter((standard) => !namesOf(standard).some((name) => taken.has(foldWord(name)))),
  ];
}

/** What the product calls a standard or an event. */
export function nameOf(words: Synonyms): Words {
  return { zh: words.zh[0], en: words.en[0] };
}

/** Every name by which a standard can be adopted. */
export function namesOf({ id, names }: Standard): readonly string[] {
  return [...names.zh, ...names.en, id];
}

/** The standard with this name or id in a list; names compare after folding. */
export function standardNamed(standards: readonly Standard[], name: string): Standard | undefined {
  const wanted = foldWord(name);
  return standards.find((standard) => namesOf(standard).some((known) => foldWord(known) === wanted));
}

/** What the 标准 fields of a script name, in the order of the text. */
export function namedStandards({ script, wording }: ScriptDocument): readonly NamedStandard[] {
  let named = remembered.get(script);
  if (named?.own !== wording.standards) {
    named = { own: wording.standards, standards: standardsIn(script, wording.standards) };
    remembered.set(script, named);
  }
  return named.standards;
}

/** As `namedStandards`, for a tree and the organisation's own standards. */
export function standardsIn(script: Script, own: readonly Standard[]): readonly NamedStandard[] {
  return namesIn(script).map((name) => {
    const standard = standardNamed(knownStandards(own), name.text);
    return { name, ...(standard && { standard }) };
  });
}

/** The standards that a script has adopted, each once. */
export function standardsOf(document: ScriptDocument): readonly Standard[] {
  return [...new Set(namedStandards(document).flatMap(({ standard }) => standard ?? []))];
}

const remembered = new WeakMap<
  Script,
  { readonly own: readonly Standard[]; readonly standards: readonly NamedStandard[] }
>();

/** The form in which the product keeps its standards: limits name their events by id. */
export interface StandardsData {
  readonly events: readonly StandardEvent[];
  readonly standards: readonly CompactStandard[];
}

export type CompactStandard = Omit<Standard, "limits"> & { readonly limits: readonly CompactLimit[] };

type CompactLimit = Omit<Limit, "event" | "anchor" | "otherwise"> & {
  readonly event: string;
  readonly anchor?: string;
  readonly otherwise?: string;
};

let kept: { readonly standards: readonly Standard[]; readonly events: readonly StandardEvent[] } | undefined;

/** What the product knows; it is unpacked when the first script asks for it. */
function data(): NonNullable<typeof kept> {
  if (kept === undefined) {
    const { events, standards } = JSON.parse(DATA) as StandardsData;
    kept = { events, standards: standards.map(unpack) };
  }
  return kept;
}

function unpack({ limits, ...standard }: CompactStandard): Standard {
  const events = new Map(standard.events.map((event) => [event.id, event]));
  return {
    ...standard,
    limits: limits.map(({ event, anchor, otherwise, ...rest }) => ({
      event: events.get(event)!,
      ...(anchor !== undefined && { anchor: events.get(anchor)! }),
      ...(otherwise !== undefined && { otherwise: events.get(otherwise)! }),
      ...rest,
    })),
  };
}

/** The names in the 标准 fields, each with its place. */
function namesIn({ fields }: Script): Text[] {
  return fields.flatMap(({ id, value }) => {
    if (id !== "standard" || value.kind !== "text") return [];
    return [...value.text.matchAll(/[^,，、;；]+/g)].flatMap(({ 0: part, index }) => {
      const text = part.trim();
      if (text === "") return [];
      const start = value.start + index + part.length - part.trimStart().length;
      return [{ kind: "text" as const, text, start, end: start + text.length }];
    });
  });
}
