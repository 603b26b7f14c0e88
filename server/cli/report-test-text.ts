import pc from "picocolors";
import { columns } from "./columns.ts";
import { type CleanFigures, type FaultFigures, percent, type RuleFigures } from "./figures.ts";
import { isAlarm, type Verdict } from "./judge.ts";
import { printable, printableLine } from "./printable.ts";
import type { TestReporter, TestRun } from "./report-test.ts";
import { wordsToReader } from "./to-reader.ts";

/** The run for people: a table of categories, one of rules, what was missed and wrongly found, and the totals. */
export const reportTestText: TestReporter = (run, { language, most }) => {
  const words = wordsToReader(WORDS[language]);
  const { faults, clean, rules } = run.figures;
  const blocks = [
    faults.length > 0 ? table(words.faults, faults.map(faultRow)) : "",
    clean.length > 0 ? table(words.clean, clean.map(cleanRow)) : "",
    rules.length > 0 ? table(words.rules, rules.map(ruleRow)) : "",
    ...LISTED.map((listed) => listing(run, listed, most, language)),
    totals(run, language),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
};

const WORDS = {
  zh: {
    faults: ["应当发现", "话语", "本规则发现", "", "任一规则发现", ""],
    clean: ["不该发现", "话语", "误报", "", "提示"],
    rules: ["规则", "命中", "误报", "查准率", "提示", "其他类别"],
    missed: "漏掉的：",
    anotherRule: "只有别的规则发现的：",
    falseAlarm: "误报：",
    information: "合格话语里的提示（不算误报）：",
    more: (left: number) => `另有 ${left} 条，--misses all 全部列出。`,
  },
  en: {
    faults: ["to be found", "lines", "by its rule", "", "by any rule", ""],
    clean: ["to be passed", "lines", "false alarms", "", "information"],
    rules: ["rule", "hits", "false alarms", "precision", "information", "elsewhere"],
    missed: "Missed: ",
    anotherRule: "Found by another rule only: ",
    falseAlarm: "False alarms: ",
    information: "Information on polite lines (no false alarms): ",
    more: (left: number) => `${left} more; --misses all lists them.`,
  },
} as const;

/** A kind of utterance that is listed. */
interface Listed {
  readonly kind: "missed" | "anotherRule" | "falseAlarm" | "information";
  readonly colour: (text: string) => string;
  /** The findings to mark in an utterance of this kind; undefined for others. */
  readonly marks: (verdict: Verdict) => Verdict["findings"] | undefined;
}

const LISTED: readonly Listed[] = [
  { kind: "missed", colour: pc.red, marks: ({ outcome }) => (outcome === "missed" ? [] : undefined) },
  {
    kind: "anotherRule",
    colour: pc.yellow,
    marks: ({ outcome, findings }) => (outcome === "another-rule" ? findings : undefined),
  },
  {
    kind: "falseAlarm",
    colour: pc.red,
    marks: ({ outcome, findings }) => (outcome === "false-alarm" ? findings.filter(isAlarm) : undefined),
  },
  {
    kind: "information",
    colour: pc.blue,
    marks: ({ utterance, findings }) => {
      const information = findings.filter((finding) => !isAlarm(finding));
      return utterance.category.expects.kind === "clean" && information.length > 0 ? information : undefined;
    },
  },
];

function faultRow({ category, lines, found, foundByAny }: FaultFigures): string[] {
  return [
    category,
    String(lines),
    String(found),
    share(found, lines, "high"),
    String(foundByAny),
    share(foundByAny, lines, "high"),
  ];
}

function cleanRow({ category, lines, falseAlarms, information }: CleanFigures): string[] {
  return [category, String(lines), String(falseAlarms), share(falseAlarms, lines, "low"), String(information)];
}

function ruleRow({ rule, hits, falseAlarms, precision, information, elsewhere }: RuleFigures): string[] {
  const shown = precision === undefined ? "–" : `${precision}%`;
  return [rule, String(hits), String(falseAlarms), shown, String(information), String(elsewhere)];
}

function share(part: number, whole: number, better: "high" | "low"): string {
  const value = percent(part, whole, better);
  return value === undefined ? "–" : `${value}%`;
}

/** Rows under their heads: names to the left, figures to the right. */
function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [heads, ...rows].map((row) => row.map(printable));
  const widths = heads.map((_, column) => Math.max(...all.map((row) => columns(row[column]!))));
  const lines = all.map((row) =>
    row
      .map((cell, column) => {
        const blank = " ".repeat(widths[column]! - columns(cell));
        return column === 0 ? cell + blank : blank + cell;
      })
      .join("  ")
      .trimEnd(),
  );
  return [pc.dim(lines[0]!), ...lines.slice(1)].join("\n");
}

/** The utterances of one kind with file and line, the words that were found in ⟦…⟧, and by which rules. */
function listing({ lists }: TestRun, { kind, colour, marks }: Listed, most: number, language: "zh" | "en"): string {
  const words = wordsToReader(WORDS[language]);
  const entries = lists.flatMap(({ path, verdicts }) =>
    verdicts.flatMap((verdict) => {
      const marked = marks(verdict);
      return marked === undefined ? [] : [{ path, verdict, marked }];
    }),
  );
  if (entries.length === 0) return "";
  const lines = entries.slice(0, most).map(({ path, verdict: { utterance }, marked }) => {
    const rules = [...new Set(marked.map(({ ruleId }) => ruleId))].join(" ");
    const category = printable(utterance.category.name);
    const labels = rules === "" ? category : `${category} → ${rules}`;
    return `  ${printable(path)}:${utterance.line}  ${excerpt(utterance.text, marked)}  ${pc.dim(labels)}`;
  });
  if (entries.length > most) lines.push(`  ${words.more(entries.length - most)}`);
  return [colour(`${words[kind]}${entries.length}`), ...lines].join("\n");
}

/** Units of an utterance that are shown at most; a longer one is cut around what was found. */
const SHOWN = 100;
const LEAD = 30;

function excerpt(text: string, marked: Verdict["findings"]): string {
  const first = marked[0]?.span.start ?? 0;
  const from = text.length > SHOWN && first > LEAD ? first - LEAD : 0;
  const to = Math.min(text.length, from + SHOWN);
  const signs: { at: number; sign: string }[] = [];
  for (const { span } of marked) signs.push({ at: span.start, sign: "⟦" }, { at: span.end, sign: "⟧" });
  let shown = "";
  let done = from;
  for (const { at, sign } of signs.sort((a, b) => a.at - b.at)) {
    if (at > to) break;
    shown += text.slice(done, at) + sign;
    done = at;
  }
  shown += text.slice(done, to);
  return `${from > 0 ? "…" : ""}${printableLine(shown)}${to < text.length ? "…" : ""}`;
}

function totals({ lists, figures: { allFaults, allClean } }: TestRun, language: "zh" | "en"): string {
  const skipped = lists.reduce((sum, list) => sum + list.skipped, 0);
  const all = allFaults.lines + allClean.lines;
  const recall = share(allFaults.found, allFaults.lines, "high");
  const byAny = share(allFaults.foundByAny, allFaults.lines, "high");
  const alarms = share(allClean.falseAlarms, allClean.lines, "low");
  return language === "zh"
    ? [
        `检验了 ${lists.length} 份列表里的 ${all} 条话语${skipped > 0 ? `，跳过 ${skipped} 条` : ""}。`,
        `查全率 ${recall}（${allFaults.found}/${allFaults.lines}），连同别的规则发现的 ${byAny}（${allFaults.foundByAny}/${allFaults.lines}）。`,
        `误报率 ${alarms}（${allClean.falseAlarms}/${allClean.lines}）。`,
      ].join("\n")
    : [
        `${all} utterances of ${lists.length} ${lists.length === 1 ? "list" : "lists"} tested${skipped > 0 ? `, ${skipped} skipped` : ""}.`,
        `Recall ${recall} (${allFaults.found}/${allFaults.lines}), by any rule ${byAny} (${allFaults.foundByAny}/${allFaults.lines}).`,
        `False alarms ${alarms} (${allClean.falseAlarms}/${allClean.lines}).`,
      ].join("\n");
}
