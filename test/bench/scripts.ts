import { generator, picker } from "./random.ts";

/** Makes a script of about `lines` lines from a seed: the same seed gives the same text. Steps are of twenty lines. */
export function generateScript(lines: number, seed = 1): string {
  const random = generator(seed);
  const pick = picker(random);
  const out = ["# 生成的话术", "渠道: 电话", "场景: 投诉", ""];
  for (let step = 0; out.length < lines; step++) {
    out.push(`## 步骤${step}`);
    for (let line = 0; line < 6; line++) {
      const number = Math.floor(random() * 1_000_000);
      out.push(`${pick(CUSTOMER)}${number}。`, `${pick(AGENT)}${number}。`);
    }
    out.push(
      `? 第${step}个问题`,
      "- 能",
      `  ${pick(AGENT)}好的。`,
      `- 不能 -> 步骤${Math.max(0, step - 3)}`,
      "[记录 情况]",
      "",
    );
  }
  return `${out.join("\n")}\n`;
}

const CUSTOMER = [
  "客户: 我的手机一接电话就断线,今天第",
  "客户(着急): 你们什么时候能修好,我的单号是",
  "客户: 好的,我再试一次,编号是",
];
const AGENT = [
  "客服: 非常抱歉,给您添麻烦了,您的受理编号是",
  "客服: 您的意思是室外也会断,对吗?我记下的编号是",
  "客服: 我会在半小时内给您回电,说明处理结果,编号是",
  "客服: 请您稍等,我帮您查询一下编号",
];

/** A call of so many steps, mostly one after the other, with choices that meet again, jumps and times. */
export function generateSteps(count: number): string {
  const steps = Array.from({ length: count }, (_, step) => {
    const turns = `客户: 第${step}件事也请你们看一下。\n客服: 好的,我来为您查询,请您稍等一下,大约两分钟就好。\n[等候 2分钟: 查询]\n客服: 感谢您的等候,已经查到了。`;
    const choice =
      step % 5 === 4
        ? `\n? 可以吗\n- 可以\n  客服: 那我现在就为您办理。\n- 不可以 -> 步骤${Math.min(count - 1, step + 2)}`
        : "";
    return `## 步骤${step}\n${turns}${choice}\n`;
  });
  return `# 很长的话术\n渠道: 电话\n场景: 咨询\n标准: 投诉问题应答\n\n${steps.join("\n")}`;
}
