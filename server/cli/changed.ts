import { realpath } from "node:fs/promises";
import { sep } from "node:path";
import type { Span } from "../../grammar/index.ts";
import type { Bilingual, Finding } from "../rules/rule.ts";
import type { FileProblem } from "./disk-source.ts";
import { changesSince, type Touched } from "./git-changes.ts";
import type { FileReport } from "./report.ts";

/**
 * Takes from reports what a change since `ref` does not touch, and the scripts that it does not touch at all. A finding
 * is touched where its place is, or, when a path proves it, at any point of the path, or where something was taken away
 * between two of them.
 */
export async function onlyChanged(
  files: readonly FileReport[],
  ref: string,
): Promise<{ readonly files: readonly FileReport[] } | { readonly wrong: readonly FileProblem[] }> {
  const changes = await changesSince(ref);
  if ("wrong" in changes) return { wrong: [{ path: "--changed", message: changes.wrong }] };
  const kept: FileReport[] = [];
  const outside: FileProblem[] = [];
  for (const file of files) {
    const path = await realpath(file.path);
    if (!path.startsWith(changes.root + sep)) outside.push({ path: file.path, message: OUTSIDE });
    const touched = changes.files.get(path);
    if (touched !== undefined) kept.push(touchedPart(file, touched));
  }
  return outside.length > 0 ? { wrong: outside } : { files: kept };
}

const OUTSIDE: Bilingual = {
  zh: "它不在当前文件夹的 git 仓库里，说不出改了什么。",
  en: "It is not in the git repository of this folder, which cannot tell what has changed.",
};

function touchedPart(file: FileReport, touched: Touched): FileReport {
  if (touched === "all") return file;
  const places = new Places(file.text, touched);
  return {
    ...file,
    findings: file.findings.filter((finding) => places.touch(finding)),
    suppressed: file.suppressed.filter(({ finding }) => places.touch(finding)),
  };
}

/** The places of a text that were touched, as offsets. */
class Places {
  /** Lines that are new or different, and those around what was taken away. */
  private readonly lines: Span[] = [];
  /** Where something was taken away. */
  private readonly gaps: number[] = [];

  constructor(text: string, hunks: Exclude<Touched, "all">) {
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const startOf = (line: number) => starts[Math.max(0, line - 1)] ?? text.length;
    const endOf = (line: number) => (line < starts.length ? starts[line]! - 1 : text.length);
    for (const { from, count } of hunks)
      if (count > 0) this.lines.push({ start: startOf(from), end: endOf(from + count - 1) });
      else {
        this.lines.push({ start: startOf(from), end: endOf(from + 1) });
        this.gaps.push(startOf(from + 1));
      }
  }

  touch({ span, path }: Finding): boolean {
    return (
      [span, ...path.map((point) => point.span)].some((place) => this.touchPlace(place)) ||
      path.some(({ span: { start } }, index) => {
        const next = path[index + 1]?.span.start ?? start;
        return this.gaps.some((gap) => start < gap && gap <= next);
      })
    );
  }

  private touchPlace({ start, end }: Span): boolean {
    return this.lines.some((line) => line.start <= end && start <= line.end);
  }
}
