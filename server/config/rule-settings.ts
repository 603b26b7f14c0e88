import { groupOf, OWN_LEVELS, RuleLevels } from "../model/rule-levels.ts";
import { knownStandards } from "../model/standards.ts";
import { nearest } from "../model/symbols.ts";
import { uriKey } from "../model/uri-key.ts";
import type { Wording } from "../model/wording.ts";
import type { Severity } from "../protocol.ts";
import { RULE_IDS } from "../rules/lint.ts";
import type { PlacedSetting } from "./config-file.ts";
import type { ReadConfig } from "./extended.ts";
import { Globs, globFault } from "./globs.ts";
import { GLOB_FAULTS, problem } from "./problem.ts";
import type { Placed } from "./values.ts";

/** Something of a configuration, with the file in which it stands. */
export type In<T> = T & { readonly from: ReadConfig };

/** What is set for a rule, with the file in which it stands. */
export type WrittenSetting = In<PlacedSetting>;

/** What holds for the scripts that some patterns mean; for all where there are none. */
export interface Layer {
  readonly files: readonly In<Placed>[] | undefined;
  readonly rules: readonly WrittenSetting[];
}

/** What a configuration sets for the rules in each script. */
export class RuleSettings {
  /** From what is overridden to what overrides it. */
  readonly layers: readonly Layer[];
  /** The names of the configurations that are extended. */
  readonly extended: readonly In<Placed>[];
  /** Which scripts are not to be judged. */
  readonly ignored: readonly In<Placed>[];
  private readonly folder: string;
  private readonly ignore: Globs<In<Placed>>;
  private readonly globs: ReadonlyMap<Layer, Globs>;
  /** Scripts for which the same layers hold share their levels, so that they are the same thing from one time to the next. */
  private readonly known = new Map<string, RuleLevels<WrittenSetting>>();

  /**
   * @param uri the configuration that is in force: its folder is where patterns of paths begin, those that it extends too
   * @param configs it and those that it extends, the most general first; patterns that find nothing are told there
   */
  constructor(uri: string, configs: readonly ReadConfig[]) {
    this.folder = uriKey(new URL(".", uri).href);
    const within = <T>(from: ReadConfig, items: readonly T[]): In<T>[] => items.map((item) => ({ ...item, from }));
    this.layers = configs.flatMap((from): Layer[] => [
      { files: undefined, rules: within(from, from.config.rules) },
      ...from.config.overrides.map(({ files, rules }) => ({
        files: within(from, sound(from, files)),
        rules: within(from, rules),
      })),
    ]);
    this.extended = configs.flatMap((from) => within(from, from.config.extends));
    this.ignored = configs.flatMap((from) => within(from, sound(from, from.config.ignore)));
    this.ignore = new Globs(this.ignored);
    this.globs = new Map(
      this.layers.flatMap((layer) => (layer.files === undefined ? [] : [[layer, new Globs(layer.files)] as const])),
    );
  }

  /** The levels of the rules in a script. */
  levelsOf(uri: string): RuleLevels<WrittenSetting> {
    const path = this.pathOf(uri);
    const holding = this.layers.filter(
      (layer) => layer.files === undefined || this.globs.get(layer)?.match(path) !== undefined,
    );
    const isIgnored = this.ignore.match(path) !== undefined;
    const key = `${isIgnored} ${holding.map((layer) => this.layers.indexOf(layer)).join(" ")}`;
    let levels = this.known.get(key);
    if (levels === undefined) {
      const rules = holding.map((layer) => layer.rules).filter((settings) => settings.length > 0);
      levels = rules.length === 0 && !isIgnored ? OWN_LEVELS : new RuleLevels<WrittenSetting>(rules, isIgnored);
      this.known.set(key, levels);
    }
    return levels;
  }

  /** The pattern for which a script is not judged; undefined when it is. */
  ignoredBy(uri: string): In<Placed> | undefined {
    return this.ignore.match(this.pathOf(uri));
  }

  private pathOf(uri: string): string {
    return uriKey(uri).slice(this.folder.length);
  }
}

/** Tells what is set for rules that do not exist: it would be without effect. */
export function checkRuleNames(configs: readonly ReadConfig[], wording: Wording): void {
  const names = new Set([...RULE_IDS, ...rulesBeside(wording).map(({ id }) => id)]);
  for (const id of [...names]) names.add(groupOf(id));
  for (const { config, problems } of configs)
    for (const { rule, span } of [...config.rules, ...config.overrides.flatMap(({ rules }) => rules)]) {
      if (names.has(rule)) continue;
      // A rule of the organisation's own may stand where the configuration has a mistake.
      if (wording.isPartial && /^(?:own|standard)\//.test(rule)) continue;
      const near = nearest(rule, names);
      const instead =
        near === undefined
          ? { zh: "用 service-script explain 列出全部。", en: "List them all with service-script explain." }
          : { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
      problems.push(problem("unknown-rule", span, { rule, instead }));
    }
}

/** The rules of an organisation, and those of all standards that its scripts may adopt. */
export function rulesBeside(wording: Wording): readonly { readonly id: string; readonly severity: Severity }[] {
  const ofStandards = knownStandards(wording.standards).flatMap(({ obligations }) => obligations);
  return [...wording.rules, ...wording.obligations, ...ofStandards];
}

/** The patterns that can find something; the others are told. */
function sound(from: ReadConfig, globs: readonly Placed[]): readonly Placed[] {
  return globs.filter(({ text, span }) => {
    const fault = globFault(text);
    if (fault !== undefined) from.problems.push(problem("glob", span, { glob: text, fault: GLOB_FAULTS[fault] }));
    return fault === undefined;
  });
}
