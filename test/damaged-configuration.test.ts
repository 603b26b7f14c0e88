import { expect, it } from "vitest";
import { CONFIGURATION } from "../server/config/configurations.ts";
import { Project } from "../server/model/project.ts";
import { NO_WORDING, type Wording } from "../server/model/wording.ts";
import { lint } from "../server/rules/lint.ts";
import { configurationOf } from "./support/own-words.ts";

const URI = "file:///scripts/a.sscript";

it("still spares scripts what a damaged configuration turns off, as far as it can be read", async () => {
  const text =
    "rules:\n  forbidden/rude: off\n  own/x: off\noverrides:\n  - files: a/**\n    rules: { missing/*: off }\nlexicons：\n  - a.csv\n";
  const { settings } = await configurationOf({ [CONFIGURATION]: text });
  const level = (path: string, rule: string) => settings!.levelsOf(`file:///scripts/${path}`).of(rule);
  expect([
    level("b.sscript", "forbidden/rude"),
    level("a/b.sscript", "missing/apology"),
    level("b.sscript", "missing/apology"),
  ]).toEqual(["off", "off", undefined]);
});

it.each([["lexicons：\n  - a.csv\n"], ["lexicons: [none.yaml]\n"], ["standards:\n  - id: 我们的\n    limits: 3\n"]])(
  "tells nothing as unknown that %j would have declared",
  async (text) => {
    const { wording } = await configurationOf({ [CONFIGURATION]: text });
    const project = new Project();
    const script = "# 退款\n标准: 我们的\n\n## 开场\n// 忽略 own/boast: 照录原话\n客服: 您好。";
    const idsWith = (wording: Wording) => {
      project.set(URI, script);
      project.setWording(URI, wording);
      const document = project.get(URI)!;
      return lint(project, document, { today: "2026-01-01" }).findings.map(({ ruleId }) => ruleId);
    };
    expect(idsWith(wording)).not.toContain("sla/unknown-standard");
    expect(idsWith(wording)).not.toContain("ignore/unknown-rule");
    expect(idsWith(NO_WORDING)).toEqual(expect.arrayContaining(["sla/unknown-standard", "ignore/unknown-rule"]));
  },
);
