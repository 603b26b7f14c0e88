/** A JSON schema with the words that ours use. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly definitions?: Readonly<Record<string, JsonSchema>>;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly description?: string;
}

/** The paths at which a value does not have the form of a schema, as an editor would underline them. */
export function faultsOf(value: unknown, schema: JsonSchema, root = schema, path = ""): string[] {
  const inner = (part: unknown, form: JsonSchema, key: string | number) => faultsOf(part, form, root, `${path}/${key}`);
  const fits = (form: JsonSchema) => faultsOf(value, form, root, path).length === 0;
  if (schema.$ref !== undefined) return faultsOf(value, root.definitions![schema.$ref.split("/").at(-1)!]!, root, path);
  const types = typeof schema.type === "string" ? [schema.type] : schema.type;
  if (types !== undefined && !types.some((type) => typesOf(value).includes(type))) return [path];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [path];
  if (typeof value === "string" && schema.pattern !== undefined && !new RegExp(schema.pattern).test(value))
    return [path];
  if (typeof value === "number" && (value < (schema.minimum ?? value) || value > (schema.maximum ?? value)))
    return [path];
  if (schema.anyOf !== undefined && !schema.anyOf.some(fits)) return [path];
  if (schema.oneOf !== undefined && schema.oneOf.filter(fits).length !== 1) return [path];
  if (Array.isArray(value)) {
    const { items } = schema;
    if (value.length < (schema.minItems ?? 0)) return [path];
    return items === undefined ? [] : value.flatMap((item, index) => inner(item, items, index));
  }
  if (typeof value !== "object" || value === null) return [];
  if (schema.required?.some((key) => !Object.hasOwn(value, key))) return [path];
  return Object.entries(value).flatMap(([key, part]) => {
    const form = schema.properties?.[key] ?? schema.additionalProperties ?? true;
    return form === true ? [] : form === false ? [`${path}/${key}`] : inner(part, form, key);
  });
}

function typesOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return ["array"];
  return Number.isInteger(value) ? ["integer", "number"] : [value === null ? "null" : typeof value];
}
