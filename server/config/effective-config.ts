import type { LevelSetting } from "../model/rule-levels.ts";
import { RULES } from "../rules/index.ts";
import { RULE_IDS } from "../rules/lint.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import type { Configuration } from "./configurations.ts";
import { type In, rulesBeside, type WrittenSetting } from "./rule-settings.ts";
import type { Placed } from "./values.ts";

/** A value that holds, and where it is written; undefined where nobody wrote it. */
export interface Value {
  /** For a rule's level, the rule or group. */
  readonly name?: string;
  readonly text: string;
  readonly origin: { readonly uri: string; readonly text: string; readonly start: number } | undefined;
}

/** Everything that a configuration says, in the order in which it wins. */
export interface EffectiveConfig {
  readonly extends: readonly Value[];
  readonly lexicons: readonly Value[];
  readonly standards: readonly Value[];
  readonly ignore: readonly Value[];
  /** The pattern for which the script is not judged. */
  readonly ignoredBy: Value | undefined;
  readonly rules: readonly Value[];
  readonly overrides: readonly { readonly files: readonly Value[]; readonly rules: readonly Value[] }[];
}

/**
 * What holds for a script: the level of every rule, whoever set it; or, without one, what the configuration says of all
 * scripts and of some.
 */
export function effectiveConfig(configuration: Configuration, script: string | undefined): EffectiveConfig {
  const { settings, lexicons, standards, wording } = configuration;
  const layers = settings?.layers ?? [];
  const ignoredBy = script === undefined ? undefined : settings?.ignoredBy(script);
  const levels = script === undefined ? undefined : settings?.levelsOf(script);
  const general = new Map(
    layers.filter(({ files }) => files === undefined).flatMap(({ rules }) => rules.map((rule) => [rule.rule, rule])),
  );
  const own = new Map(rulesBeside(wording).map(({ id, severity }) => [id, { rule: id, level: severity }]));
  return {
    extends: (settings?.extended ?? []).map(placedValue),
    lexicons: lexicons.map(placedValue),
    standards: standards.map(placedValue),
    ignore: (settings?.ignored ?? []).map(placedValue),
    ignoredBy: ignoredBy && placedValue(ignoredBy),
    rules:
      script === undefined
        ? [...general.values()].map((setting) => levelOf(setting))
        : [...builtIn(), ...own.values()].map((rule) => {
            const setting = levels?.settingOf(rule.rule);
            return setting === undefined ? levelOf(rule) : { ...levelOf(setting), name: rule.rule };
          }),
    overrides:
      script === undefined
        ? layers.flatMap(({ files, rules }) =>
            files === undefined ? [] : [{ files: files.map(placedValue), rules: rules.map((one) => levelOf(one)) }],
          )
        : [],
  };
}

/** All rules at their own levels. */
function builtIn(): readonly LevelSetting[] {
  const own = new Map(RULES.map(({ id, severity }) => [id, severity] as const));
  for (const [kind, { severity }] of Object.entries(SYNTAX_TEXTS)) own.set(`syntax/${kind}`, severity);
  return [...RULE_IDS].map((rule) => ({ rule, level: own.get(rule)! }));
}

function levelOf(setting: LevelSetting | WrittenSetting): Value {
  const text = setting.level === "information" ? "info" : setting.level;
  return { name: setting.rule, text, origin: "from" in setting ? originOf(setting) : undefined };
}

function placedValue(placed: In<Placed>): Value {
  return { text: placed.text, origin: originOf(placed) };
}

function originOf({ from, span }: In<{ readonly span: { readonly start: number } }>): Value["origin"] {
  return { uri: from.uri, text: from.text, start: span.start };
}
