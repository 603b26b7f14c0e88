import { expect, it } from "vitest";
import { parse } from "../../grammar/index.ts";
import { partsOfAction } from "../../server/model/action-time.ts";
import { print } from "../../server/model/time.ts";

it.each([
  ["[等候 2分钟: 查询网络]", undefined, "2分钟"],
  ["[通知维修部10分钟内]", "维修部", "10分钟内"],
  ["[回电 今天17:00前: 告知结果]", undefined, "今天17点前"],
  ["[回电 半小时内: 告知通知结果]", undefined, "半小时内"],
  ["[转接 技术部]", "技术部", undefined],
  ["[hold 2 minutes: check the network]", undefined, "2分钟"],
  ["[notify repair team within 10 minutes]", "repair team", "10分钟内"],
  ["[事件 上主菜 点菜后10分钟内]", "上主菜", "点菜后10分钟内"],
  ["[通知 维修部　挂机后10分钟内]", "维修部", "挂机后10分钟内"],
  ["[事件 询问点菜 饮料上好后4分钟内，或入座后]", "询问点菜", "饮料上好后4分钟内，或入座后"],
  ["[回访(2) 购买后10天内: 了解使用情况]", "(2)", "购买后10天内"],
  ["[event main course within 10 minutes of the order]", "main course", "the order后10分钟内"],
  ["[记录]", undefined, undefined],
])("%s is about %s, and its time is %s", (line, object, time) => {
  const [action] = parse(`## 甲\n${line}\n`).script.steps[0]!.body;
  const parts = action?.kind === "action" ? partsOfAction(action) : {};
  expect([parts.object?.text, parts.time && print(parts.time.value, "zh")]).toEqual([object, time]);
});
