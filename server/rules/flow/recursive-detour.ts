import type { Detour } from "../../../grammar/index.ts";
import { type ScriptDocument, stepName } from "../../model/document.ts";
import { flowOf } from "../../model/flow.ts";
import { recursionsOf } from "../../model/rounds.ts";
import { blocksOf } from "../../model/symbols.ts";
import { wayInWords } from "../path.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "flow/recursive-detour",
  severity: "warning",
  title: { zh: "借道绕回了自己", en: "A detour that runs itself again" },
  why: {
    zh: "借道是走完再回来。还没回来又借同一条道，绕了几圈就要回来几次，照着念的人不知道该回到哪一句。",
    en: "A detour comes back to where it began. If it sets out again before it is back, it has to come back as often, and whoever reads the script is lost.",
  },
  fix: {
    zh: "要从头再来，把“=>”改成“->”；不然就别在里面再借这条道。",
    en: "To begin again, write “->” instead of “=>”; otherwise do not run the step within itself.",
  },
  messages: {
    found: {
      zh: "借道“{step}”，走着走着又要借道“{step}”：{way}。",
      en: "The detour to “{step}” runs “{step}” again before it is back: {way}.",
      bad: [
        {
          text: "## 开场\n=> 核实\n客服: 请问您要办理什么?\n-> 结束\n\n## 核实\n客服: 请问您贵姓?\n- 听清了\n- 没听清\n  => ⟦核实⟧",
          fixed:
            "## 开场\n=> 核实\n客服: 请问您要办理什么?\n-> 结束\n\n## 核实\n客服: 请问您贵姓?\n- 听清了\n- 没听清\n  -> 核实",
        },
        {
          text: "import common: ./common.sscript\n\n## opening\nagent: Good morning.\n=> ⟦common#details⟧\nagent: Thank you.",
          files: {
            "common.sscript":
              "kind: fragments\nimport main: ./main.sscript\n\n## details\n- heard\n- not heard\n  => main#opening",
          },
        },
      ],
    },
    endless: {
      zh: "借道“{step}”一去不回，走着走着又要借道“{step}”：{way}。",
      en: "The detour to “{step}” never comes back, since it runs “{step}” again: {way}.",
      bad: [
        { text: "## 开场\n=> ⟦核实⟧\n\n## 核实\n客服: 请问您贵姓?\n=> 登记\n\n## 登记\n客服: 请稍等。\n-> 开场" },
        { text: "## opening\n=> ⟦opening⟧\nagent: Good morning." },
      ],
    },
  },
  good: [
    "## 开场\n=> 核实\n=> 核实\n客服: 请问您要办理什么?\n-> 结束\n\n## 核实\n客服: 请问您贵姓?\n- 听清了\n- 没听清 -> 核实",
    {
      text: "import common: ./common.sscript\n\n## opening\nagent: Good morning.\n=> common#details\n=> common#closing",
      files: { "common.sscript": "kind: fragments\n\n## details\n=> closing\n\n## closing\nagent: Goodbye." },
    },
  ],
  check({ document, project, report }) {
    for (const { detour, steps, isEndless, detours } of recursionsOf(flowOf(project, document))) {
      const { target } = detour.detour;
      const names = [...steps, steps[0]!].map(stepName);
      // Behind an arrow nothing of its block is said any more, and of several detours each would run the others still.
      const isPlain = detours === 1 && !isEndless && isLast(document, detour.detour);
      report(
        isEndless ? "endless" : "found",
        {
          span: target,
          ...(isEndless && { severity: "error" }),
          fixes: isPlain ? [jumpInstead(detour.detour)] : [],
        },
        { step: names[0]!, way: wayInWords(names) },
      );
    }
  },
});

function isLast(document: ScriptDocument, detour: Detour): boolean {
  for (const { statements, choice } of blocksOf(document))
    if (statements.at(-1) === detour) return choice?.target === undefined;
  return false;
}

function jumpInstead({ start, target }: Detour): Fix {
  return {
    title: { zh: "改成“->”，去了不再回来", en: "Change to “->”, which does not come back" },
    edits: [{ start, end: target.start, text: "-> " }],
  };
}
