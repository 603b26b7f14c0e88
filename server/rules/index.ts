import deadEnd from "./flow/dead-end.ts";
import duplicateStep from "./flow/duplicate-step.ts";
import endlessLoop from "./flow/endless-loop.ts";
import missingFallback from "./flow/missing-fallback.ts";
import recursiveDetour from "./flow/recursive-detour.ts";
import repeatedChoice from "./flow/repeated-choice.ts";
import turnAfterEnd from "./flow/turn-after-end.ts";
import undefinedStep from "./flow/undefined-step.ts";
import unreachableStep from "./flow/unreachable-step.ts";
import unusedFragment from "./flow/unused-fragment.ts";
import agentHangsUp from "./forbidden/agent-hangs-up.ts";
import argue from "./forbidden/argue.ts";
import askSecret from "./forbidden/ask-secret.ts";
import blame from "./forbidden/blame.ts";
import brushOff from "./forbidden/brush-off.ts";
import command from "./forbidden/command.ts";
import deny from "./forbidden/deny.ts";
import familiarAddress from "./forbidden/familiar-address.ts";
import flatRefusal from "./forbidden/flat-refusal.ts";
import impatience from "./forbidden/impatience.ts";
import jargon from "./forbidden/jargon.ts";
import negativeWording from "./forbidden/negative-wording.ts";
import passTheBuck from "./forbidden/pass-the-buck.ts";
import privateData from "./forbidden/private-data.ts";
import rude from "./forbidden/rude.ts";
import stall from "./forbidden/stall.ts";
import thirdPerson from "./forbidden/third-person.ts";
import expired from "./ignore/expired.ts";
import unknownRule from "./ignore/unknown-rule.ts";
import unused from "./ignore/unused.ts";
import withoutReason from "./ignore/without-reason.ts";
import cycle from "./import/cycle.ts";
import duplicateAlias from "./import/duplicate-alias.ts";
import missingFile from "./import/missing-file.ts";
import unusedImport from "./import/unused.ts";
import apology from "./missing/apology.ts";
import confirmation from "./missing/confirmation.ts";
import undefinedName from "./phrase/undefined-name.ts";
import unusedName from "./phrase/unused-name.ts";
import usesItself from "./phrase/uses-itself.ts";
import unusedRole from "./role/unused.ts";
import type { AnyRule } from "./rule.ts";
import overPromise from "./sla/over-promise.ts";
import vague from "./sla/vague.ts";

/** All rules, in the order of the manual. A rule that is not in this list does not exist. */
export const RULES: readonly AnyRule[] = [
  brushOff,
  flatRefusal,
  deny,
  blame,
  argue,
  passTheBuck,
  impatience,
  rude,
  command,
  thirdPerson,
  jargon,
  negativeWording,
  stall,
  familiarAddress,
  privateData,
  agentHangsUp,
  askSecret,
  apology,
  confirmation,
  overPromise,
  vague,
  undefinedStep,
  duplicateStep,
  unreachableStep,
  deadEnd,
  endlessLoop,
  recursiveDetour,
  turnAfterEnd,
  missingFallback,
  repeatedChoice,
  unusedFragment,
  missingFile,
  cycle,
  duplicateAlias,
  unusedImport,
  undefinedName,
  unusedName,
  usesItself,
  unusedRole,
  // Rules about ignore comments come last, when it is known what was silenced.
  withoutReason,
  unknownRule,
  expired,
  unused,
];

/** The rules that judge the wording of each turn by itself. */
export const WORDING_RULES: readonly AnyRule[] = RULES.filter(({ scope }) => scope === "turn");
