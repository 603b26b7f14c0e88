import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { CONFIGURATION, Configurations } from "../server/config/configurations.ts";
import { configure } from "../server/config/configure.ts";
import { limitsFor } from "../server/model/limits.ts";
import { Project } from "../server/model/project.ts";
import { RULES } from "../server/rules/index.ts";
import { lint } from "../server/rules/lint.ts";
import { faultsOf } from "./support/json-schema.ts";
import { configurationOf, listSource, problemsOf } from "./support/own-words.ts";
import { describePage } from "./support/worked-examples.ts";

/** The rules about limits themselves, of which the pages speak. */
const ABOUT_LIMITS: ReadonlySet<string> = new Set(
  ["unknown-standard", "unknown-event", "loosened", "unmeasurable", "ambiguous-unit", "chain", "unreadable-limit"].map(
    (name) => `sla/${name}`,
  ),
);

const REFUND = `id: refund-response
zh: [退款应答, 退款]
en: refund response
channel: [电话, 在线]
scenario: 投诉
events:
  - { zh: 审核通过, en: approval }
  - { zh: 打款, en: payout, actions: [record], promises: [退款] }
limits:
  - { event: 审核通过, limit: 挂机后1个工作日内 }
  - event: 打款
    limit: { zh: 审核通过后2个工作日内, en: within 2 working days of approval }
    note: 节假日顺延
    told: true
obligations:
  - id: payout-recorded
    response: { when: 事件 payout, response: 动作 记录 }
`;

/** The limits and findings of a script beside a configuration and its files; `sla/` and `own/` findings with their words. */
async function judged(files: Readonly<Record<string, string>>, text: string) {
  const project = new Project();
  const uri = "file:///scripts/calls.sscript";
  project.set(uri, text);
  await configure(project, uri, new Configurations(listSource(files)));
  const document = project.get(uri)!;
  const { findings, crashes } = lint(project, document, { today: "2026-01-01" });
  expect(crashes).toEqual([]);
  return {
    limits: limitsFor(document).map(({ words }) => words.zh),
    english: limitsFor(document).map(({ words }) => words.en),
    scenario: document.facts.scenario,
    found: findings
      .filter(({ ruleId }) => /^(?:sla|own)\//.test(ruleId))
      .map(({ ruleId, span }) => `${ruleId} ${text.slice(span.start, span.end)}`),
  };
}

const script = (head: string, body = "客服: 您好。") => `${head}\n\n## 开场\n${body}`;

describe("an organisation's own standards", () => {
  it.each([
    ["a file", { [CONFIGURATION]: "standards: [标准/退款.yaml]\n", "标准/退款.yaml": REFUND }],
    ["the configuration", { [CONFIGURATION]: `standards:\n  - ${REFUND.trimEnd().replaceAll("\n", "\n    ")}\n` }],
  ])("are adopted from %s", async (_, files) => {
    expect(problemsOf(await configurationOf(files))).toEqual([]);
    for (const name of ["退款应答", "退款", "Refund-Response", "refund response"]) {
      const { limits, english, scenario, found } = await judged(files, script(`标准: ${name}`));
      expect(limits).toEqual(["挂机后1个工作日内", "审核通过后2个工作日内"]);
      expect(english).toEqual(["within 1 working day of hang-up", "within 2 working days of approval"]);
      expect(scenario).toBe("complaint");
      expect(found).toEqual([]);
    }
  });

  const files = { [CONFIGURATION]: "standards: [a.yaml]\n", "a.yaml": REFUND };

  it("are tightened and loosened like the built-in ones", async () => {
    const { limits, found } = await judged(
      files,
      script("标准: 退款\n时限 打款: 1个工作日内\n时限 审核通过: 2个工作日内"),
    );
    expect(limits).toEqual(["挂机后1个工作日内", "审核通过后1个工作日内"]);
    expect(found).toEqual(["sla/loosened 2个工作日内"]);
  });

  it("count working days, so that 天 may be either", async () => {
    const { found } = await judged(
      files,
      script("标准: 退款应答\n时限 打款: 2天内\n时限 送达: 5天内\n时限 发货: 5个自然日内"),
    );
    expect(found).toEqual(["sla/ambiguous-unit 2天内", "sla/ambiguous-unit 5天内"]);
  });

  it("count working days, so that a promise in 天 may be either", async () => {
    const { found } = await judged(
      files,
      script("标准: 退款应答", "客服: 我会在2天内给您退款。\n客服: 我会在3天内给您发货。"),
    );
    expect(found.filter((line) => line.startsWith("sla/ambiguous-unit"))).toEqual(["sla/ambiguous-unit 2天内"]);
  });

  it("demand of the scripts that adopt them, and of no others", async () => {
    const body = "[事件 打款]\n客服: 您好。";
    expect((await judged(files, script("标准: 退款应答", body))).found).toEqual(["own/payout-recorded [事件 打款]"]);
    expect((await judged(files, script("标准: 退款应答", "[事件 payout]\n客服: 您好。"))).found).toEqual([
      "own/payout-recorded [事件 payout]",
    ]);
    expect((await judged(files, script("标准: 退款应答", `[事件 payout]\n[记录 打款]`))).found).toEqual([]);
    expect((await judged(files, script("标准: 电话礼仪", body))).found).toEqual([]);
  });

  it("say nothing about scripts that adopt none", async () => {
    const { limits, found } = await judged(files, script("时限 打款: 20天内", "[事件 打款]\n客服: 您好。"));
    expect([limits, found]).toEqual([["20天内"], []]);
  });

  it("take the place of a built-in one with the same name", async () => {
    const own = "id: our-etiquette\nzh: 电话礼仪\nlimits: [{ event: 接起, limit: 铃响2声内 }]\n";
    const { limits } = await judged(
      { [CONFIGURATION]: "standards: [a.yaml]\n", "a.yaml": own },
      script("标准: 电话礼仪"),
    );
    expect(limits).toEqual(["铃响2声内"]);
  });

  it("are named when a script misspells them", async () => {
    expect((await judged(files, script("标准: 退款应达"))).found).toEqual(["sla/unknown-standard 退款应达"]);
  });
});

describe("what is wrong with a standard is told where it stands", () => {
  const limit = (text: string, more = "") => `id: a\nevents: [打款, 审核]\n${more}limits:\n  - ${text}\n`;
  it.each([
    ["a limit that is no time", limit("{ event: 打款, limit: 尽快 }"), ["a.yaml:4:25 config/limit ⟦尽快⟧"]],
    [
      "a limit without an end",
      limit("{ event: 打款, limit: 3天后 }"),
      ["a.yaml:4:25 config/limit-without-figure ⟦3天后⟧"],
    ],
    ["about", limit("{ event: 打款, limit: 大约3天内 }"), ["a.yaml:4:25 config/limit-without-figure ⟦大约3天内⟧"]],
    ["an unknown event", limit("{ event: 打宽, limit: 3天内 }"), ["a.yaml:4:14 config/unknown-limit-event ⟦打宽⟧"]],
    [
      "an unknown anchor",
      limit("{ event: 打款, limit: 签字后3天内 }"),
      ["a.yaml:4:25 config/unknown-limit-event ⟦签字后3天内⟧"],
    ],
    [
      "two languages that differ",
      limit("{ event: 打款, limit: { zh: 3天内, en: within 2 days } }"),
      ["a.yaml:4:25 config/two-limits ⟦{ zh: 3天内, en: within 2 days }⟧"],
    ],
    ["an unknown key", limit("{ event: 打款, limit: 3天内, limt: 1 }"), ["a.yaml:4:30 config/unknown-key ⟦limt⟧"]],
    ["no limits", "id: a\n", ["a.yaml:1:1 config/missing-key ⟦id: a\n⟧"]],
    ["an empty file", "", ["a.yaml:1:1 config/missing-key ⟦⟧", "a.yaml:1:1 config/missing-key ⟦⟧"]],
    ["no YAML", "id: [a\n", ["a.yaml:2:1 config/yaml ⟦⟧"]],
    [
      "an event twice",
      "id: a\nevents: [打款, 打款]\nlimits: [{ event: 打款, limit: 3天内 }]\n",
      ["a.yaml:2:14 config/duplicate-event ⟦打款⟧"],
    ],
    [
      "limits that nobody can keep at once",
      "id: a\nevents: [审核]\nlimits:\n  - { event: 审核, limit: 挂机后2天内 }\n  - { event: 退款, limit: 审核后2天内 }\n  - { event: 退款, limit: 挂机后3天内 }\n",
      ["a.yaml:6:25 config/limit-chain ⟦挂机后3天内⟧"],
    ],
    [
      "an obligation that means nothing",
      limit("{ event: 打款, limit: 3天内 }", "obligations: [{ id: b, existence: { of: 致谦 } }]\n"),
      ["a.yaml:3:41 config/unknown-event ⟦致谦⟧"],
    ],
    [
      "an example that shows nothing",
      limit(
        "{ event: 打款, limit: 3天内 }",
        "obligations: [{ id: b, existence: { of: 致歉 }, examples: { good: '客服: 您好。' } }]\n",
      ),
      ["a.yaml:3:65 config/good-example ⟦'客服: 您好。'⟧"],
    ],
  ])("%s", async (_, text, problems) => {
    expect(problemsOf(await configurationOf({ [CONFIGURATION]: "standards: [a.yaml]\n", "a.yaml": text }))).toEqual(
      problems,
    );
  });

  it.each([
    ["a file that is missing", "standards: [no.yaml]\n", [`${CONFIGURATION}:1:13 config/missing-list ⟦no.yaml⟧`]],
    ["a file of another kind", "standards: [a.csv]\n", [`${CONFIGURATION}:1:13 config/unknown-standard-file ⟦a.csv⟧`]],
    ["a file twice", "standards: [a.yaml, ./a.yaml]\n", [`${CONFIGURATION}:1:21 config/list-twice ⟦./a.yaml⟧`]],
    [
      "a name twice",
      "standards:\n  - a.yaml\n  - { id: b, zh: 退款应答, limits: [{ event: 退款, limit: 3天内 }] }\n",
      ["a.yaml:1:5 config/duplicate-standard ⟦refund-response⟧"],
    ],
    ["no list", "standards: a.yaml\n", [`${CONFIGURATION}:1:12 config/wrong-value ⟦a.yaml⟧`]],
  ])("%s", async (_, text, problems) => {
    expect(problemsOf(await configurationOf({ [CONFIGURATION]: text, "a.yaml": REFUND }))).toEqual(problems);
  });

  it("lets the other limits and standards hold", async () => {
    const files = {
      [CONFIGURATION]: "standards: [a.yaml, b.yaml]\n",
      "a.yaml": "id: a\nlimits:\n  - { event: 退款, limit: 尽快 }\n  - { event: 回复, limit: 1小时内 }\n",
      "b.yaml": REFUND,
    };
    expect((await judged(files, script("标准: a、退款应答"))).limits).toEqual([
      "1小时内",
      "挂机后1个工作日内",
      "审核通过后2个工作日内",
    ]);
  });

  it("bounds how many there may be", async () => {
    const many = Array.from({ length: 201 }, () => "  - { event: 退款, limit: 3天内 }\n").join("");
    const files = { [CONFIGURATION]: "standards: [a.yaml]\n", "a.yaml": `id: a\nlimits:\n${many}` };
    expect(problemsOf(await configurationOf(files)).map((line) => line.split(" ⟦")[0])).toEqual([
      "a.yaml:3:3 config/wrong-value",
    ]);
  });
});

describe("the schemas for editors", () => {
  const schema = (name: string) => JSON.parse(readFileSync(`client/schemas/${name}.json`, "utf8"));

  it("admit a standard, in its file and in the configuration", () => {
    expect(faultsOf(parse(REFUND), schema("standard"))).toEqual([]);
    expect(faultsOf({ standards: ["a.yaml", parse(REFUND)] }, schema("configuration"))).toEqual([]);
  });

  it("refuse what the checks refuse", () => {
    expect(faultsOf({ id: "a", limits: [{ event: "退款" }] }, schema("standard"))).not.toEqual([]);
    expect(faultsOf({ id: "a", limits: [{ event: "退款", limit: "3天内", limt: 1 }] }, schema("standard"))).not.toEqual(
      [],
    );
  });
});

for (const page of ["docs/zh/standards.md", "docs/en/standards.md"])
  describePage(
    page,
    6,
    RULES.filter(({ id }) => ABOUT_LIMITS.has(id)),
  );
