import { eventsOf } from "../../model/events.ts";
import { type FlowGraph, flowOf } from "../../model/flow.ts";
import { isOfCall } from "../../model/grants.ts";
import { limitsFor } from "../../model/limits.ts";
import { nameOf } from "../../model/standards.ts";
import { supergraphOf } from "../../model/supergraph.ts";
import { counterExamples } from "../obligation.ts";
import { pathInWords, pathPoints } from "../path.ts";
import { event } from "../pattern.ts";
import { defineRule } from "../rule.ts";

/** Asked only where the script writes the event that a time is counted from: what it never writes, happens elsewhere. */
export default defineRule({
  id: "sla/out-of-order",
  severity: "warning",
  title: { zh: "还没有开始算时间的事，就先做了后一件", en: "What is done before the event that its time counts from" },
  why: {
    zh: "标准说“通知后20分钟内回复”。没有通知就回复，既没有结果可说，这个时限也无从算起。",
    en: "The standard says “within 20 minutes of notification”. Without a notification there is nothing to tell, and nothing to count from.",
  },
  fix: {
    zh: "把顺序调过来，或者在这条路上补上那一步。",
    en: "Turn the two round, or add the step that this path lacks.",
  },
  messages: {
    found: {
      zh: "“{event}”的时限是{limit}，可是到这里还没有“{anchor}”{path}。",
      en: "“{event}” is due {limit}, yet there has been no “{anchor}” so far{path}.",
      bad: [
        { text: "标准: 投诉问题应答\n\n## 登记\n⟦[回电 半小时内: 告知通知结果]⟧\n[通知 维修部 10分钟内]\n-> 结束" },
        {
          text: "标准: 餐厅服务\n\n## 点菜\n? 点了菜吗\n- 点了\n  [事件 点菜]\n- 没有点\n⟦[事件 上主菜]⟧\n-> 结束",
        },
        {
          text: "standard: complaint response\n\n## log\n⟦[call-back within half an hour]⟧\n[notify the repair team]\n-> end",
        },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n\n## 登记\n[通知 维修部 10分钟内]\n[回电 半小时内: 告知通知结果]\n-> 结束",
    "标准: 投诉问题应答\n\n## 登记\n=> 通知部门\n[回电 半小时内: 告知通知结果]\n-> 结束\n\n## 通知部门\n[通知 维修部 10分钟内]",
    // The second event serves where the first does not occur.
    "标准: 餐厅服务\n\n## 入座\n[事件 入座]\n? 要饮料吗\n- 要\n  [事件 点饮料]\n  [事件 上饮料]\n- 不要\n[事件 询问点菜]",
    "标准: 投诉问题应答\n\n## 登记\n[回电 半小时内]\n-> 结束",
    "[回电 半小时内]\n[通知 维修部]",
    "standard: complaint response\n\n## log\n[notify the repair team]\n[call-back within half an hour]\n-> end",
  ],
  check({ document, project, report }) {
    const graph = flowOf(project, document);
    const counted = limitsFor(document).filter(({ anchor, before }) => anchor && !before && !isOfCall(anchor.id));
    if (counted.length === 0) return;
    const done = eventsDone(graph);
    for (const { event: due, anchor, otherwise, words } of counted) {
      if (!done.has(due.id) || !done.has(anchor!.id)) continue;
      const first = [anchor, otherwise].flatMap((from) => (from === undefined ? [] : [`does:${from.id}`]));
      const obligation = { pattern: "precedence", of: event(`does:${due.id}`), first: event(...first) } as const;
      for (const example of counterExamples(graph, obligation))
        report(
          "found",
          {
            span: example.span,
            path: pathPoints(
              document,
              example,
              { zh: "通话从这里开始", en: "the call begins here" },
              {
                zh: `到这里还没有“${anchor!.words.zh[0]}”`,
                en: `no “${anchor!.words.en[0]}” so far`,
              },
            ),
          },
          {
            event: nameOf(due.words),
            anchor: nameOf(anchor!.words),
            limit: words,
            path: pathInWords(example),
          },
        );
    }
  },
});

/** The ids of the standards' events that the actions of a call are. */
function eventsDone(graph: FlowGraph): ReadonlySet<string> {
  const done = new Set<string>();
  for (const point of supergraphOf(graph).points)
    if (point.node?.kind === "action")
      for (const { name } of eventsOf(point.graph, point.node).flat())
        if (name.startsWith("does:")) done.add(name.slice("does:".length));
  return done;
}
