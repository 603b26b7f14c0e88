import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { AGENT_LABELS } from "../grammar/index.ts";
import { actWords, EventWords, eventWords } from "../server/config/event-words.ts";
import { LEXICON } from "../server/lexicon/lexicon.ts";
import { foldWord } from "../server/model/normalise.ts";
import type { Finding } from "../server/rules/rule.ts";
import { applyEdits } from "./support/edits.ts";
import { faultsOf } from "./support/json-schema.ts";
import { unmark } from "./support/marks.ts";
import { configurationOf, findingsIn, problemsOf } from "./support/own-words.ts";

/** A pack with one obligation that holds these lines, and two acts of its own. */
const ACTS = "acts:\n  - { act: 录音告知, patterns: 通话录音 }\n  - { act: 提到同行, patterns: 别家 }\n";
const obligation = (...lines: string[]) =>
  `obligations:\n  - id: one\n${lines.map((line) => `    ${line}\n`).join("")}`;

async function ownFindings(pack: string, text: string): Promise<readonly Finding[]> {
  const findings = await findingsIn({ "a.yaml": pack }, text);
  return findings.filter(({ ruleId }) => ruleId === "own/one");
}

async function problems(pack: string): Promise<string[]> {
  return problemsOf(await configurationOf({ "a.yaml": pack }));
}

describe("the words for what happens", () => {
  const words = new EventWords([
    { act: "录音告知", name: "录音告知", speaker: "agent" },
    { act: "namethebank", name: "name the bank", speaker: "customer" },
  ]);

  it.each([
    ["致歉", ["act:apologise"]],
    ["致歉", ["act:apologise"]],
    ["apologise", ["act:apologise"]],
    ["Apologise", ["act:apologise"]],
    ["客服 致歉", ["act:apologise"]],
    ["致謝", ["act:thank"]],
    ["核实资料", ["act:ask-identifying"]],
    ["ask identifying", ["act:ask-identifying"]],
    ["打断", ["act:interrupt"]],
    ["踢皮球", ["act:pass-the-buck"]],
    ["pass-the-buck", ["act:pass-the-buck"]],
    ["客户 投诉", ["customer:complain", "label:complaint"]],
    ["客户投诉", ["customer:complain", "label:complaint"]],
    ["顧客 投訴", ["customer:complain", "label:complaint"]],
    ["customer complain", ["customer:complain", "label:complaint"]],
    ["customer complaint", ["customer:complain", "label:complaint"]],
    ["客户 拒绝", ["customer:decline", "label:refuse"]],
    ["客户 不满", ["customer:upset", "label:dissatisfied", "label:angry"]],
    ["客户 发言", ["customer:turn"]],
    ["colleague turn", ["colleague:turn"]],
    ["标签 愤怒", ["label:angry"]],
    ["标签 生气", ["label:angry"]],
    ["label angry", ["label:angry"]],
    ["动作 等候", ["action:hold"]],
    ["动作 预约", ["action:dispatch"]],
    ["action look up", ["action:look-up"]],
    ["动作 挂机 客服", ["action:hang-up-agent"]],
    ["提问", ["act:question"]],
    ["question", ["act:question"]],
    ["结束", ["end"]],
    ["end", ["end"]],
    ["对同事 转述情况", ["aside:brief-receiver"]],
    ["录音告知", ["act:录音告知"]],
    ["錄音告知", ["act:录音告知"]],
    ["customer name the bank", ["customer:namethebank"]],
  ])("“%s” are %j", (word, names) => expect(words.find(word)?.names).toEqual(names));

  it.each([
    ["至歉", "致歉"],
    ["投诉", "客户 投诉"],
    ["complaint", "customer complaint"],
    ["客户 愤怒", "标签 愤怒"],
    ["标签 致歉", "致歉"],
    ["等候", "动作 等候"],
    ["客户 录音告知", "录音告知"],
    ["录音告之", "录音告知"],
    ["apologize", "apologise"],
    ["name the bank", "customer name the bank"],
  ])("“%s” is nothing; “%s” may be meant", (word, near) => {
    expect(words.find(word)).toBeUndefined();
    expect(words.instead(word).zh).toBe(`是不是想写“${near}”？`);
  });

  it("says what there is where nothing is near", () => {
    expect(words.instead("天气").zh).toContain("客户 投诉");
    expect(words.instead("weather").en).toContain("customer complain");
  });

  it("has each act of the lexicon and each label, in Chinese too", () => {
    const own = new EventWords([]);
    const agent = LEXICON.filter(({ speaker }) => speaker !== "customer").map(({ act }) => act);
    for (const act of [...agent, ...Object.keys(AGENT_LABELS)]) {
      const occasion = own.find(act);
      expect(occasion?.names, act).toEqual([`act:${act}`]);
      expect(occasion!.words.zh, `${act} has no Chinese word in event-words.ts`).toMatch(/[\u3400-\u9fff]/);
    }
    for (const { act, speaker } of LEXICON)
      if (speaker !== "agent") expect(own.find(`customer ${act}`)?.names, act).toContain(`customer:${act}`);
  });

  it("means one thing by each", () => {
    const own = new EventWords([]);
    const all = eventWords();
    expect(new Set(all.map(foldWord)).size).toBe(all.length);
    for (const word of all) expect([own.find(word)!.words.zh, own.find(word)!.words.en]).toContain(word);
    expect(actWords().every((word) => all.includes(word))).toBe(true);
  });
});

describe("an obligation of a pack", () => {
  it.each<[string, string, string]>([
    [
      "precedence",
      "precedence: { of: 核实资料, first: 录音告知 }",
      "## 甲\n? 一\n- 是\n  客服: 通话录音。\n- 否\n  客服: 您好。\n客服: ⟦请问您的手机号码是多少⟧?\n客服: 通话录音。",
    ],
    [
      "precedence, each time",
      "precedence: { of: 动作 转接, first: 动作 通知, each: true }",
      "## 甲\n[通知 班长]\n[转接 班长]\n客户: 嗯。\n⟦[转接 主管]⟧",
    ],
    [
      "precedence after something",
      "precedence: { of: 动作 转接, first: 动作 通知, in: { after: 标签 愤怒 } }",
      "## 甲\n[转接 班长]\n客户(愤怒): 啊!\n⟦[转接 主管]⟧",
    ],
    [
      "precedence of a chain",
      "precedence: { of: 动作 派单, first: { chain: [动作 查询, [动作 通知, 动作 记录]] } }",
      "## 甲\n[通知 班长]\n[查询 订单]\n⟦[派单 师傅]⟧\n[记录 情况]\n[派单 师傅]",
    ],
    [
      "response",
      "response: { when: 标签 愤怒, response: 致歉, before: [动作 转接, 结束] }",
      "## 甲\n客户(⟦愤怒⟧): 啊!\n[转接 班长]\n客服: 非常抱歉。\n客户(愤怒): 啊!\n客服: 非常抱歉。",
    ],
    [
      "response within some turns",
      "response: { when: 标签 愤怒, response: 动作 记录, within: 2 }",
      "## 甲\n客户(⟦愤怒⟧): 啊!\n客服: 嗯。\n客服: 好的。\n[记录 情况]\n客户(愤怒): 啊!\n客服: 嗯。\n[记录 情况]",
    ],
    [
      "response to the first only",
      "response: { when: 标签 愤怒, response: 动作 记录, before: 动作 转接, first-only: true }",
      "## 甲\n客户(⟦愤怒⟧): 啊!\n[转接 班长]\n客户(愤怒): 啊!\n[转接 班长]",
    ],
    [
      "response of a chain",
      "response: { when: 标签 愤怒, response: { chain: [致歉, 动作 记录] } }",
      "## 甲\n客户(⟦愤怒⟧): 啊!\n[记录 情况]\n客服: 非常抱歉。",
    ],
    ["existence", "existence: { of: 动作 记录 }", "## 甲\n? 一\n⟦- 否⟧\n- 是\n  [记录 情况]\n"],
    [
      "existence before something",
      "existence: { of: 动作 记录, in: { before: 告别 } }",
      "## 甲\n客户: 好。\n客服: 好的。⟦再见⟧。\n[记录 情况]",
    ],
    [
      "existence in the first turns",
      "existence: { of: 问候, in: { first-turns: 1 } }",
      "## 甲\n客户: 喂。\n⟦客服: 什么事?⟧\n客服: 您好。",
    ],
    [
      "existence in the last turns",
      "existence: { of: 告别, in: { last-turns: 1 } }",
      "## 甲\n客服: 再见。\n⟦客服: 好的。⟧",
    ],
    [
      "existence between",
      "existence: { of: 动作 记录, in: { after: 动作 转接, until: 标签 平静, nth: 2 } }",
      "## 甲\n[转接 班长]\n[转接 班长]\n客户(⟦平静⟧): 嗯。\n[记录 情况]",
    ],
    ["absence", "absence: { of: 提到同行 }", "## 甲\n客服: 您好。⟦别家⟧也一样。"],
    [
      "absence after something",
      "absence: { of: 提到同行, in: { after: 客户 投诉 } }",
      "## 甲\n客服: 别家呢?\n客户(投诉): 啊!\n客服: ⟦别家⟧也一样。",
    ],
    [
      "absence before something",
      "absence: { of: 动作 记录, in: { before: 录音告知 } }",
      "## 甲\n[记录 情况]\n客服: ⟦通话录音⟧。\n[记录 情况]",
    ],
    [
      "absence in the last turns",
      "absence: { of: 动作 转接, in: { last-turns: 1 } }",
      "## 甲\n客服: 嗯。\n⟦[转接 班长]⟧",
    ],
    [
      "what the author only labels",
      "precedence: { of: 核实资料, first: 客户 同意 }",
      "## 甲\n? 一\n- 听着呢(同意)\n- 嗯哼\n客服(⟦核实资料⟧): 您说。",
    ],
    [
      "what a choice says",
      "response: { when: 客户 投诉, response: 致歉 }",
      "## 甲\n? 一\n- ⟦要投诉你⟧们\n- 不要紧\n客服: 好的。",
    ],
    [
      "the end of a call",
      "precedence: { of: 结束, first: 告别 }",
      "## 甲\n? 一\n- 是\n  客服: 再见。\n- 否\n  ⟦客服: 好的。⟧",
    ],
  ])("demands %s", async (_, demand, marked) => {
    const { text, spans } = unmark(marked);
    const pack =
      demand.includes("录音告知") || demand.includes("提到同行") ? ACTS + obligation(demand) : obligation(demand);
    const unused = /录音告知/.test(demand) === /提到同行/.test(demand) ? [] : [expect.stringContaining("unused-act")];
    expect(await problems(pack)).toEqual(unused);
    expect((await ownFindings(pack, text)).map(({ span }) => span)).toEqual(spans);
  });

  it("is asked only of scripts that declare what it is asked of", async () => {
    const asked = (fields: string) =>
      ownFindings(
        obligation(
          "existence: { of: 动作 记录 }",
          "asked: { channel: [电话, chat], direction: 呼入, scenario: [complaint, 救援] }",
        ),
        `${fields}\n## 甲\n客服: 好的。\n`,
      );
    expect(await asked("渠道: 电话\n方向: 呼入\n场景: 投诉\n")).toHaveLength(1);
    expect(await asked("channel: email, chat\ndirection: inbound\nscenario: rescue\n")).toHaveLength(1);
    for (const fields of [
      "渠道: 邮件\n方向: 呼入\n场景: 投诉\n",
      "渠道: 电话\n方向: 呼出\n场景: 投诉\n",
      "渠道: 电话\n方向: 呼入\n场景: 回访\n",
      "渠道: 电话\n方向: 呼入\n",
      "",
    ])
      expect(await asked(fields)).toEqual([]);
  });

  it("has its own severity and words, with the path where they want it, and its reason", async () => {
    const text = "## 甲\n? 一\n- 是\n  客服: 再见。\n- 否\n  客服: 好的。\n";
    const told = async (...lines: string[]) => {
      const [finding] = await ownFindings(obligation("existence: { of: 告别 }", ...lines), text);
      return [finding!.severity, finding!.message.zh, finding!.message.en];
    };
    expect(await told()).toEqual(["warning", "没有“告别”：甲 → 否。", "No “farewell”: 甲 → 否."]);
    expect(await told("severity: error", "message: 没说再见。", "reason: 礼貌")).toEqual([
      "error",
      "没说再见：甲 → 否。礼貌",
      "没说再见: 甲 → 否。 礼貌",
    ]);
    expect(
      await told('message: { zh: "走到这里（{path}）还没道别！", en: "No goodbye" }', "severity: information"),
    ).toEqual(["information", "走到这里（：甲 → 否）还没道别！", "No goodbye: 甲 → 否."]);
  });

  it.each([
    [
      "response: { when: 标签 愤怒, response: 致歉, before: 承诺, within: 1 }",
      "“标签 愤怒”之后的 1 句里、“承诺”之前，没有“致歉”：甲。",
      "No “apologise” within 1 turn after “label angry” and before “commit”: 甲.",
    ],
    [
      "response: { when: 标签 愤怒, response: { chain: [致歉, 动作 记录] } }",
      "“标签 愤怒”之后没有“致歉”、“动作 记录”：甲。",
      "No “apologise”, then “action record” after “label angry”: 甲.",
    ],
    [
      "precedence: { of: 结束, first: [致歉, 告别], in: { after: 标签 愤怒 } }",
      "“标签 愤怒”之后，“结束”之前没有“致歉”或“告别”：甲。",
      "No “apologise” or “farewell” before “end” after “label angry”: 甲.",
    ],
    ["existence: { of: 致歉, in: { after: 标签 愤怒, until: 结束, nth: 2 } }", undefined, undefined],
    [
      "existence: { of: 致歉, in: { first-turns: 1 } }",
      "开头 1 句里没有“致歉”：甲。",
      "No “apologise” in the first 1 turn: 甲.",
    ],
    ["absence: { of: 标签 愤怒 }", "不该有“标签 愤怒”：甲。", "“label angry” has no place here: 甲."],
    [
      "absence: { of: 标签 愤怒, in: { last-turns: 2 } }",
      "最后 2 句里不该有“标签 愤怒”：甲。",
      "“label angry” has no place in the last 2 turns: 甲.",
    ],
    [
      "absence: { of: 标签 愤怒, in: { before: 结束 } }",
      "“结束”之前不该有“标签 愤怒”：甲。",
      "“label angry” has no place before “end”: 甲.",
    ],
  ])("says by itself what is wrong: %s", async (demand, zh, en) => {
    const [finding] = await ownFindings(obligation(demand), "## 甲\n客户(愤怒): 啊!\n客服: 嗯。\n");
    expect(finding?.message).toEqual(zh === undefined ? undefined : { zh, en });
  });

  it("shows the path that proves it", async () => {
    const text = "## 甲\n客户(愤怒): 啊!\n? 一\n- 是\n  客服: 非常抱歉。\n- 否\n[转接 班长]\n";
    const [finding] = await ownFindings(obligation("response: { when: 标签 愤怒, response: 致歉 }"), text);
    expect(finding!.path.map(({ span, message }) => [text.slice(span.start, span.end), message.zh])).toEqual([
      ["愤怒", "这里是“标签 愤怒”"],
      ["否", "走这条分支"],
      ["[转接 班长]", "到这里还没有“致歉”"],
    ]);
  });

  it("can be ignored by its name", async () => {
    const text = "## 甲\n// 忽略 own/one: 测试用的片段\n客服: 请问您的手机号码是多少?\n";
    const findings = await findingsIn({ "a.yaml": obligation("precedence: { of: 核实资料, first: 致歉 }") }, text);
    expect(findings.filter(({ ruleId }) => /^(own|ignore)/.test(ruleId))).toEqual([]);
  });

  it("hears an act of the lexicon by the organisation's words too, under any of its names", async () => {
    const text = "## 甲\n客户(愤怒): 啊!\n客服: 给您赔个礼了。\n";
    for (const act of ["apologise", "致歉", "客服 致歉"]) {
      const pack = `acts:\n  - { act: ${act}, patterns: 赔个礼 }\n${obligation("response: { when: 标签 愤怒, response: 致歉 }")}`;
      expect(await problems(pack)).toEqual([]);
      expect(await ownFindings(pack, text)).toEqual([]);
    }
  });

  it("hears what the customer does by the organisation's words", async () => {
    const pack = `acts:\n  - { act: 要求销户, speaker: customer, patterns: 销户 }\n${obligation("response: { when: 客户 要求销户, response: 确认 }")}`;
    expect(await problems(pack)).toEqual([]);
    expect(await ownFindings(pack, "## 甲\n客户: 我要销户。\n客服: 好的。\n")).toHaveLength(1);
    expect(await ownFindings(pack, "## 甲\n客服: 您要销户。\n客服: 好的。\n")).toEqual([]);
  });

  it("speaks of acts of other packs", async () => {
    const files = {
      "a.yaml": obligation("absence: { of: 提到同行 }"),
      "b.yaml": "acts:\n  - { act: 提到同行, patterns: 别家 }\n",
    };
    expect(problemsOf(await configurationOf(files))).toEqual([]);
    expect(await findingsIn(files, "## 甲\n客服: 您看别家。\n")).toEqual([
      expect.objectContaining({ ruleId: "own/one" }),
    ]);
  });
});

describe("a suggestion of an obligation", () => {
  const RECORDING = (demand: string) =>
    `acts:\n  - { act: 录音告知, patterns: 通话录音 }\n${obligation(demand, "suggestion: 本次通话录音。")}`;

  it.each<[string, string, string, string]>([
    [
      "before what has to wait",
      "precedence: { of: 核实资料, first: 录音告知 }",
      "## 甲\n客服: 您好。\n坐席: 请问您的手机号码是多少?",
      "## 甲\n客服: 您好。\n客服: 本次通话录音。\n坐席: 请问您的手机号码是多少?",
    ],
    [
      "before branches, of which one has to wait",
      "precedence: { of: 客户 投诉, first: 录音告知 }",
      "## 甲\n客服: 您好。\n? 什么事\n- 我要投诉\n- 没事",
      "## 甲\n客服: 您好。\n客服: 本次通话录音。\n? 什么事\n- 我要投诉\n- 没事",
    ],
    [
      "after what calls for it",
      "response: { when: 标签 愤怒, response: 录音告知 }",
      "## 甲\n? 一\n- 是\n  客户(愤怒): 啊!\n  客户: 哼!\n- 否",
      "## 甲\n? 一\n- 是\n  客户(愤怒): 啊!\n  客服: 本次通话录音。\n  客户: 哼!\n- 否",
    ],
    [
      "in the branch that calls for it",
      "response: { when: 客户 投诉, response: 录音告知 }",
      "## 甲\n? 一\n- 我要投诉 -> 乙\n- 没事\n\n## 乙\n客服: 好的。",
      "## 甲\n? 一\n- 我要投诉 -> 乙\n  客服: 本次通话录音。\n- 没事\n\n## 乙\n客服: 好的。",
    ],
    ["at the end", "existence: { of: 录音告知 }", "## 甲\n客服: 好的。", "## 甲\n客服: 好的。\n客服: 本次通话录音。"],
    [
      "at the end, where branches meet",
      "existence: { of: 录音告知 }",
      "## 甲\n客服: 好的。\n? 一\n- 是\n  客服: 嗯。\n- 否\n  客服: 哦。",
      "## 甲\n客服: 好的。\n? 一\n- 是\n  客服: 嗯。\n- 否\n  客服: 哦。\n客服: 本次通话录音。",
    ],
    [
      "before somebody hangs up",
      "existence: { of: 录音告知 }",
      "## 甲\n客服: 好的。\n[挂机 客户]",
      "## 甲\n客服: 好的。\n客服: 本次通话录音。\n[挂机 客户]",
    ],
    [
      "in the last of the first turns",
      "existence: { of: 录音告知, in: { first-turns: 2 } }",
      "## 甲\n客服: 一。\n客服: 二。\n客服: 三。",
      "## 甲\n客服: 一。\n客服: 本次通话录音。\n客服: 二。\n客服: 三。",
    ],
    [
      "in place of what should not be said",
      "absence: { of: 核实资料 }",
      "## 甲\n客服: 您好。请问您的手机号码是多少?谢谢。",
      "## 甲\n客服: 您好。本次通话录音。谢谢。",
    ],
  ])("is put %s", async (_, demand, before, after) => {
    for (const newline of ["\n", "\r\n"]) {
      const [text, wanted] = [before.replaceAll("\n", newline), after.replaceAll("\n", newline)];
      const pack = RECORDING(demand);
      const [finding] = await ownFindings(pack, text);
      expect(finding!.say).toEqual(["本次通话录音。"]);
      expect(applyEdits(text, finding!.fixes[0]!.edits)).toBe(wanted);
      expect(await ownFindings(pack, wanted)).toEqual([]);
    }
  });

  it.each([
    [
      "what calls for it goes too far itself",
      "response: { when: 致歉, response: 录音告知, before: 核实资料 }",
      "## 甲\n客服: 非常抱歉。请问您的手机号码是多少?",
    ],
    ["a label is what should not be there", "absence: { of: 核实资料 }", "## 甲\n客服(核实资料): 您说。"],
    ["the customer does what should not be done", "absence: { of: 标签 愤怒 }", "## 甲\n客户(愤怒): 啊!"],
  ])("is only shown where %s", async (_, demand, text) => {
    const [finding] = await ownFindings(RECORDING(demand), text);
    expect(finding).toMatchObject({ say: ["本次通话录音。"], fixes: [] });
  });
});

describe("what is wrong with an obligation", () => {
  const GOOD = "precedence: { of: 核实资料, first: 致歉 }";

  it.each<[string, string, string[]]>([
    [
      "an unknown word",
      obligation("precedence: { of: 核实资科, first: 致歉 }"),
      ["a.yaml:3:23 config/unknown-event ⟦核实资科⟧"],
    ],
    [
      "an unknown word in a list",
      obligation("existence: { of: [致歉, 告示] }"),
      ["a.yaml:3:27 config/unknown-event ⟦告示⟧"],
    ],
    [
      "an unknown word in a chain",
      obligation("precedence: { of: 承诺, first: { chain: [致歉, [解释, 告示]] } }"),
      ["a.yaml:3:53 config/unknown-event ⟦告示⟧"],
    ],
    [
      "an unknown word of a scope",
      obligation("absence: { of: 承诺, in: { after: 投诉 } }"),
      ["a.yaml:3:37 config/unknown-event ⟦投诉⟧"],
    ],
    [
      "a missing key",
      obligation("precedence: { of: 核实资料 }"),
      ["a.yaml:3:17 config/missing-key ⟦{ of: 核实资料 }⟧"],
    ],
    ["a misspelt key", obligation(GOOD, "askd: { channel: 电话 }"), ["a.yaml:4:5 config/unknown-key ⟦askd⟧"]],
    ["no name", `obligations:\n  - ${GOOD}\n`, [`a.yaml:2:5 config/missing-key ⟦${GOOD}\n⟧`]],
    ["no pattern", obligation("severity: error"), ["a.yaml:2:9 config/no-demand ⟦one⟧"]],
    ["two patterns", obligation("absence: { of: 解释 }", GOOD), ["a.yaml:3:14 config/two-demands ⟦{ of: 解释 }⟧"]],
    [
      "two scopes",
      obligation("existence: { of: 致歉, in: { before: 承诺, last-turns: 2 } }"),
      ["a.yaml:3:30 config/scope ⟦{ before: 承诺, last-turns: 2 }⟧"],
    ],
    ["no scope", obligation("existence: { of: 致歉, in: {} }"), ["a.yaml:3:30 config/scope ⟦{}⟧"]],
    [
      "an end of no scope",
      obligation("existence: { of: 致歉, in: { before: 承诺, until: 结束 } }"),
      ["a.yaml:3:30 config/scope ⟦{ before: 承诺, until: 结束 }⟧"],
    ],
    [
      "a scope that precedence has not",
      obligation("precedence: { of: 承诺, first: 致歉, in: { after: 解释, before: 告别 } }"),
      ["a.yaml:3:55 config/unknown-key ⟦before⟧"],
    ],
    [
      "a count that is none",
      obligation("response: { when: 解释, response: 致歉, within: 0 }"),
      ["a.yaml:3:49 config/wrong-value ⟦0⟧"],
    ],
    [
      "a chain of one",
      obligation("precedence: { of: 承诺, first: { chain: [致歉] } }"),
      ["a.yaml:3:43 config/wrong-value ⟦[致歉]⟧"],
    ],
    ["a channel that is none", obligation(GOOD, "asked: { channel: 传真 }"), ["a.yaml:4:23 config/wrong-value ⟦传真⟧"]],
    [
      "a hole that is none",
      obligation(GOOD, 'message: "没有{first}"'),
      ['a.yaml:4:14 config/wrong-value ⟦"没有{first}"⟧'],
    ],
    [
      "what can never be broken",
      obligation("precedence: { of: 致歉, first: [致歉, 解释] }"),
      ["a.yaml:3:23 config/never-broken ⟦致歉⟧"],
    ],
    [
      "what can never come too early",
      obligation("response: { when: 标签 愤怒, response: 致歉, before: 致歉 }"),
      ["a.yaml:3:52 config/never-broken ⟦致歉⟧"],
    ],
    [
      "the name of a rule",
      `rules:\n  - { id: one, any: 送礼品 }\n${obligation(GOOD)}`,
      ["a.yaml:4:9 config/duplicate-rule ⟦one⟧"],
    ],
    [
      "a name twice",
      `${obligation(GOOD)}  - { id: one, existence: { of: 致歉 } }\n`,
      ["a.yaml:4:11 config/duplicate-rule ⟦one⟧"],
    ],
    [
      "a bad example that is good",
      obligation(GOOD, 'examples: { bad: ["客服: 您好。"] }'),
      ['a.yaml:4:23 config/bad-example ⟦"客服: 您好。"⟧'],
    ],
    [
      "a bad example with other marks",
      obligation(GOOD, 'examples: { bad: ["客服: 请问⟦您贵姓⟧？"] }'),
      ['a.yaml:4:23 config/bad-example ⟦"客服: 请问⟦您贵姓⟧？"⟧'],
    ],
    [
      "a bad example of which it is not asked",
      obligation(GOOD, "asked: { channel: 电话 }", 'examples: { bad: ["客服: 请问您的手机号码是多少？"] }'),
      ['a.yaml:5:23 config/bad-example ⟦"客服: 请问您的手机号码是多少？"⟧'],
    ],
    [
      "a good example that is bad",
      obligation(GOOD, 'examples: { good: ["客服: 请问您的手机号码是多少？"] }'),
      ['a.yaml:4:24 config/good-example ⟦"客服: 请问您的手机号码是多少？"⟧'],
    ],
    [
      "an example that is no script",
      obligation(GOOD, "examples: { good: [请问您的手机号码是多少？] }"),
      ["a.yaml:4:24 config/damaged-example ⟦请问您的手机号码是多少？⟧"],
    ],
    [
      "marks that do not pair up",
      obligation(GOOD, 'examples: { bad: ["客服: ⟦请问您的手机号码是多少？"] }'),
      ['a.yaml:4:23 config/marks ⟦"客服: ⟦请问您的手机号码是多少？"⟧'],
    ],
    [
      "a suggestion that does not help",
      obligation(GOOD, "suggestion: 请稍等。"),
      ["a.yaml:4:17 config/deaf-suggestion ⟦请稍等。⟧"],
    ],
    [
      "a suggestion that is forbidden",
      `rules:\n  - { id: gift, any: 送礼品 }\n${obligation(GOOD, "suggestion: 非常抱歉，送礼品。")}`,
      ["a.yaml:6:17 config/forbidden-suggestion ⟦非常抱歉，送礼品。⟧"],
    ],
    [
      "an act of which none speaks",
      "acts:\n  - { act: 录音告知, patterns: 录音 }\n",
      ["a.yaml:2:12 config/unused-act ⟦录音告知⟧"],
    ],
    [
      "an act that is spelled differently",
      `acts:\n  - { act: 录音告之, patterns: 录音 }\n${obligation("existence: { of: 录音告知 }")}`,
      ["a.yaml:2:12 config/unused-act ⟦录音告之⟧", "a.yaml:5:22 config/unknown-event ⟦录音告知⟧"],
    ],
    [
      "an act with a word that is taken",
      "acts:\n  - { act: 提问, patterns: 录音 }\n",
      ["a.yaml:2:12 config/taken-act ⟦提问⟧"],
    ],
    [
      "an act of customers with a word that is taken",
      "acts:\n  - { act: 发言, speaker: customer, patterns: 录音 }\n",
      ["a.yaml:2:12 config/taken-act ⟦发言⟧"],
    ],
  ])("is told: %s", async (_, pack, expected) => expect(await problems(pack)).toEqual(expected));

  it("keeps the others at work", async () => {
    const pack = `${obligation("existence: { of: 致歉 }")}  - { id: two, existence: { of: 至歉 } }\n`;
    expect(await problems(pack)).toHaveLength(1);
    expect(await ownFindings(pack, "## 甲\n客服: 好的。\n")).toHaveLength(1);
  });

  it("says which example it was not asked of", async () => {
    const pack = obligation(GOOD, "asked: { channel: 电话 }", 'examples: { bad: ["客服: 请问您的手机号码是多少？"] }');
    const { files } = await configurationOf({ "a.yaml": pack });
    expect(files[1]!.problems[0]!.message.zh).toContain("不在 asked 里");
  });

  it("does not report what an act with a broken pattern would have allowed", async () => {
    const pack = `acts:\n  - { act: 录音告知, patterns: [通话录音, "录^音"] }\n${obligation("precedence: { of: 核实资料, first: 录音告知 }")}`;
    expect(await problems(pack)).toEqual(['a.yaml:2:35 config/pattern ⟦"录^音"⟧']);
    expect(await ownFindings(pack, "## 甲\n客服: 请问您的手机号码是多少?\n")).toEqual([]);
  });
});

describe("the schemas for editors", () => {
  const schemaOf = (name: string) => JSON.parse(readFileSync(`client/schemas/${name}.json`, "utf8"));
  const pack = schemaOf("pack");

  it("are shipped with the extension, which names them to the YAML extension", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(readFileSync(".vscodeignore", "utf8")).toContain("!client/schemas/*.json");
    for (const { url } of contributes.yamlValidation) expect(existsSync(url), url).toBe(true);
  });

  it.each(["zh", "en"])("accept what docs/%s/own-words.md shows to work", (language) => {
    const page = readFileSync(`docs/${language}/own-words.md`, "utf8");
    const packs = [...page.matchAll(/^```yaml (\S+)\n([\s\S]*?)^```$/gm)];
    expect(packs.length).toBeGreaterThan(8);
    for (const [, name, text] of packs) {
      const schema = name === "service-script.config.yaml" ? schemaOf("configuration") : pack;
      const isWrong = text!.includes("befor:");
      expect(faultsOf(parse(text!), schema).length > 0, text).toBe(isWrong);
    }
  });

  it.each([
    ["a misspelt key", "rules: [{ id: one, any: 送礼品, unles: 活动 }]", ["/rules/0/unles"]],
    ["two patterns", "obligations: [{ id: one, existence: { of: 致歉 }, absence: { of: 解释 } }]", ["/obligations/0"]],
    [
      "a count that is none",
      "obligations: [{ id: one, response: { when: 解释, response: 致歉, within: 0 } }]",
      ["/obligations/0/response/within"],
    ],
    ["an empty list", "rules: [{ id: one, any: [] }]", ["/rules/0/any"]],
    [
      "a channel that is none",
      "obligations: [{ id: one, existence: { of: 致歉 }, asked: { channel: 传真 } }]",
      ["/obligations/0/asked/channel"],
    ],
  ])("refuse %s", (_, text, faults) => expect(faultsOf(parse(text), pack)).toEqual(faults));

  it("take numbers for words, as the linter does", () => {
    expect(faultsOf(parse("rules: [{ id: one, any: [110, true] }]"), pack)).toEqual([]);
  });

  it("offer the words for what happens, and say of each key what it takes", () => {
    expect(pack.definitions.event.anyOf[0].enum).toEqual(eventWords());
    expect(pack.properties.acts.items.properties.act.anyOf[0].enum).toEqual(actWords());
    const obligation = pack.properties.obligations.items;
    for (const [key, { description }] of Object.entries<{ description?: string }>(obligation.properties))
      expect(description, key).toMatch(/[\u3400-\u9fff].*\n\n[^\u3400-\u9fff]+$/);
  });
});
