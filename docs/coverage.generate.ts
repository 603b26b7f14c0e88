import { readFileSync } from "node:fs";
import { table } from "../grammar/page-tables.ts";
import { builtInStandards, nameOf } from "../server/model/standards.ts";
import { RULES } from "../server/rules/index.ts";
import { type Row, readCoverage, samplePaths } from "./coverage.ts";
import { anchorsOf } from "./headings.ts";

type Language = "zh" | "en";

/** Writes the page that says, for everything that service manuals ask for, where it is checked. */
export function generate(): { path: string; content: string }[] {
  return (["zh", "en"] as const).map((language) => ({ path: `docs/${language}/coverage.md`, content: page(language) }));
}

const WORDS = {
  zh: {
    title: "标准要求什么，在哪里查",
    other: "[English](../en/coverage.md)",
    lead: "客服手册里的要求，一条一行：由哪条规则查，哪份样例做给你看。规则名连到[规则手册](../../server/rules/RULES.md)，样例连到话术原文，样例的流程图见[样例](samples.md)。",
    forbidden: "服务禁语",
    etiquette: "服务礼仪：什么话、什么时候、每条路上都要有",
    times: "时间",
    standards: "各标准的时限",
    limits:
      "标准里的每一条时限都这样查：承诺或动作超出由 {exceeds} 报告，放宽由 {loosened} 报告，加起来超出由 {chain} 报告；要告诉客户的，哪条路上没说由 {missing} 报告。",
    flows: "流程",
    row: "编号",
    asked: "要求",
    said: "会报告的说法",
    rules: "由谁查",
    samples: "样例",
    standard: "标准",
    flow: "流程",
    comma: "、",
  },
  en: {
    title: "What the standards ask, and where it is checked",
    other: "[中文](../zh/coverage.md)",
    lead: "What service manuals ask for, a row each: which rule watches it, and which sample shows how it is done. Rules lead to [the manual](../../server/rules/RULES.md#the-rules), samples to the scripts themselves; their pictures are among [the samples](samples.md).",
    forbidden: "Forbidden responses",
    etiquette: "Etiquette: what has to be said, and when, on every path",
    times: "Times",
    standards: "The limits of the standards",
    limits:
      "Every limit of a standard is watched in the same way: a promise or an action beyond it is reported by {exceeds}, a script that loosens it by {loosened}, limits that add up to too much by {chain}; where the customer has to be told, a path that does not is reported by {missing}.",
    flows: "Calls",
    row: "No.",
    asked: "What is asked",
    said: "What is reported",
    rules: "Watched by",
    samples: "Samples",
    standard: "Standard",
    flow: "Call",
    comma: ", ",
  },
} as const;

function page(language: Language): string {
  const words = WORDS[language];
  const coverage = readCoverage();
  const toRule = ruleLinks(language);
  const toStandard = standardLinks(language);
  const paths = samplePaths();
  const list = (items: readonly string[] = [], link: (name: string) => string) => items.map(link).join(words.comma);
  const toSample = (name: string) => `[${name}](../../${paths.get(name) ?? `samples/${name}`})`;
  const watchers = ({ rules, standards }: Row) =>
    [list(rules, toRule), list(standards, toStandard)].filter((cell) => cell !== "").join(words.comma);
  const limits = words.limits.replace(/\{(\w+)\}/g, (_, name: string) => toRule(`sla/${name}`));
  return [
    "<!-- Generated from coverage.yaml by coverage.generate.ts (npm run generate). Do not edit. -->",
    `# ${words.title}`,
    words.other,
    words.lead,
    `## ${words.forbidden}`,
    table(
      [words.row, words.asked, words.said, words.rules],
      coverage.forbidden.map((row) => [row.id, row[language], row.said?.[language] ?? "", watchers(row)]),
    ),
    `## ${words.etiquette}`,
    table(
      [words.row, words.asked, words.rules, words.samples],
      coverage.etiquette.map((row) => [row.id, row[language], watchers(row), list(row.samples, toSample)]),
    ),
    `## ${words.times}`,
    table(
      [words.row, words.asked, words.rules, words.samples],
      coverage.times.map((row) => [row.id, row[language], watchers(row), list(row.samples, toSample)]),
    ),
    `### ${words.standards}`,
    limits,
    table(
      [words.standard, words.samples],
      Object.entries(coverage.standards).map(([id, samples]) => [toStandard(id), list(samples, toSample)]),
    ),
    `## ${words.flows}`,
    table(
      [words.row, words.flow, words.samples],
      coverage.flows.map((row) => [row.id, row[language], list(row.samples, toSample)]),
    ),
  ]
    .join("\n\n")
    .concat("\n");
}

/** Links to a rule's place in the manual, which has each rule in Chinese first and in English then. */
function ruleLinks(language: Language): (id: string) => string {
  const anchors = anchorsOf(readFileSync("server/rules/RULES.md", "utf8"));
  const titles = new Map(RULES.map(({ id, title }) => [id, title[language]]));
  return (id) => {
    const anchor = anchors.get(id.replace("/", ""))?.[language === "zh" ? 0 : 1];
    return `[\`${id}\`](../../server/rules/RULES.md#${anchor} "${titles.get(id)}")`;
  };
}

/** Links to a standard's table of limits. */
function standardLinks(language: Language): (id: string) => string {
  const names = new Map(builtInStandards().map(({ id, names }) => [id, nameOf(names)[language]]));
  return (id) => {
    const [anchor] = anchorsOf(`### ${names.get(id)} \`${id}\``).keys();
    return `[${names.get(id)}](standards.md#${anchor})`;
  };
}
