import type { Choice, Choices, Statement, Step, Text } from "../../../grammar/index.ts";
import { meantTarget } from "../../model/bare-choice.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { blocksOf, resolveTarget } from "../../model/symbols.ts";
import { replaceText } from "../replace-text.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "flow/choice-named-like-step",
  severity: "warning",
  title: { zh: "选项的名字就是去处，却没有箭头", en: "A choice that is only the name of where it should lead" },
  why: {
    zh: "“-”后面写的是客户的情况，“->”后面写的才是去处。少了箭头，通话不会去那里，也不会结束，而是接着往下走，谁也看不出来。",
    en: "Behind “-” stands what the case is, behind “->” where the call goes. Without the arrow it neither goes there nor ends, but runs on below, and nobody notices.",
  },
  fix: {
    zh: "写上箭头；真有这样一种情况，就在它下面写怎么办。",
    en: "Write the arrow; if there really is such a case, write under it what to do.",
  },
  messages: {
    end: {
      zh: "“- {label}”是一种叫“{label}”的情况，不会结束通话。要结束，写“-> {label}”。",
      en: "“- {label}” is a case called “{label}”: it does not end the call. Write “-> {label}” to end it.",
      bad: [
        {
          text: "## 开场\n客服: 您要换货吗?\n- 要\n  客服: 好的,为您登记。\n⟦- 结束⟧\n\n## 收尾\n客服: 再见。",
          fixed: "## 开场\n客服: 您要换货吗?\n- 要\n  客服: 好的,为您登记。\n-> 结束\n\n## 收尾\n客服: 再见。",
        },
        {
          text: "## 开场\n- 换货 -> 换货\n⟦- 結束⟧\n\n## 换货\n客服: 好的,为您登记。\n-> 结束",
          fixed: "## 开场\n- 换货 -> 换货\n- 其他 -> 結束\n\n## 换货\n客服: 好的,为您登记。\n-> 结束",
        },
        {
          text: "## opening\n- wrong number\n  agent: No problem, goodbye.\n⟦- End⟧\n\n## question\nagent: How can I help you?",
          fixed:
            "## opening\n- wrong number\n  agent: No problem, goodbye.\n-> End\n\n## question\nagent: How can I help you?",
        },
      ],
    },
    step: {
      zh: "“- {label}”是一种情况，不会去“{label}”这一步。要去那里，写“-> {label}”。",
      en: "“- {label}” is a case: it does not lead to the step “{label}”. Write “-> {label}” to go there.",
      bad: [
        {
          text: "## 开场\n- 查询 -> 查询\n⟦- 换货⟧\n\n## 查询\n客服: 请讲。\n-> 结束\n\n## 换货\n客服: 好的。",
          fixed: "## 开场\n- 查询 -> 查询\n- 换货 -> 换货\n\n## 查询\n客服: 请讲。\n-> 结束\n\n## 换货\n客服: 好的。",
        },
        {
          text: "## opening\n- question -> question\n⟦- repair⟧\n\n## question\nagent: Please go on.\n-> end\n\n## repair\nagent: Sure.",
          fixed:
            "## opening\n- question -> question\n- repair -> repair\n\n## question\nagent: Please go on.\n-> end\n\n## repair\nagent: Sure.",
        },
      ],
    },
  },
  good: [
    // It goes there anyway.
    "## 开场\n- 查询 -> 查询\n- 换货\n\n## 换货\n客服: 好的。\n-> 结束\n\n## 查询\n客服: 请讲。",
    "## 开场\n- 要换\n- 换货\n-> 换货\n\n## 查询\n客服: 请讲。\n\n## 换货\n客服: 好的。",
    // A case that is told what to do.
    "## 开场\n- 换货\n  客服: 好的,为您登记。\n- 查询 -> 查询\n\n## 查询\n客服: 请讲。\n-> 结束\n\n## 换货\n客服: 好的。",
    "## opening\n- the end of the month\n- end of term -> end\n\n## question\nagent: Please go on.",
  ],
  check({ document, project, report }) {
    // The record of a call holds what happened, and is no plan.
    if (document.script.transcript) return;
    const { steps } = document.script;
    for (const { step, statements } of blocksOf(document))
      for (const [index, group] of statements.entries()) {
        if (group.kind !== "choices") continue;
        const below = statements.slice(index + 1).find(({ kind }) => kind !== "note");
        const nextStep = statements === step.body ? steps[steps.indexOf(step) + 1] : undefined;
        for (const choice of group.choices) {
          const meant = meantTarget(project, document, choice);
          if (meant === undefined) continue;
          const found = { choice, label: choice.label as Text, group };
          const span = { start: choice.start, end: found.label.end };
          const { text: label } = found.label;
          if (meant.kind === "end") report("end", { span, fixes: endFixes(document, found) }, { label });
          else if (meant.kind === "far-step" || !leadsTo(document, below, nextStep, meant.step))
            report("step", { span, fixes: [replaceText(span, `- ${label} -> ${label}`), ...jump(found)] }, { label });
        }
      }
  },
});

interface Found {
  readonly choice: Choice;
  readonly label: Text;
  readonly group: Choices;
}

/** Whether the call goes to the step anyway, since it comes next or is jumped to right below the choices. */
function leadsTo(document: ScriptDocument, below: Statement | undefined, next: Step | undefined, meant: Step): boolean {
  if (below === undefined) return next === meant;
  if (below.kind !== "jump" || below.target.kind === "missing") return false;
  const resolution = resolveTarget(document, below.target);
  return resolution.kind === "step" && resolution.step === meant;
}

/** Behind choices that all lead away nobody would hear of an arrow, so there it is one more choice that ends the call. */
function endFixes({ facts }: ScriptDocument, found: Found): Fix[] {
  const { choice, label, group } = found;
  const others = group.choices.filter((other) => other !== choice);
  const rest = facts.language === "zh" ? "其他" : "otherwise";
  const asChoice = replaceText({ start: choice.start, end: label.end }, `- ${rest} -> ${label.text}`);
  const allLead = others.length > 0 && others.every(({ target }) => target !== undefined);
  return allLead ? [asChoice, ...jump(found)] : [...jump(found), asChoice];
}

/** An arrow in the choice's place, which only the last of them can have: it would cut the others off. */
function jump({ choice, label, group }: Found): Fix[] {
  const isLast = group.choices.at(-1) === choice;
  return isLast ? [replaceText({ start: choice.start, end: label.end }, `-> ${label.text}`)] : [];
}
