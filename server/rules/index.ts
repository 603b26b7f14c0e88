import choiceNamedLikeStep from "./flow/choice-named-like-step.ts";
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
import bluntAbsence from "./forbidden/blunt-absence.ts";
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
import alternative from "./missing/alternative.ts";
import answerBeforeHold from "./missing/answer-before-hold.ts";
import answerToApology from "./missing/answer-to-apology.ts";
import answerToGoodbye from "./missing/answer-to-goodbye.ts";
import answerToThanks from "./missing/answer-to-thanks.ts";
import anythingElse from "./missing/anything-else.ts";
import apology from "./missing/apology.ts";
import apologyForHold from "./missing/apology-for-hold.ts";
import apologyForInterrupting from "./missing/apology-for-interrupting.ts";
import apologyForNotHearing from "./missing/apology-for-not-hearing.ts";
import briefing from "./missing/briefing.ts";
import callerDetails from "./missing/caller-details.ts";
import confirmation from "./missing/confirmation.ts";
import consentBeforeHold from "./missing/consent-before-hold.ts";
import consentBeforeTransfer from "./missing/consent-before-transfer.ts";
import courtesyAfterWrongNumber from "./missing/courtesy-after-wrong-number.ts";
import customerView from "./missing/customer-view.ts";
import empathy from "./missing/empathy.ts";
import farewell from "./missing/farewell.ts";
import firstGuidance from "./missing/first-guidance.ts";
import followUp from "./missing/follow-up.ts";
import greeting from "./missing/greeting.ts";
import handover from "./missing/handover.ts";
import incidentFacts from "./missing/incident-facts.ts";
import introduction from "./missing/introduction.ts";
import lengthOfHold from "./missing/length-of-hold.ts";
import message from "./missing/message.ts";
import nextCallTime from "./missing/next-call-time.ts";
import nextTry from "./missing/next-try.ts";
import notes from "./missing/notes.ts";
import offerOfHelp from "./missing/offer-of-help.ts";
import partyCheck from "./missing/party-check.ts";
import pause from "./missing/pause.ts";
import purpose from "./missing/purpose.ts";
import reasonForHold from "./missing/reason-for-hold.ts";
import reasonForQuestion from "./missing/reason-for-question.ts";
import reasonForRefusal from "./missing/reason-for-refusal.ts";
import reasonForTransfer from "./missing/reason-for-transfer.ts";
import recap from "./missing/recap.ts";
import receiverOfTransfer from "./missing/receiver-of-transfer.ts";

import replyTime from "./missing/reply-time.ts";
import returnTime from "./missing/return-time.ts";
import thanks from "./missing/thanks.ts";
import thanksAfterHold from "./missing/thanks-after-hold.ts";
import thanksForRaising from "./missing/thanks-for-raising.ts";
import wordForChild from "./missing/word-for-child.ts";
import identityBeforeIncident from "./order/identity-before-incident.ts";
import nameBeforeAbsence from "./order/name-before-absence.ts";
import questionBeforeAccount from "./order/question-before-account.ts";
import undefinedName from "./phrase/undefined-name.ts";
import unusedName from "./phrase/unused-name.ts";
import usesItself from "./phrase/uses-itself.ts";
import unusedRole from "./role/unused.ts";
import type { AnyRule } from "./rule.ts";
import ambiguousUnit from "./sla/ambiguous-unit.ts";
import chain from "./sla/chain.ts";
import contradiction from "./sla/contradiction.ts";
import exceeds from "./sla/exceeds.ts";
import latePurpose from "./sla/late-purpose.ts";
import loosened from "./sla/loosened.ts";
import missingTime from "./sla/missing.ts";
import outOfOrder from "./sla/out-of-order.ts";
import overPromise from "./sla/over-promise.ts";
import unkept from "./sla/unkept.ts";
import unknownEvent from "./sla/unknown-event.ts";
import unknownStandard from "./sla/unknown-standard.ts";
import unmeasurable from "./sla/unmeasurable.ts";
import unreadableLimit from "./sla/unreadable-limit.ts";
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
  bluntAbsence,
  thirdPerson,
  jargon,
  negativeWording,
  stall,
  familiarAddress,
  privateData,
  agentHangsUp,
  askSecret,
  greeting,
  introduction,
  offerOfHelp,
  partyCheck,
  purpose,
  latePurpose,
  callerDetails,
  apology,
  thanksForRaising,
  questionBeforeAccount,
  empathy,
  confirmation,
  reasonForQuestion,
  consentBeforeHold,
  answerBeforeHold,
  apologyForHold,
  reasonForHold,
  lengthOfHold,
  thanksAfterHold,
  consentBeforeTransfer,
  reasonForTransfer,
  receiverOfTransfer,
  briefing,
  handover,
  nameBeforeAbsence,
  returnTime,
  message,
  reasonForRefusal,
  alternative,
  customerView,
  apologyForNotHearing,
  apologyForInterrupting,
  answerToApology,
  answerToThanks,
  answerToGoodbye,
  courtesyAfterWrongNumber,
  replyTime,

  followUp,
  notes,
  recap,
  anythingElse,
  thanks,
  farewell,
  identityBeforeIncident,
  incidentFacts,
  firstGuidance,
  nextTry,
  wordForChild,
  nextCallTime,
  pause,
  exceeds,
  ambiguousUnit,
  chain,
  loosened,
  overPromise,
  unknownEvent,
  unknownStandard,
  unmeasurable,
  vague,
  missingTime,
  contradiction,
  outOfOrder,
  unkept,
  unreadableLimit,
  undefinedStep,
  duplicateStep,
  unreachableStep,
  deadEnd,
  endlessLoop,
  recursiveDetour,
  turnAfterEnd,
  missingFallback,
  repeatedChoice,
  choiceNamedLikeStep,
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
