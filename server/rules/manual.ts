import { readExample } from "./example.ts";
import { lint } from "./lint.ts";
import type { AnyRule, Example, Finding } from "./rule.ts";

/** The manual's examples do not change from day to day. */
const TODAY = "2026-01-01";

const WORDS = {
  zh: {
    severity: { error: "错误", warning: "警告", information: "提示" },
    why: "为什么",
    fix: "怎么改",
    bad: "会报告",
    good: "不会报告",
    say: "例如",
  },
  en: {
    severity: { error: "error", warning: "warning", information: "information" },
    why: "Why",
    fix: "What to do",
    bad: "Reported",
    good: "Not reported",
    say: "For example",
  },
} as const;

/** A rule's page of the manual, as Markdown: the examples with the findings as the linter itself renders them. */
export async function explainRule(rule: AnyRule, language: "zh" | "en"): Promise<string> {
  const words = WORDS[language];
  const inLanguage = ({ text }: Example) => /[\u3400-\u9fff]/.test(text) === (language === "zh");
  const bad = Object.values(rule.messages).flatMap((message): readonly Example[] => message.bad);
  const good = rule.good.map((example) => (typeof example === "string" ? { text: example } : example));
  return [
    `## ${rule.id}`,
    `**${rule.title[language]}** (${words.severity[rule.severity]})`,
    `${words.why}: ${rule.why[language]}`,
    `${words.fix}: ${rule.fix[language]}`,
    `${words.bad}:`,
    ...(await Promise.all(bad.filter(inLanguage).map((example) => reported(rule, example, language)))),
    `${words.good}:`,
    ...good.filter(inLanguage).map(({ text }) => fence(text)),
  ].join("\n\n");
}

async function reported(rule: AnyRule, example: Example, language: "zh" | "en"): Promise<string> {
  const { project, document } = await readExample(example);
  const { findings } = lint(project, document, { today: TODAY, rules: [rule] });
  const said = findings
    .filter(({ ruleId }) => ruleId === rule.id)
    .map((finding) => line(finding, document.text, language));
  return `${fence(document.text)}\n\n${said.join("\n")}`;
}

function line({ span, message, say }: Finding, text: string, language: "zh" | "en"): string {
  const number = text.slice(0, span.start).split("\n").length;
  const instead = say[0] === undefined ? "" : ` ${WORDS[language].say}: ${say[0]}`;
  return `- ${number}: ${message[language]}${instead}`;
}

function fence(text: string): string {
  return `\`\`\`service-script\n${text}\n\`\`\``;
}
