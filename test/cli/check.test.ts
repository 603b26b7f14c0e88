import { describe, expect, it } from "vitest";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const SCRIPT = `# 报修
变量 姓氏: 客户的姓
## 开场
客服: 您好,这里是维修中心,请问有什么可以帮您?
客户: 水管漏了。
客服: 非常抱歉,给您添麻烦了。您的意思是,厨房的水管在漏,对吗?
客户: 对。
## 登记
客服: 为了安排师傅,请问您贵姓,地址是哪里?
客户: 我姓{姓氏}。
客服: {姓氏}先生,我会在半小时内给您回电,告诉您师傅几点到。您看可以吗?
客户: 可以。
## 收尾
客服: 谢谢您打来电话,祝您顺利。再见。
-> 结束
`;
const CALL = [
  ["客服", "您好，这里是维修中心，请问有什么可以帮您？"],
  ["客户", "水管漏了，电话13812345678。"],
  ["客服", "真对不起，给您添麻烦了。您的意思是，厨房的水管在漏，是吗？"],
  ["客户", "对。"],
  ["客服", "你自己怎么不早点说？"],
  ["客服", "张先生，我会在三小时内给您回电，告诉您师傅几点到。您看可以吗？"],
  ["客户", "可以。"],
  ["客服", "谢谢您打来电话，祝您顺利。再见。"],
] as const;
const text = (call: readonly (readonly [string, string])[] = CALL) =>
  call.map(([who, words]) => `${who}: ${words}\n`).join("");

describe("service-script check", () => {
  it("tells what was left out, reworded, promised otherwise and should not be said, and ends with 1", async () => {
    const cwd = folder({ "报修.sscript": SCRIPT, "通话.txt": text() });
    const { code, stdout } = await run(["check", "通话.txt", "--against", "报修.sscript"], {}, cwd);
    expect(code).toBe(1);
    expect(stdout).toContain("走的路：开场 → 登记 → 收尾");
    expect(stdout).toContain("没有说\n    话术第 9 行 为了安排师傅");
    expect(stdout).toMatch(/换了说法.*\n +通话第 3 行，话术第 6 行 \d\d%/);
    expect(stdout).toMatch(/承诺不一样\n +通话第 6 行 话术：回电（半小时内） → 通话：回电（(三|3)小时内）/);
    expect(stdout).toMatch(/不该说的话\n +通话第 5 行 .*forbidden\/\w+/);
    expect((await run(["check", "通话.txt", "--against", "报修.sscript", "--exit-zero"], {}, cwd)).code).toBe(0);
  });

  it("ends with 0 where everything was said, whatever the variables hold", async () => {
    const whole = SCRIPT.split("\n")
      .filter((line) => /^客[服户]/.test(line))
      .join("\n")
      .replaceAll("{姓氏}", "欧阳");
    const cwd = folder({ "报修.sscript": SCRIPT, "通话.txt": whole });
    const { code, stdout } = await run(["check", "通话.txt", "--against", "报修.sscript"], {}, cwd);
    expect(stdout).toContain("说到了 100%");
    expect(stdout).toContain("都照话术说了");
    expect(code).toBe(0);
  });

  it("reads tables and JSON as it reads text, with speakers by name", async () => {
    const named = CALL.map(([who, words]) => [who === "客服" ? "小张" : "来电", words] as const);
    const cwd = folder({
      "报修.sscript": SCRIPT,
      "a.txt": text(named),
      "b.csv": `说话人,话语\n${named.map(([who, words]) => `${who},"${words}"`).join("\n")}\n`,
      "c.tsv": named.map(([who, words]) => `${who}\t${words}`).join("\n"),
      "d.json": JSON.stringify(named.map(([speaker, words]) => ({ speaker, text: words }))),
      "e.json": JSON.stringify({ messages: named.map(([role, content]) => ({ role, content })) }),
    });
    const reports = [];
    for (const file of ["a.txt", "b.csv", "c.tsv", "d.json", "e.json"]) {
      const words = ["check", file, "--against", "报修.sscript", "--format", "json"];
      const { stdout, code } = await run([...words, "--speaker", "小张=客服", "--speaker", "来电=客户"], {}, cwd);
      expect(code).toBe(1);
      const { lines, promises, offences, followed, scripted } = JSON.parse(stdout);
      expect([followed, scripted, promises.length, offences.length > 0]).toEqual([4, 5, 1, true]);
      reports.push(lines.map(({ fate }: { fate: string }) => fate));
    }
    expect(new Set(reports.map((fates) => JSON.stringify(fates))).size).toBe(1);
    expect(reports[0]).toEqual(["same", "reworded", "left-out", "extra", "reworded", "same"]);
  });

  it("masks private data in every output", async () => {
    const call = `${text()}客户: 身份证110101199003077571，手机一三八零零一二三四五六，邮箱li.na@163.com。\n客服: 您的卡号6222 0212 3456 7890 123，对吗？\n客服: 您的护照号是多少？\n客户: E12345678\n`;
    const cwd = folder({ "报修.sscript": SCRIPT, "通话.txt": call });
    for (const format of ["readable", "json"]) {
      const words = ["check", "通话.txt", "--against", "报修.sscript", "--format", format];
      const { stdout } = await run([...words, "--mask"], {}, cwd);
      expect(stdout).toContain("[卡号]");
      expect(stdout).not.toMatch(/13812345678|110101|一三八零|li\.na|6222|E12345678/);
      expect((await run(words, {}, cwd)).stdout).toContain("6222 0212");
    }
  });

  it("ends with 2 for a speaker whom nobody knows, a record without turns, and a script that is none", async () => {
    const cwd = folder({
      "报修.sscript": SCRIPT,
      "a.txt": text([["小张", "您好"]]),
      "b.csv": "说话人,别的\n客服,您好\n",
      "c.json": "{",
      "d.json": '{"a": 1}',
      "e.txt": "",
      "f.txt": text(),
    });
    for (const [file, said] of [
      ["a.txt", "“小张”是谁"],
      ["b.csv", "列名"],
      ["c.json", "JSON"],
      ["d.json", "列表"],
      ["e.txt", "没有人说话"],
      ["missing.txt", "找不到"],
    ]) {
      const { code, stdout, stderr } = await run(["check", file!, "--against", "报修.sscript"], {}, cwd);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain(said);
    }
    expect((await run(["check", "f.txt", "--against", "f.txt"], {}, cwd)).code).toBe(2);
    expect((await run(["check", "f.txt"], {}, cwd)).code).toBe(2);
    expect((await run(["check", "f.txt", "--against", "报修.sscript", "--speaker", "x"], {}, cwd)).code).toBe(2);
  });

  it("speaks English", async () => {
    const cwd = folder({
      "repair.sscript": "# Repair\n## Start\nagent: Good morning, how can I help you?\ncustomer: It leaks.\n-> end\n",
      "call.txt": "Agent 7: Good morning. How can I help you?\nCaller: It leaks.\n",
    });
    const { code, stdout } = await run(
      ["check", "call.txt", "--against", "repair.sscript"],
      { LC_ALL: "en_GB.UTF-8" },
      cwd,
    );
    expect(stdout).toContain("100% said: of the agent's 1 line on this way, 1 was said");
    expect(code).toBe(0);
  });
});
