import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { XMLValidator } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { EXECUTABLE, run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const HOSTILE = [
  '# <script>alert(1)</script> & "quotes" ](x)',
  "## 开场\u202e",
  "客户: </script><img src=x onerror=alert(1)> {姓} `code` *bold* [link](javascript:alert(1))",
  `客服: ${"长".repeat(100_000)}`,
  '? "好"吗|<b>',
  "- 好]] --> 结束 -> 结束",
  "- 不好",
  "  客服: 抱歉。",
  "",
].join("\n");

const exported = async (format: string, text = HOSTILE) => {
  const path = folder({ "a.sscript": text });
  return execFileSync(process.execPath, [EXECUTABLE, "export", "--format", format, join(path, "a.sscript")], {
    encoding: "utf8",
    maxBuffer: 100_000_000,
  });
};

describe("export", () => {
  it("draws a picture that is well-formed and holds no markup of the script", async () => {
    const svg = await exported("svg");
    expect(XMLValidator.validate(svg)).toBe(true);
    expect(svg).not.toMatch(/<script|<img|onerror="|javascript:[^a]/);
    expect(svg).not.toContain("\u202e");
  });

  it("writes a text in which nothing of the script is markup", async () => {
    const markdown = await exported("markdown");
    expect(markdown).toContain("\\<script\\>");
    expect(markdown).not.toMatch(/(?<!\\)<img|(?<!\\)\[link/);
    expect(markdown).toContain("- **不好** ↓");
  });

  it("writes a text in which a question's answers stand as in the script, and what follows is said once", async () => {
    const text =
      "## 甲\n客服: 您好。\n? 换吗\n- 换 -> 结束\n- 不换\n  客服: 好的。\n客服: 再见。\n? 满意吗\n- 满意\n- 不满意\n";
    expect(await exported("markdown", text)).toBe(
      [
        "# \n\n## 甲\n\n**客服**: 您好。\n\n**换吗?**\n\n- **换** → 结束\n- **不换** ↓\n\n### 不换\n\n**客服**: 好的。",
        "- ↓\n\n**客服**: 再见。\n\n**满意吗?**\n\n- **满意** → 结束\n- **不满意** → 结束\n",
      ].join("\n\n"),
    );
  });

  it("writes charts in which nothing of the script ends a label", async () => {
    for (const line of (await exported("mermaid")).trim().split("\n").slice(1))
      expect(line).toMatch(/^ {2}n\d+(?:(?:\[|\{|\(\[)"[^"<>]*"(?:\]|\}|\]\))| (?:-->|-\.->)(?:\|"[^"<>]*"\|)? n\d+)$/);
    for (const line of (await exported("dot")).split("\n").filter((text) => text.includes("label=")))
      expect(line).toMatch(/label="(?:[^"\\]|\\.)*"[,\]]/);
  });

  it("lists branches as the script does, with what is due on the way, and what stands above the steps", async () => {
    const text = [
      "# 报修",
      "负责人: 培训部",
      "标准: 投诉问题应答",
      "> 只用于报修电话。",
      "",
      "## 开场",
      "? 能修吗",
      "- 能 -> 收尾",
      "- 不能",
      "  客服: 我会在半小时内给您回电。",
      "- 不知道 -> 结束",
      "",
      "## 收尾",
      "客服: 再见。",
      "",
    ].join("\n");
    const markdown = await exported("markdown", text);
    expect(markdown).toContain("- **负责人**: 培训部\n\n*只用于报修电话。*");
    expect(markdown.match(/^- \*\*(?:能|不能|不知道)\*\*/gm)).toEqual(["- **能**", "- **不能**", "- **不知道**"]);
    expect(markdown).toContain("→ 收尾 (约定回复 挂机后半小时内)");
    for (const format of ["mermaid", "dot"]) {
      const labels = [...(await exported(format, text)).matchAll(/(?:\||label=)"(能|不能|不知道|约定.*?)"/g)];
      expect(labels.map(([, label]) => label)).toEqual(["能", "不能", "不知道", "约定回复 挂机后半小时内"]);
    }
  });

  it("makes a page that runs its own program and nothing of the script", async () => {
    const page = await exported("html");
    const data = page.slice(page.indexOf('<script type="application/json"'));
    expect(data.slice(0, data.indexOf("</script>"))).not.toContain("<img");
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).toMatch(/default-src &#39;none&#39;; script-src &#39;sha256-[A-Za-z0-9+/=]{44}&#39;/);
    expect(page).not.toMatch(/https?:\/\/(?!www\.w3\.org)[^"' ]*\.(?:js|css|woff)/);
  });

  it("carries what a script borrows, but not where it lay", async () => {
    const path = folder({
      "主.sscript": "# 主\n引用 公共: ./公共.sscript\n\n## 一\n=> 公共#接听\n",
      "公共.sscript": "# 公共\n类型: 片段\n\n## 接听\n客服: 您好,这里是服务中心。\n",
    });
    const page = execFileSync(process.execPath, [EXECUTABLE, "export", join(path, "主.sscript")], {
      encoding: "utf8",
      maxBuffer: 100_000_000,
    });
    expect(page).toContain("您好,这里是服务中心。");
    expect(page).not.toContain(path);
  });

  it("writes each of several scripts into a folder, and only there", async () => {
    const path = folder({ "a.sscript": "## 一\n客服: 您好。\n", "b.sscript": "## 一\n客服: 您好。\n" });
    const refused = await run(["export", "--format", "svg", path]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain("--out");
    const out = mkdtempSync(join(tmpdir(), "export-"));
    const { code } = await run(["export", "--format", "svg", "--out", out, path]);
    expect(code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(["a.svg", "b.svg"]);
    expect(readFileSync(join(out, "a.svg"), "utf8")).toContain("您好。");
  });

  it("leaves alone what is there already, the script itself too", async () => {
    const path = folder({ "a.sscript": "## 一\n客服: 您好。\n", "out/a.md": "我的笔记" });
    const { code, stderr } = await run([
      "export",
      "--format",
      "markdown",
      "--out",
      join(path, "out"),
      join(path, "a.sscript"),
    ]);
    expect(code).toBe(2);
    expect(stderr).toContain("已经有这个文件");
    expect(readFileSync(join(path, "out/a.md"), "utf8")).toBe("我的笔记");
  });

  it("says what it does not know", async () => {
    expect((await run(["export", "--format", "pdf", "x.sscript"])).code).toBe(2);
    expect((await run(["export", "--theme", "pink", "x.sscript"])).code).toBe(2);
    expect((await run(["export"])).code).toBe(2);
  });
});
