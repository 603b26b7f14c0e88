import type { Choice, Choices, Statement, Text } from "../../../grammar/index.ts";
import { answerOf, isComplete } from "../../model/answers.ts";
import { flowOf } from "../../model/flow.ts";
import { endOfLine } from "../../model/lines.ts";
import { isQuestionToCustomer } from "../../model/speech.ts";
import { blocksOf } from "../../model/symbols.ts";
import { unheardIn } from "../../model/unheard.ts";
import { addRest } from "../add-rest.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/missing-fallback",
  byStep: true,
  severity: "information",
  title: { zh: "选项没有写全", en: "Choices that leave something out" },
  why: {
    zh: "客户的回答不在选项里，客服就不知道接下来该念哪一句。",
    en: "When the customer answers something else, the agent does not know which line comes next.",
  },
  fix: {
    zh: "补上一个选项，例如“- 其他”，写明不是上面几种情况时怎么办。",
    en: "Add a choice such as “- otherwise” that says what happens in all other cases.",
  },
  messages: {
    onlyYes: {
      zh: "只写了“{label}”怎么办，没有写不是这样时怎么办。",
      en: "This says what happens on “{label}”, and not what happens otherwise.",
      bad: [
        {
          text: "## 询问\n客服: 您方便稍等一下吗?\n- ⟦可以⟧\n  [等候 2分钟]\n\n## 收尾\n客服: 再见。",
          fixed: "## 询问\n客服: 您方便稍等一下吗?\n- 可以\n  [等候 2分钟]\n- 其他\n\n## 收尾\n客服: 再见。",
        },
        {
          text: "## question\nagent: May I put you on hold?\n- ⟦yes⟧ -> hold\n\n## hold\nagent: Thank you.",
          fixed: "## question\nagent: May I put you on hold?\n- yes -> hold\n- otherwise\n\n## hold\nagent: Thank you.",
        },
      ],
    },
    rest: {
      zh: "这里每个选项都走了，后面的话没有人听得到。如果那是给其余情况写的，补上“- 其他”。",
      en: "Each of these choices leads away, so nobody hears what follows. If that is meant for all other cases, add “- otherwise”.",
      bad: [
        {
          text: "## 询问\n客服: 您方便稍等一下吗?\n⟦? 客户愿意等吗⟧\n- 不愿意 -> 登记\n[等候 2分钟]\n\n## 登记\n客服: 请讲。",
          fixed:
            "## 询问\n客服: 您方便稍等一下吗?\n? 客户愿意等吗\n- 不愿意 -> 登记\n- 其他\n[等候 2分钟]\n\n## 登记\n客服: 请讲。",
        },
        {
          text: "## menu\n⟦- a refund -> refund⟧\n- a new machine -> refund\n-> transfer\n\n## refund\nagent: Sure.\n-> end\n\n## transfer\nagent: One moment, please.",
          fixed:
            "## menu\n- a refund -> refund\n- a new machine -> refund\n- otherwise\n-> transfer\n\n## refund\nagent: Sure.\n-> end\n\n## transfer\nagent: One moment, please.",
        },
      ],
    },
  },
  good: [
    "## 询问\n客服: 您方便稍等一下吗?\n- 可以\n  [等候 2分钟]\n- 不方便 -> 登记\n\n## 登记\n客服: 请讲。",
    "## 询问\n? 客户情绪激动吗\n- 是\n  客服: 您先别着急。\n客服: 请讲。",
    "## 询问\n? 客户想怎么处理\n- 重送\n- 退款\n\n## 登记\n客服: 请讲。",
    "## question\nagent: May I put you on hold?\n- yes\n- otherwise -> end",
    "## question\n? what is it about\n- a refund -> end\n- a new machine -> end",
  ],
  check({ document, project, report }) {
    // The record of a call holds what happened, and is no plan.
    if (document.script.transcript) return;
    const told = new Set<Choices>();
    for (const { behind } of unheardIn(flowOf(project, document))) {
      if (behind.kind !== "choices" || isComplete(behind)) continue;
      told.add(behind);
      const span = { start: behind.start, end: endOfLine(document.text, behind.start) };
      report("rest", { span, severity: "warning", fixes: [addRest(document, behind)] }, {});
    }
    for (const { statements } of blocksOf(document)) {
      let before: Statement | undefined;
      for (const statement of statements) {
        if (statement.kind === "note") continue;
        if (statement.kind === "choices" && !told.has(statement) && isOnlyYes(statement, before)) {
          const [{ label }] = statement.choices as [Choice & { label: Text }];
          report("onlyYes", { span: label, fixes: [addRest(document, statement)] }, { label: label.text });
        }
        before = statement;
      }
    }
  },
});

/**
 * Whether a group only says what happens on a yes, and a no leaves the agent without a line. Where nobody was asked and
 * the branch comes back, as in “upset? yes: calm them down”, everybody else simply goes on.
 */
function isOnlyYes({ choices }: Choices, before: Statement | undefined): boolean {
  if (!choices.every((choice) => choice.label.kind === "text" && answerOf(choice) === "yes")) return false;
  return (before?.kind === "turn" && isQuestionToCustomer(before)) || choices.every(leadsAway);
}

function leadsAway({ target, body }: Choice): boolean {
  return target !== undefined || body.findLast(({ kind }) => kind !== "note")?.kind === "jump";
}
