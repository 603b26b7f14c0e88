import type { Bilingual } from "../rules/rule.ts";

/** What is told about words that an organisation does not want: its own message, else a plain one; then its reason. */
export function ownMessage(message: Bilingual = PLAIN, reason = ""): Bilingual {
  if (reason.trim() === "") return message;
  return { zh: `${ended(message.zh, "。")}${reason.trim()}`, en: `${ended(message.en, ".")} ${reason.trim()}` };
}

const PLAIN: Bilingual = {
  zh: "“{said}”在你们的禁语表里。",
  en: "“{said}” is on your own list of words not to say.",
};

function ended(sentence: string, stop: string): string {
  return /[。！？.!?]["”]?$/.test(sentence) ? sentence : sentence + stop;
}
