import * as v from "valibot";
import type { Expectations } from "./yaml-file.ts";

/** A JSON schema (draft 7), as editors read it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a check may say of itself for editors, as its metadata. */
interface Hints {
  /** What an editor checks in its place, or beside it where it is an object; a function where making it takes time. */
  readonly json?: JsonSchema | (() => JsonSchema);
  /** A name under which it is kept, where it stands in many places, in each among others: a reference has no description. */
  readonly definition?: string;
  /** Of a list whose items are checked by themselves: how, and what their keys take. */
  readonly item?: v.GenericSchema;
  readonly expected?: Expectations;
}

/**
 * The checks of a file of an organisation as a JSON schema, with what each key takes as its description. It is somewhat
 * laxer than the checks, which say more and say it better: it serves to complete and to explain.
 */
export function jsonSchema(title: string, schema: v.GenericSchema, expected: Expectations): JsonSchema {
  const converter = new Converter();
  const converted = converter.convert(schema, expected);
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title,
    ...converted,
    definitions: Object.fromEntries(converter.definitions),
  };
}

class Converter {
  readonly definitions = new Map<string, JsonSchema>();

  convert(schema: v.GenericSchema, expected: Expectations): JsonSchema {
    const hints = v.getMetadata(schema) as Hints;
    if (hints.item !== undefined) return { type: "array", items: this.convert(hints.item, hints.expected ?? expected) };
    if (hints.definition === undefined) return this.inner(schema, hints, expected);
    if (!this.definitions.has(hints.definition))
      this.definitions.set(hints.definition, this.inner(schema, hints, expected));
    return { $ref: `#/definitions/${hints.definition}` };
  }

  private inner(schema: v.GenericSchema, { json }: Hints, expected: Expectations): JsonSchema {
    const own = typeof json === "function" ? json() : json;
    const { type, entries, wrapped, item, options, value, pipe = [] } = schema as unknown as Parts;
    const required = (action: string) => pipe.find((part) => part.type === action)?.requirement;
    switch (type) {
      case "optional":
        return this.convert(wrapped!, expected);
      case "strict_object":
        return { ...this.object(entries!, expected), ...own };
      case "array":
        return {
          type: "array",
          items: this.convert(item!, expected),
          minItems: pipe.some((part) => part.type === "non_empty") ? 1 : (required("min_length") ?? 0),
        };
      case "record":
        return own ?? { type: "object", additionalProperties: this.convert(value!, expected) };
      case "union":
        return { anyOf: options!.map((option) => this.convert(option as v.GenericSchema, expected)) };
      case "picklist":
        return own ?? { enum: options };
      default:
        // The checks take every scalar as text, such as a phrase 110; to a reader of YAML it is a number.
        return (
          own ?? { type: ["string", "number", "boolean"], pattern: (required("regex") as RegExp | undefined)?.source }
        );
    }
  }

  private object(entries: Readonly<Record<string, v.GenericSchema>>, expected: Expectations): JsonSchema {
    const properties = Object.entries(entries).map(([key, entry]) => {
      const words = expected[key];
      const description = words && { description: `${words.zh}\n\n${words.en}` };
      return [key, { ...description, ...this.convert(entry, expected) }] as const;
    });
    const required = Object.keys(entries).filter((key) => entries[key]!.type !== "optional");
    return {
      type: "object",
      properties: Object.fromEntries(properties),
      additionalProperties: false,
      ...(required.length > 0 && { required }),
    };
  }
}

/** What the kinds of checks consist of. */
interface Parts {
  readonly type: string;
  readonly entries?: Readonly<Record<string, v.GenericSchema>>;
  readonly wrapped?: v.GenericSchema;
  readonly item?: v.GenericSchema;
  readonly value?: v.GenericSchema;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
}
