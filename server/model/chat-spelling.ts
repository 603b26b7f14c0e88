import type { Folded } from "./normalise.ts";

/**
 * Spells out what people shorten when they type English in a chat, u for you and dont for don't, so that the lexicon
 * need not list every spelling of every word.
 * @param folded what is said, folded
 * @returns the same with whole words, whose units come from the units of the short word in the source
 */
export function spellOut(folded: Folded): Folded {
  let text = "";
  const offsets: number[] = [];
  let done = 0;
  const take = (end: number) => {
    text += folded.text.slice(done, end);
    for (let i = done; i < end; i++) offsets.push(folded.offsets[i]!);
    done = end;
  };
  for (const { 0: short, index } of folded.text.matchAll(SHORT)) {
    const whole = wholeWord(short, folded.text, index);
    if (whole === undefined) continue;
    take(index);
    text += whole;
    for (let i = 0; i < whole.length; i++) {
      // The last unit stands for the last of the source, so that a match that ends here ends there.
      const from = i === whole.length - 1 ? short.length - 1 : Math.min(i, short.length - 1);
      offsets.push(folded.offsets[index + from]!);
    }
    done = index + short.length;
  }
  if (done === 0) return folded;
  take(folded.text.length);
  return { text, offsets };
}

/** Contractions without their apostrophe that are no words of their own, and the usual short words of chats. */
const WHOLE: ReadonlyMap<string, string> = new Map(
  [
    "don't doesn't didn't can't couldn't won't wouldn't shouldn't isn't aren't wasn't weren't haven't hasn't hadn't",
    "mustn't needn't ain't you're you'll you'd you've they're they'll they've they'd we've i'm i've it'll it'd that's",
    "that'll that'd there's here's where's what's who's how's he's she's nobody's somebody's someone's everyone's",
    "everything's nothing's would've could've should've must've",
  ]
    .join(" ")
    .split(" ")
    .map((word): [string, string] => [word.replace("'", ""), word])
    .concat([
      ["u", "you"],
      ["pls", "please"],
      ["plz", "please"],
      ["thx", "thanks"],
      ["b4", "before"],
      ["cos", "because"],
      ["coz", "because"],
      ["cuz", "because"],
      ["wanna", "want to"],
      ["hv", "have"],
    ]),
);

/** Words that stand for others in some places only. */
const AT_CLAUSE_START: ReadonlyMap<string, string> = new Map([
  ["its", "it's"],
  ["ill", "i'll"],
  ["lets", "let's"],
  ["well", "we'll"],
  ["id", "i'd"],
]);
/** What follows the last two when they are short for something. */
const AFTER_SHORT =
  /^ (?:be|call|check|do|email|get|give|have|keep|let|like|love|make|need|prefer|rather|ring|say|see|send|sort|suggest|text|write)(?![a-z])/;
const SHORT = new RegExp(
  `(?<![a-z0-9'])(?:${[...WHOLE.keys(), ...AT_CLAUSE_START.keys(), "ur", "r"].join("|")})(?![a-z0-9'])`,
  "g",
);
const CLAUSE_START = /(?:^|[.,!?;:"~…\n-]|\b(?:and|but|so|because|cos|then|if|that|sorry|sir|no|yes|ok|well)) ?$/;
/** Behind “ur”, words that follow you're and not your. */
const AFTER_YOU_ARE =
  /^ (?:an?|the|not|being|so|too|just|going|gonna|welcome|wrong|right|entitled|always|still|in|on|out|very|all|lying|late|ready|sure|done|free|happy|able|here|there|back|home|[a-z]+ing)(?![a-z])/;

function wholeWord(short: string, text: string, index: number): string | undefined {
  const before = () => text.slice(Math.max(0, index - 12), index);
  if (short === "ur") return AFTER_YOU_ARE.test(text.slice(index + 2, index + 16)) ? "you're" : "your";
  if (short === "r")
    return /\b(?:you|u|we|they) $/.test(before()) || /^ (?:you|u|we|they)\b/.test(text.slice(index + 1, index + 7))
      ? "are"
      : undefined;
  const atStart = AT_CLAUSE_START.get(short);
  if (atStart === undefined) return WHOLE.get(short);
  if ((short === "well" || short === "id") && !AFTER_SHORT.test(text.slice(index + short.length, index + 16)))
    return undefined;
  return CLAUSE_START.test(before()) ? atStart : undefined;
}
