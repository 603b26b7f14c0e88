import * as grammar from "../../grammar/index.ts";

const { ACTIONS, ADDRESSEE, AGENT_LABELS, CUSTOMER_LABELS, FIELDS, FIELD_VALUES, IGNORES, SPEAKERS, TARGETS } = grammar;

/** Every table of keywords of the language, by its name. */
export const KEYWORD_TABLES = {
  ACTIONS,
  ADDRESSEE,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELDS,
  IGNORES,
  SPEAKERS,
  TARGETS,
  ...FIELD_VALUES,
};
