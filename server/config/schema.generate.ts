import { CONFIG, CONFIG_EXPECTED } from "./config-file.ts";
import { jsonSchema } from "./json-schema.ts";
import { PACK, PACK_EXPECTED } from "./pack-schema.ts";
import { STANDARD, STANDARD_EXPECTED } from "./standards.ts";

/** Writes what an organisation's files may hold as JSON schemas, for editors that complete YAML. */
export function generate(): { path: string; content: string }[] {
  const file = (name: string, schema: object) => ({
    path: `client/schemas/${name}.json`,
    content: `${JSON.stringify(
      { $comment: "Generated from the checks by schema.generate.ts (npm run generate). Do not edit.", ...schema },
      undefined,
      2,
    )}\n`,
  });
  return [
    file("configuration", jsonSchema("service-script.config.yaml", CONFIG, CONFIG_EXPECTED)),
    file("pack", jsonSchema("Service Script 话术", PACK, PACK_EXPECTED)),
    file("standard", jsonSchema("Service Script 话术", STANDARD, STANDARD_EXPECTED)),
  ];
}
