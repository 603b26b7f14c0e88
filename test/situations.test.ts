import { describe, expect, it } from "vitest";
import { SITUATIONS } from "../server/lexicon/situations.generated.ts";
import { actsOf } from "../server/model/acts.ts";
import { Project } from "../server/model/project.ts";
import { WORDING_RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";

const LANGUAGES = ["zh-CN", "zh-TW", "en"] as const;

it("are the twelve of the manuals, each once", () => {
  expect(SITUATIONS.map(({ name }) => name["zh-CN"])).toEqual(
    "迎客 感谢 接受吩咐 不能立即接待 等候者 打扰 致歉 答谢 答歉 没听清 送客 打断".split(" "),
  );
  expect(new Set(SITUATIONS.map(({ id }) => id)).size).toBe(12);
});

describe.each(SITUATIONS)("$id", ({ act, name, when, say }) => {
  it.each(LANGUAGES)("has words in %s that pass the rules and do what they are for", (language) => {
    expect([name[language], when[language]]).not.toContain(undefined);
    expect(say[language].length).toBeGreaterThan(1);
    for (const sentence of say[language]) {
      const project = new Project();
      const script = project.set("test:", `agent: ${sentence}`);
      const { findings } = lint(project, script, { today: "2026-01-01", rules: WORDING_RULES });
      expect(
        findings.map(({ ruleId }) => ruleId),
        sentence,
      ).toEqual([]);
      expect(/[\u3400-\u9fff]/.test(sentence)).toBe(language !== "en");
    }
    const [first] = say[language];
    expect(
      actsOf([{ text: first!, start: 0 }], "agent").map((found) => found.act),
      first,
    ).toContain(act);
  });
});
