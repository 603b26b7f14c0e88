import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { TEMPLATES } from "../../client/new-script/templates.generated.ts";
import { EXECUTABLE, run } from "../support/executable.ts";
import { folder } from "../support/folder.ts";

const filesOf = (path: string) =>
  readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((name) => statSync(join(path, name)).isFile())
    .sort();

/** Runs the command in a terminal, as util-linux's `script` makes one, and types. */
function inTerminal(cwd: string, typed: string) {
  const command = `'${process.execPath}' '${resolve(EXECUTABLE)}' init`;
  const env = { PATH: process.env.PATH, NO_COLOR: "1", LC_ALL: "en_GB.UTF-8" };
  return spawnSync("script", ["-qec", command, "/dev/null"], { cwd, env, input: typed, encoding: "utf8" });
}

describe.each([
  ["zh", "话术/断线投诉.sscript"],
  ["en", "scripts/damaged-parcel.sscript"],
] as const)("service-script init --language %s", (language, script) => {
  it("writes what a team begins with, of which nothing is found wrong", async () => {
    const at = folder({});
    const { code, stdout } = await run(["init", "--yes", "--language", language], {}, at);
    const files = [
      ".github/workflows/service-script.yml",
      ".vscode/extensions.json",
      ".vscode/settings.json",
      "service-script.config.yaml",
      script,
    ];
    expect([code, filesOf(at)]).toEqual([0, [...files].sort()]);
    for (const file of files) expect(stdout).toContain(`${file}: `);
    expect(await run(["lint", "--fail-level", "info", "--format", "json"], {}, at)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('"messages": []'),
      stderr: "",
    });
    expect((await run(["format", "--check"], {}, at)).code).toBe(0);
    const { rules } = parse(readFileSync(join(at, "service-script.config.yaml"), "utf8"));
    const effective = JSON.parse((await run(["config", "--print", script, "--format", "json"], {}, at)).stdout);
    expect([rules["sla/vague"], JSON.stringify(effective)]).toEqual(["error", expect.stringContaining("sla/vague")]);
  });
});

describe("service-script init", () => {
  it.each(TEMPLATES.map(({ language, file }) => [language, file] as const))(
    "begins with the %s sample %s, as it is, with what it borrows, and nothing is found in them",
    async (language, file) => {
      const at = folder({});
      const name = file.replace(/(?:-改后|-after)?\.sscript$/, "");
      const { code } = await run(["init", "--yes", "--template", name], {}, at);
      const home = language === "zh" ? "话术" : "scripts";
      expect([code, readFileSync(join(at, home, `${name}.sscript`), "utf8")]).toEqual([
        0,
        readFileSync(`samples/${language}/${file}`, "utf8"),
      ]);
      const { stdout } = await run(["lint", "--format", "json", home], {}, at);
      const found: { messages: { ruleId: string }[] }[] = JSON.parse(stdout);
      // Shared lines are there for the scripts to come.
      const rules = found.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
      expect(rules.filter((id) => id !== "flow/unused-fragment")).toEqual([]);
    },
  );

  it("names the samples when it is asked for one that is not there", async () => {
    const at = folder({});
    const { code, stderr } = await run(["init", "--template", "没有", "--language", "zh"], {}, at);
    expect([code, filesOf(at)]).toEqual([2, []]);
    expect(stderr).toMatch(/--template 不认得“没有”，可以写：断线投诉 \| .*投诉六步/);
  });

  it("never writes over what is there, and writes the same twice", async () => {
    const at = folder({ ".vscode/settings.json": "{}", "service-script.config.yaml": "rules: {}\n" });
    const first = await run(["init"], {}, at);
    expect(first.code).toBe(0);
    expect(first.stdout).toMatch(/settings\.json: 已经有了，没有改动。/);
    expect(readFileSync(join(at, ".vscode/settings.json"), "utf8")).toBe("{}");
    expect(readFileSync(join(at, "service-script.config.yaml"), "utf8")).toBe("rules: {}\n");
    const files = filesOf(at).map((name) => readFileSync(join(at, name), "utf8"));
    const second = await run(["init"], {}, at);
    expect([second.code, second.stdout.match(/已经有了/g)?.length]).toEqual([0, 5]);
    expect(filesOf(at).map((name) => readFileSync(join(at, name), "utf8"))).toEqual(files);
  });

  it("writes for the CI that the repository lies at", async () => {
    const at = folder({ "new/.git/config": '[remote "origin"]\n\turl = git@gitlab.example.org:team/scripts.git\n' });
    expect((await run(["init", "new", "--yes"], {}, at)).stdout).toContain("new/.gitlab-ci.yml");
    const { artifacts } = parse(readFileSync(join(at, "new/.gitlab-ci.yml"), "utf8"))["service-script"];
    expect(artifacts.reports).toEqual({ codequality: "quality.json", junit: "junit.xml" });
  });

  describe.each(["github", "gitlab"])("for %s", (ci) => {
    const begin = async (args: readonly string[]) => {
      const at = folder({ ".git/config": `[remote "origin"]\n\turl = git@${ci}.example.org:team/scripts.git\n` });
      const begun = await run(["init", "--yes", "--language", "en", ...args], {}, at);
      const text = readFileSync(
        join(at, ci === "github" ? ".github/workflows/service-script.yml" : ".gitlab-ci.yml"),
        "utf8",
      );
      const file = parse(text);
      const job = file.jobs?.lint ?? file["service-script"];
      const line: string = job.script?.[0] ?? job.steps.find((step: { run?: string }) => step.run)?.run;
      return { at, begun, text, line, variables: { ...file.env, ...job.variables } };
    };
    /** Runs the line of the CI file where `npx` only says what it is asked for. */
    const asked = (at: string, line: string, env: Record<string, string>) =>
      spawnSync("bash", ["-ec", `npx() { printf '%s\\n' "$@"; }; ${line}`], {
        cwd: at,
        env: { PATH: process.env.PATH, GITHUB_STEP_SUMMARY: "summary.md", ...env },
        encoding: "utf8",
      });

    it("asks npm for nothing before it is said where the program comes from", async () => {
      const { at, begun, text, line, variables } = await begin([]);
      expect(begun.stdout).toContain("SERVICE_SCRIPT is empty in the CI file");
      expect([variables.SERVICE_SCRIPT, text]).toEqual(["", expect.not.stringMatching(/npx --yes service-script/)]);
      const { status, stdout, stderr } = asked(at, line, variables);
      expect([status, stdout]).toEqual([expect.not.toBeOneOf([0]), ""]);
      expect(stderr).toContain("say in the CI file where SERVICE_SCRIPT comes from");
    });

    it("takes it from where it was told", async () => {
      const place = "git+https://git.example.org/us/service-script.git#v0.1.0";
      const { at, begun, line, variables } = await begin(["--package", place]);
      expect(begun.stdout).not.toContain("SERVICE_SCRIPT");
      expect(asked(at, line, variables).stdout).toMatch(`--yes\n${place}\nlint\n`);
    });
  });

  it.each(["service-script", "service-script@0.1.0", "git+https://git.example.org/a.git", "./a.tgz$(x)", ""])(
    "refuses %j as a place: it is a name, no certain state, or a trap",
    async (place) => {
      const at = folder({});
      const { code, stderr } = await run(["init", "--yes", "--package", place], {}, at);
      expect([code, filesOf(at)]).toEqual([2, []]);
      expect(stderr).toContain("--package");
    },
  );

  it("says what it cannot write, and fails", async () => {
    const at = folder({ ".vscode": "a file where a folder has to be" });
    const { code, stderr } = await run(["init", "--yes"], {}, at);
    expect([code, stderr]).toEqual([2, ".vscode/extensions.json: 写不了。\n.vscode/settings.json: 写不了。\n"]);
  });

  it("asks on a terminal, again where an answer is none", () => {
    const at = folder({});
    const { status, stdout } = inTerminal(at, "zh\n没有这份\n\njenkins\nnone\nn\n");
    expect([status, filesOf(at)]).toEqual([0, ["service-script.config.yaml", "话术/断线投诉.sscript"]]);
    expect(stdout).toContain("  投诉六步  投诉六步");
    expect(stdout.match(/Which one do you want to begin from\? … \[断线投诉\]/g)).toHaveLength(2);
    expect(stdout.match(/Which CI do you use\? github\/gitlab\/none \[github\]/g)).toHaveLength(2);
  });

  it("writes nothing when the person who is asked leaves", () => {
    const at = folder({});
    expect([inTerminal(at, "en\n\u0004").status, filesOf(at)]).toEqual([2, []]);
  });
});
