import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { diskFiles } from "../../server/lsp/disk-files.ts";
import { isInside } from "../../server/model/inside.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const SECRET = "## 秘密\n客服: 这个我不清楚，口令是四零二一。\n";

describe("what somebody sent reaches no further than its folder", () => {
  it.each([
    ["a script that is a link", "a.sscript", "## 开场\n客服: 您好。\n"],
    ["an import that is a link", "b.txt", "引用 外: ./b.txt\n\n## 开场\n客服: 您好。\n=> 外#秘密\n"],
  ])("%s", async (_, link, script) => {
    const path = folder({ "secret.sscript": SECRET, "sent/main.sscript": script });
    symlinkSync(join(path, "secret.sscript"), join(path, "sent", link));
    const { stdout, stderr } = await run(["lint", join(path, "sent")]);
    expect(stdout + stderr).not.toContain("四零二一");
    expect(stdout.includes("import/missing-file")).toBe(script.includes("引用"));
  });

  it("nor is a configuration that is a link, where the folder of scripts lies below the current one", async () => {
    const path = folder({
      "secret.txt": "四零二一: 口令\n",
      "sent/scripts/a.sscript": "## 开场\n客服: 这个我不清楚。\n",
    });
    symlinkSync(join(path, "secret.txt"), join(path, "sent", "service-script.config.yaml"));
    const { stdout, stderr } = await run(["lint", "scripts"], {}, join(path, "sent"));
    expect(stdout + stderr).not.toContain("四零二一");
    expect(stdout).toContain("a.sscript");
  });

  it("nor does the editor read a link that leads out of the workspace", async () => {
    const path = folder({ "secret.sscript": SECRET, "sent/a.sscript": "" });
    symlinkSync(join(path, "secret.sscript"), join(path, "sent/b.sscript"));
    const read = (name: string) =>
      diskFiles.read(pathToFileURL(join(path, name)).href, [pathToFileURL(join(path, "sent")).href]);
    expect(await read("sent/b.sscript")).toEqual({ absent: "outside" });
    expect(await read("secret.sscript")).toEqual({ absent: "outside" });
    expect(await read("sent/none.sscript")).toEqual({ absent: "missing" });
    expect(await read("sent/a.sscript")).toHaveProperty("bytes");
  });

  it("but a link to a file inside is followed, and so is a folder that is a link itself", async () => {
    const path = folder({
      "real/公共.sscript": SECRET,
      "real/main.sscript": "引用 公: ./连.sscript\n\n## 开场\n=> 公#秘密\n",
    });
    symlinkSync(join(path, "real/公共.sscript"), join(path, "real/连.sscript"));
    symlinkSync(join(path, "real"), join(path, "linked"));
    const { stdout } = await run(["lint", join(path, "linked")]);
    expect(stdout).not.toContain("import/missing-file");
    expect(stdout).toContain("forbidden/brush-off");
  });

  it("lists of another folder are not read because that one has a configuration too", async () => {
    const path = folder({
      "other/service-script.config.yaml": "rules: {}\n",
      "other/秘密.csv": "词语\n四零二一\n",
      "sent/service-script.config.yaml":
        "lexicons: [../other/秘密.csv]\nextends: ../other/service-script.config.yaml\n",
      "sent/a.sscript": "## 开场\n客服: 四零二一。\n",
    });
    const { stdout } = await run(["lint", join(path, "sent")]);
    expect(stdout).toContain("config/outside-list");
    expect(stdout).toContain("config/outside-extends");
    expect(stdout).not.toContain("own/phrase");
  });
});

it("a file that is named may import, whatever its name ends in", async () => {
  const path = folder({ "a.txt": "引用 公: ./公共.sscript\n\n## 开场\n=> 公#秘密\n", "公共.sscript": SECRET });
  mkdirSync(join(path, "b"));
  expect((await run(["lint", join(path, "a.txt")])).stdout).not.toContain("import/missing-file");
});

it.each([
  ["file:///a/b/c.sscript", "file:///a/b", true],
  ["file:///a/b/c.sscript", "file:///a/b/", true],
  ["file:///a/bc/d.sscript", "file:///a/b", false],
  ["file:///a/b/../c.sscript", "file:///a/b", false],
  ["file:///a/b/%2e%2e/c.sscript", "file:///a/b", false],
  ["file:///C%3A/%E8%AF%9D%E6%9C%AF/a.sscript", "file:///c:/话术", true],
  ["file:///a/b", "file:///a/b", false],
])("whether %s lies inside %s", (uri, inside, expected) => expect(isInside(uri, inside)).toBe(expected));
