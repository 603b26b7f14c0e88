import type { Severity } from "../protocol.ts";

/** How grave a rule's findings are to be, or that they are not wanted. */
export type Level = Severity | "off";

/** What somebody sets for a rule, `forbidden/brush-off`, or for a group of them, `forbidden/*`. */
export interface LevelSetting {
  readonly rule: string;
  readonly level: Level;
}

/**
 * How grave the findings of each rule are to be in one script. Settings come in layers, of which a later one wins over
 * an earlier; within a layer the rule's own name wins over its group's, in whichever order they stand.
 */
export class RuleLevels<S extends LevelSetting = LevelSetting> {
  /** Whether nothing in the script is to be reported at all. */
  readonly isIgnored: boolean;
  private readonly layers: readonly ReadonlyMap<string, S>[];

  constructor(layers: readonly (readonly S[])[] = [], isIgnored = false) {
    this.isIgnored = isIgnored;
    this.layers = layers.map((settings) => new Map(settings.map((setting) => [setting.rule, setting])));
  }

  /** The level set for a rule; undefined where its own severity holds. */
  of(ruleId: string): Level | undefined {
    return this.settingOf(ruleId)?.level;
  }

  /** The setting that decides about a rule, if there is one. */
  settingOf(ruleId: string): S | undefined {
    for (let index = this.layers.length - 1; index >= 0; index--) {
      const setting = this.layers[index]!.get(ruleId) ?? this.layers[index]!.get(groupOf(ruleId));
      if (setting !== undefined) return setting;
    }
    return undefined;
  }
}

/** Every rule at its own severity. */
export const OWN_LEVELS = new RuleLevels<never>();

/** The name that stands for a rule and all beside it: `forbidden/*` for `forbidden/brush-off`. */
export function groupOf(ruleId: string): string {
  return `${ruleId.slice(0, ruleId.indexOf("/"))}/*`;
}
