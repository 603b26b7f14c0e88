import { type CompletionItem, CompletionItemKind } from "vscode-languageserver";
import { IGNORES, lookUp } from "../../../grammar/index.ts";
import { RULES } from "../../rules/index.ts";
import { textToReader } from "../to-reader.ts";
import { keywordItems, type Remembered } from "./item.ts";
import type { WrittenLine } from "./line.ts";

/** In a comment: the words that make it an ignore comment, then the rules, those first that find something below. */
export function inComment(line: WrittenLine): CompletionItem[] {
  const words = line.before.replace(/^\s*(?:\/\/|／／)[ \t\u3000]*/, "");
  if (!/[ \t\u3000]/.test(words))
    return keywordItems(line, "ignore", CompletionItemKind.Keyword, words, " ", new Set(["until", "by"]));
  const [word = "", ...others] = words.split(/[ \t\u3000]+/);
  const scope = lookUp(IGNORES, word);
  if (scope !== "ignore" && scope !== "ignore-file") return [];
  if (/[:：]/.test(words)) return [];
  const typed = /[^\s,，、]*$/.exec(words)![0];
  const hasRules = others.slice(0, -1).some((other) => other.includes("/"));
  return [
    ...ruleItems(line, typed, new Set(others)),
    ...(hasRules
      ? keywordItems(line, "ignore", CompletionItemKind.Keyword, typed, " ", new Set(["ignore", "ignore-file"]))
      : []),
  ];
}

function ruleItems(line: WrittenLine, typed: string, taken: ReadonlySet<string>): CompletionItem[] {
  const { workspace, script } = line;
  const { findings } = workspace.judgeScript(script);
  const below = new Set(findings.filter(({ span }) => span.start >= line.offset).map(({ ruleId }) => ruleId));
  const nearest = findings.find(({ span }) => span.start >= line.offset)?.ruleId;
  const own = [...below].filter((id) => id.startsWith("own/"));
  const all = [
    ...RULES.map(({ id, title }) => ({ id, title: textToReader(workspace, title[workspace.language]) })),
    ...own.map((id) => ({ id, title: "" })),
  ];
  return all
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title }) => {
      const data: Remembered = { kind: "rule", id };
      const rank = id === nearest ? 0 : below.has(id) ? 1 : 2;
      return {
        label: id,
        kind: CompletionItemKind.Value,
        detail: title,
        filterText: `${id} ${title}`,
        sortText: `${rank}${id}`,
        textEdit: line.replace(typed, id),
        preselect: rank === 0,
        data,
      };
    });
}
