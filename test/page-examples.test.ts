import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import packageJson from "../package.json" with { type: "json" };
import { FIX_ALL } from "../server/lsp/code-actions/fixes.ts";
import { Project } from "../server/model/project.ts";
import { lint } from "../server/rules/lint.ts";
import { run } from "./support/executable.ts";
import { folder } from "./support/folder.ts";

/** What stands in the blocks of a page of one kind, or of none. */
function blocks(page: string, kind: string): string[] {
  const fences = readFileSync(page, "utf8").matchAll(/^(```+)([^\n]*)\n([\s\S]*?)^\1$/gm);
  return [...fences].filter(([, , of]) => of === kind).map(([, , , text]) => text!);
}

/** The kinds of blocks on each page. Whoever adds one says here how it is tried. */
const TRIED: Readonly<Record<string, readonly string[]>> = {
  // Below.
  README: ["sh", "yaml", ""],
  contributing: ["sh", "ts"],
  editor: ["json"],
  // The set-up of Neovim runs in test/lsp/neovim.test.ts, the rest is compared below.
  editors: ["sh", "lua", "elisp", "toml"],
  // As a session, in test/ci-docs.test.ts; the console shows what needs a program that is not there.
  ci: ["sh", "text", "console", "yaml", "service-script"],
  // As sessions, in test/session-pages.test.ts; what the record of a call says is found below.
  compare: ["sh", "text", "service-script"],
  "rehearse-and-share": ["sh", "text", "service-script"],
  // As worked examples of the linter (test/support/worked-examples.ts).
  promises: ["service-script", "text", "sh", "console"],
  findings: ["service-script", "text"],
  "first-script": ["service-script", "text"],
  "own-words": ["service-script", "text", "csv", "yaml"],
  standards: ["service-script", "text", "yaml"],
  // In test/programs.test.ts.
  programs: ["console", "ts", "text"],
  // In test/docs.test.ts.
  language: ["service-script"],
};

it.each(["README.md", ...globSync("docs/*/*.md").sort()])("%s has no example that nobody tries", (page) => {
  const kinds = [...readFileSync(page, "utf8").matchAll(/^(```+)([^\n]*)\n[\s\S]*?^\1$/gm)].map(
    ([, , info]) => info!.split(" ")[0]!,
  );
  const name = page.replace(/^.*\/|\.md$/g, "");
  expect(kinds.filter((kind) => !(TRIED[name] ?? []).includes(kind))).toEqual([]);
});

describe("README.md", () => {
  const lines = blocks("README.md", "sh").flatMap((block) => block.trim().split("\n"));
  const commands = lines
    .map((line) => line.replace(/\s+#.*$/, ""))
    // What watches ends only when it is told to.
    .filter((line) => line.startsWith("node dist/service-script.js") && !line.includes(" watch "));

  it.each(commands)("shows a command that runs: %s", async (command) => {
    const script = readFileSync("samples/zh/断线投诉-改后.sscript", "utf8");
    const at = folder({
      "话术文件夹/a.sscript": script,
      "话术文件夹/b.sscript": "## 一\n客服 您好。\n",
      "旧.sscript": script,
      "新.sscript": script,
      "话术.sscript": script,
      "通话.txt": "客服: 您好。\n客户: 好。\n",
      "通话.jsonl": '{"id":1,"text":"客服: 您好。"}\n',
      "质检列表.csv": "话语,类别\n这个我不清楚。,forbidden/brush-off\n",
    });
    const [words, input] = command.split(" < ");
    if (/ merge /.test(command))
      for (const part of [1, 2])
        await run(["lint", "--shard", `${part}/2`, "--format", `run=部分-${part}.json`, "."], {}, at);
    // As a shell does.
    const args = words!
      .split(" ")
      .slice(2)
      .flatMap((word) => (word.includes("*") ? globSync(word, { cwd: at }).sort() : word));
    const { code, stdout, stderr } = await run(args, {}, at, input && readFileSync(join(at, input), "utf8"));
    expect([code! < 2, stderr]).toEqual([true, expect.not.stringMatching(/service-script --help/)]);
    // A report in a file and an unchanged script leave nothing to print.
    if (!/--format html=|format --check/.test(command)) expect(stdout).not.toBe("");
  });

  it("shows every command that there is", () => {
    const shown = new Set(commands.map((command) => command.split(" ")[2]));
    const help = readFileSync("server/cli/help.ts", "utf8");
    const known = [...help.matchAll(/^ {2}service-script ([a-z]+)/gm)].map(([, name]) => name!);
    const elsewhere = ["watch", "lsp", "completions", "convert", "export"];
    expect(known.filter((name) => !shown.has(name) && !elsewhere.includes(name))).toEqual([]);
  });

  it("names scripts of npm that are there", () => {
    const named = [...readFileSync("README.md", "utf8").matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
    expect(named.filter((name) => !Object.hasOwn(packageJson.scripts, name))).toEqual([]);
  });

  it("shows a script that is as it should be", () => {
    const [script] = blocks("README.md", "");
    const project = new Project();
    const { findings } = lint(project, project.set("test:", script!), { today: "2026-01-01" });
    expect(findings.filter(({ severity }) => severity === "error").map(({ ruleId }) => ruleId)).toEqual([]);
  });

  it("shows a workflow of the published form, whose last line checks scripts", async () => {
    const workflow = { on: "push", ...parse(blocks("README.md", "yaml")[0]!) };
    const validate = new Ajv({ strict: false, validateFormats: false }).compile(
      JSON.parse(readFileSync("test/schemas/github-workflow.schema.json", "utf8")),
    );
    expect([validate(workflow), validate.errors]).toEqual([true, null]);
    const line: string = workflow.jobs.lint.steps.at(-1).run;
    expect(line).toMatch(/^node \.service-script\/dist\/service-script\.js /);
    const at = folder({ "话术文件夹/a.sscript": "## 一\n客服: 这个我不清楚。\n" });
    expect((await run(line.split(" ").slice(2), {}, at)).code).toBe(1);
  });
});

describe.each(["zh", "en"])("docs/%s", (language) => {
  it("tells engineers of commands and tests that are there", () => {
    const [lines] = blocks(`docs/${language}/contributing.md`, "sh");
    for (const [, name] of lines!.matchAll(/npm (?:run )?(\w+)/g))
      expect(["ci", ...Object.keys(packageJson.scripts)]).toContain(name);
    const page = readFileSync(`docs/${language}/contributing.md`, "utf8");
    for (const [, path] of page.matchAll(/(?:`|run )((?:docs|test|server|grammar|client|samples)\/[\w./-]+\.\w+)/g))
      expect(existsSync(path!), path).toBe(true);
  });

  it("shows settings that the editor has", () => {
    const page = readFileSync(`docs/${language}/editor.md`, "utf8");
    const [shown] = blocks(`docs/${language}/editor.md`, "json");
    const settings = JSON.parse(`{${shown}}`);
    const { languages, configuration } = packageJson.contributes;
    expect(Object.keys(settings)).toEqual([`[${languages[0]!.id}]`]);
    expect(Object.keys(settings["[service-script]"]["editor.codeActionsOnSave"])).toEqual([FIX_ALL]);
    for (const [name, { enum: values = [] }] of Object.entries<{ enum?: string[] }>(configuration.properties)) {
      const row = page.split("\n").find((line) => line.startsWith(`| \`${name}\``));
      if (name !== "serviceScript.trace.server")
        for (const value of values) expect(row, name).toContain(`\`${value}\``);
      expect(row, name).toBeDefined();
    }
  });

  it("starts the server in the same way for every editor, with the files that are scripts", () => {
    const page = `docs/${language}/editors.md`;
    const [command] = blocks(page, "sh");
    const words = command!.trim().split(" ");
    const [elisp, toml] = [blocks(page, "elisp")[0]!, blocks(page, "toml")[0]!];
    const quoted = words.map((word) => `"${word}"`);
    expect(elisp).toContain(`(${quoted.join(" ")}`);
    expect(toml).toContain(`command = ${quoted[0]}\nargs = [${quoted.slice(1).join(", ")}]`);
    for (const ending of packageJson.contributes.languages[0]!.extensions.map((one) => one.slice(1))) {
      expect(elisp).toContain(ending);
      expect(toml).toContain(`"${ending}"`);
    }
    expect(toml).toContain(`scope = "${packageJson.contributes.grammars[0]!.scopeName}"`);
  });

  it("shows a record of a rehearsal in which nothing is wrong", () => {
    const record = blocks(`docs/${language}/rehearse-and-share.md`, "service-script")[0]!;
    const project = new Project();
    const document = project.set("test:", record);
    expect([document.script.transcript, document.errors]).toEqual([true, []]);
    const { findings } = lint(project, document, { today: "2026-01-01" });
    expect(findings.filter(({ severity }) => severity === "error")).toEqual([]);
  });
});
