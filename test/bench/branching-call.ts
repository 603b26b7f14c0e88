import { generator, picker } from "./random.ts";

/**
 * A call as they are: mostly a line of steps, some with branches that rejoin, some from which a customer leaves for a
 * step a little further on, and now and then a jump far away or to the end.
 */
export function branchingCall(steps: number): string {
  const random = generator(steps);
  const pick = picker(random);
  const name = (step: number) => (step < steps ? `步骤${step}` : "结束");
  const bodies = Array.from({ length: steps }, (_, step) => {
    const lines = [`## ${name(step)}`, "客服: 请问您还方便吗?"];
    const kind = random();
    if (kind < 0.25) lines.push("? 方便吗", "- 方便", "  客服: 好的。", "- 不方便", "  客服: 那我换个时间。");
    else if (kind < 0.5) lines.push("? 接着说吗", "- 接着说", `- 跳过 -> ${name(step + pick([2, 3, 4]))}`);
    else if (kind < 0.6)
      lines.push("? 还要办吗", "- 要", `- 不要 -> ${name(pick([steps, Math.floor(random() * steps)]))}`);
    return lines.join("\n");
  });
  return `# 很长的通话\n渠道: 电话\n\n${bodies.join("\n\n")}\n-> 结束\n`;
}
