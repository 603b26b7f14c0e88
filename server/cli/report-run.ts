import { readFile } from "node:fs/promises";
import type { Bilingual } from "../rules/rule.ts";
import type { LintRun, Reporter } from "./report.ts";

/**
 * The run as JSON that holds all of it, in both languages, for `service-script merge`. It is read by the program that
 * wrote it and by no other, so that its form is nobody's to rely on.
 */
export const reportRun: Reporter = (run) => `${JSON.stringify({ kind: KIND, program: PROGRAM, run })}\n`;

const KIND = "service-script run";

/** Reads such a report, or says why it is none to use. */
export async function readRun(path: string): Promise<{ readonly run: LintRun } | { readonly wrong: Bilingual }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    if (reason === "ENOENT") return { wrong: MISSING };
    return { wrong: { zh: `读不了这份报告（${reason}）。`, en: `This report cannot be read (${reason}).` } };
  }
  try {
    const { kind, program, run } = JSON.parse(text);
    if (kind === KIND) return program === PROGRAM ? { run } : { wrong: OTHER_PROGRAM };
  } catch {
    // It is no JSON, or the JSON of something else.
  }
  return { wrong: NO_RUN };
}

const MISSING: Bilingual = { zh: "找不到这份报告。", en: "There is no such report." };
const NO_RUN: Bilingual = {
  zh: "这不是 service-script lint --format run=文件 写的报告，或者没有写完。",
  en: "This is no report as service-script lint --format run=FILE writes it, or it is not whole.",
};
const OTHER_PROGRAM: Bilingual = {
  zh: "写这份报告的是另一个版本的 service-script，各部分要用同一个版本检查。",
  en: "Another version of service-script wrote this report: check all parts with the same.",
};
