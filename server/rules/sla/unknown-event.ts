import type { Text } from "../../../grammar/index.ts";
import { partsOfAction } from "../../model/action-time.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { fieldLimits } from "../../model/limits.ts";
import { eventKey, eventNamed, eventsInForce } from "../../model/standard-events.ts";
import { nameOf, standardsOf } from "../../model/standards.ts";
import { actionsOf, nearest } from "../../model/symbols.ts";
import { replaceText } from "../replace-text.ts";
import { type Bilingual, defineRule } from "../rule.ts";

export default defineRule({
  id: "sla/unknown-event",
  severity: "warning",
  title: { zh: "时限管的事，标准里没有", en: "A limit for something that the standard does not know" },
  why: {
    zh: "名字和标准对不上，这条时限就管不到该管的那件事，承诺超时也查不出来。",
    en: "Under a name that the standard does not know the limit governs nothing, and promises beyond it go unnoticed.",
  },
  fix: {
    zh: "用标准里的名字；自己的事先在话术里写上 [事件 名字]，或写进你们自己的标准。",
    en: "Use the standard's name; an event of your own is known once the script has [event NAME], or your standard does.",
  },
  messages: {
    found: {
      zh: "采用的标准里没有“{event}”。{instead}",
      en: "The standards that this script adopts do not know “{event}”. {instead}",
      bad: [
        {
          text: "标准: 投诉问题应答\n时限 ⟦约定回夏⟧: 20分钟内\n\n## 开场\n客服: 您好。",
          fixed: "标准: 投诉问题应答\n时限 约定回复: 20分钟内\n\n## 开场\n客服: 您好。",
        },
        {
          text: "standard: complaint-response\nsla ⟦fitting⟧: within 2 days\n\n## opening\nagent: Good morning.",
        },
      ],
    },
    anchor: {
      zh: "“{event}”从“{anchor}”算起，可是采用的标准里没有“{anchor}”。{instead}",
      en: "“{event}” is counted from “{anchor}”, which the standards that this script adopts do not know. {instead}",
      bad: [
        { text: "标准: 投诉问题应答\n时限 回复: ⟦转达维修部后20分钟内⟧\n\n## 开场\n客服: 您好。" },
        {
          text: "standard: complaint-response\nsla reply: ⟦within 20 minutes of notificaton⟧\n\n## opening\nagent: Good morning.",
        },
      ],
    },
    slip: {
      zh: "采用的标准里没有“{event}”，是不是想写“{near}”？",
      en: "The standards that this script adopts do not know “{event}”. Did you mean “{near}”?",
      bad: [
        {
          text: "标准: 餐厅服务\n\n## 上菜\n客服: 请慢用。\n[事件 ⟦取走先金或卡⟧]",
          fixed: "标准: 餐厅服务\n\n## 上菜\n客服: 请慢用。\n[事件 取走现金或卡]",
        },
        { text: "standard: restaurant\n\n## serve\nagent: Enjoy your meal.\n[event ⟦main corse⟧]" },
      ],
    },
    nothing: {
      zh: "这条时限没有说管的是哪件事。写成“时限 回复: 30分钟内”这样。",
      en: "This limit does not say what it is about. Write “sla reply: within 30 minutes”.",
      bad: [
        { text: "⟦时限⟧: 30分钟内\n\n## 开场\n客服: 您好。" },
        { text: "⟦sla⟧: within 30 minutes\n\n## opening\nagent: Good morning." },
      ],
    },
  },
  good: [
    "标准: 投诉问题应答\n时限 回復: 通知后15分钟内\n\n## 开场\n客服: 您好。",
    "标准: 购买后回访\n时限 回访（2）: 购买后7天内\n\n## 开场\n[事件 第二次回访]",
    "标准: 投诉问题应答\n时限 送样: 3天内\n\n## 开场\n[事件 送样]",
    "标准: 餐厅服务\n\n## 上菜\n客服: 请慢用。\n[事件 上热菜]",
    "时限 送样: 签约后3天内\n\n## 开场\n客服: 您好。",
    "standard: complaint-response\nsla reply: within 15 minutes of the notification\n\n## opening\nagent: Good morning.",
  ],
  check({ document, report }) {
    const { fields, steps } = document.script;
    for (const { id, argument, name, value } of [...fields, ...steps.flatMap((step) => step.fields)])
      if (id === "sla" && argument === undefined && value.kind === "text") report("nothing", { span: name }, {});
    // With mistakes in the configuration, events of its standards may be among those that are not known.
    if (standardsOf(document).length === 0 || document.wording.isPartial) return;
    const used = new Set(eventsUsed(document).map(({ text }) => eventKey(text)));
    const isKnown = (words: string) => eventNamed(document, words) !== undefined || used.has(eventKey(words));
    for (const { event, anchor, name, said, bases } of fieldLimits(document)) {
      if (!isKnown(name.text)) {
        const near = nearEvent(document, name.text);
        const fixes = near === undefined ? [] : [replaceText(name, near)];
        report("found", { span: name, fixes }, { event: name.text, instead: insteadOf(document, near) });
      } else if (bases.length === 0 && anchor !== undefined && isLimited(document, event.id)) {
        const words = anchor.words.zh[0];
        if (isKnown(words)) continue;
        const instead = insteadOf(document, nearEvent(document, words));
        report("anchor", { span: said }, { event: name.text, anchor: words, instead });
      }
    }
    for (const event of eventsUsed(document)) {
      // A script may have events of its own. In short Chinese names another character makes another event: 上热菜.
      const isShort = /[\u3400-\u9fff]/.test(event.text) && event.text.length < LONG_NAME;
      const near = isShort || eventNamed(document, event.text) ? undefined : nearEvent(document, event.text);
      if (near !== undefined)
        report("slip", { span: event, fixes: [replaceText(event, near)] }, { event: event.text, near });
    }
  },
});

/** What `[事件 X]` names in a script. */
function eventsUsed(document: ScriptDocument): readonly Text[] {
  return [...actionsOf(document)].flatMap((action) =>
    action.verb?.id === "event" ? (partsOfAction(action).object ?? []) : [],
  );
}

function isLimited(document: ScriptDocument, event: string): boolean {
  return standardsOf(document).some(({ limits }) => limits.some((limit) => limit.event.id === event));
}

/** The word of the adopted standards of which another one is likely a slip. Of two characters one makes another word. */
function nearEvent(document: ScriptDocument, words: string): string | undefined {
  if (words.length < 3) return undefined;
  return nearest(
    words,
    eventsInForce(document).flatMap((event) => [...event.words.zh, ...event.words.en]),
  );
}

function insteadOf(document: ScriptDocument, near: string | undefined): Bilingual {
  if (near !== undefined) return { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
  const names = eventsInForce(document)
    .slice(0, MOST_NAMES)
    .map(({ words }) => nameOf(words));
  return {
    zh: `可以写的有：${names.map(({ zh }) => zh).join("、")}。`,
    en: `There are: ${names.map(({ en }) => en).join(", ")}.`,
  };
}

const LONG_NAME = 5;

/** How many events a message lists. */
const MOST_NAMES = 12;
