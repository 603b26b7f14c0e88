// Generated from zh/*.yaml and en/*.yaml by lexicon.generate.ts (npm run generate). Do not edit.
import type { LexiconEntry } from "./format.ts";

export const LEXICON: readonly LexiconEntry[] = [
  {"act":"brush-off","language":"zh","speaker":"agent","patterns":[{"pattern":"不(知道|清楚|晓得|了解)","source":"(?:(?<![a-z0-9])|(?![a-z0-9]))不(?:知道|清楚|晓得|了解)(?:(?<![a-z0-9])|(?![a-z0-9]))","factors":["不了解","不晓得","不清楚","不知道"]}],"unless":[{"pattern":"不(知道|清楚|晓得)~2您","source":"(?:(?<![a-z0-9])|(?![a-z0-9]))不(?:知道|清楚|晓得)[^.,!?;:\"\\n~…]{0,2}?您(?:(?<![a-z0-9])|(?![a-z0-9]))","factors":["不晓得","不清楚","不知道"]},{"pattern":"如果~6不(清楚|知道|了解)","source":"(?:(?<![a-z0-9])|(?![a-z0-9]))如果[^.,!?;:\"\\n~…]{0,6}?不(?:清楚|知道|了解)(?:(?<![a-z0-9])|(?![a-z0-9]))","factors":["不了解","不清楚","不知道"]}],"suggestions":[{"say":"我帮您核实一下,请您稍等一分钟好吗?"}]},
  {"act":"brush-off","language":"en","speaker":"agent","patterns":[{"pattern":"i (really )?(don't|dont|do not) know","source":"(?:(?<![a-z0-9])|(?![a-z0-9]))i (?:really )?(?:don't|dont|do not) know(?:(?<![a-z0-9])|(?![a-z0-9]))","factors":["i do not know","i don't know","i dont know","i really do not know","i really don't know","i really dont know"]}],"unless":[],"suggestions":[{"say":"Let me find that out for you. May I put you on hold for a minute?"}]},
];
