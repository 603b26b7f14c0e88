import type { Demand, DemandScope, Occasion } from "../model/demand.ts";
import type { Bilingual } from "../rules/rule.ts";

/** What is told about words that an organisation does not want: its own message, else a plain one; then its reason. */
export function ownMessage(message: Bilingual = PLAIN, reason = ""): Bilingual {
  if (reason.trim() === "") return message;
  return { zh: `${ended(message.zh)}${reason.trim()}`, en: `${ended(message.en, ".")} ${reason.trim()}` };
}

/** What is told about a demand that is not met: its own message, else its pattern in words; with the {path}, then the reason. */
export function demandMessage(demand: Demand, message: Bilingual | undefined, reason: string | undefined): Bilingual {
  const { zh, en } = message ?? inWords(demand);
  return ownMessage({ zh: withPath(zh), en: withPath(en) }, reason);
}

const PLAIN: Bilingual = {
  zh: "“{said}”在你们的禁语表里。",
  en: "“{said}” is on your own list of words not to say.",
};

function ended(sentence: string, stop = "。"): string {
  return /[。！？.!?]["”]?$/.test(sentence) ? sentence : sentence + stop;
}

/** The sentence with the {path}, at its end where it has none; it may be in either language, whichever it stands for. */
function withPath(sentence: string): string {
  if (sentence.includes("{path}")) return sentence;
  const [, words, stop] = /^(.*?)([。！？.!?]?)$/s.exec(sentence)!;
  return `${words}{path}${stop || (/[\u3400-\u9fff]/.test(words!) ? "。" : ".")}`;
}

function inWords(demand: Demand): Bilingual {
  switch (demand.pattern) {
    case "response": {
      const { when, response, before, within } = demand;
      const owed = listed(response);
      return {
        zh: `${quoted(when).zh}之后${within ? `的 ${within} 句里` : ""}${before ? `、${quoted(before).zh}之前，` : ""}没有${owed.zh}`,
        en: `No ${owed.en} ${within ? `within ${turns(within)} ` : ""}after ${quoted(when).en}${before ? ` and before ${quoted(before).en}` : ""}`,
      };
    }
    case "precedence": {
      const { of, first, in: scope } = demand;
      const [owed, place] = [listed(first), scopeInWords(scope)];
      return {
        zh: `${place.zh}${place.zh === "" ? "" : "，"}${quoted(of).zh}之前没有${owed.zh}`,
        en: `No ${owed.en} before ${quoted(of).en}${place.en}`,
      };
    }
    case "existence": {
      const [owed, place] = [quoted(demand.of), scopeInWords(demand.in)];
      return { zh: `${place.zh}没有${owed.zh}`, en: `No ${owed.en}${place.en}` };
    }
    case "absence": {
      const [unwanted, place] = [quoted(demand.of), scopeInWords(demand.in)];
      return { zh: `${place.zh}不该有${unwanted.zh}`, en: `${unwanted.en} has no place${place.en || " here"}` };
    }
  }
}

function scopeInWords(scope: DemandScope | undefined): Bilingual {
  if (scope === undefined) return { zh: "", en: "" };
  if ("before" in scope) return { zh: `${quoted(scope.before).zh}之前`, en: ` before ${quoted(scope.before).en}` };
  if ("firstTurns" in scope)
    return { zh: `开头 ${scope.firstTurns} 句里`, en: ` in the first ${turns(scope.firstTurns)}` };
  if ("lastTurns" in scope) return { zh: `最后 ${scope.lastTurns} 句里`, en: ` in the last ${turns(scope.lastTurns)}` };
  const { after, until, nth = 1 } = scope;
  const from =
    nth > 1 ? { zh: `第 ${nth} 次${quoted(after).zh}`, en: `${quoted(after).en} number ${nth}` } : quoted(after);
  return {
    zh: `${from.zh}之后${until ? `、${quoted(until).zh}之前` : ""}`,
    en: ` after ${from.en}${until ? ` and before ${quoted(until).en}` : ""}`,
  };
}

function turns(count: number): string {
  return count === 1 ? "1 turn" : `${count} turns`;
}

function quoted({ words }: Occasion): Bilingual {
  return { zh: `“${words.zh}”`, en: `“${words.en}”` };
}

function listed(chain: readonly Occasion[]): Bilingual {
  const words = chain.map(quoted);
  return { zh: words.map(({ zh }) => zh).join("、"), en: words.map(({ en }) => en).join(", then ") };
}
