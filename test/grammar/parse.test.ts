import { describe, expect, it } from "vitest";
import { parse, ScriptReader } from "../../grammar/index.ts";
import { shape } from "../support/shape.ts";

/** Parses a script and compares its tree and errors. */
function check(text: string, expected: string): void {
  expect(shape(text, parse(text))).toBe(expected.trim().replace(/^ {4}/gm, ""));
}

describe("a script in Chinese and the same in English", () => {
  it("has its fields, steps, turns, choices, actions and jumps", () =>
    check(
      `# 通话断线投诉
渠道: 电话
场景: 投诉
角色 班长: 同事
> 适用于现场不能恢复的情况。

## 开场
时限 回复: 20分钟内
客户(着急): 我的手机一接就断线!
客服(确认): 您的意思是室外也断,对吗?
? 能当场判断原因吗
- 能 -> 当场处理
- 不能(拒绝)
  客服: 我查一下,请您稍等。
  [等候 2分钟: 查询网络]
  -> 登记

## 登记
=> 公共#收尾
[挂机 客户]
-> 结束`,
      `
    title 通话断线投诉
    field channel 电话
    field scenario 投诉
    field role[班长] 同事
    note 适用于现场不能恢复的情况。
    step 开场
      field sla[回复] 20分钟内
      customer 客户(anxious): 我的手机一接就断线!
      agent 客服(confirm): 您的意思是室外也断,对吗?
      choices ? 能当场判断原因吗
      - 能 -> 当场处理
      - 不能(refuse)
        agent 客服: 我查一下,请您稍等。
        [hold|2分钟|查询网络]
        jump 登记
    step 登记
      detour 公共#收尾
      [hang-up|客户|]
      jump END(结束)`,
    ));

  it("reads the English keywords in any letter case", () =>
    check(
      `# Dropped calls
Channel: phone
ROLE supervisor: colleague

## Opening
CUSTOMER (Angry, complaint): Again!
Agent Anna(confirm, to supervisor): Is he right?
[Hold 2 minutes: check the network]
? Can it be fixed now
- yes -> fixed
- no -> End`,
      `
    title Dropped calls
    field channel phone
    field role[supervisor] colleague
    step Opening
      customer CUSTOMER(angry,complaint): Again!
      agent Agent Anna(confirm) to supervisor: Is he right?
      [hold|2 minutes|check the network]
      choices ? Can it be fixed now
      - yes -> fixed
      - no -> END(End)`,
    ));
});

describe("what Chinese input methods write", () => {
  it("takes full-width signs, arrows and traditional keywords for the same", () =>
    check(
      `＃ 標題
場景：投訴
＃＃ 開場
客戶（憤怒、投訴）：又斷線！
？能處理嗎
－ 能 → 結束
— 不能
　　客服：好的。
【掛機 客戶】
-》開場
》說明
／／ 註解`,
      `
    title 標題
    field scenario 投訴
    step 開場
      customer 客戶(angry,complaint): 又斷線！
      choices ? 能處理嗎
      - 能 -> END(結束)
      - 不能
        agent 客服: 好的。
      [hang-up|客戶|]
      jump 開場
      note 說明`,
    ));

  it("reads CRLF, CR, tabs, a byte order mark and a missing last newline", () =>
    check(
      "\ufeff## 开场\r\n- 能\r\n\t客服: 好。\r-> 结束",
      `
    step 开场
      choices
      - 能
        agent 客服: 好。
      jump END(结束)`,
    ));

  it("takes a margin for none when every line has it", () =>
    check(
      "　　## 开场\n　　客服: 您好。\n　　- 能 -> 结束\n　　- 不能\n　　　　客服: 请讲。\n",
      `
    step 开场
      agent 客服: 您好。
      choices
      - 能 -> END(结束)
      - 不能
        agent 客服: 请讲。`,
    ));
});

describe("spoken text is never read as anything else", () => {
  it("keeps signs, arrows, colons and brackets in it", () =>
    check(
      "## 开场\n客服: 请按#号键 [1],看 https://example.com/a->b // 1:30 前\n- 说A\\->B\n- > 3天\n",
      `
    step 开场
      agent 客服: 请按#号键 [1],看 https://example.com/a->b // 1:30 前
      choices
      - 说A\\->B
      - > 3天`,
    ));

  it("joins deeper lines to the turn, over blank lines and comments", () =>
    check(
      "## 开场\n客服: 您好,\n  这里是服务中心。\n\n  // 语气平和\n  - 请讲 -> 好\n客户: 嗯",
      `
    step 开场
      agent 客服: 您好, / 这里是服务中心。 / - 请讲 -> 好
      customer 客户: 嗯`,
    ));

  it("says so when such a line looks like one of its own", () =>
    check(
      "## 开场\n客户: 您好\n  客服: 请讲",
      `
    step 开场
      customer 客户: 您好
      agent 客服: 请讲
    !own-line @客服: 请讲`,
    ));

  it("reads such lines where they seem to belong, and tells the first of a run", () =>
    check(
      "角色 班长: 同事\n## 开场\n- 能\n  客户: 您好\n    班长: 请讲\n      慢慢说\n    [等候 1分钟]\n    客户(着急: 嗯\n  客服: 好\n    -> 结束",
      `
    field role[班长] 同事
    step 开场
      choices
      - 能
        customer 客户: 您好
        colleague 班长: 请讲 / 慢慢说
        [hold|1分钟|]
        customer 客户(anxious): 嗯
        agent 客服: 好
        jump END(结束)
    !own-line @班长: 请讲
    !own-line @-> 结束`,
    ));
});

describe("targets, choices and depth", () => {
  it("takes the last arrow of a choice for its target", () =>
    check(
      '## 开场\n- 说"A->B" -> 登记\n- 好 ->\n- (同意) -> 结束',
      `
    step 开场
      choices
      - 说"A->B" -> 登记
      - 好 -> …
      - …(agree) -> END(结束)
    !missing-target @->`,
    ));

  it("nests choices by depth and continues behind the group", () =>
    check(
      "## 开场\n- 一\n  - 甲\n    客服: 甲。\n  - 乙\n- 二 -> 结束\n客服: 完。",
      `
    step 开场
      choices
      - 一
        choices
        - 甲
          agent 客服: 甲。
        - 乙
      - 二 -> END(结束)
      agent 客服: 完。`,
    ));

  it("gives a second question a group of its own", () =>
    check(
      "## 开场\n? 甲\n- 是 -> 结束\n? 乙\n- 是 -> 结束",
      `
    step 开场
      choices ? 甲
      - 是 -> END(结束)
      choices ? 乙
      - 是 -> END(结束)`,
    ));
});

describe("actions", () => {
  it("finds verb, object and reason, also without spaces and with a time of day", () =>
    check(
      "## 登记\n[通知维修部10分钟内]\n[回电 今天17:00前: 告知结果]\n[升级]\n【等候】",
      `
    step 登记
      [notify|维修部10分钟内|]
      [call-back|今天17:00前|告知结果]
      [escalate||]
      [hold||]`,
    ));

  it("names what is wrong with one", () =>
    check(
      "## 登记\n[挂机]\n[holding on]\n[]\n[记录] 谢谢\n[等候 2分钟",
      `
    step 登记
      [hang-up||]
      [?|holding on|]
      [?||]
      [record||]
      [hold|2分钟|]
    !hang-up-by-whom @[挂机]
    !unknown-action @holding on
    !unknown-action @[]
    !text-after-action @谢谢
    !unclosed-bracket @`,
    ));
});

describe("one damaged line is one error, and nothing else is lost", () => {
  it.each([
    ["no speaker", "请问您贵姓", "!no-speaker @请问您贵姓"],
    ["an unclosed parenthesis", "客户(着急: 又断了", "!unclosed-parenthesis @"],
    ["a stray field", "owner: I want my money back", "!misplaced-field @owner: I want my money back"],
    ["an unknown speaker", "班长: 您好", "!unknown-speaker @班长"],
    ["an unknown label", "客户(暴躁): 快点", "!unknown-label @暴躁"],
    ["a question without choices", "? 能处理吗", "!decision-without-choices @? 能处理吗"],
    ["an arrow to nowhere", "->", "!missing-target @->"],
  ])("%s", (_, line, error) => {
    const text = `# 标题\n\n## 开场\n客服: 您好。\n${line}\n客户: 嗯。\n\n## 登记\n- 好 -> 结束\n`;
    const lines = shape(text, parse(text)).split("\n");
    expect(lines.filter((each) => each.startsWith("!"))).toEqual([error]);
    for (const kept of ["  agent 客服: 您好。", "  customer 客户: 嗯。", "step 登记", "  - 好 -> END(结束)"])
      expect(lines).toContain(kept);
  });

  it("never takes an unknown speaker for the agent, and a misspelt field for a speaker", () => {
    check(
      "# 标题\n渠到: 电话\n\n## 开场\n班长: 您好",
      `
    title 标题
    field ? 电话
    step 开场
      unknown 班长: 您好
    !unknown-field @渠到
    !unknown-speaker @班长`,
    );
  });

  it("takes a known word with a name for that role, also without a space, and nobody else", () =>
    check(
      "## 开场\n客服小王: 您好\n坐席02: 请讲\n客户A: 嗯\n客户经理: 好",
      `
    step 开场
      agent 客服小王: 您好
      agent 坐席02: 请讲
      customer 客户A: 嗯
      unknown 客户经理: 好
    !unknown-speaker @客户经理`,
    ));

  it("keeps what is said where only the colon is missing", () =>
    check(
      "## 开场\n客服 谢谢,请稍等。\n客户；好\n客户",
      `
    step 开场
      agent 客服: 谢谢,请稍等。
      customer 客户: 好
    !speaker-without-colon @客服
    !speaker-without-colon @客户
    !speaker-without-colon @客户`,
    ));

  it("asks who a speaker is once, however often they speak", () =>
    check(
      "## 开场\n房东: 您好\n客户: 嗯\n房东: 请讲",
      `
    step 开场
      unknown 房东: 您好
      customer 客户: 嗯
      unknown 房东: 请讲
    !unknown-speaker @房东`,
    ));

  it("reports headings: reserved, nameless, deep, second title", () =>
    check(
      "# 甲\n## 结束\n##\n### 登记\n# 乙",
      `
    title 甲
    step 结束
    step …
    step 登记
    !reserved-step-name @结束
    !empty-step-name @##
    !deep-heading @### 登记
    !second-title @# 乙`,
    ));

  it("reports a branch that was not indented", () =>
    check(
      "## 开场\n- 能\n客服: 好的。\n- 不能 -> 结束",
      `
    step 开场
      choices
      - 能
        agent 客服: 好的。
      - 不能 -> END(结束)
    !unindented-branch @客服: 好的。`,
    ));

  it("reads all lines of such a branch as its own, up to the next choice, and of the last one the first", () =>
    check(
      "## 开场\n? 能等吗\n- 能\n客服: 好的。\n客户: 谢谢。\n-> 结束\n- 不能\n[记录: 改天再打]\n客服: 再见。",
      `
    step 开场
      choices ? 能等吗
      - 能
        agent 客服: 好的。
        customer 客户: 谢谢。
        jump END(结束)
      - 不能
        [record||改天再打]
      agent 客服: 再见。
    !unindented-branch @客服: 好的。
客户: 谢谢。
-> 结束
    !unindented-branch @[记录: 改天再打]`,
    ));

  it("leaves what is common to choices outside of them", () =>
    check(
      "## 开场\n- 能\n- 不能\n客服: 好的。\n? 还有吗\n- 有 -> 开场",
      `
    step 开场
      choices
      - 能
      - 不能
      agent 客服: 好的。
      choices ? 还有吗
      - 有 -> 开场
    !unindented-branch @客服: 好的。`,
    ));

  it("passes over a table, and reads on behind it", () =>
    check(
      '## 开场\n步骤\t角色\t话术\n核实\t客服\t"请问：\n您贵姓？"\n客服: 您好。',
      `
    step 开场
      agent 客服: 您好。
    !pasted-table @步骤\t角色\t话术
核实\t客服\t"请问：
您贵姓？"`,
    ));

  it("reads lines behind bullets, boxes and numbers as what they are", () =>
    check(
      "## 开场\n（1）客服: 您好。\n  请讲。\n□ 查到了 -> 结束\n√ [记录: 要求]\n二、客户: 谢谢。",
      `
    step 开场
      agent 客服: 您好。 / 请讲。
      choices
      - 查到了 -> END(结束)
      [record||要求]
      customer 二、客户: 谢谢。
    !numbered-line @（1）
    !bulleted-choice @□ 
    !numbered-line @√ 
    !numbered-line @二、`,
    ));
});

describe("records of calls", () => {
  it("has no headings when it is told to be one", () => {
    const text = "客服: 您好\n客户: 我住\n#3楼\n## 东边\n客服: 好";
    expect(shape(text, parse(text, new ScriptReader({ transcript: true })))).toBe(
      "transcript\nstep (unnamed)\n  agent 客服: 您好\n  customer 客户: 我住 / #3楼 / ## 东边\n  agent 客服: 好",
    );
  });

  it("is what is left of a script that loses its title and its only heading: no turn is lost", () => {
    const turns = "客服: 您好。\n客户: 又断了。\n";
    check(
      `# 断线\n\n${turns}`,
      "title 断线\n    step (unnamed)\n      agent 客服: 您好。\n      customer 客户: 又断了。",
    );
    check(turns, "transcript\n    step (unnamed)\n      agent 客服: 您好。\n      customer 客户: 又断了。");
  });

  it("need neither title nor step, may have times, and go on without a speaker", () =>
    check(
      "10:02 客服: 您好\n请讲\n[10:02:31] 客户: 断线\n2026-03-01 10:03 客服: 好",
      `
    transcript
    step (unnamed)
      10:02 agent 客服: 您好 / 请讲
      [10:02:31] customer 客户: 断线
      2026-03-01 10:03 agent 客服: 好`,
    ));
});
