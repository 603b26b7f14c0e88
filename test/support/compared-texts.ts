import { comparisonFlow } from "../../server/export/comparison.ts";
import { compareScripts } from "../../server/model/comparison.ts";
import { Project } from "../../server/model/project.ts";
import type { CallFlow } from "../../server/protocol.ts";

/** What changed between two versions of a script alone, as a picture. */
export function comparedTexts(before: string, after: string, language: "zh" | "en"): CallFlow {
  const [old, now] = twoVersions(before, after);
  return comparisonFlow({ before: old, after: now, comparison: compareScripts(old, now) }, language);
}

/** Two versions of a script, each alone in a project of its own. */
export function twoVersions(before: string, after: string) {
  return [version(before), version(after)] as const;
}

function version(text: string) {
  const project = new Project();
  return { project, document: project.set("memory:/main.sscript", text) };
}

/** A call with a branch, two steps and a promise that an action keeps. */
export const REPAIR = `# 报修
## 受理
客服: 非常抱歉,给您添麻烦了。您先说说当时的情况,好吗?
客户: 水管漏了。
? 今天能上门吗
- 能 -> 登记
- 不能
  客服: 师傅今天排满了,明天上午十点前给您打电话约时间。
  -> 结束

## 登记
客服: 为了安排师傅,请问您的地址是哪里?
客户: 幸福里三栋。
客服: 我会在半小时内给您回电,告诉您师傅几点到。您看可以吗?
[回电 半小时内: 告知师傅几点到]
-> 结束
`;
