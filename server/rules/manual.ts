import { Project } from "../model/project.ts";
import { lint } from "./lint.ts";
import type { AnyRule, Finding } from "./rule.ts";

const WORDS = {
  zh: {
    severity: { error: "错误", warning: "警告", information: "提示" },
    why: "为什么",
    fix: "怎么改",
    bad: "会报告",
    good: "不会报告",
    say: "改说",
  },
  en: {
    severity: { error: "error", warning: "warning", information: "information" },
    why: "Why",
    fix: "What to do",
    bad: "Reported",
    good: "Not reported",
    say: "Say",
  },
} as const;

/** A rule's page of the manual, as Markdown: the examples with the findings as the linter itself renders them. */
export function explainRule(rule: AnyRule, language: "zh" | "en"): string {
  const words = WORDS[language];
  const inLanguage = (text: string) => /[\u3400-\u9fff]/.test(text) === (language === "zh");
  const bad = Object.values(rule.messages).flatMap((message) => message.bad.map(({ text }) => text));
  return [
    `## ${rule.id}`,
    `**${rule.title[language]}** (${words.severity[rule.severity]})`,
    `${words.why}: ${rule.why[language]}`,
    `${words.fix}: ${rule.fix[language]}`,
    `${words.bad}:`,
    ...bad.filter(inLanguage).map((text) => example(rule, text.replace(/[⟦⟧]/g, ""), language)),
    `${words.good}:`,
    ...rule.good.filter(inLanguage).map((text) => fence(text)),
  ].join("\n\n");
}

function example(rule: AnyRule, text: string, language: "zh" | "en"): string {
  const project = new Project();
  const { findings } = lint(project, project.set("example:", text), [rule]);
  const said = findings.filter(({ ruleId }) => ruleId === rule.id).map((finding) => line(finding, text, language));
  return `${fence(text)}\n\n${said.join("\n")}`;
}

function line({ span, message, say }: Finding, text: string, language: "zh" | "en"): string {
  const number = text.slice(0, span.start).split("\n").length;
  const instead = say[0] === undefined ? "" : ` ${WORDS[language].say}: ${say[0]}`;
  return `- ${number}: ${message[language]}${instead}`;
}

function fence(text: string): string {
  return `\`\`\`service-script\n${text}\n\`\`\``;
}
