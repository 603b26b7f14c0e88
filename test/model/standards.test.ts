import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readDocument } from "../../server/model/document.ts";
import { brokenChains, chainsTo } from "../../server/model/limit-chain.ts";
import { fieldLimits, limitsFor } from "../../server/model/limits.ts";
import { Project } from "../../server/model/project.ts";
import { eventNamed, eventOfAction } from "../../server/model/standard-events.ts";
import { builtInStandards, commonEvents, standardsOf } from "../../server/model/standards.ts";
import { actionsOf } from "../../server/model/symbols.ts";
import { print } from "../../server/model/time.ts";
import { lint } from "../../server/rules/lint.ts";
import { unmark } from "../support/marks.ts";

const read = (text: string) => readDocument("test:", text);

/** A limit in short: event, what it is counted from, how long. */
const inShort = ({ event, anchor, otherwise, value }: ReturnType<typeof limitsFor>[number]) =>
  `${event.id} <- ${[anchor?.id ?? "the call", ...(otherwise ? [otherwise.id] : [])].join(" | ")}: ${print(value, "en")}`;

/** The tables of the manuals, by hand. */
const TABLE: Readonly<Record<string, { zh: string; en: string; limits: readonly string[] }>> = {
  "purchase-inquiry": {
    zh: "购买咨询应答",
    en: "purchase inquiry",
    limits: [
      "answer <- the call: within 3 rings",
      "solve <- the call: on the spot",
      "pass-to-centre <- hang-up: within 30 minutes",
      "centre-reply <- pass-to-centre: within 3 hours",
      "reply <- hang-up: within 24 hours",
    ],
  },
  "complaint-response": {
    zh: "投诉问题应答",
    en: "complaint response",
    limits: [
      "answer <- the call: within 3 rings",
      "agreed-reply <- hang-up: within half an hour",
      "notify <- hang-up: within 10 minutes",
      "reply <- notify: within 20 minutes",
      "supervise <- hang-up: within 12 hours",
      "follow-up <- hang-up: within 24 hours",
    ],
  },
  "purchase-callback": {
    zh: "购买后回访",
    en: "purchase callback",
    limits: [
      "callback-1 <- purchase: within 3 days",
      "callback-2 <- purchase: within 10 days",
      "callback-3 <- purchase: within 30 days",
      "state-purpose <- connection: within 5 seconds",
      "pass-on <- hang-up: within 1 hour",
      "callback-about-solution <- hang-up: within 24 hours",
    ],
  },
  "repair-callback": {
    zh: "维修后回访",
    en: "repair callback",
    limits: [
      "callback-1 <- repair: within 3 days",
      "callback-2 <- repair: within 10 days",
      "callback-3 <- repair: within 30 days",
      "state-purpose <- connection: within 10 seconds",
      "pass-on <- hang-up: within 1 hour",
      "callback-about-solution <- hang-up: within 24 hours",
    ],
  },
  "rescue-call": {
    zh: "用户救援",
    en: "rescue call",
    limits: [
      "answer <- the call: within 3 rings",
      "agreed-reply <- hang-up: within half an hour",
      "notify <- hang-up: within 10 minutes",
      "reply <- notify: within 20 minutes",
      "supervise <- hang-up: within 12 hours",
      "follow-up <- hang-up: within 24 hours",
    ],
  },
  restaurant: {
    zh: "餐厅服务",
    en: "restaurant service",
    limits: [
      "welcome <- seat: within 2 minutes",
      "serve-drinks <- order-drinks: within 4 minutes",
      "offer-refill <- first-glass: within 5 minutes",
      "ask-order <- serve-drinks | seat: within 4 minutes",
      "serve-starters <- order: within 5 minutes",
      "serve-main <- order: within 10 minutes",
      "serve-dessert <- clear: within 5 minutes",
      "bring-bill <- serve-dessert | clear: within 4 minutes",
      "collect-payment <- put-down-payment: within 2 minutes",
    ],
  },
  "phone-etiquette": { zh: "电话礼仪", en: "phone etiquette", limits: ["answer <- the call: within 2–3 rings"] },
};

describe("the built-in standards", () => {
  it("are those of the manuals", () => {
    expect(builtInStandards().map(({ id }) => id)).toEqual(Object.keys(TABLE).sort());
  });

  it.each(Object.entries(TABLE))(
    "%s has the limits of the table, whichever name adopts it",
    (id, { zh, en, limits }) => {
      for (const field of [`标准: ${zh}`, `標準：${zh}`, `standard: ${en.toUpperCase()}`, `standard: ${id}`]) {
        const document = read(`${field}\n\n## 开场\n客服: 您好。`);
        expect(standardsOf(document).map((standard) => standard.id)).toEqual([id]);
        expect(limitsFor(document).map(inShort)).toEqual(limits);
      }
    },
  );

  it("say what else the manuals say of a limit", () => {
    const [complaint, rescue] = ["complaint-response", "rescue-call"].map(
      (id) => builtInStandards().find((standard) => standard.id === id)!,
    );
    const note = (standard: typeof complaint, event: string) =>
      standard?.limits.find((limit) => limit.event.id === event)?.note;
    expect(note(complaint, "supervise")).toEqual({ zh: "一般在3到12小时之间", en: "usually after 3 to 12 hours" });
    expect(note(complaint, "reply")?.zh).toContain("不是解决的结果");
    expect(note(rescue, "notify")?.en).toContain("who solves");
  });

  it("name the limits that the customer has to be told", () => {
    const told = builtInStandards().flatMap(({ id, limits }) =>
      limits.filter((limit) => limit.told).map((limit) => `${id} ${limit.event.id}`),
    );
    expect(told).toEqual(["complaint-response agreed-reply", "purchase-inquiry reply", "rescue-call agreed-reply"]);
  });

  it("can be kept: no chain of limits is longer than that for the whole", () => {
    for (const { limits } of builtInStandards()) expect(brokenChains(limits)).toEqual([]);
  });

  it("use no word for two events", () => {
    for (const { id, events } of builtInStandards()) {
      const words = events.flatMap((event) => [...event.words.zh, ...event.words.en]);
      expect(
        words.filter((word, index) => words.indexOf(word) !== index),
        id,
      ).toEqual([]);
    }
    const common = commonEvents().flatMap(({ words }) => [...words.zh, ...words.en]);
    expect(common.filter((word, index) => common.indexOf(word) !== index)).toEqual([]);
  });
});

describe("the limits of a script", () => {
  const limits = (text: string, step = -1) => {
    const document = read(text);
    return limitsFor(document, document.script.steps[step]).map(inShort);
  };

  it("are none where it neither adopts nor sets any", () => {
    expect(limits("# 断线\n\n## 开场\n客服: 我半小时内回电。")).toEqual([]);
  });

  it("are its own where it adopts no standard", () => {
    expect(limits("时限 回复: 通知后20分钟内\n时限 送样: 3天内\n\n## 开场\n客服: 您好。")).toEqual([
      "reply <- notify: within 20 minutes",
      "script:送样 <- the call: within 3 days",
    ]);
  });

  it("are tightened by fields, counted as the standard counts them where a field does not say", () => {
    const tightened = limits("标准: 投诉问题应答\n时限 回复: 15分钟内\n时限 约定: 25分钟内\n\n## 开场\n客服: 您好。");
    expect(tightened).toContain("reply <- notify: within 15 minutes");
    expect(tightened).toContain("agreed-reply <- hang-up: within 25 minutes");
    expect(tightened).toHaveLength(6);
  });

  it("are not loosened by fields", () => {
    expect(limits("标准: 投诉问题应答\n时限 回复: 40分钟内\n时限 回访: 3天后\n\n## 开场\n客服: 您好。")).toEqual(
      TABLE["complaint-response"]!.limits,
    );
  });

  it("hold beside those of the standard where they are counted from something else", () => {
    const all = limits("标准: 投诉问题应答\n时限 回复: 挂机后25分钟内\n\n## 开场\n客服: 您好。");
    expect(all).toContain("reply <- notify: within 20 minutes");
    expect(all).toContain("reply <- hang-up: within 25 minutes");
  });

  it("hold in one step where they stand under its heading", () => {
    const text = "标准: 投诉问题应答\n\n## 开场\n客服: 您好。\n\n## 登记\n时限 通知: 5分钟内\n[通知 维修部]";
    expect(limits(text)).toContain("notify <- hang-up: within 10 minutes");
    expect(limits(text, 0)).toContain("notify <- hang-up: within 10 minutes");
    expect(limits(text, 1)).toContain("notify <- hang-up: within 5 minutes");
  });

  it("are those of all standards that it adopts, each with its source", () => {
    const document = read("标准: 投诉问题应答、电话礼仪，complaint response\n\n## 开场\n客服: 您好。");
    const answer = limitsFor(document).filter(({ event }) => event.id === "answer");
    expect(answer.map(({ standard }) => standard?.id)).toEqual(["complaint-response", "phone-etiquette"]);
  });

  it("hold beside those of the standard where the units do not mix, or only the calendar can tell", () => {
    for (const [said, own] of [
      ["1个工作日内", "hang-up: within 1 working day"],
      ["今天17点前", "the call: by 5 pm today"],
    ]) {
      const all = limits(`标准: 投诉问题应答\n时限 回访: ${said}\n\n## 开场\n客服: 您好。`);
      expect(all).toContain("follow-up <- hang-up: within 24 hours");
      expect(all).toContain(`follow-up <- ${own}`);
    }
  });

  it("know the scenario for which the standard is made, unless the script names another", () => {
    expect(read("标准: 用户救援\n\n## 开场\n客服: 您好。").facts.scenario).toBe("rescue");
    expect(read("标准: 用户救援\n场景: 投诉\n\n## 开场\n客服: 您好。").facts.scenario).toBe("complaint");
    expect(read("标准: 用户救援、餐厅服务\n\n## 开场\n客服: 您好。").facts.scenario).toBeUndefined();
  });
});

describe("what standards demand of calls", () => {
  const demanded = (text: string) => {
    const project = new Project();
    const { findings } = lint(project, project.set("test:", text), { today: "2026-01-01" });
    return findings
      .filter(({ ruleId }) => /^(?:standard|ignore)\//.test(ruleId))
      .map(({ ruleId, span }) => ({ ruleId, ...span }));
  };
  const files = globSync("server/standards/*.yaml").map((path) => parse(readFileSync(path, "utf8")));
  const demands = files.flatMap(({ id, obligations = [] }) =>
    obligations.map((obligation: { id: string; examples: { bad: string; good: string } }) => ({
      standard: id,
      ...obligation,
    })),
  );

  it("is only what no rule of its own says", () =>
    expect(demands.map(({ standard, id }) => `${standard} ${id}`).sort()).toEqual([
      "complaint-response repeat-complaint-recorded",
      "rescue-call repeat-complaint-recorded",
    ]));

  it.each(demands)(
    "$standard: $id is found in its bad example, and not in the good one",
    ({ standard, id, examples }) => {
      const head = `标准: ${standard}\n\n`;
      const { text, spans } = unmark(head + examples.bad);
      expect(demanded(text)).toEqual(spans.map((span) => ({ ruleId: `standard/${id}`, ...span })));
      expect(demanded(head + examples.good)).toEqual([]);
      // Whoever does not adopt the standard is asked nothing.
      expect(demanded(unmark(examples.bad).text)).toEqual([]);
    },
  );

  it("counts once where two standards demand it, and can be ignored by its id", () => {
    const script = (line: string) => `标准: 投诉问题应答、用户救援\n\n## 回访\n${line}[事件 再投诉]\n-> 结束`;
    expect(demanded(script(""))).toHaveLength(1);
    expect(demanded(script("// 忽略 standard/repeat-complaint-recorded: 由系统记录\n"))).toEqual([]);
  });
});

describe("events", () => {
  it.each([
    ["购买后回访", "回访(2)", "callback-2"],
    ["购买后回访", "回访（2）", "callback-2"],
    ["购买后回访", "第二次回访", "callback-2"],
    ["purchase-callback", "Second callback", "callback-2"],
    ["purchase-callback", "callback (2)", "callback-2"],
    ["餐厅服务", "上主菜", "serve-main"],
    ["餐厅服务", "飲料上好", "serve-drinks"],
    ["restaurant", "the main course", "serve-main"],
    ["投诉问题应答", "再投诉", "repeat-complaint"],
    ["投诉问题应答", "上主菜", undefined],
  ])("in %s, %s is %s", (standard, words, id) => {
    expect(eventNamed(read(`标准: ${standard}\n\n## 开场\n客服: 您好。`), words)?.id).toBe(id);
  });

  it.each([
    ["投诉问题应答", "[通知 维修部 10分钟内]", "notify"],
    ["投诉问题应答", "[回电 半小时内: 告知通知结果]", "reply"],
    ["投诉问题应答", "[回访]", "follow-up"],
    ["投诉问题应答", "[事件 再投诉]", "repeat-complaint"],
    ["购买后回访", "[事件 回访(2) 购买后10天内]", "callback-2"],
    ["购买后回访", "[回访(2)]", "callback-2"],
    ["购买后回访", "[回访（3） 购买后30天内: 了解使用情况]", "callback-3"],
    ["购买后回访", "[回访 解决情况]", "callback-about-solution"],
    ["purchase-callback", "[follow-up (2)]", "callback-2"],
    // Which of the three it is, nobody can tell.
    ["购买后回访", "[回访]", undefined],
    ["餐厅服务", "[事件 上主菜 点菜后10分钟内]", "serve-main"],
    ["餐厅服务", "[事件 上热汤]", "script:上热汤"],
    ["电话礼仪", "[派单 维修部]", "dispatch"],
    ["电话礼仪", "[停顿]", undefined],
  ])("in %s, %s is %s", (standard, line, id) => {
    const document = read(`标准: ${standard}\n\n## 开场\n${line}`);
    expect(document.errors).toEqual([]);
    expect(eventOfAction(document, [...actionsOf(document)][0]!)?.id).toBe(id);
  });
});

describe("chains", () => {
  const chains = (text: string, event: string) =>
    chainsTo(limitsFor(read(`${text}\n\n## 开场\n客服: 您好。`)), event).map(
      ({ from, links, total }) =>
        `${from?.id ?? "the call"} > ${links.map((link) => link.event.id).join(" > ")}: ${print(total, "en")}`,
    );

  it("add up what follows one another", () => {
    expect(chains("标准: 投诉问题应答", "reply")).toEqual([
      "notify > reply: within 20 minutes",
      "hang-up > notify > reply: within 30 minutes",
    ]);
  });

  it("go both ways where an anchor has a second", () => {
    expect(chains("标准: 餐厅服务", "ask-order")).toEqual([
      "serve-drinks > ask-order: within 4 minutes",
      "seat > ask-order: within 4 minutes",
      "order-drinks > serve-drinks > ask-order: within 8 minutes",
    ]);
  });

  it("end where units do not mix, and where they would go round", () => {
    expect(chains("时限 通知: 1个工作日内\n时限 回复: 通知后20分钟内", "reply")).toEqual([
      "notify > reply: within 20 minutes",
    ]);
    expect(chains("时限 通知: 回复后1小时内\n时限 回复: 通知后20分钟内", "reply")).toEqual([
      "notify > reply: within 20 minutes",
      "reply > notify > reply: within 80 minutes",
    ]);
  });

  it("take no time to speak of, however many there are", () => {
    const words = Array.from({ length: 300 }, (_, index) => `事${index}`);
    const fields = words.flatMap((word, index) =>
      [1, 2, 3].map((step) => `时限 ${word}: ${words[(index + step * 7) % 300]}后${step}分钟内`),
    );
    const limits = limitsFor(read(`${fields.join("\n")}\n\n## 开场\n客服: 您好。`));
    expect(limits).toHaveLength(900);
    expect(chainsTo(limits, "script:事0")).toHaveLength(200);
  });
});

it("a field that cannot be read, or says of nothing, limits nothing", () => {
  expect(fieldLimits(read("时限 回复: 尽快\n时限: 20分钟内\n时限 回访:\n\n## 开场\n客服: 您好。"))).toEqual([]);
});
