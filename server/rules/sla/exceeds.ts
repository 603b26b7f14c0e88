import type { Step } from "../../../grammar/index.ts";
import { type Commitment, promisesIn } from "../../model/commitments.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { flowOf } from "../../model/flow.ts";
import { type Judgement, judgePlan, judgePromise } from "../../model/grants.ts";
import type { Sign } from "../../model/happening.ts";
import { type LimitInForce, limitsFor } from "../../model/limits.ts";
import { planOf } from "../../model/plans.ts";
import type { Project } from "../../model/project.ts";
import { nameOf } from "../../model/standards.ts";
import { statementsWithin } from "../../model/symbols.ts";
import { print, type TimeExpression } from "../../model/time.ts";
import { figureInstead } from "../figure.ts";
import { breaches } from "../obligation.ts";
import { type Bilingual, defineRule, type Report } from "../rule.ts";
import { Watch } from "../watch.ts";

export default defineRule({
  id: "sla/exceeds",
  severity: "error",
  title: { zh: "答应的时间超过标准", en: "A promise longer than the standard grants" },
  why: {
    zh: "标准规定半小时，话术却让客服答应两小时：照着说，每一通都不达标。",
    en: "The standard says half an hour and the script promises two: every agent who follows it misses the target.",
  },
  fix: {
    zh: "把时间改到标准以内。客户真要等得更久，就答应一个在标准以内的进度通知。",
    en: "Bring the time within the standard. Where the customer really has to wait longer, promise news within it.",
  },
  messages: {
    promised: {
      zh: "答应客户“{said}”，超过了{source}：“{event}”的时限是{limit}。",
      en: "“{said}” is promised, longer than {source} grants: “{event}” is due {limit}.",
      bad: [
        {
          text: "标准: 投诉问题应答\n\n## 登记\n客服: 我会在⟦两小时内⟧给您回电。",
          fixed: "标准: 投诉问题应答\n\n## 登记\n客服: 我会在半小时内给您回电。",
        },
        {
          text: "标准: 投诉问题应答\n\n## 登记\n客服: 我⟦明天上午⟧给您回复。",
          fixed: "标准: 投诉问题应答\n\n## 登记\n客服: 我半小时内给您回复。",
        },
        {
          text: "standard: complaint response\n\n## log\nagent: I'll call you back ⟦within two hours⟧.",
          fixed: "standard: complaint response\n\n## log\nagent: I'll call you back within half an hour.",
        },
        {
          text: "sla refund: within 3 days\n\n## log\nagent: The refund takes ⟦5 to 7 days⟧.",
          fixed: "sla refund: within 3 days\n\n## log\nagent: The refund takes 3 days.",
        },
      ],
    },
    planned: {
      zh: "这里安排在“{said}”，超过了{source}：“{event}”的时限是{limit}。",
      en: "This is planned “{said}”, longer than {source} grants: “{event}” is due {limit}.",
      bad: [
        {
          text: "标准: 投诉问题应答\n\n## 登记\n[通知 维修部 ⟦一小时内⟧]",
          fixed: "标准: 投诉问题应答\n\n## 登记\n[通知 维修部 10分钟内]",
        },
        {
          text: "standard: restaurant\n\n## drinks\n[event ordering drinks]\n[event drinks ⟦within 10 minutes⟧]",
          fixed: "standard: restaurant\n\n## drinks\n[event ordering drinks]\n[event drinks within 4 minutes]",
        },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在半小时内给您回电。\n[通知 维修部 10分钟内]\n[回电 半小时内: 告知通知结果]",
    // The next call back is not the reply that was agreed.
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在20分钟内给您回电。\n客服: 明天上午我再给您回电，说明维修的安排。",
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在24小时内给您回电，确认问题没有再出现。",
    "标准: 投诉问题应答\n\n## 登记\n客服: 通知后20分钟内给您回复。",
    // The next of several calls, which is counted from the purchase.
    "标准: 购买后回访\n\n## 结束语\n客服: 我们下周再联系您。",
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在24小时内给您回电，确认没有再断线。\n[回电 24小时内]",
    "标准: 投诉问题应答\n\n## 登记\n[回电 明天下午: 问制冷的情况]",
    "## 登记\n客服: 我会在两小时内给您回电。",
    "standard: complaint response\n\n## log\nagent: I'll call you back in 20 minutes.\n[notify the repair team within 10 minutes]",
    "standard: complaint response\n\n## log\nagent: An engineer will come on Friday.",
  ],
  check({ document, project, report }) {
    // Most scripts neither adopt nor set limits, and nothing need be read of them.
    const hasNone = (step?: Step) => limitsFor(document, step).length === 0;
    if (hasNone() && document.script.steps.every(hasNone)) return;
    const { language } = document.facts;
    const tell = (message: "promised" | "planned", time: TimeExpression, judgement: Judgement) => {
      const edit = figureInstead(document.text, time, judgement.value, language);
      const found: Report = {
        span: time,
        fixes: [{ title: { zh: `改成“${edit.text}”`, en: `Change to “${edit.text}”` }, edits: [edit] }],
      };
      const said = document.text.slice(time.start, time.end);
      report(message, found, { said, ...inWords(judgement) });
    };
    for (const [commitment, judgement] of tooLong(project, document)) tell("promised", commitment.time!, judgement);
    let promised: ReadonlySet<string> | undefined;
    for (const step of document.script.steps)
      for (const statement of statementsWithin(step.body)) {
        const plan = statement.kind === "action" ? planOf(document, statement) : undefined;
        const judgement = plan && judgePlan(document, limitsFor(document, step), plan);
        if (judgement?.verdict !== "longer") continue;
        promised ??= timesPromised(document);
        if (promised.has(JSON.stringify(plan!.time.value))) continue;
        tell("planned", plan!.time, judgement);
      }
  },
});

/** Times that customers are promised for something else: what is planned for one of them is that, such as the next call. */
function timesPromised(document: ScriptDocument): ReadonlySet<string> {
  const times = [...promisesIn(document)].flatMap(({ commitments, step }) =>
    commitments.filter(
      (commitment) => judgePromise(document, limitsFor(document, step), commitment)?.verdict !== "longer",
    ),
  );
  return new Set(times.flatMap(({ time }) => (time === undefined ? [] : [JSON.stringify(time.value)])));
}

/** The promises that are longer than their limits, but for those that come when the limit has already been kept. */
function tooLong(project: Project, document: ScriptDocument): (readonly [Commitment, Judgement])[] {
  const longer: [commitment: Commitment, judgement: Judgement, isPhrase: boolean][] = [];
  const within = new Set<Commitment>();
  for (const { commitments, step } of promisesIn(document))
    for (const commitment of commitments) {
      const judgement = judgePromise(document, limitsFor(document, step), commitment);
      if (judgement?.verdict === "longer") longer.push([commitment, judgement, step === undefined]);
      if (judgement?.verdict === "within") within.add(commitment);
    }
  // What a phrase promises, and a step of a shared file, comes after nothing in particular.
  const isAlone = within.size === 0 || document.facts.kind === "fragments" || longer.length > MOST_ON_PATHS;
  return longer
    .filter(([late, { limit }, isPhrase]) => isAlone || isPhrase || comesFirst(project, document, late, limit, within))
    .map(([commitment, judgement]) => [commitment, judgement]);
}

/** A search of the script each; who breaks a limit more often than that is told of all places at once. */
const MOST_ON_PATHS = 20;

/** Whether some call comes to a promise before the same event has been promised in time. */
function comesFirst(
  project: Project,
  document: ScriptDocument,
  late: Commitment,
  { event }: LimitInForce,
  within: ReadonlySet<Commitment>,
): boolean {
  const inTime = ({ commitment }: Sign) =>
    commitment !== undefined && within.has(commitment) && event.promises.includes(commitment.event);
  const watch = new Watch(1, (_, signs) => {
    if (signs.some(inTime)) return "kept";
    const breach = signs.find(({ commitment }) => commitment === late);
    return breach && { breach };
  });
  return breaches(flowOf(project, document), watch).length > 0;
}

/** What a limit is called, what it is about, and how long it is. */
function inWords({ limit, value }: Judgement): { source: Bilingual; event: Bilingual; limit: Bilingual } {
  const { standard, field, event } = limit;
  const source =
    standard === undefined || field !== undefined
      ? { zh: "话术自己的时限", en: "the script's own limit" }
      : { zh: `标准“${standard.names.zh[0]}”`, en: `the standard “${standard.names.en[0]}”` };
  const isChain = print(value, "zh") !== print(limit.value, "zh");
  const own = { zh: print(value, "zh"), en: print(value, "en") };
  return {
    source,
    event: nameOf(event.words),
    limit: isChain
      ? { zh: `${limit.words.zh}，连前面的一起算${own.zh}`, en: `${limit.words.en}, all told ${own.en}` }
      : limit.words,
  };
}
