import type { Missing, Statement, Step, Target } from "../../../grammar/index.ts";
import { meantTarget } from "../../model/bare-choice.ts";
import { type ScriptDocument, stepName } from "../../model/document.ts";
import { flowOf, reachableSteps } from "../../model/flow.ts";
import { foldName } from "../../model/normalise.ts";
import type { Project } from "../../model/project.ts";
import { isQuestionToCustomer } from "../../model/speech.ts";
import { resolveTarget, statementsOf, targetsOf, targetsWithin } from "../../model/symbols.ts";
import { usesByOthers } from "../../model/uses.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/dead-end",
  severity: "warning",
  title: { zh: "走到这里没有下文", en: "A place where the script breaks off" },
  why: {
    zh: "客户还在等，话术却断在这里，客服只好临场发挥。",
    en: "The customer is still waiting, but the script breaks off and leaves the agent to make something up.",
  },
  fix: {
    zh: "写上接下来说什么、去哪一步；真的说完了，就写“-> 结束”。",
    en: "Write what is said next or where the call goes; if all is said, write “-> end”.",
  },
  messages: {
    empty: {
      zh: "有箭头指到“{step}”，可是这一步什么也没有写。",
      en: "An arrow leads to “{step}”, but nothing is written there yet.",
      bad: [
        { text: "## 开场\n客服: 您要退款还是换货?\n- 退款 -> 退款\n- 换货 -> 结束\n\n⟦## 退款⟧" },
        {
          text: "## opening\nagent: Refund or replacement?\n- refund -> refund\n- replacement -> replacement\n\n⟦## refund⟧\n\n## replacement\nagent: Sure.",
        },
      ],
    },
    sameWay: {
      zh: "“{label}”下面没有写怎么办，顺着走就进了“{step}”，和“{other}”一样了。",
      en: "Nothing is written for “{label}”, so it runs on into “{step}”, just as “{other}” does.",
      bad: [
        {
          text: "## 开场\n? 还在保修期吗\n- 在 -> 保修\n- ⟦过期了⟧\n\n## 保修\n客服: 我为您登记免费维修。\n-> 结束",
        },
        {
          text: "## opening\n? is it under warranty\n- yes -> repair\n- ⟦no⟧\n\n## repair\nagent: The repair is free of charge.\n-> end",
        },
      ],
    },
    unanswered: {
      zh: "问了客户，却没有写客户怎么答、接下来怎么办，话术就到头了。",
      en: "The customer is asked this, but the script is over: nothing says what the answer is and what happens then.",
      bad: [
        {
          text: "## 开场\n- 咨询 -> 咨询\n- 打错了 -> 结束\n\n## 咨询\n⟦客服: 请问您要咨询哪一项业务?⟧",
        },
        {
          text: "## opening\n- a question -> question\n- wrong number -> end\n\n## question\n⟦agent: What would you like to know?⟧",
        },
      ],
    },
  },
  good: [
    // A heading of a part.
    "## 开场\n客服: 您好。\n-> 第二部分\n\n## 第二部分\n\n## 登记\n客服: 请讲。",
    // Falling off the last step is how a call usually ends, and a branch without words goes on below.
    "## 开场\n客服: 您好。\n? 需要发票吗\n- 需要\n  客服: 好的,为您开好了。\n- 不需要\n\n## 收尾\n客服: 再见。",
    "## 开场\n- 有事 -> 登记\n- 没事 -> 结束\n\n## 登记\n客服: 已经为您登记好了。",
    // What a detour runs goes on where it came from.
    "## 开场\n=> 核实\n客服: 请讲。\n-> 结束\n\n## 核实\n客服: 请问您贵姓?",
    "类型: 片段\n\n## 问候\n- 打错了 -> 结束\n- 没打错\n客服: 请问有什么可以帮您?",
    "## opening\nagent: Good morning.\n\n## part one\n> Greet before you go on.\n\n## details\nagent: May I have your name?",
  ],
  check({ document, project, report }) {
    // The record of a call holds what happened, and is no plan.
    if (document.script.transcript) return;
    const damaged = damagedSteps(document);
    const targets = [...targetsOf(document)];
    const targeted = new Set(
      targets.map(({ resolution }) => (resolution.kind === "step" ? resolution.step : undefined)),
    );
    const run = stepsRun(project, document);
    for (const [index, step] of document.script.steps.entries()) {
      if (step.body.length > 0 || !targeted.has(step) || damaged.has(step)) continue;
      // A heading above a step to which nothing else leads is the heading of a part: the arrow means what follows.
      const next = document.script.steps[index + 1];
      if (next === undefined || targeted.has(next) || run.has(step))
        report("empty", { span: step.heading }, { step: stepName(step) });
    }

    // In a shared file, and in a step that a detour runs, whoever uses it says how the call goes on.
    if (document.facts.kind === "fragments") return;
    const reachable = reachableSteps(flowOf(project, document));
    // Only an author who writes where calls end has left open what does not.
    const endsSomewhere =
      targets.some(({ resolution }) => resolution.kind === "end") ||
      [...statementsOf(document)].some((statement) => statement.kind === "action" && statement.verb?.id === "hang-up");
    for (const [index, step] of document.script.steps.entries()) {
      if (run.has(step) || damaged.has(step) || !reachable.has(step)) continue;
      const next = document.script.steps[index + 1];
      for (const last of lastStatements(step.body))
        if (last.kind === "choices" && next !== undefined) {
          const other = last.choices.find(({ target }) => leadsTo(document, target, next));
          if (other?.label.kind !== "text") continue;
          for (const choice of last.choices) {
            const { label, target, body } = choice;
            // Of one that is only the name of where it should lead, it is told that it lacks the arrow.
            const isBare = label.kind === "text" && target === undefined && body.length === 0;
            if (isBare && meantTarget(project, document, choice) === undefined)
              report("sameWay", { span: label }, { label: label.text, step: stepName(next), other: other.label.text });
          }
        } else if (last.kind === "turn" && next === undefined && endsSomewhere && isQuestionToCustomer(last))
          report("unanswered", { span: last }, {});
    }
  },
});

/** The statements behind which nothing of a step comes, in its branches too. */
function lastStatements(body: readonly Statement[]): Statement[] {
  const found: Statement[] = [];
  const stack = [body];
  for (let block = stack.pop(); block !== undefined; block = stack.pop()) {
    const last = block.findLast(({ kind }) => kind !== "note");
    if (last === undefined) continue;
    found.push(last);
    if (last.kind === "choices")
      for (const choice of last.choices) if (choice.target === undefined) stack.push(choice.body);
  }
  return found;
}

function leadsTo(document: ScriptDocument, target: Target | Missing | undefined, step: Step): boolean {
  if (target?.kind !== "text") return false;
  const resolution = resolveTarget(document, target);
  return resolution.kind === "step" && resolution.step === step;
}

/** The steps that detours run, here or in other scripts, and those to which they jump from there. */
function stepsRun(project: Project, document: ScriptDocument): ReadonlySet<Step> {
  const others = usesByOthers(project, document);
  const run = new Set(document.script.steps.filter((step) => others.has(foldName(stepName(step)))));
  for (const statement of statementsOf(document))
    if (statement.kind === "detour" && statement.target.kind === "text") {
      const resolution = resolveTarget(document, statement.target);
      if (resolution.kind === "step") run.add(resolution.step);
    }
  // A set is gone through in the order in which things came into it, those that come meanwhile included.
  for (const step of run)
    for (const { resolution } of targetsWithin(document, step))
      if (resolution.kind === "step") run.add(resolution.step);
  return run;
}

/** The steps with a line that could not be read: what it says is not known. */
function damagedSteps({ script, errors }: ScriptDocument): ReadonlySet<Step> {
  const damaged = new Set<Step>();
  let at = 0;
  for (const { span } of errors) {
    while (at < script.steps.length && script.steps[at]!.end <= span.start) at++;
    if (at < script.steps.length && script.steps[at]!.start <= span.start) damaged.add(script.steps[at]!);
  }
  return damaged;
}
