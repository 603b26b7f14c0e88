import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

/** A script in a folder whose configuration has something to say of it, and the same in a folder without any. */
function teams(configuration: string, script: string, named: Readonly<Record<string, string>> = {}) {
  const beside = Object.entries({ ...named, "service-script.config.yaml": configuration, "a.sscript": script });
  const at = folder({
    "没有/a.sscript": script,
    ...Object.fromEntries(beside.map(([name, text]) => [`有/${name}`, text])),
  });
  return { at, configured: join(at, "有/a.sscript"), plain: join(at, "没有/a.sscript") };
}

/** What a command prints about the configured and about the plain script. */
async function printed(args: readonly string[], { at, configured, plain }: ReturnType<typeof teams>) {
  const told = async (script: string) => {
    const { stdout } = await run([...args, script, "--language", "zh"], {}, at);
    return stdout.replaceAll(script, "a.sscript");
  };
  return { configured: await told(configured), plain: await told(plain) };
}

const STANDARD = `standards:
  - id: refund-response
    zh: 退款应答
    events: [打款]
    limits:
      - { event: 打款, limit: 挂机后2个工作日内 }
`;

describe("a command that reads scripts follows what is configured for each", () => {
  it("export marks what the organisation forbids, at the levels that it sets", async () => {
    const rules = teams("rules:\n  forbidden/brush-off: off\n", "## 一\n客服: 这个我不清楚。\n");
    const picture = await printed(["export", "--format", "svg"], rules);
    expect(picture.plain).toContain("不清楚”等于把客户打发走");
    expect(picture.configured).not.toContain("打发走");
    const words = teams("lexicons: [禁语.csv]\n", "## 一\n客服: 亲,您好。\n", {
      "禁语.csv": "禁语,理由\n亲,不够庄重\n",
    });
    const own = await printed(["export", "--format", "svg"], words);
    expect(own.configured).toContain("不够庄重");
    expect(own.plain).not.toContain("不够庄重");
  });

  it("timeline counts from the organisation's standards", async () => {
    const told = await printed(
      ["timeline"],
      teams(STANDARD, "标准: 退款应答\n\n## 一\n客服: 您好。\n[事件 打款]\n-> 结束\n"),
    );
    expect(told.configured).toContain("挂机后2个工作日内");
    expect(told.plain).not.toContain("2个工作日");
  });
});

describe("a configuration that is broken", () => {
  const broken = folder({
    "service-script.config.yaml": "rules:\n  sla/vage: error\n",
    "a.sscript": "## 一\n客服: 您好。\n客户: 好。\n-> 结束\n",
    "通话.txt": "客服: 您好。\n客户: 好。\n",
    "话语.csv": "话语,类别\n您好。,礼貌\n",
  });

  it.each([
    ["lint", "a.sscript"],
    ["export", "--format", "svg", "a.sscript"],
    ["timeline", "a.sscript"],
    ["paths", "a.sscript"],
    ["stats", "a.sscript"],
    ["impact", "一", "a.sscript"],
    ["diff", "a.sscript", "a.sscript"],
    ["check", "通话.txt", "--against", "a.sscript"],
    ["test", "话语.csv"],
    ["format", "--check", "."],
    ["config", "--print"],
    ["standards"],
  ])("is told by %s, with the line, and the command ends with 2", async (...args) => {
    const { code, stdout, stderr } = await run(args, {}, broken);
    expect(code).toBe(2);
    expect(stdout + stderr).toMatch(/service-script\.config\.yaml(:2: |\n\n错误 2:3 )没有叫“sla\/vage”的规则/);
  });
});

describe("what the configuration leaves out", () => {
  const at = folder({
    "service-script.config.yaml": "ignore: [旧/**]\n",
    "旧/a.sscript": "##一\n客服: 您好。\n",
    "新/b.sscript": "##一\n客服: 您好。\n",
  });

  it("is neither linted nor brought into form", async () => {
    expect((await run(["lint", "--format", "json", "."], {}, at)).stdout).not.toContain("旧");
    expect((await run(["format", "--check", "."], {}, at)).stdout).toBe(
      `${join("新", "b.sscript")}: 写法要统一：service-script format --write\n`,
    );
  });

  it("is told where nothing else is there, or where it is named", async () => {
    for (const command of [["lint"], ["format", "--check"]]) {
      expect(await run([...command, "旧"], {}, at)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining("一份也没有检查"),
      });
      expect((await run([...command, join("旧", "a.sscript")], {}, at)).stderr).toContain("没有检查：配置里的 ignore");
    }
  });
});
