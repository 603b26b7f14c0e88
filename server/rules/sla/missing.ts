import type { Facts, ScriptDocument } from "../../model/document.ts";
import { eventsOf } from "../../model/events.ts";
import { type FlowNode, flowOf } from "../../model/flow.ts";
import { fromCall } from "../../model/grants.ts";
import { type LimitInForce, limitsFor } from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import { print } from "../../model/time.ts";
import { turnBefore } from "../new-turn.ts";
import { breaches, type CounterExample } from "../obligation.ts";
import { someoneElse } from "../occasions.ts";
import { pathInWords, pathPoints } from "../path.ts";
import { action, anyOf, type EventTest, end, promise } from "../pattern.ts";
import { type Bilingual, defineRule, type Fix } from "../rule.ts";
import { Watch } from "../watch.ts";

/** What is settled in the call needs no date: the time is owed where something is left for later. */
export default defineRule({
  id: "sla/missing",
  severity: "warning",
  title: { zh: "标准要求告诉客户的时间没有说", en: "The time that the standard owes the customer is not told" },
  why: {
    zh: "标准要求在通话中约定回复时间。没有约定，客户不知道等到什么时候，到点没回复也没有人发现。",
    en: "The standard has the time of the reply agreed in the call. Without it the customer cannot tell when to expect an answer, and nobody notices when it is late.",
  },
  fix: {
    zh: "在这条路上告诉客户什么时候答复，写标准以内的时间。",
    en: "On this path tell the customer by when there will be an answer, within the standard.",
  },
  messages: {
    found: {
      zh: "事情留到了以后，没有告诉客户“{event}”的时间。{source}要求说明：{limit}{path}。",
      en: "The matter is left for later, and the customer is not told the time of the “{event}”. {source} wants it told: {limit}{path}.",
      bad: [
        {
          text: "标准: 投诉问题应答\n\n## 登记\n客户: 还是断线。\n客服: 我马上通知维修部。\n⟦[通知 维修部 10分钟内]⟧\n-> 结束",
          fixed:
            "标准: 投诉问题应答\n\n## 登记\n客户: 还是断线。\n客服: 我马上通知维修部。\n客服: 我会在半小时内给您回电，告诉您进展。\n[通知 维修部 10分钟内]\n-> 结束",
        },
        {
          text: "标准: 投诉问题应答\n\n## 登记\n? 客户着急吗\n- 着急\n  客服: 我会在半小时内给您回电。\n- 不着急\n  客服: 好的。\n⟦[通知 维修部 10分钟内]⟧\n-> 结束",
        },
        { text: "标准: 投诉问题应答\n\n## 登记\n客服: ⟦我会给您回电⟧。\n-> 结束" },
        {
          text: "standard: complaint response\n\n## log\ncustomer: It is still down.\n⟦[notify the repair team within 10 minutes]⟧\n-> end",
          fixed:
            "standard: complaint response\n\n## log\ncustomer: It is still down.\nagent: I'll call you back within half an hour and tell you what is being done.\n[notify the repair team within 10 minutes]\n-> end",
        },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n\n## 登记\n客服: 我会在半小时内给您回电，您看可以吗？\n[通知 维修部 10分钟内]\n-> 结束",
    "标准: 投诉问题应答\n\n## 开场\n? 能当场解决吗\n- 能\n  客服: 已经恢复了。\n  -> 结束\n- 不能\n  => 约定\n  [通知 维修部 10分钟内]\n  -> 结束\n\n## 约定\n客服: 我20分钟内给您答复。",
    "标准: 投诉问题应答\n\n## 恢复\n客服: 下午四点我给您打个电话，问问恢复的情况。\n[回电 今天下午四点]\n-> 结束",
    // Which words of time these are is another rule's affair.
    "标准: 投诉问题应答\n\n## 登记\n客服: 我们会尽快给您回复。\n-> 结束",
    "## 登记\n[通知 维修部 10分钟内]\n-> 结束",
    "standard: complaint response\n\n## log\nagent: I'll call you back within half an hour.\n[notify the repair team]\n-> end",
  ],
  check({ document, project, report }) {
    if (document.facts.kind !== "script") return;
    const owed = limitsFor(document).filter(({ told, event }) => told && event.promises.length > 0);
    for (const limit of owed) {
      const reported = new Set<FlowNode>();
      for (const example of breaches(flowOf(project, document), untold(limit, document.facts))) {
        const left = leftForLater(limit, example);
        if (left === undefined || reported.has(left.node)) continue;
        reported.add(left.node);
        const isOwn = left.document === document;
        const points = pathPoints(document, example, BEGINS, {
          zh: "到这里还没有告诉客户时间",
          en: "so far the customer has not been told when",
        });
        const path = isOwn ? points.toSpliced(-1, 0, { span: left.event.span, message: BEGINS }) : points;
        const say = sayOf(document, limit);
        report(
          "found",
          {
            span: isOwn ? left.event.span : example.span,
            path,
            say,
            fixes: isOwn && left.node.kind === "action" ? say.map((one) => addition(document, left.node, one)) : [],
          },
          { event: nameOf(limit.event.words), source: sourceOf(limit), limit: limit.words, path: pathInWords(example) },
        );
      }
    }
  },
});

const BEGINS: Bilingual = { zh: "事情在这里留到以后", en: "the matter is left for later here" };

/** Watches for a call that ends after something was left for later (state 1), without the customer having been told. */
function untold(limit: LimitInForce, facts: Facts): Watch {
  const settled = anyOf(told(limit), vague(limit), someoneElse);
  const left = anyOf(LEFT_FOR_LATER, undated(limit));
  return new Watch(2, (state, events) => {
    if (events.some((event) => settled(event, facts))) return "kept";
    const over = state === 1 ? events.find((event) => end(event, facts)) : undefined;
    if (over !== undefined) return { breach: over };
    return { state: state === 1 || events.some((event) => left(event, facts)) ? 1 : 0 };
  });
}

/** Where on a path something is left for later; undefined where that is within a detour of which only the end is told. */
function leftForLater(limit: LimitInForce, { path }: CounterExample) {
  const left = anyOf(LEFT_FOR_LATER, undated(limit));
  for (const { graph, node } of path)
    for (const event of eventsOf(graph, node).flat())
      if (left(event, graph.document.facts)) return { document: graph.document, node, event };
  return undefined;
}

function sourceOf({ standard }: LimitInForce): Bilingual {
  if (standard === undefined) return { zh: "话术自己的时限", en: "The script's own limit" };
  const { zh, en } = nameOf(standard.names);
  return { zh: `标准“${zh}”`, en: `The standard “${en}”` };
}

const LEFT_FOR_LATER = action("notify", "escalate", "call-back", "dispatch");

/** The customer is told by when it will happen, or by when we shall be in touch again. */
function told({ event }: LimitInForce): EventTest {
  return promise([...event.promises, "follow-up"], "given");
}

function vague({ event }: LimitInForce): EventTest {
  return promise(event.promises, "vague");
}

/** It is promised, and nothing at all is said of the time. */
function undated({ event }: LimitInForce): EventTest {
  return promise(event.promises, "none");
}

/** What tells it, where the limit counts from the call and is a matter of calling back. */
function sayOf(document: ScriptDocument, limit: LimitInForce): string[] {
  const value = limit.event.promises.includes("call-back") && fromCall(limitsFor(document), limit);
  if (!value) return [];
  return document.facts.language === "zh"
    ? [`我会在${print(value, "zh")}给您回电，告诉您进展。`]
    : [`I'll call you back ${print(value, "en")} and tell you what is being done.`];
}

function addition(document: ScriptDocument, node: FlowNode, say: string): Fix {
  return { title: { zh: `加一句：${say}`, en: `Add: ${say}` }, edits: turnBefore(document, node)(say) };
}
