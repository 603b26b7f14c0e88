import type { Commitment } from "../model/commitments.ts";
import type { Comparison } from "../model/comparison.ts";
import { stepName } from "../model/document.ts";
import { Lines } from "../model/lines.ts";
import type { ChangedPart, ScriptChange, Version } from "../model/script-change.ts";
import type { Finding } from "../rules/rule.ts";
import { code, escapeMarkdown } from "./markdown.ts";
import { printableLine } from "./printable.ts";
import { promiseInWords } from "./promise-words.ts";
import { told } from "./told.ts";

/** Two versions of a script and what changed between them. */
export interface ComparedVersions {
  readonly before: NamedVersion;
  readonly after: NamedVersion;
  readonly comparison: Comparison;
  /** What is wrong with the later version only, and with the earlier only. */
  readonly fresh: readonly Finding[];
  readonly gone: readonly Finding[];
}

interface NamedVersion extends Version {
  /** As the user named it. */
  readonly name: string;
}

const WORDS = {
  zh: {
    none: "没有变化（只换先后次序不算变化）。",
    line: (before: number | undefined, after: number | undefined) =>
      before === undefined
        ? `第 ${after} 行`
        : after === undefined
          ? `原第 ${before} 行`
          : `原第 ${before} 行 → 第 ${after} 行`,
    subject: { field: "字段", step: "步骤", branch: "分支", line: "台词、动作和去向" },
    kind: {
      added: "新增",
      removed: "删去",
      reworded: "改写",
      renamed: "改名",
      redirected: "改了去向",
      moved: "挪了位置",
    },
    promises: "承诺",
    apologies: "少了致歉",
    fresh: "新出现的问题",
    gone: "已经解决的问题",
    promise: { added: "新承诺", removed: "不再承诺", reworded: "承诺改了" },
  },
  en: {
    none: "No changes (order alone is none).",
    line: (before: number | undefined, after: number | undefined) =>
      before === undefined
        ? `line ${after}`
        : after === undefined
          ? `former line ${before}`
          : `former line ${before} → line ${after}`,
    subject: { field: "Fields", step: "Steps", branch: "Branches", line: "Lines, actions and jumps" },
    kind: {
      added: "added",
      removed: "removed",
      reworded: "reworded",
      renamed: "renamed",
      redirected: "leads elsewhere",
      moved: "moved",
    },
    promises: "Promises",
    apologies: "Apologies lost",
    fresh: "Newly wrong",
    gone: "No longer wrong",
    promise: { added: "promised now", removed: "no longer promised", reworded: "promised otherwise" },
  },
} as const;

type Language = "zh" | "en";

/** A change in words, the same for every format for people. */
interface Item {
  readonly kind: string;
  readonly place: string;
  readonly before?: string;
  readonly after?: string;
}

interface Section {
  readonly title: string;
  readonly items: readonly Item[];
}

/** The changes for a terminal: a section for each kind of thing, former words behind `-`, those of now behind `+`. */
export function reportDiff(compared: ComparedVersions, language: Language): string {
  const rows = [`${printableLine(compared.before.name)} → ${printableLine(compared.after.name)}`];
  const sections = sectionsOf(compared, language);
  if (sections.length === 0) rows.push(`  ${WORDS[language].none}`);
  for (const { title, items } of sections) {
    rows.push("", `  ${title}`);
    for (const { kind, place, before, after } of items) {
      rows.push(`    ${kind} · ${place}`);
      if (before !== undefined) rows.push(`      - ${printableLine(before)}`);
      if (after !== undefined) rows.push(`      + ${printableLine(after)}`);
    }
  }
  return `${rows.join("\n")}\n`;
}

/** The changes for a pull request. */
export function reportDiffMarkdown(compared: ComparedVersions, language: Language): string {
  const parts = [`## ${code(compared.before.name)} → ${code(compared.after.name)}`];
  const sections = sectionsOf(compared, language);
  if (sections.length === 0) parts.push(WORDS[language].none);
  for (const { title, items } of sections) {
    const list = items.map(({ kind, place, before, after }) =>
      [
        `- **${kind}** ${place}`,
        ...(before === undefined ? [] : [`  - ~~${escapeMarkdown(before)}~~`]),
        ...(after === undefined ? [] : [`  - ${escapeMarkdown(after)}`]),
      ].join("\n"),
    );
    parts.push(`### ${title}`, list.join("\n"));
  }
  return `${parts.join("\n\n")}\n`;
}

/** The changes for programs; lines count from 1. */
export function reportDiffJson(compared: ComparedVersions, language: Language): string {
  const sides = new Sides(compared);
  const side = (version: "before" | "after", span: { readonly start: number } | undefined, text: string) =>
    span === undefined ? {} : { [version]: { line: sides.lineOf(version, span.start), text } };
  const promise = (version: "before" | "after", made: Commitment | undefined) =>
    made === undefined
      ? {}
      : {
          [version]: {
            line: sides.lineOf(version, made.start),
            event: made.event,
            strength: made.strength,
            text: promiseInWords(made, language),
          },
        };
  const finding = (version: "before" | "after") => (one: Finding) => ({
    ruleId: one.ruleId,
    severity: one.severity,
    line: sides.lineOf(version, one.span.start),
    message: one.message[language],
    say: one.say,
  });
  const { changes, promises, apologies } = compared.comparison;
  return `${JSON.stringify(
    {
      before: compared.before.name,
      after: compared.after.name,
      changes: changes.map((change) => ({
        subject: subjectOf(change),
        kind: change.kind,
        ...side("before", change.before?.node, sides.textOf("before", change.before) ?? ""),
        ...side("after", change.after?.node, sides.textOf("after", change.after) ?? ""),
      })),
      promises: promises.map(({ before, after }) => ({ ...promise("before", before), ...promise("after", after) })),
      apologiesLost: apologies.map(({ before, after }) => ({
        ...side("before", before, sides.textOf("before", before && { node: before }) ?? ""),
        ...side("after", after, sides.textOf("after", after && { node: after }) ?? ""),
      })),
      newFindings: compared.fresh.map(finding("after")),
      goneFindings: compared.gone.map(finding("before")),
    },
    undefined,
    2,
  )}\n`;
}

const SUBJECTS = ["step", "branch", "line", "field"] as const;

function sectionsOf(compared: ComparedVersions, language: Language): Section[] {
  const words = WORDS[language];
  const sides = new Sides(compared);
  const { changes, promises, apologies } = compared.comparison;
  const sections: Section[] = SUBJECTS.map((subject) => ({
    title: words.subject[subject],
    items: changes
      .filter((change) => subjectOf(change) === subject)
      .map((change) => sides.item(words.kind[change.kind], change, language)),
  }));
  sections.push(
    {
      title: words.promises,
      items: promises.map(({ before, after }) => ({
        kind: words.promise[before === undefined ? "added" : after === undefined ? "removed" : "reworded"],
        place: sides.place(before, after, language),
        ...(before && { before: promiseInWords(before, language) }),
        ...(after && { after: promiseInWords(after, language) }),
      })),
    },
    {
      title: words.apologies,
      items: apologies.map(({ before, after }) =>
        sides.item(
          words.kind[after === undefined ? "removed" : "reworded"],
          { ...(before && { before: { node: before } }), ...(after && { after: { node: after } }) },
          language,
        ),
      ),
    },
    { title: words.fresh, items: compared.fresh.map((finding) => sides.finding("after", finding, language)) },
    { title: words.gone, items: compared.gone.map((finding) => sides.finding("before", finding, language)) },
  );
  return sections.filter(({ items }) => items.length > 0);
}

/** What a change is about. */
function subjectOf({ before, after }: ScriptChange): (typeof SUBJECTS)[number] {
  const { kind } = (after ?? before)!.node;
  if (kind === "field" || kind === "step") return kind;
  return kind === "choice" ? "branch" : "line";
}

/** Where things stand in the two versions, and in which words. */
class Sides {
  private readonly compared: ComparedVersions;
  private readonly lines: Readonly<Record<"before" | "after", Lines>>;

  constructor(compared: ComparedVersions) {
    this.compared = compared;
    this.lines = {
      before: new Lines(compared.before.document.text),
      after: new Lines(compared.after.document.text),
    };
  }

  lineOf(side: "before" | "after", offset: number): number {
    return this.lines[side].at(offset).line + 1;
  }

  place(
    before: { readonly start: number } | undefined,
    after: { readonly start: number } | undefined,
    language: Language,
  ) {
    return WORDS[language].line(
      before && this.lineOf("before", before.start),
      after && this.lineOf("after", after.start),
    );
  }

  item(kind: string, { before, after }: Pick<ScriptChange, "before" | "after">, language: Language): Item {
    const step = (after ?? before)!.step;
    const place = this.place(before?.node, after?.node, language);
    const name = step === undefined ? "" : stepName(step);
    const [was, is] = [this.textOf("before", before), this.textOf("after", after)];
    return {
      kind,
      place: name === "" ? place : `${place} · ${printableLine(name)}`,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    };
  }

  finding(side: "before" | "after", finding: Finding, language: Language): Item {
    const span = finding.span;
    const text = told(finding, language);
    return {
      kind: finding.ruleId,
      place: side === "before" ? this.place(span, undefined, language) : this.place(undefined, span, language),
      [side]: text,
    };
  }

  /** The words of a part: the line with which it begins, of a turn all of them. */
  textOf(side: "before" | "after", part: ChangedPart | undefined): string | undefined {
    if (part === undefined) return undefined;
    const { node } = part;
    if (node.kind === "step") return stepName(node);
    const { text } = this.compared[side].document;
    if (node.kind !== "choice") return text.slice(node.start, node.end).trim();
    // The body of a branch is told line by line.
    return this.lines[side].words(this.lineOf(side, node.start) - 1).trim();
  }
}
