import { flowOf } from "../../model/flow.ts";
import type { Plan } from "../../model/plans.ts";
import type { TimeValue } from "../../model/time.ts";
import { figureInstead } from "../figure.ts";
import { breaches } from "../obligation.ts";
import { pathInWords, pathPoints } from "../path.ts";
import { thingsPromised } from "../promised-thing.ts";
import { defineRule, type Fix, type Related } from "../rule.ts";

export default defineRule({
  id: "sla/contradiction",
  severity: "warning",
  title: { zh: "前后答应的时间对不上", en: "Two times for one promise" },
  why: {
    zh: "客户记住的是先说的那个时间。后面改了口，到点就要来问，前一句成了食言。",
    en: "The customer keeps the time that was said first. When another one follows, the first promise is broken.",
  },
  fix: {
    zh: "同一件事在一通电话里只说一个时间。确实变了，就先说明原因、致歉，再说新的时间。",
    en: "Give one time for one thing in a call. Where it really has changed, say why and apologise before you give the new one.",
  },
  messages: {
    promised: {
      zh: "同一件事，前面答应“{earlier}”，这里又说“{said}”，不能都办到{path}。",
      en: "“{earlier}” was promised before, and here it is “{said}”: both cannot hold{path}.",
      bad: [
        { text: "## 登记\n客服: 师傅明天上午上门。\n客户: 好的。\n客服: 那就定了，师傅⟦后天下午⟧上门。\n-> 结束" },
        {
          text: "## 登记\n客服: 退款24小时内到账。\n? 还有疑问吗\n- 有 -> 解释\n- 没有 -> 结束\n\n## 解释\n客服: 退款一般⟦3到5天⟧到账。\n-> 结束",
        },
        {
          text: "## booking\nagent: The engineer will come tomorrow morning.\ncustomer: Good.\nagent: So the engineer will come ⟦tomorrow afternoon⟧.\n-> end",
        },
      ],
    },
    planned: {
      zh: "答应客户“{earlier}”，这里却安排在“{said}”{path}。",
      en: "“{earlier}” is promised to the customer, but “{said}” is planned here{path}.",
      bad: [
        {
          text: "## 登记\n客服: 我会在半小时内给您回电。\n[回电 ⟦两小时内⟧]\n-> 结束",
          fixed: "## 登记\n客服: 我会在半小时内给您回电。\n[回电 半小时内]\n-> 结束",
        },
        {
          text: "## log\nagent: I'll call you back within half an hour.\n[call-back ⟦tomorrow morning⟧]\n-> end",
          fixed: "## log\nagent: I'll call you back within half an hour.\n[call-back within half an hour]\n-> end",
        },
      ],
    },
  },
  good: [
    "## 登记\n客服: 师傅明天上午上门。\n客户: 好的。\n客服: 师傅明天上午9点到11点上门。\n-> 结束",
    "## 登记\n? 急不急\n- 急\n  客服: 师傅今天上门。\n- 不急\n  客服: 师傅后天上门。\n-> 结束",
    // The first promise has been kept when the next one is made.
    "## 登记\n客服: 我会在半小时内给您回电。\n[回电]\n客服: 我后天再给您回电。\n-> 结束",
    "## 登记\n客服: 工程师明天上门。\n客服: 快递员后天上门取旧机。\n-> 结束",
    "## 登记\n客服: 我会在半小时内给您回电。\n[回电 20分钟内]\n-> 结束",
    "## 登记\n客服: 24小时内给您退款。\n客服: 收到退货后3到5天退款。\n-> 结束",
    "标准: 购买后回访\n\n## 登记\n客服: 我会在24小时内回访您。\n[回访(2) 购买后10天内]\n-> 结束",
    "## log\nagent: I'll call you back within half an hour.\n[call-back within half an hour]\n-> end",
  ],
  check({ document, project, report }) {
    const graph = flowOf(project, document);
    for (const thing of thingsPromised(graph)) {
      if (!thing.canClash()) continue;
      for (const example of breaches(graph, thing.watch())) {
        const { commitment, plan } = example.barrier.event;
        const said = (commitment ?? plan)!.time!;
        const first = thing.promisedBefore(example);
        const source = example.barrier.document;
        // Within a detour of another script, or in a phrase, the whole place is told.
        const span = source === document && isWithin(example.span, example.barrier.event.span) ? said : example.span;
        const earlier = first.document.text.slice(first.time.start, first.time.end);
        const isOwn = first.document === document;
        const begins: Related[] = isOwn ? [{ span: first.time, message: BEGINS }] : [];
        const fixes =
          plan && span === said ? [asPromised(document.text, plan, first.time.value, document.facts.language)] : [];
        report(
          plan === undefined ? "promised" : "planned",
          { span, path: [...begins, ...pathPoints(document, example, BEGINS, CLASHES)], fixes },
          { earlier, said: source.text.slice(said.start, said.end), path: pathInWords(example) },
        );
      }
    }
  },
});

const BEGINS = { zh: "先在这里答应", en: "it is promised here first" };
const CLASHES = { zh: "这里说的时间和前面对不上", en: "the time given here is another one" };

function isWithin(inner: { start: number; end: number }, outer: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Plans it by the time that was promised. */
function asPromised(text: string, { time }: Plan, promised: TimeValue, language: "zh" | "en"): Fix {
  const edit = figureInstead(text, time, promised, language);
  return { title: { zh: `改成“${edit.text}”`, en: `Change to “${edit.text}”` }, edits: [edit] };
}
