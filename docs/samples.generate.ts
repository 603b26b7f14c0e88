import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { table } from "../grammar/page-tables.ts";
import { exportScript } from "../server/export/export.ts";
import { fieldValue, type ScriptDocument } from "../server/model/document.ts";
import { Project } from "../server/model/project.ts";
import { UseIndex } from "../server/model/uses.ts";
import { lint } from "../server/rules/lint.ts";
import { readCoverage, samplePaths } from "./coverage.ts";

type Language = "zh" | "en";

/** Writes the picture of each sample and, in both languages, the page that lists the samples. */
export function generate(): { path: string; content: string }[] {
  const samples = readSamples();
  const pictures = samples.map(({ name, picture }) => ({ path: `docs/images/samples/${name}.svg`, content: picture }));
  const pages = (["zh", "en"] as const).map((language) => ({
    path: `docs/${language}/samples.md`,
    content: page(samples, language),
  }));
  return [...pictures, ...pages];
}

interface Sample {
  readonly name: string;
  readonly path: string;
  readonly language: Language;
  readonly title: string;
  /** What the script says of itself. */
  readonly description: string;
  readonly picture: string;
}

function readSamples(): readonly Sample[] {
  const uses = new UseIndex();
  const project = new Project({}, uses);
  const paths = [...samplePaths()];
  const documents = new Map<string, ScriptDocument>();
  for (const [, path] of paths) {
    const document = project.set(pathToFileURL(path).href, readFileSync(path, "utf8"));
    uses.add(document);
    documents.set(path, document);
  }
  return paths.map(([name, path]) => {
    const document = documents.get(path)!;
    const language: Language = path.startsWith("samples/zh/") ? "zh" : "en";
    const { findings } = lint(project, document, { today: "2026-01-01" });
    const options = { format: "svg", detail: "turns", theme: "light", language } as const;
    return {
      name,
      path,
      language,
      title: document.text.match(/^# (.*)$/m)?.[1] ?? name,
      description: fieldValue(document.script.fields, "description")!.replace(/^[a-z]/, (first) => first.toUpperCase()),
      picture: exportScript(project, document, findings, options),
    };
  });
}

const WORDS = {
  zh: {
    title: "样例",
    other: "[English](../en/samples.md)",
    lead: "这里的话术都能拿去改成你们自己的：换掉单位和商品，改几句话，再查一遍。除了名字带“改前”“实录”的反面教材，每一份都查不出问题，都有客户说“不”的一条分支。多份话术共用的句子只写在公共话术里。",
    example: "点一份看它的流程图，比如“投诉六步”：",
    own: "中文话术",
    others: "英文话术",
    script: "话术",
    shows: "讲什么",
    picture: "流程图",
    see: "看图",
    shown: "投诉六步",
    needs: "哪份样例满足哪条要求，见[标准要求什么，在哪里查](coverage.md)。",
  },
  en: {
    title: "Samples",
    other: "[中文](../zh/samples.md)",
    lead: "These scripts are there to be made yours: put in your company and your goods, change a few lines, and check again. Apart from those called “before” or 改前 and 实录, which are bad on purpose, nothing is found in any of them, and each has a branch on which the customer says no. Sentences that several scripts need stand in one shared file.",
    example: "Each has a picture of its flow, such as “A complaint in six steps”:",
    own: "In English",
    others: "In Chinese",
    script: "Script",
    shows: "What it shows",
    picture: "Picture",
    see: "picture",
    shown: "complaint-in-six-steps",
    needs: "Which sample shows what, and which norm it keeps: [what the standards ask](coverage.md).",
  },
} as const;

function page(samples: readonly Sample[], language: Language): string {
  const words = WORDS[language];
  const { flows, scripts } = readCoverage();
  const rows = new Map(flows.flatMap((row) => (row.samples ?? []).map((name) => [name, row[language]])));
  const list = (own: boolean) =>
    table(
      [words.script, words.shows, words.picture],
      samples
        .filter((sample) => (sample.language === language) === own)
        .map(({ name, path, title, description }) => [
          `[${own ? title : name}](../../${path})`,
          own ? description : (scripts[name] ?? rows.get(name)!),
          `[${words.see}](../images/samples/${name}.svg)`,
        ]),
    );
  const shown = samples.find(({ name }) => name === words.shown)!;
  return [
    "<!-- Generated from the samples by samples.generate.ts (npm run generate). Do not edit. -->",
    `# ${words.title}`,
    words.other,
    words.lead,
    words.needs,
    `## ${words.own}`,
    list(true),
    `## ${words.others}`,
    list(false),
    words.example,
    `![${shown.title}](../images/samples/${shown.name}.svg)`,
  ]
    .join("\n\n")
    .concat("\n");
}
