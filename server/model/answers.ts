import type { Choice, Choices } from "../../grammar/index.ts";
import { actsOf } from "./acts.ts";
import { foldName } from "./normalise.ts";

/** What a choice stands for: a yes, a no, everything that the others leave, or something by name. */
export type Answer = "yes" | "no" | "rest" | "named";

/** What a choice stands for, by its label and by what its author says of the customer. */
export function answerOf({ label, labels }: Choice): Answer {
  if (labels.some(({ customer }) => customer === "refuse")) return "no";
  const name = label.kind === "text" ? foldName(label.text) : "";
  if (REST.test(name)) return "rest";
  if (NO.test(name)) return "no";
  if (YES.test(name) || (name === "" && labels.some(({ customer }) => customer === "agree"))) return "yes";
  const acts = label.kind === "text" ? actsOf([label], "customer") : [];
  return acts.some(({ act }) => act === "decline") ? "no" : "named";
}

/** Whether a group says what happens in every case: beside others it has a choice for the rest, or for no. */
export function isComplete({ choices }: Choices): boolean {
  const answers = choices.map(answerOf);
  if (answers.length === 1) return false;
  return answers.includes("rest") || (answers.includes("no") && answers.some((answer) => answer !== "no"));
}

// Names are folded: simplified, in small letters, without spaces and the sign at the end.
const REST =
  /其他|其它|其余|另外|别的|否则|不然|以上|以外|之外|都不|都没|不确定|不清楚|不知道|不一定|没说|没回答|不说话|otherwise|other|else|default|^rest|therest|remaining|none|neither|anything|unsure|notsure|unclear|don'tknow|noanswer|noreply/;
const NO =
  /^(不|没|无|未|非|否|别|拒|反对|暂不|暂时不|还不|还没|no|not|non|never|can't|cannot|won't|doesn't|don't|didn't|isn't|aren't|un[a-z]|refuse|decline|reject|disagree|wrong|false)|拒绝|不同意/;
const YES =
  /^(客户|顾客|用户|对方|他|她|我|customer|caller)?(说|表示|says?|answers?)?["']?(是|是的|对|对的|有|能|会|可以|行|好|好的|要|需要|想|愿意|同意|接受|方便|满意|确认|在|属于|符合|yes|yeah|ok|okay|sure|agree|agrees|agreed|accept|accepts|accepted|true|correct|right|can|satisfied|willing|interested|itdoes|itis|theydo|theycan|possible)["']?$/;
