import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Ajv from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { folder } from "./support/folder.ts";
import { npmOffline, type Packed, packed } from "./support/packed.ts";

const yamlOf = (path: string) => parse(readFileSync(path, "utf8"));
const BAD = "## Opening\nagent: I have no idea.\n";

/** The package as `npm pack` makes it, which is what npm would make of the repository. */
let tarball: Packed;
beforeAll(() => {
  tarball = packed();
}, 60_000);

/** Runs shell lines in a folder. */
function shell(cwd: string, lines: string, env: Record<string, string> = {}) {
  return spawnSync("bash", ["-eo", "pipefail", "-c", lines], {
    cwd,
    env: { ...npmOffline(cwd), LC_ALL: "en_GB.UTF-8", NO_COLOR: "1", ...env },
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

// Nobody has registered the program's name with npm; whoever did could run anything where these files run.
it.each(["action.yml", ".pre-commit-hooks.yaml", ".ci/pre-commit", "docs/service-script.gitlab-ci.yml", "Dockerfile"])(
  "%s takes nothing from npm's registry by our name",
  (path) => {
    expect(readFileSync(path, "utf8")).not.toMatch(
      /(?:npx|npm (?:exec|install|i|x))\b[^\n]* service-script(?:@\S+)?(?:\s|$)/m,
    );
  },
);

describe("action.yml", () => {
  const [, build, lint] = yamlOf("action.yml").runs.steps;

  it("builds what lies at the place that `uses:` names", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(build.run).toBe('cd "$GITHUB_ACTION_PATH" && npm ci --ignore-scripts --no-audit --no-fund && npm run build');
    expect(scripts.build).toBe("node esbuild.config.mjs");
  });

  it("checks with it, whatever is in its inputs", () => {
    const at = folder({ "scripts/bad.sscript": BAD });
    const env = {
      GITHUB_ACTION_PATH: resolve("."),
      GITHUB_STEP_SUMMARY: join(at, "summary.md"),
      PATHS: "scripts",
      ARGS: "",
      SARIF: "out.sarif",
    };
    const found = shell(at, lint.run, env);
    expect([found.status, found.stdout]).toEqual([1, expect.stringMatching(/^::error file=scripts\/bad\.sscript,/m)]);
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, "utf8")).toContain("forbidden/brush-off");
    expect(JSON.parse(readFileSync(join(at, "out.sarif"), "utf8")).version).toBe("2.1.0");
    expect(shell(at, lint.run, { ...env, ARGS: "--exit-zero --quiet" }).status).toBe(0);
    const sly = shell(at, lint.run, { ...env, PATHS: "$(touch sly) ;touch sly" });
    expect([sly.status, shell(at, "test -e sly").status]).toEqual([2, 1]);
  }, 60_000);

  it("hands every input to the step that uses it", () => {
    const used = JSON.stringify(lint.env).match(/inputs\.\w+/g);
    expect(used?.sort()).toEqual(
      Object.keys(yamlOf("action.yml").inputs)
        .map((name) => `inputs.${name}`)
        .sort(),
    );
  });
});

it("has a template for GitLab whose line runs, once it is said where the program comes from", () => {
  const { script, variables, artifacts } = yamlOf("docs/service-script.gitlab-ci.yml")["service-script"];
  const at = folder({ "bad.sscript": BAD });
  const { status, stdout } = shell(at, script.join("\n"), { ...variables, SERVICE_SCRIPT: tarball.spec });
  expect([status, stdout]).toEqual([1, expect.stringContaining("forbidden/brush-off")]);
  for (const file of Object.values<string>(artifacts.reports)) readFileSync(join(at, file));
  const unset = shell(folder({ "bad.sscript": BAD }), script.join("\n"), variables);
  expect([unset.status, unset.stderr]).toEqual([
    expect.any(Number),
    expect.stringContaining("say where this program comes from"),
  ]);
  expect(unset.status).toBeGreaterThan(0);
}, 60_000);

it("has hooks that get the files of a commit, and run the program of this repository", () => {
  const hooks = yamlOf(".pre-commit-hooks.yaml");
  const at = folder({ "bad.话术": BAD, "form.sscript": "##Close\n" });
  for (const { files } of hooks)
    expect(["bad.话术", "form.sscript", "a.sscript.md"].filter((name) => new RegExp(files).test(name))).toHaveLength(2);
  // pre-commit runs a file of its clone in the folder of the scripts.
  const [lint, format] = hooks.map(({ entry }: { entry: string }) =>
    shell(at, `"${resolve(".")}/${entry.replace(" ", '" ')} bad.话术 form.sscript`),
  );
  expect([lint.status, lint.stdout]).toEqual([1, expect.stringContaining("forbidden/brush-off")]);
  expect([format.status, readFileSync(join(at, "form.sscript"), "utf8")]).toEqual([0, "## Close\n"]);
  expect(readFileSync("esbuild.config.mjs", "utf8")).toContain('writeFileSync("dist/bundled.json"');
});

it("has a container file whose package installs, with a command that is there", () => {
  const lines = readFileSync("Dockerfile", "utf8").split("\n");
  const install = lines.find((line) => line.startsWith("RUN npm install"))!.slice("RUN ".length);
  const at = folder({ "bad.sscript": BAD });
  const here = install.replaceAll("/tmp/service-script-*.tgz", "package.tgz");
  const ran = shell(at, `cp "${tarball.path}" package.tgz; export npm_config_prefix=$PWD/.global; ${here}`);
  expect(ran.status, ran.stderr).toBe(0);
  const [command] = JSON.parse(lines.find((line) => line.startsWith("ENTRYPOINT"))!.slice("ENTRYPOINT ".length));
  expect(shell(at, `.global/bin/${command} lint`).status).toBe(1);
}, 60_000);

it("does in its own workflow what .ci/run does", () => {
  const { steps } = yamlOf(".github/workflows/ci.yml").jobs.all;
  expect(steps.flatMap(({ run }: { run?: string }) => run ?? [])).toEqual([".ci/run"]);
  expect(spawnSync("bash", ["-n", ".ci/run"]).status).toBe(0);
});
