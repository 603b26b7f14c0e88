import { stepName } from "../model/document.ts";
import type { ScriptChange } from "../model/script-change.ts";
import type { Finding } from "../rules/rule.ts";
import { type ComparedVersions, Sides, SUBJECTS, subjectOf } from "./compared-versions.ts";
import { code, escapeMarkdown } from "./markdown.ts";
import { printableLine } from "./printable.ts";
import { promiseInWords } from "./promise-words.ts";
import { told } from "./told.ts";

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

function sectionsOf(compared: ComparedVersions, language: Language): Section[] {
  const words = WORDS[language];
  const teller = new Teller(compared, language);
  const { changes, promises, apologies } = compared.comparison;
  const sections: Section[] = SUBJECTS.map((subject) => ({
    title: words.subject[subject],
    items: changes
      .filter((change) => subjectOf(change) === subject)
      .map((change) => teller.item(words.kind[change.kind], change)),
  }));
  sections.push(
    {
      title: words.promises,
      items: promises.map(({ before, after }) => ({
        kind: words.promise[before === undefined ? "added" : after === undefined ? "removed" : "reworded"],
        place: teller.place(before, after),
        ...(before && { before: promiseInWords(before, language) }),
        ...(after && { after: promiseInWords(after, language) }),
      })),
    },
    {
      title: words.apologies,
      items: apologies.map(({ before, after }) =>
        teller.item(words.kind[after === undefined ? "removed" : "reworded"], {
          ...(before && { before: { node: before } }),
          ...(after && { after: { node: after } }),
        }),
      ),
    },
    { title: words.fresh, items: compared.fresh.map((finding) => teller.finding("after", finding)) },
    { title: words.gone, items: compared.gone.map((finding) => teller.finding("before", finding)) },
  );
  return sections.filter(({ items }) => items.length > 0);
}

/** The places and words of changes, for people. */
class Teller {
  private readonly sides: Sides;
  private readonly language: Language;

  constructor(compared: ComparedVersions, language: Language) {
    this.sides = new Sides(compared);
    this.language = language;
  }

  place(before: { readonly start: number } | undefined, after: { readonly start: number } | undefined): string {
    return WORDS[this.language].line(
      before && this.sides.lineOf("before", before.start),
      after && this.sides.lineOf("after", after.start),
    );
  }

  item(kind: string, { before, after }: Pick<ScriptChange, "before" | "after">): Item {
    const step = (after ?? before)!.step;
    const place = this.place(before?.node, after?.node);
    const name = step === undefined ? "" : stepName(step);
    const [was, is] = [this.sides.textOf("before", before), this.sides.textOf("after", after)];
    return {
      kind,
      place: name === "" ? place : `${place} · ${printableLine(name)}`,
      ...(was !== undefined && { before: was }),
      ...(is !== undefined && { after: is }),
    };
  }

  finding(side: "before" | "after", finding: Finding): Item {
    const { ruleId, span } = finding;
    const place = side === "before" ? this.place(span, undefined) : this.place(undefined, span);
    return { kind: ruleId, place, [side]: told(finding, this.language) };
  }
}
