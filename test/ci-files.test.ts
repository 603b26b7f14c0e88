import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folder } from "./support/folder.ts";

const yamlOf = (path: string) => parse(readFileSync(path, "utf8"));
const { version } = JSON.parse(readFileSync("package.json", "utf8"));
const PACKAGE = `service-script@${version}`;
const BAD = "## Opening\nagent: I have no idea.\n";

/** The address of the package as `npm pack` makes it, which is what npm would hand out. */
let tarball = "";
beforeAll(() => {
  const at = folder({});
  const args = ["pack", "--ignore-scripts", "--pack-destination", at, "--json"];
  tarball = `file:${join(at, JSON.parse(execFileSync("npm", args, { encoding: "utf8" }))[0].filename)}`;
}, 60_000);

/** Runs shell lines in a folder, the packed package in place of the published one. */
function shell(cwd: string, lines: string, env: Record<string, string> = {}) {
  const path = `${dirname(process.execPath)}:${process.env.PATH}`;
  const npm = { npm_config_cache: join(cwd, ".npm"), npm_config_offline: "true", npm_config_update_notifier: "false" };
  return spawnSync("bash", ["-eo", "pipefail", "-c", lines.replaceAll(PACKAGE, tarball)], {
    cwd,
    env: { PATH: path, HOME: cwd, LC_ALL: "en_GB.UTF-8", NO_COLOR: "1", ...npm, ...env },
    encoding: "utf8",
  });
}

it.each([
  ["action.yml", "github-action"],
  [".github/workflows/ci.yml", "github-workflow"],
  [".pre-commit-hooks.yaml", "pre-commit-hooks"],
])("%s has the form of its published schema", (path, schema) => {
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(`test/schemas/${schema}.schema.json`, "utf8")));
  expect([validate(yamlOf(path)), validate.errors]).toEqual([true, null]);
  expect(validate({ runs: 1, jobs: 1 })).toBe(false);
});

it("names this version of the package wherever it is named", () => {
  for (const path of ["action.yml", ".pre-commit-hooks.yaml", "docs/service-script.gitlab-ci.yml"])
    expect([path, ...new Set(readFileSync(path, "utf8").match(/service-script@[\w.-]+/g))]).toEqual([path, PACKAGE]);
});

describe("action.yml", () => {
  const [, install, lint] = yamlOf("action.yml").runs.steps;

  it("installs the packed package and checks with it, whatever is in its inputs", () => {
    const at = folder({ "scripts/bad.sscript": BAD });
    const env = {
      RUNNER_TEMP: join(at, ".temp"),
      GITHUB_STEP_SUMMARY: join(at, "summary.md"),
      PACKAGE: tarball,
      PATHS: "scripts",
      ARGS: "",
      SARIF: "out.sarif",
    };
    expect(shell(at, install.run, env)).toMatchObject({ status: 0 });
    const found = shell(at, lint.run, env);
    expect([found.status, found.stdout]).toEqual([1, expect.stringMatching(/^::error file=scripts\/bad\.sscript,/m)]);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toContain("forbidden/brush-off");
    expect(JSON.parse(readFileSync(join(at, "out.sarif"), "utf8")).version).toBe("2.1.0");
    expect(shell(at, lint.run, { ...env, ARGS: "--exit-zero --quiet" }).status).toBe(0);
    const sly = shell(at, lint.run, { ...env, PATHS: "$(touch sly) ;touch sly" });
    expect([sly.status, shell(at, "test -e sly").status]).toEqual([2, 1]);
  }, 60_000);

  it("hands every input to the step that uses it", () => {
    const used = JSON.stringify([install.env, lint.env]).match(/inputs\.\w+/g);
    expect(used?.sort()).toEqual(
      Object.keys(yamlOf("action.yml").inputs)
        .map((name) => `inputs.${name}`)
        .sort(),
    );
  });
});

it("has a template for GitLab whose line runs", () => {
  const { script, variables, artifacts } = yamlOf("docs/service-script.gitlab-ci.yml")["service-script"];
  const at = folder({ "bad.sscript": BAD });
  const { status, stdout } = shell(at, script.join("\n"), { ...variables, SERVICE_SCRIPT_PACKAGE: tarball });
  expect([status, stdout]).toEqual([1, expect.stringContaining("forbidden/brush-off")]);
  for (const file of Object.values<string>(artifacts.reports)) readFileSync(join(at, file));
}, 60_000);

it("has hooks that get the files of a commit, and run", () => {
  const hooks = yamlOf(".pre-commit-hooks.yaml");
  const at = folder({ "bad.话术": BAD, "form.sscript": "##Close\n" });
  for (const { files } of hooks)
    expect(["bad.话术", "form.sscript", "a.sscript.md"].filter((name) => new RegExp(files).test(name))).toHaveLength(2);
  const [lint, format] = hooks.map(({ entry }: { entry: string }) => shell(at, `${entry} bad.话术 form.sscript`));
  expect([lint.status, lint.stdout]).toEqual([1, expect.stringContaining("forbidden/brush-off")]);
  expect([format.status, readFileSync(join(at, "form.sscript"), "utf8")]).toEqual([0, "## Close\n"]);
}, 60_000);

it("has a container file whose package installs, with a command that is there", () => {
  const lines = readFileSync("Dockerfile", "utf8").split("\n");
  const install = lines.find((line) => line.startsWith("RUN npm install"))!.slice("RUN ".length);
  const at = folder({ "bad.sscript": BAD });
  const here = install.replaceAll("/tmp/service-script-*.tgz", "package.tgz");
  const ran = shell(
    at,
    `cp "${tarball.slice("file:".length)}" package.tgz; export npm_config_prefix=$PWD/.global; ${here}`,
  );
  expect(ran.status, ran.stderr).toBe(0);
  const [command] = JSON.parse(lines.find((line) => line.startsWith("ENTRYPOINT"))!.slice("ENTRYPOINT ".length));
  expect(shell(at, `.global/bin/${command} lint`).status).toBe(1);
}, 60_000);

it("does in its own workflow what .ci/run does", () => {
  const { steps } = yamlOf(".github/workflows/ci.yml").jobs.all;
  expect(steps.flatMap(({ run }: { run?: string }) => run ?? [])).toEqual([".ci/run"]);
  expect(spawnSync("bash", ["-n", ".ci/run"]).status).toBe(0);
});
