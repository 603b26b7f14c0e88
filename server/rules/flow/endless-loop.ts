import { stepName } from "../../model/document.ts";
import { flowOf } from "../../model/flow.ts";
import { endlessRounds } from "../../model/rounds.ts";
import { wayInWords } from "../path.ts";
import { defineRule } from "../rule.ts";

export default defineRule({
  id: "flow/endless-loop",
  severity: "error",
  title: { zh: "绕来绕去，通话结束不了", en: "A round with no way out" },
  why: {
    zh: "走进这一圈就再也走不到结束：客户一遍遍听同样的话，客服照着念也念不完。",
    en: "Once a call is in this round it never comes to an end: the customer hears the same words again and again.",
  },
  fix: {
    zh: "给其中一步写一条出路：加一个选项去别的步骤，或者“-> 结束”。",
    en: "Give one of the steps a way out: a choice that leads to another step, or “-> end”.",
  },
  messages: {
    found: {
      zh: "走到“{step}”就绕不出去了：{way}，没有一条路通到结束。",
      en: "From “{step}” on the call goes round for ever: {way}. No path leads to the end.",
      bad: [
        {
          text: "## 开场\n客服: 您好。\n\n⟦## 询问⟧\n客服: 请问您要办理什么?\n- 查询 -> 核对\n- 没听清 -> 询问\n\n## 核对\n客服: 您是说要查询,对吗?\n-> 询问",
        },
        // A detour that comes back is no way out.
        { text: "⟦## 询问⟧\n=> 核对\n-> 询问\n\n## 核对\n客服: 您是说要查询,对吗?" },
        {
          text: "## opening\nagent: Good morning.\n\n⟦## question⟧\nagent: What can I do for you?\n-> check\n\n## check\nagent: Is that right?\n-> question",
        },
      ],
    },
  },
  good: [
    "## 询问\n客服: 请问您要办理什么?\n- 查询 -> 核对\n- 没有了 -> 结束\n\n## 核对\n客服: 您是说要查询,对吗?\n-> 询问",
    // Somebody hangs up, so the arrow behind it is for the next call.
    "## 开场\n客服: 您好。\n客服: 再见。\n[挂机 客户]\n-> 开场",
    {
      text: "引用 公共: ./公共.sscript\n\n## 询问\n客服: 请问您要办理什么?\n=> 公共#收尾\n-> 询问",
      files: { "公共.sscript": "类型: 片段\n\n## 收尾\n? 还有别的事吗\n- 有\n- 没有 -> 结束" },
    },
    "## question\nagent: What can I do for you?\n- a refund -> question\n- nothing else -> end",
  ],
  check({ document, project, report }) {
    for (const { steps } of endlessRounds(flowOf(project, document))) {
      const [first] = steps;
      const names = [...steps, first!].map(stepName);
      report(
        "found",
        {
          span: first!.heading,
          path: [...steps.slice(1), first!].map((step, index) => ({
            span: step.heading,
            message:
              index === steps.length - 1
                ? { zh: `又回到“${stepName(step)}”`, en: `back to “${stepName(step)}”` }
                : { zh: `进入步骤“${stepName(step)}”`, en: `the step “${stepName(step)}” begins` },
          })),
        },
        { step: names[0]!, way: wayInWords(names) },
      );
    }
  },
});
