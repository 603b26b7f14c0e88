import { basename } from "node:path";
import { FIELDS, spellings } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import type { LimitInForce } from "../model/limits.ts";
import { Lines } from "../model/lines.ts";
import type { Timeline, TimelineEnd, TimelineEntry } from "../model/timeline.ts";
import { type TimelineRow, timelineRows } from "../model/timeline-rows.ts";
import { columns } from "./columns.ts";
import { printable } from "./printable.ts";
import { wordsToReader } from "./to-reader.ts";

const WORDS = {
  zh: {
    none: "没有写标准、时限，也没有答应什么时间。",
    own: "话术的时限",
    line: (line: number) => `第 ${line} 行`,
    ends: (lines: string) => `在${lines}结束的路：`,
    unmet: "标准还规定，话术没有写：",
    says: (time: string) => `话术写的是${time}`,
    partial: "有的路上",
    longer: "超过",
    and: "、",
  },
  en: {
    none: "No standard, no limit, and no time that is promised.",
    own: "the script's limit",
    line: (line: number) => `line ${line}`,
    ends: (lines: string) => `ways that end at ${lines}:`,
    unmet: "also in the standard, not in the script:",
    says: (time: string) => `the script says ${time}`,
    partial: "on some ways",
    longer: "too long",
    and: ", ",
  },
} as const;

/** Writes the timeline of one script, for people or for programs. */
export class TimelinePrinter {
  private readonly timeline: Timeline;
  private readonly document: ScriptDocument;
  private readonly standards: readonly string[];
  private readonly language: "zh" | "en";
  private readonly rows: readonly TimelineRow[];
  private readonly lines = new Map<ScriptDocument, Lines>();

  /** @param standards what the standards are called that the script adopts */
  constructor(timeline: Timeline, document: ScriptDocument, standards: readonly string[], language: "zh" | "en") {
    this.timeline = timeline;
    this.document = document;
    this.standards = standards;
    this.language = language;
    this.rows = timelineRows(timeline, language);
  }

  /** A table; one for each way to end the call where they differ. */
  text(): string {
    const words = wordsToReader(WORDS[this.language]);
    const written = this.rows.filter(({ entry }) => entry !== undefined);
    const unmet = this.rows.filter(({ entry }) => entry === undefined);
    if (this.rows.length === 0) return `  ${words.none}\n`;
    const parts: string[] = [];
    if (this.standards.length > 0)
      parts.push(`  ${spellings(FIELDS.standard, this.language)[0]}: ${printable(this.standards.join(words.and))}\n`);
    const groups = this.groups();
    if (groups.length <= 1) parts.push(this.table(written, groups[0]?.[0]));
    else
      for (const ends of groups) {
        const [first] = ends;
        const shown = written.filter(({ entry }) => first!.always.has(entry!) || first!.sometimes.has(entry!));
        parts.push(
          `\n  ${words.ends(ends.map(({ document, node }) => this.placeOf(document, node.span.start)).join(words.and))}\n${this.table(shown, first)}`,
        );
      }
    if (unmet.length > 0) parts.push(`\n  ${words.unmet}\n${this.table(unmet)}`);
    return parts.join("");
  }

  json() {
    const line = ({ document, start }: TimelineEntry) => this.lineOf(document, start);
    return {
      standards: this.standards,
      entries: this.rows.map(({ entry, limit, ...row }) => ({
        ...(entry && { kind: entry.kind, line: line(entry), text: this.wordsOf(entry) }),
        ...(entry && entry.document !== this.document && { file: fileOf(entry.document) }),
        ...row,
        ...(limit && { source: this.sourceOf(limit), limit: limit.words[this.language] }),
      })),
      ends: this.timeline.ends.map(({ node, document, always, sometimes }) => ({
        line: this.lineOf(document, node.span.start),
        always: [...new Set([...always].map(line))],
        sometimes: [...new Set([...sometimes].map(line))],
      })),
    };
  }

  /** Ends of the call with the same entries on the ways to them. */
  private groups(): TimelineEnd[][] {
    const groups = new Map<string, TimelineEnd[]>();
    const { entries } = this.timeline;
    for (const end of this.timeline.ends) {
      const key = entries.map((entry) => (end.always.has(entry) ? "a" : end.sometimes.has(entry) ? "s" : "-")).join("");
      groups.set(key, [...(groups.get(key) ?? []), end]);
    }
    return [...groups.values()];
  }

  private table(rows: readonly TimelineRow[], end?: TimelineEnd): string {
    const cells = rows.map((row) => this.cells(row, end));
    const widths = [0, 1, 2].map((column) => Math.max(0, ...cells.map((cell) => columns(cell[column]!))));
    return cells
      .map((cell) => {
        const padded = cell.map((word, column) =>
          column < widths.length ? word + " ".repeat(widths[column]! - columns(word)) : word,
        );
        return `    ${padded.join("  ").trimEnd()}\n`;
      })
      .join("");
  }

  private cells(row: TimelineRow, end: TimelineEnd | undefined): string[] {
    const words = wordsToReader(WORDS[this.language]);
    const { entry, due, event, limit, step, said, verdict } = row;
    const isPartial = row.isPartial || (entry !== undefined && end?.sometimes.has(entry));
    const notes = [
      ...(limit === undefined ? [] : [step === undefined ? this.sourceOf(limit) : `${this.sourceOf(limit)}: ${step}`]),
      ...(said === undefined ? [] : [words.says(said) + (verdict === "longer" ? ` (${words.longer})` : "")]),
      ...(isPartial ? [words.partial] : []),
    ];
    const place =
      entry === undefined ? "" : `${this.placeOf(entry.document, entry.start)} ${printable(this.wordsOf(entry))}`;
    return [due, event, place, notes.join("; ")];
  }

  private sourceOf({ standard, field }: LimitInForce): string {
    return standard === undefined || field !== undefined
      ? wordsToReader(WORDS[this.language]).own
      : standard.names[this.language][0];
  }

  private placeOf(document: ScriptDocument, offset: number): string {
    const line = wordsToReader(WORDS[this.language]).line(this.lineOf(document, offset));
    return document === this.document ? line : `${fileOf(document)} ${line}`;
  }

  private wordsOf({ document, start, end }: TimelineEntry): string {
    return document.text.slice(start, end).replace(/\s+/g, " ");
  }

  private lineOf(document: ScriptDocument, offset: number): number {
    const lines = this.lines.get(document) ?? new Lines(document.text);
    this.lines.set(document, lines);
    return lines.at(offset).line + 1;
  }
}

function fileOf({ uri }: ScriptDocument): string {
  return basename(decodeURIComponent(uri));
}
