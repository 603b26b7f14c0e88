import { foldName } from "./normalise.ts";

/** What a choice says of the fate of the call rather than of what a customer wants: `no-answer`, `child`, … */
export function fatesOf(label: string): string[] {
  const words = foldName(label);
  return FATES.filter(([, pattern]) => pattern.test(words)).map(([name]) => name);
}

/** What is written on branches that tell the fate of the call; over folded names, which have no spaces. */
const FATES: readonly (readonly [name: string, pattern: RegExp])[] = [
  [
    "no-answer",
    /^[没无](有)?人$|[没无](有)?人(接|在家|应答|听)|(未|没|没有|不)接(通|听|电话|起)|不在家|打不通|占线|忙音|关机|停机|^no-?(body|one)$|no(body|one)?(answer|picksup|athome)|no(body|one)(is)?(in|home|there)|(doesnot|doesn't|didnot|didn't)(answer|pickup)|notathome|voicemail|linebusy|engaged/,
  ],
  ["child", /小孩|小朋友|(孩子|儿童)(接|在家|听)|^孩子$|^(a|the)?child(answers|picksup|isonthephone|isathome)?$/],
  ["hangs-up", /挂(断|机|电话|掉|了)|(hangs?|hung)up/],
  ["wants-transfer", /(要|想|求|请)(转|找)|转人工|(asksfor|wants)(a|the|our)?(manager|supervisor|human|transfer)/],
];
