import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { Project } from "../../server/model/project.ts";
import { timelineOf } from "../../server/model/timeline.ts";
import { timelineRows } from "../../server/model/timeline-rows.ts";
import { run } from "../support/executable.ts";

const FOLDER = "test/cli/timelines";

/** What a script's timeline shows, a line a row: by when, what, and what the script writes. */
function timelineIn(text: string, language: "zh" | "en" = "zh") {
  const project = new Project();
  const document = project.set("test:", text);
  const timeline = timelineOf(project, document);
  const show = ({ due, event, entry, said, verdict, isPartial }: ReturnType<typeof timelineRows>[number]) =>
    [
      due,
      event,
      entry === undefined ? "-" : document.text.slice(entry.start, entry.end),
      ...(said === undefined ? [] : [`! ${said} ${verdict}`]),
      ...(isPartial ? ["?"] : []),
    ].join(" | ");
  const words = ({ start, end }: { start: number; end: number }) => document.text.slice(start, end);
  return {
    rows: timelineRows(timeline, language).map(show),
    ends: timeline.ends.map(({ always, sometimes }) => ({
      always: [...always].map(words),
      sometimes: [...sometimes].map(words),
    })),
  };
}

/** By hand, from the tables of the manuals. */
const STANDARDS: Readonly<Record<string, readonly string[]>> = {
  购买咨询应答: [
    "铃响3声内 | 接起 | [接起]",
    "当场 | 解答 | [事件 解答]",
    "挂机后30分钟内 | 转交信息中心 | [升级 信息中心 30分钟内]",
    // 30 minutes and 3 hours.
    "挂机后3.5小时内 | 信息中心回复 | [事件 信息中心回复]",
    "挂机后24小时内 | 回复客户 | 24小时内给您回电",
    "挂机后24小时内 | 回复客户 | [回电 24小时内]",
  ],
  投诉问题应答: [
    "铃响3声内 | 接起 | [接起]",
    "挂机后10分钟内 | 通知 | [通知 维修部 10分钟内]",
    "挂机后半小时内 | 约定回复 | 我会在半小时内给您回电",
    // 10 and 20 minutes.
    "挂机后半小时内 | 回复 | [回电 半小时内: 告知通知结果]",
    "挂机后12小时内 | 监督 | [事件 联系部门监督]",
    "挂机后24小时内 | 回访 | [回访 24小时内: 确认没有再断线]",
    "挂机后24小时内 | 回访 | [回访 24小时内]",
  ],
  用户救援: [
    "铃响3声内 | 接起 | [接起]",
    "挂机后10分钟内 | 通知 | [通知 维保单位 10分钟内: 由值班的维保员解决]",
    "挂机后半小时内 | 约定回复 | 我半小时内给您回电",
    "挂机后半小时内 | 回复 | [回电 半小时内: 告知通知结果]",
    "挂机后12小时内 | 督察 | [事件 督察]",
    "挂机后24小时内 | 回访 | [回访 24小时内]",
  ],
  购买后回访: [
    "购买后3天内 | 回访(1) | [回访(1) 购买后3天内]",
    "接通后5秒内 | 切入正题 | [事件 切入正题]",
    "下周 | 回访 | 那我们下周再联系您",
    "购买后10天内 | 回访(2) | [回访(2) 购买后10天内]",
    "购买后30天内 | 回访(3) | [回访(3) 购买后30天内]",
    "挂机后1小时内 | 转达问题 | [通知 维修部 1小时内]",
    "挂机后24小时内 | 回访解决情况 | 我会在24小时内给您回电",
    "挂机后24小时内 | 回访解决情况 | [回访 解决情况 24小时内]",
  ],
  维修后回访: [
    "维修后3天内 | 回访(1) | [回访(1) 维修后3天内]",
    "接通后10秒内 | 切入正题 | [事件 切入正题]",
    "下周 | 回访 | 那我们下周再联系您",
    "维修后10天内 | 回访(2) | [回访(2) 维修后10天内]",
    "维修后30天内 | 回访(3) | [回访(3) 维修后30天内]",
    "挂机后1小时内 | 转达问题 | [通知 维修部 1小时内]",
    "挂机后24小时内 | 回访解决情况 | 我会在24小时内给您回电",
    "挂机后24小时内 | 回访解决情况 | [回访 解决情况 24小时内]",
  ],
  餐厅服务: [
    "入座后2分钟内 | 招呼 | [事件 招呼]",
    "点饮料后4分钟内 | 上饮料 | [事件 上饮料]",
    "第一杯送上后5分钟内 | 询问加酒 | [事件 询问加酒]",
    // 4 minutes for the drinks and 4 from then on; from the seating where no drinks are wanted.
    "点饮料后8分钟内 | 询问点菜 | [事件 询问点菜] | ?",
    "入座后4分钟内 | 询问点菜 | [事件 询问点菜] | ?",
    "点菜后5分钟内 | 上小吃凉菜或酒 | [事件 上凉菜]",
    "点菜后10分钟内 | 上主菜 | [事件 上主菜 10分钟内]",
    "收盘后5分钟内 | 上甜点咖啡 | [事件 上甜点]",
    // 5 minutes for the dessert and 4 from then on; from the clearing where there is none.
    "收盘后9分钟内 | 送账单 | [事件 送账单] | ?",
    "收盘后4分钟内 | 送账单 | [事件 送账单] | ?",
    "放上现金或卡后2分钟内 | 取走现金或卡 | [事件 取走]",
  ],
};

it("has a script for each of the standards with a chain of times", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(
    Object.keys(STANDARDS)
      .map((name) => `${name}.sscript`)
      .sort(),
  );
});

it.each(Object.entries(STANDARDS))("shows what %s wants by when", (name, rows) => {
  expect(timelineIn(readFileSync(`${FOLDER}/${name}.sscript`, "utf8")).rows).toEqual(rows);
});

it("tells the ways through the call apart", () => {
  const { ends } = timelineIn(readFileSync(`${FOLDER}/投诉问题应答.sscript`, "utf8"));
  expect(ends).toEqual([
    { always: ["[接起]", "[回访 24小时内: 确认没有再断线]"], sometimes: [] },
    {
      always: [
        "[接起]",
        "我会在半小时内给您回电",
        "[通知 维修部 10分钟内]",
        "[回电 半小时内: 告知通知结果]",
        "[事件 联系部门监督]",
        "[回访 24小时内]",
      ],
      sometimes: [],
    },
  ]);
});

it("says on which ways only some calls have it", () => {
  const { ends } = timelineIn(readFileSync(`${FOLDER}/餐厅服务.sscript`, "utf8"));
  expect(ends).toHaveLength(1);
  expect(ends[0]!.sometimes).toEqual(["[事件 上饮料]", "[事件 询问加酒]", "[事件 上甜点]"]);
});

it("says what is beyond the limit, and what the script leaves out", () => {
  const { rows } = timelineIn(
    "standard: complaint response\n\n## log\nagent: I'll call you back within two hours.\n[notify the repair team within 5 minutes]\n-> end",
    "en",
  );
  expect(rows).toEqual([
    "within 10 minutes of hang-up | notification | [notify the repair team within 5 minutes] | ! within 5 minutes within",
    "within half an hour of hang-up | agreed reply | I'll call you back within two hours | ! within 2 hours longer",
    "within 3 rings | answering | -",
    "within 20 minutes of notification | reply | -",
    "within 12 hours of hang-up | supervision | -",
    "within 24 hours of hang-up | follow-up | -",
  ]);
});

it("follows detours, and steps of shared files under the standard of the script that runs them", () => {
  const project = new Project();
  project.set("file:///shared.sscript", "类型: 片段\n## 收尾\n客服: 我会在24小时内回访您。\n[挂机 客户]\n");
  const main = project.set(
    "file:///main.sscript",
    "标准: 投诉问题应答\n引用 公共: ./shared.sscript\n## 登记\n=> 公共#收尾\n-> 结束\n",
  );
  const rows = timelineRows(timelineOf(project, main), "zh").filter(({ entry }) => entry !== undefined);
  expect(rows.map(({ due, event, entry }) => [due, event, entry!.document.uri])).toEqual([
    ["挂机后24小时内", "回访", "file:///shared.sscript"],
  ]);
});

it("is printed for people, and for programs", async () => {
  const file = `${FOLDER}/用户救援.sscript`;
  const table = await run(["timeline", file]);
  expect(table.stdout).toContain("挂机后10分钟内  通知");
  expect(table.stdout).toContain("用户救援: 通知后20分钟内");
  const [report] = JSON.parse((await run(["timeline", "--format", "json", file])).stdout);
  expect(report.standards).toEqual(["用户救援"]);
  expect(report.entries[1]).toEqual({
    kind: "action",
    line: 11,
    text: "[通知 维保单位 10分钟内: 由值班的维保员解决]",
    due: "挂机后10分钟内",
    event: "通知",
    verdict: "within",
    isPartial: false,
    source: "用户救援",
    limit: "挂机后10分钟内",
  });
  expect((await run(["timeline", "--format", "xml", file])).code).toBe(2);
});
