import type { Jump, Missing, Span, Statement, Step, Target, Turn } from "../../../grammar/index.ts";
import { isComplete } from "../../model/answers.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { flowOf } from "../../model/flow.ts";
import { resolveFar } from "../../model/imports.ts";
import { endOfLine, lineBreakOf, startOfLine, startOfNextLine } from "../../model/lines.ts";
import { isSaidToCustomer } from "../../model/speech.ts";
import { type Block, blocksOf, statementsWithin } from "../../model/symbols.ts";
import { unheardIn } from "../../model/unheard.ts";
import { type Bilingual, defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "flow/turn-after-end",
  severity: "warning",
  title: { zh: "写在后面，没有人听得到", en: "Lines that nobody hears" },
  why: {
    zh: "电话挂了，或者已经走去别的步骤了，后面的话再好客户也听不到。",
    en: "When the call is over, or has gone on to another step, the customer hears nothing of what stands behind.",
  },
  fix: {
    zh: "把要说的话挪到箭头或挂机前面。挂机以后只写要做的事。",
    en: "Move the words before the arrow or the hang-up. Behind a hang-up write only what is done.",
  },
  messages: {
    behindArrow: {
      zh: "前面一行已经走了，从这里起没有人听得到。",
      en: "The arrow above leads away, so nobody hears or does what follows.",
      bad: [
        {
          text: "## 收尾\n客服: 请问还有其他可以帮您的吗?\n-> 结束\n⟦客服: 谢谢您的来电,再见。⟧\n[记录 来电]",
          fixed: "## 收尾\n客服: 请问还有其他可以帮您的吗?\n客服: 谢谢您的来电,再见。\n[记录 来电]\n-> 结束",
        },
        {
          text: "## closing\n? anything else\n- yes\n  -> closing\n  ⟦agent: Please go ahead.⟧\n- no -> end",
          fixed: "## closing\n? anything else\n- yes\n  agent: Please go ahead.\n  -> closing\n- no -> end",
        },
      ],
    },
    behindChoices: {
      zh: "上面每个选项都走了，从这里起没有人听得到。",
      en: "Every choice above leads away, so nobody hears or does what follows.",
      bad: [
        { text: "## 询问\n? 能当场处理吗\n- 能 -> 结束\n- 不能 -> 登记\n⟦客服: 请您稍等。⟧\n\n## 登记\n客服: 请讲。" },
        {
          text: "## question\n? any luck\n- yes -> end\n- otherwise\n  agent: I'll call you back.\n  -> end\n⟦agent: Goodbye.⟧",
        },
      ],
    },
    hungUp: {
      zh: "前面已经挂机，这里说的话没有人听得到。",
      en: "Somebody has hung up before this, so nobody hears it.",
      bad: [
        {
          text: "## 收尾\n客服: 请问还有其他可以帮您的吗?\n[挂机 客户]\n⟦客服: 谢谢您的来电,再见。⟧",
          fixed: "## 收尾\n客服: 请问还有其他可以帮您的吗?\n客服: 谢谢您的来电,再见。\n[挂机 客户]",
        },
        {
          text: "## closing\nagent: Goodbye.\n[hang-up customer]\n- satisfied\n  ⟦agent: Thank you.⟧\n- not satisfied",
        },
      ],
    },
    goesOn: {
      zh: "前面已经挂机，却又去“{step}”说话。",
      en: "Somebody has hung up before this, yet the call goes on to “{step}”, where there is talking.",
      bad: [
        { text: "## 处理\n客服: 已经办好了。\n[挂机 客户]\n-> ⟦收尾⟧\n\n## 收尾\n客服: 谢谢您的来电,再见。" },
        {
          text: "import common: ./common.sscript\n\n## help\nagent: It is done.\n[hang-up customer]\n=> ⟦common#closing⟧",
          files: { "common.sscript": "kind: fragments\n\n## closing\nagent: Goodbye." },
        },
      ],
    },
  },
  good: [
    "## 收尾\n客服: 谢谢您的来电,再见。\n[挂机 客户]\n[记录 来电]\n-> 结束",
    // What is said to a colleague is no part of the call, and calling back begins another.
    "角色 班长: 同事\n## 收尾\n客服: 再见。\n[挂机 客户]\n客服(对班长): 这位客户等了三天。\n[回电 客户]\n客服: 您好。",
    "## closing\n? anything else\n- yes -> closing\n- no\nagent: Goodbye.\n[hang-up customer]\n[record the call]\n-> end",
  ],
  check({ document, project, report }) {
    // The record of a call holds what happened, and is no plan.
    if (document.script.transcript) return;
    const unheard = unheardIn(flowOf(project, document));
    for (const { first, behind, block } of unheard) {
      const span =
        first.kind === "choices" ? { start: first.start, end: endOfLine(document.text, first.start) } : first;
      // Choices that leave something out are at fault themselves, and what stands behind them may be meant for the rest.
      if (behind.kind === "jump") report("behindArrow", { span, fixes: arrowDown(document, block, behind) }, {});
      else if (isComplete(behind)) report("behindChoices", { span }, {});
    }
    const told = new Set<unknown>(unheard.map(({ first }) => first));
    const talks = new Map<Step, boolean>();
    for (const block of blocksOf(document)) {
      const at = block.statements.findIndex(isHangUp);
      const next = at < 0 ? undefined : firstTalk(block.statements.slice(at + 1), block.choice?.target);
      if (next === undefined || told.has(next)) continue;
      if ("role" in next) {
        report("hungUp", { span: next, fixes: hangUpDown(document, block, at) }, {});
        continue;
      }
      const found = resolveFar(project, document, next);
      // An arrow to the beginning of the script begins the next call.
      if (!("step" in found) || found.step === document.script.steps[0]) continue;
      if (!talks.has(found.step)) talks.set(found.step, "role" in (firstTalk(found.step.body) ?? {}));
      if (talks.get(found.step)) report("goesOn", { span: next }, { step: next.text });
    }
  },
});

/** The first turn of customer or agent, or the first arrow, whichever comes first; none where another call begins before. */
function firstTalk(statements: readonly Statement[], target?: Target | Missing): Turn | Target | undefined {
  for (const statement of statementsWithin(statements)) {
    if (statement.kind === "turn" && (statement.role === "customer" || isSaidToCustomer(statement))) return statement;
    if (statement.kind === "jump" || statement.kind === "detour")
      return statement.target.kind === "text" ? statement.target : undefined;
    if (isHangUp(statement) || (statement.kind === "action" && CALLS.has(statement.verb?.id))) return undefined;
  }
  return target?.kind === "text" ? target : undefined;
}

/** Actions with which people talk again. */
const CALLS: ReadonlySet<string | undefined> = new Set(["call-back", "follow-up", "answer", "event"]);

function isHangUp(statement: Statement): boolean {
  return statement.kind === "action" && statement.verb?.id === "hang-up";
}

/** Moves an arrow to the end of its block, unless there is another one that leads on from there. */
function arrowDown(document: ScriptDocument, { statements, choice }: Block, arrow: Jump): Fix[] {
  const below = statements.slice(statements.indexOf(arrow) + 1);
  if (choice?.target !== undefined || below.some(({ kind }) => kind === "jump")) return [];
  return [lineDown(document, arrow, below.at(-1)!, { zh: "把箭头挪到后面", en: "Move the arrow below" })];
}

/** Moves a hang-up behind the turns that follow it at once, if those are all that is said. */
function hangUpDown(document: ScriptDocument, { statements }: Block, at: number): Fix[] {
  const rest = statements.slice(at + 1);
  const other = rest.findIndex(({ kind }) => kind !== "turn");
  const turns = other < 0 ? rest : rest.slice(0, other);
  const last = turns.at(-1);
  for (const { kind } of statementsWithin(rest.slice(turns.length))) if (kind === "turn") return [];
  return last === undefined
    ? []
    : [lineDown(document, statements[at]!, last, { zh: "把挂机挪到后面", en: "Move the hang-up below" })];
}

function lineDown({ text }: ScriptDocument, line: Span, last: Span, title: Bilingual): Fix {
  const start = startOfLine(text, line.start);
  const end = endOfLine(text, last.end);
  return {
    title,
    edits: [
      { start, end: startOfNextLine(text, line.end), text: "" },
      { start: end, end, text: `${lineBreakOf(text)}${text.slice(start, endOfLine(text, line.end))}` },
    ],
  };
}
