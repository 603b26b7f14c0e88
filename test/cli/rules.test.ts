import { expect, it } from "vitest";
import { RULES } from "../../server/rules/index.ts";
import { SYNTAX_TEXTS } from "../../server/rules/text.ts";
import { run } from "../support/executable.ts";

it("lists every rule once, with its level, title and group, for programs", async () => {
  const { code, stdout } = await run(["rules", "--format", "json", "--language", "en"]);
  const rules = JSON.parse(stdout);
  const ids = [...RULES.map(({ id }) => id), ...Object.keys(SYNTAX_TEXTS).map((kind) => `syntax/${kind}`)];
  expect([code, rules.map(({ id }: never) => id).sort()]).toEqual([0, ids.sort()]);
  expect(rules).toContainEqual({
    id: "forbidden/jargon",
    level: "warning",
    title: "Jargon that customers do not know",
    group: "forbidden",
  });
  // A title stands by itself, where nothing was found that could fill a hole in it.
  expect(rules.filter(({ title }: { title: string }) => /…|[{}]/.test(title))).toEqual([]);
  for (const { id, level, title, group } of rules)
    expect([id, /^(error|warning|info)$/.test(level), title.length > 3, id.startsWith(`${group}/`)]).toEqual([
      id,
      true,
      true,
      true,
    ]);
});

it("lists them group by group for people, as explain does without a rule", async () => {
  const { stdout } = await run(["rules"]);
  const headings = stdout.split("\n").filter((line) => /^\S/.test(line));
  expect(headings).toEqual([...new Set(headings)]);
  expect(headings).toEqual(expect.arrayContaining(["forbidden/*", "missing/*", "syntax/*"]));
  expect(stdout).toMatch(/^ {2}forbidden\/rude +error +粗暴、挖苦、辱骂/m);
  expect((await run(["explain"])).stdout).toBe(stdout);
});

it("takes nothing that it does not know", async () => {
  expect((await run(["rules", "forbidden/rude"])).code).toBe(2);
  expect((await run(["rules", "--format", "xml"])).code).toBe(2);
});

it("names the rule that was meant, whether misspelt or without its group", async () => {
  const { code, stdout, stderr } = await run(["explain", "forbiden/brush-off"]);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toContain("没有“forbiden/brush-off”这条规则。是不是想写“forbidden/brush-off”？");
  const short = await run(["explain", "brush-off", "--language", "en"]);
  expect(short.stderr).toContain("There is no rule “brush-off”. Did you mean “forbidden/brush-off”?");
  const none = await run(["explain", "no/such-thing-at-all", "--language", "en"]);
  expect(none.stderr.split("\n")[0]).toBe("service-script: There is no rule “no/such-thing-at-all”.");
});
