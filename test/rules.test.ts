import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { Project } from "../server/model/project.ts";
import { readExample } from "../server/rules/example.ts";
import { RULES, WORDING_RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";
import type { AnyRule, Example, Finding } from "../server/rules/rule.ts";
import { applyEdits } from "./support/edits.ts";
import { unmark } from "./support/marks.ts";

describe("the rules as a set", () => {
  it("lists every rule file, and each under the name of its file", () => {
    const files = globSync("server/rules/*/*.ts").map((path) => path.slice("server/rules/".length, -".ts".length));
    expect(RULES.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it("contains a rule that throws, and names it", () => {
    const broken: AnyRule = {
      ...RULES[0]!,
      id: "test/broken",
      check: () => {
        throw new Error("broken");
      },
    };
    const project = new Project();
    const { findings, crashes } = lint(project, project.set("test:", "## 开场\n客服: 这个我不清楚。"), {
      today: "2026-01-01",
      rules: [broken, ...RULES],
    });
    expect(crashes.map(({ ruleId }) => ruleId)).toEqual(["test/broken"]);
    expect(findings.map(({ ruleId }) => ruleId)).toContain("forbidden/brush-off");
  });
});

describe.each(RULES)("$id", (rule) => {
  const findingsIn = async (example: string | Example, rules: readonly AnyRule[] = [rule]) => {
    const { project, document } = await readExample(example);
    return lint(project, document, { today: "2026-01-01", rules }).findings;
  };
  const good = rule.good.map((example) => (typeof example === "string" ? { text: example } : example));
  const messages = Object.entries(rule.messages);
  const bad = messages.flatMap(([, message]) => message.bad);

  it("is worded in both languages, with its holes filled", async () => {
    for (const { zh, en } of [rule.title, rule.why, rule.fix, ...messages.map(([, message]) => message)]) {
      expect(zh).toMatch(/[\u3400-\u9fff]/);
      expect(en).not.toMatch(/[\u3400-\u9fff]/);
    }
    for (const example of bad)
      for (const { message } of await findingsIn(example)) expect(`${message.zh}${message.en}`).not.toMatch(/\{\w+\}/);
  });

  it("has bad and good examples in Chinese and in English", () => {
    for (const examples of [bad, good]) {
      const isChinese = examples.map(({ text }) => /[\u3400-\u9fff]/.test(text));
      if (rule.only !== "en") expect(isChinese).toContain(true);
      if (rule.only !== "zh") expect(isChinese).toContain(false);
    }
  });

  it.each(bad)("finds exactly what is marked in $text", async (example) => {
    const { text, spans } = unmark(example.text);
    const findings = (await findingsIn(example)).filter(({ ruleId }) => ruleId === rule.id);
    expect(findings.map(({ span }) => span)).toEqual(spans);
    if (example.fixed === undefined) return;
    const after = applyEdits(text, findings[0]!.fixes[0]!.edits);
    expect(after).toBe(example.fixed);
    expect((await findingsIn({ ...example, text: after }, RULES)).filter(({ ruleId }) => ruleId === rule.id)).toEqual(
      [],
    );
  });

  it.each(bad)("mends $text with each of its fixes, and breaks nothing", async (example) => {
    for (const newline of ["\n", "\r\n"]) {
      const marked = example.text.replaceAll("\n", newline);
      const before = await findingsIn({ ...example, text: marked }, RULES);
      const { text } = unmark(marked);
      for (const finding of before.filter(({ ruleId }) => ruleId === rule.id))
        for (const fix of finding.fixes) {
          const after = applyEdits(text, fix.edits);
          const found = await findingsIn({ ...example, text: after }, RULES);
          expect(count(found, rule.id), fix.title.en).toBeLessThan(count(before, rule.id));
          const syntax = (findings: readonly Finding[]) =>
            findings.filter(({ ruleId }) => ruleId.startsWith("syntax/")).map(({ ruleId }) => ruleId);
          expect(syntax(found), fix.title.en).toEqual(syntax(before));
          if (newline === "\r\n") expect(after.replaceAll("\r\n", "")).not.toContain("\n");
        }
    }
  });

  it.each(good)("finds nothing in $text", async (example) => {
    expect((await findingsIn(example, RULES)).filter(({ ruleId }) => ruleId === rule.id)).toEqual([]);
  });

  it("judges a turn by itself exactly if its scope says so", async () => {
    const documents = await Promise.all(bad.map(async (example) => (await readExample(example)).document));
    const oneTurn = documents.filter(
      ({ script: { transcript, fields, notes, steps } }) =>
        transcript && fields.length + notes.length === 0 && steps.length === 1 && steps[0]!.body.length === 1,
    );
    expect(oneTurn.length > 0).toBe(rule.scope === "turn");
  });

  it("says to say nothing that is itself at fault", async () => {
    for (const example of bad)
      for (const { say } of await findingsIn(example))
        for (const sentence of say) expect(await findingsIn(`agent: ${sentence}`, WORDING_RULES)).toEqual([]);
  });
});

function count(findings: readonly Finding[], rule: string): number {
  return findings.filter(({ ruleId }) => ruleId === rule).length;
}
