import { describe, expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import { WORDING_RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";

/** The rules about wording that speak of a script, each once. */
function rulesIn(text: string, severities = ["error", "warning", "information"]): string[] {
  const project = new Project();
  const { findings } = lint(project, project.set("test:", text), { today: "2026-01-01", rules: WORDING_RULES });
  return [...new Set(findings.filter(({ severity }) => severities.includes(severity)).map(({ ruleId }) => ruleId))];
}

// The norms of the service manuals: what offends, and what a good script says instead.
const NORMS: readonly (readonly [rule: string, offence: string, instead: readonly string[]])[] = [
  ["forbidden/brush-off", "那我就不清楚了。", ["我帮您核实一下,请您稍等一分钟好吗?"]],
  ["forbidden/flat-refusal", "不行,公司规定。", ["我现在可以做到的是为您换一台。", "您可以选择换货或者退款。"]],
  ["forbidden/deny", "我们不可能出现这种问题!", ["我理解您的情况,我来查一下原因。"]],
  ["forbidden/blame", "肯定是你手机的问题。", ["我想先确认一下使用环境,好吗?"]],
  ["forbidden/argue", "你这叫什么话呀,凭什么我交费呀?", ["您的心情我能理解。"]],
  ["forbidden/pass-the-buck", "你在哪买的就去哪修呗。", ["我帮您联系负责的同事,由那位同事在30分钟内给您回电。"]],
  ["forbidden/impatience", "我知道,有什么事快说!", ["您请讲,我在听。"]],
  ["forbidden/command", "把号码告诉我。", ["请把您的号码告诉我好吗?", "请往那边走。"]],
  ["sla/over-promise", "保证今天给您解决。", ["我会在半小时内给您回电,说明安排。"]],
  ["forbidden/third-person", "他不在。", ["那位先生现在不在座位上。"]],
  ["forbidden/jargon", "您的 PDP 上下文未激活。", ["您的手机上网功能目前没有打开。"]],
  ["forbidden/negative-wording", "您没听懂。", ["可能我没有说清楚,我再说明一遍。"]],
  ["forbidden/stall", "你等着吧。", ["我会在今天17点前给您回电。"]],
  ["forbidden/familiar-address", "喂!你说。", ["李先生,您好。"]],
  [
    "forbidden/private-data",
    "您的身份证号是11010119900307757X,对吗?",
    ["请问您的证件号{证件号}对吗?", "您可以拨打400-800-1234。"],
  ],
  ["forbidden/ask-secret", "请告诉我您的密码。", ["请您在手机上自行输入密码。"]],
];

describe.each(NORMS)("%s", (rule, offence, instead) => {
  it("speaks of the offence", () => expect(rulesIn(`客服: ${offence}\n`)).toContain(rule));
  it("is silent about what is said instead, as all rules are", () => {
    for (const said of instead) expect(rulesIn(`客服: ${said}\n`, ["error", "warning"]), said).toEqual([]);
  });
  it("minds only what the agent says to the customer", () => {
    if (rule === "forbidden/private-data") return;
    for (const line of [`客户: ${offence}`, `客服(对班长): ${offence}`, `> ${offence}`, `// ${offence}`])
      expect(rulesIn(`## 甲\n${line}\n`), line).toEqual([]);
  });
});

it.each([
  ["in a script that does not say where it is spoken", "客服: 请问你贵姓?", "information"],
  ["in a chat", "渠道: 在线\n\n## 甲\n客服: 请问你贵姓?", "information"],
  ["on the telephone", "渠道: 电话\n\n## 甲\n客服: 请问你贵姓?", "warning"],
  ["where both are meant", "渠道: 电话、在线\n\n## 甲\n客服: 请问你贵姓?", "warning"],
  ["by a word that only telephones know", "客服: 喂，请讲。", "warning"],
])("forbidden/familiar-address %s", (_where, text, severity) => {
  const project = new Project();
  const { findings } = lint(project, project.set("test:", text), { today: "2026-01-01" });
  expect(findings.find(({ ruleId }) => ruleId === "forbidden/familiar-address")?.severity).toBe(severity);
});

it("forbidden/agent-hangs-up minds who hangs up on an upset customer", () => {
  const project = new Project();
  const { findings } = lint(project, project.set("test:", "## 甲\n客户: 我要投诉你!\n[挂机 客服]\n"), {
    today: "2026-01-01",
  });
  expect(
    findings.filter(({ ruleId }) => ruleId === "forbidden/agent-hangs-up").map(({ severity }) => severity),
  ).toEqual(["error"]);
});

describe("polite look-alikes", () => {
  it.each([
    "不知道您是否方便?",
    "如果有不清楚的地方请随时问我。",
    "不好意思,让您久等了。",
    "您不用担心。",
    "请不要客气。",
    "我们一定尽力。",
    "欢迎您一定再来。",
    "请稍候,我马上就来。",
    "大致就是这样,总体上没有变化。",
    "根据多数客户的情况,公司目前是这样规定的,您看换一个颜色可以吗?",
    "让你们等候多时了。",
    "其他的吉他在二楼,其它乐器在三楼,他人的物品请不要动。",
    "我来了解一下。",
    "您刚才说“我不知道怎么办”,是吗?",
    "培训时讲过:禁止说“不知道”。",
    "不客气,很高兴为您服务。",
  ])("%s", (said) => expect(rulesIn(`客服: ${said}\n`, ["error", "warning"])).toEqual([]));
});
