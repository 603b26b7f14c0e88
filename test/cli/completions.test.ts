import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { RULES } from "../../server/rules/index.ts";
import { run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

let bash = "";
let at = "";
beforeAll(async () => {
  bash = (await run(["completions", "bash"])).stdout;
  at = folder({ "completions.bash": bash, "scripts/a.sscript": "" });
});

/** What bash itself offers for the last of some words, as it does when Tab is pressed behind it. */
function offered(...words: string[]): string[] {
  const line = `service-script ${words.join(" ")}`;
  const program = `
    source completions.bash
    COMP_WORDS=("$@") COMP_CWORD=$(($# - 1)) COMP_LINE=$LINE COMP_POINT=\${#LINE}
    _service_script && printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", program, "bash", "service-script", ...words], {
    cwd: at,
    encoding: "utf8",
    env: { PATH: process.env.PATH, LINE: line },
  });
  expect(stderr).toBe("");
  return stdout.split("\n").filter((word) => word !== "");
}

describe("service-script completions bash", () => {
  it("offers all commands, and those that begin with what is typed", async () => {
    const commands = offered("");
    // What a wrong command is answered with names all that there are.
    const known = (await run(["no-such-command"])).stderr.split("\n")[1]!.split("：")[1]!.split(" | ");
    expect(commands.sort()).toEqual(known.sort());
    expect(offered("sta").sort()).toEqual(["standards", "stats"]);
  });

  it("offers the options that a command takes", () => {
    expect(offered("lint", "--fix")).toEqual(["--fix", "--fix-unsafe", "--fix-dry-run"]);
    expect(offered("stats", "--")).toEqual(["--format", "--language", "--help"]);
    expect(offered("lsp", "--")).toEqual([]);
  });

  it("offers what an option can be, for the command at hand", () => {
    expect(offered("lint", "--format", "")).toContain("sarif");
    expect(offered("lint", "--format", "=", "ju")).toEqual(["junit"]);
    expect(offered("lint", "--format", "=")).toContain("rdjson");
    expect(offered("stats", "--format", "")).toEqual(["text", "json"]);
    expect(offered("check", "--format", "")).toEqual(["readable", "json"]);
    expect(offered("diff", "--format", "")).toEqual(["text", "markdown", "json", "svg"]);
    expect(offered("export", "--theme", "d")).toEqual(["dark"]);
    expect(offered("lint", "--baseline", "")).toEqual([]);
  });

  it("offers rules to explain, and leaves files to bash", () => {
    expect(offered("explain", "forbidden/r")).toEqual(["forbidden/rude"]);
    expect(offered("explain", "")).toHaveLength(RULES.length);
    expect(offered("lint", "")).toEqual([]);
    expect(bash).toMatch(/^complete -o default -F _service_script service-script$/m);
  });

  // A shell that does not know what a word means tells so only when it runs into it.
  it("is read by bash without a word", () => {
    const { status, stderr } = spawnSync("bash", ["-n", join(at, "completions.bash")], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });
});

it.each(["zsh", "fish"])("completes the same commands and options in %s", async (shell) => {
  const { code, stdout } = await run(["completions", shell]);
  expect(code).toBe(0);
  for (const command of offered("")) {
    expect(stdout).toContain(command);
    for (const option of offered(command, "--"))
      expect(stdout).toMatch(shell === "fish" ? `seen_subcommand_from ${command}' -l ${option.slice(2)}` : option);
  }
});

it("knows no other shell", async () => {
  expect((await run(["completions"])).stderr).toContain("bash | zsh | fish");
  expect((await run(["completions", "csh"])).code).toBe(2);
});

it("is told which shells there are, where none is named or an unknown one", async () => {
  const none = await run(["completions", "--language", "zh"]);
  expect([none.code, none.stderr]).toEqual([
    2,
    expect.stringContaining("写法：service-script completions bash | zsh | fish"),
  ]);
  const tcsh = await run(["completions", "tcsh", "--language", "zh"]);
  expect([tcsh.code, tcsh.stderr]).toEqual([2, expect.stringContaining("不认得“tcsh”，可以写：bash | zsh | fish")]);
});
