import { promisesIn } from "../../model/commitments.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { judgePromise } from "../../model/grants.ts";
import { limitsFor } from "../../model/limits.ts";
import { Division } from "../../model/sentences.ts";
import { type Stretch, Stretches } from "../../model/stretches.ts";
import { forbiddenAct } from "../forbidden-act.ts";

export default forbiddenAct({
  act: "over-promise",
  group: "sla",
  severity: "warning",
  title: { zh: "随口打包票", en: "A promise that nobody can keep" },
  why: {
    zh: "“保证”“百分之百”一出口，差一分钟、差一点点都是我们食言，录音里清清楚楚。",
    en: "Once “guaranteed” is said, being a minute late or a little short is a broken promise, and it is on the recording.",
  },
  fix: {
    zh: "说自己会做什么、什么时候做，不替结果打包票。",
    en: "Say what you will do and by when; do not vouch for the outcome.",
  },
  message: {
    zh: "“{said}”是打包票。说做得到的事和时间。",
    en: "“{said}” vouches for an outcome. Promise what you will do, and by when.",
    bad: [
      { text: "客服: ⟦保证⟧今天给您解决。" },
      { text: "客服: 我⟦保证⟧半小时内给您回电。" },
      // The standard grants the reply, not what comes of it.
      { text: "标准: 投诉问题应答\n\n## 登记\n客服: 我⟦保证⟧今天给您解决,半小时内给您回电。" },
      { text: "agent: ⟦I guarantee⟧ it will be fixed today." },
      { text: "standard: complaint response\n\n## log\nagent: ⟦I guarantee⟧ it will be fixed within half an hour." },
    ],
  },
  excuses: guaranteesWithLimits,
  good: [
    "客服: 我会在半小时内给您回电,说明安排。",
    "标准: 投诉问题应答\n\n## 登记\n客服: 我保证半小时内给您回电。",
    "客服: 我们一定尽力。",
    "客服: 欢迎您一定再来。",
    "客户: 你保证今天能解决?",
    "agent: I'll call you back within half an hour to tell you what happens next.",
    "standard: complaint response\n\n## log\nagent: I guarantee that I'll call you back within half an hour.",
  ],
});

/**
 * A guarantee of something for which a limit holds, by a time: within the limit it is no more than the standard says
 * itself, and beyond it the figure is what is wrong.
 */
function guaranteesWithLimits(document: ScriptDocument): (found: Stretch) => boolean {
  if (limitsFor(document).length === 0 && document.script.steps.every((step) => limitsFor(document, step).length === 0))
    return () => false;
  const granted: Stretch[] = [];
  for (const { text, step, commitments } of promisesIn(document)) {
    const clauses = Division.clauses(text);
    const free = new Stretches(
      commitments.filter(
        (commitment) => !isJudged(judgePromise(document, limitsFor(document, step), commitment)?.verdict),
      ),
    );
    for (const commitment of commitments) {
      if (commitment.strength !== "guarantee" || free.touches(commitment)) continue;
      granted.push(clauses.partAt(commitment.start));
    }
  }
  const stretches = new Stretches(granted);
  return (found) => stretches.touches(found);
}

function isJudged(verdict: string | undefined): boolean {
  return verdict === "within" || verdict === "longer";
}
