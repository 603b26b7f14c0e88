import undefinedStep from "./flow/undefined-step.ts";
import unreachableStep from "./flow/unreachable-step.ts";
import argue from "./forbidden/argue.ts";
import blame from "./forbidden/blame.ts";
import brushOff from "./forbidden/brush-off.ts";
import flatRefusal from "./forbidden/flat-refusal.ts";
import passTheBuck from "./forbidden/pass-the-buck.ts";
import apology from "./missing/apology.ts";
import confirmation from "./missing/confirmation.ts";
import type { AnyRule } from "./rule.ts";
import vague from "./sla/vague.ts";

/** All rules, in the order of the manual. A rule that is not in this list does not exist. */
export const RULES: readonly AnyRule[] = [
  brushOff,
  flatRefusal,
  blame,
  argue,
  passTheBuck,
  apology,
  confirmation,
  vague,
  undefinedStep,
  unreachableStep,
];
