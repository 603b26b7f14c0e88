import type { ScriptDocument } from "../../model/document.ts";
import { limitsFor } from "../../model/limits.ts";
import { isPhone, isWholeCall } from "../occasions.ts";
import { act, anyOf, never } from "../pattern.ts";
import { required } from "../required.ts";

/** How many seconds a callback may take to come to the matter where no standard says so: as many as after a repair. */
const WITHOUT_STANDARD = 10;

/**
 * The clock runs from the moment at which the agent has asked who has picked up, at the speaking rate, and only while the
 * agent speaks. A question about the matter is the matter; that nothing says why the call is made is told by another rule.
 */
export default required({
  id: "sla/late-purpose",
  obligation: (document) => ({
    pattern: "response",
    when: act("confirm-party"),
    firstOnly: true,
    response: anyOf(act("state-purpose", "offer-solution", "question", "ask-open")),
    before: never,
    within: { seconds: secondsOf(document) },
  }),
  asked: (facts, document) =>
    facts.scenario === "callback" && facts.direction !== "inbound" && isPhone(facts) && isWholeCall(document),
  severity: "warning",
  title: { zh: "回访迟迟不说来意", en: "A callback that is slow to come to the matter" },
  why: {
    zh: "回访占的是客户的时间。购买后回访5秒、维修后回访10秒还没切入正题，客户已经想挂了。",
    en: "A callback takes the customer's time. 5 seconds after a purchase, 10 after a repair: beyond that people stop listening.",
  },
  fix: {
    zh: "核对完对方马上说来意，寒暄放到后面。",
    en: "Say why you call as soon as you know who it is; the niceties can wait.",
  },
  message: {
    zh: "核对完对方以后，念了{seconds}秒还没有切入正题{path}。",
    en: "{seconds} seconds of speech after asking who it is, the matter has not come up{path}.",
    bad: [
      {
        text: "渠道: 电话\n方向: 呼出\n场景: 回访\n标准: 购买后回访\n## 开场\n客服: 您好，这里是晨光家电，⟦请问是李先生吗⟧？\n客户: 是。\n客服: 李先生您好，感谢您一直以来对晨光的支持和信任，希望您天天开心。给您来电是想做个回访。\n客户: 好。\n-> 结束",
      },
      {
        text: "渠道: 电话\n方向: 呼出\n场景: 回访\n标准: 维修后回访\n## 开场\n客服: 您好，这里是晨光家电，⟦请问是李先生吗⟧？\n? 老客户吗\n- 是\n  客服: 李先生您好，我们晨光家电成立二十年来，一直得到像您这样的老朋友的大力支持和信任，在这里先向您表示衷心的感谢。\n- 不是\n  客服: 李先生您好。\n客服: 给您来电是想了解上周维修以后用得怎么样。\n客户: 好。\n-> 结束",
      },
      {
        text: "channel: phone\ndirection: outbound\nscenario: callback\nstandard: purchase callback\n## opening\nagent: Good morning, this is Daniel from Redwood, ⟦am I speaking with Mrs⟧ Patel?\ncustomer: Yes.\nagent: What a lovely morning it is, and thank you so very much for being such a loyal customer of ours. I'm calling about your new boiler.\ncustomer: Go on.\n-> end",
      },
    ],
  },
  holes: (document) => ({ seconds: `${secondsOf(document)}` }),
  begins: { zh: "核对对方，从这里算起", en: "the clock starts here" },
  say: {
    zh: ["给您来电是想了解净水器的使用情况，大约两分钟。"],
    en: ["I'm calling about your new boiler; it takes two minutes."],
  },
  good: [
    "渠道: 电话\n方向: 呼出\n场景: 回访\n标准: 购买后回访\n## 开场\n客服: 您好，这里是晨光家电，请问是李先生吗？\n客户: 是。\n客服: 李先生您好，给您来电是想做个回访。感谢您一直以来对晨光的支持和信任，希望您天天开心。\n客户: 好。\n-> 结束",
    "渠道: 电话\n方向: 呼出\n场景: 回访\n标准: 维修后回访\n## 开场\n客服: 您好，请问是李先生吗？\n客户: 是。\n客服: 李先生您好，感谢您一直以来对晨光的支持。给您来电是想了解上周的维修。\n客户: 好。\n-> 结束",
    "渠道: 电话\n方向: 呼出\n场景: 回访\n标准: 购买后回访\n时限 切入正题: 接通后4秒内\n## 开场\n客服: 您好，请问是李先生吗？\n客户: 是。\n客服: 李先生您好，我来给您做个回访。\n客户: 好。\n-> 结束",
    "渠道: 电话\n方向: 呼出\n场景: 销售\n## 开场\n客服: 您好，请问是李先生吗？\n客户: 是。\n客服: 李先生您好，感谢您一直以来对晨光的支持和信任，祝您和家人天天开心，万事如意。给您来电是介绍新品。\n-> 结束",
    "channel: phone\ndirection: outbound\nscenario: callback\n## opening\nagent: Good morning, this is Daniel from Redwood, am I speaking with Mrs Patel?\ncustomer: Yes.\nagent: I'm calling about the repair you had last week.\ncustomer: Go on.\n-> end",
    "channel: phone\ndirection: outbound\nscenario: callback\nstandard: repair callback\n## opening\nagent: Am I speaking with Mrs Patel?\ncustomer: Yes.\nagent: Good morning, Mrs Patel, and thank you for taking my call. How is the boiler doing since the repair?\n-> end",
  ],
});

/** How many seconds the script's limits allow: its standards', or one of its own. */
function secondsOf(document: ScriptDocument): number {
  const allowed = limitsFor(document).flatMap(({ event, value }) =>
    event.id === "state-purpose" && value.kind === "duration" && value.unit in SECONDS
      ? [value.max * SECONDS[value.unit as keyof typeof SECONDS]]
      : [],
  );
  return allowed.length === 0 ? WITHOUT_STANDARD : Math.min(...allowed, LONGEST);
}

/** Nobody waits for longer than a minute to hear why they are called, whatever a script says. */
const LONGEST = 60;
const SECONDS = { second: 1, minute: 60 } as const;
