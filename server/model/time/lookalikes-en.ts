import { behind, type Cursor, type LookBack } from "./cursor.ts";

/** A figure that is the rest of a model, a price, a telephone or a decimal number. */
const REST_OF_NUMBER = behind(/[a-z0-9][-./:+#*×]|[$£€¥#] ?/);
/** Habits, and time gone by: every 2 hours, in the last 90 days. */
const NOT_ONCE = behind(
  /(?<![a-z])(?:every|each|per|last|past|previous|first|these|those|(?:once|twice|times)(?: in)?) (?:(?:about|the) )?/,
);
const GONE_BY = behind(
  /(?<![a-z])(?:been(?: \w{1,12}ing)?(?: (?:here|open|on hold|in line|on the line))?|(?:was|were) on hold|waited|waiting|spent|took|lasted)(?: for)? (?:over |about |more than )?/,
);
/** Ago, or old; 10 minutes to five; a rate; a notice; free minutes, a warranty, opening hours. */
const NO_MOMENT =
  /(?: ago| earlier| money| before(?=$|[.,;!?]| (?:he|she|they|it) )| beforehand| (?:to|past) (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)| old| off| late(?!r)| overdue| early)(?![a-z])|-(?=[a-z])|'|,? (?:a|per|each|every) (?:second|minute|hour|day|week|month|year|call|night)(?![a-z])| (?:per|each)(?![a-z])| (?:of (?:free|calls?|talk|data|experience|service|use|warranty|cover)|free|warranty|guarantee|trial|hotline|support|subscription|plan|contract|membership|notice)(?![a-z])/y;
const SEVEN_DAYS = /,? (?:7|seven) days (?:a|per) week/y;

/** One of something is a figure of speech unless a word says that it is meant: one day, a second, have a day off. */
const BARE_ONE =
  /^(?:an?|one) (?:(?:working|business|calendar|full|whole|more|short|quick|further) )?(?!fortnight)[a-z]+$/;
const MEANT = behind(/(?<![a-z])(?:takes?|taking|for|need|needs|allow|another|only|about|least|lasts?|wait) /);
const HOLD_ON = /^(?:a|one) sec(?:ond)?$/;

export function isRestOfNumber(back: LookBack): boolean {
  return back.sees(REST_OF_NUMBER);
}

/** Whether the words are one of a unit, and nothing says that it is to be measured; one second always means a moment. */
export function isBareOne(back: LookBack, words: string): boolean {
  return HOLD_ON.test(words) || (BARE_ONE.test(words) && !back.sees(MEANT));
}

/** Whether a length counts back from now, is a habit, or says what something is like. */
export function isNoTimeToCome(back: LookBack, cursor: Cursor, plain: boolean): boolean {
  if (back.sees(NOT_ONCE)) return true;
  if (!plain) return false;
  if (cursor.take(NO_MOMENT)) {
    cursor.take(SEVEN_DAYS);
    return true;
  }
  return back.sees(GONE_BY);
}
