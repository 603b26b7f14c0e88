import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { EXPORT_FORMATS, exportScript } from "../export/export.ts";
import type { PageAssets } from "../export/page.ts";
import type { ExportFormat } from "../protocol.ts";
import { lint } from "../rules/lint.ts";
import { today } from "../rules/today.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";
import { createFile } from "./write-file.ts";

export const FORMATS = Object.keys(EXPORT_FORMATS) as ExportFormat[];
export const DETAILS = ["steps", "turns", "full"] as const;
export const THEMES = ["light", "dark"] as const;

export interface ExportCommandOptions {
  readonly paths: readonly string[];
  readonly format: ExportFormat;
  readonly detail: (typeof DETAILS)[number];
  readonly theme: (typeof THEMES)[number];
  /** A folder for the files; undefined: one script goes to standard output, several are refused. */
  readonly out: string | undefined;
  readonly language: "zh" | "en" | undefined;
}

/** Writes scripts for people without the editor: to standard output or, each under its own name, into a folder. */
export async function exportCommand(options: ExportCommandOptions): Promise<number> {
  const { paths, format, out, language } = options;
  const { project, scripts, problems } = await loadProject(paths);
  complain(problems, language ?? "zh");
  if (out === undefined && scripts.length > 1) {
    process.stderr.write(`service-script: ${toReader(TOO_MANY[language ?? "zh"])}\n`);
    return EXIT.usage;
  }
  if (out === undefined && format === "html" && process.stdout.isTTY) {
    process.stderr.write(`service-script: ${TO_A_TERMINAL[language ?? "zh"]}\n`);
    return EXIT.usage;
  }
  const assets = format === "html" ? pageAssets() : undefined;
  let failed = false;
  for (const { path, document } of scripts) {
    const { findings } = lint(project, document, { today: today() });
    const text = exportScript(project, document, findings, {
      ...options,
      language: language ?? document.facts.language,
      ...(assets && { assets }),
    });
    if (out === undefined) process.stdout.write(text);
    else if (!(await writeNew(join(out, `${basename(path, extname(path))}${EXPORT_FORMATS[format]}`), text, language)))
      failed = true;
  }
  return failed || problems.length > 0 ? EXIT.usage : EXIT.clean;
}

/** Writes an exported file under a name that nothing has yet, and says so; what is there already is left as it is. */
async function writeNew(target: string, text: string, language: "zh" | "en" | undefined): Promise<boolean> {
  try {
    await createFile(target, text, 0o644);
    process.stdout.write(`${printable(target)}\n`);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "EEXIST" ? IS_THERE[language ?? "zh"] : code;
    process.stderr.write(`${printable(target)}: ${why}\n`);
    return false;
  }
}

const IS_THERE = {
  zh: "已经有这个文件，没有改动它。先移走它，或换一个文件夹。",
  en: "there is such a file already, and it is left as it is. Move it away, or choose another folder.",
} as const;

const TOO_MANY = {
  zh: "有好几份话术，请用 --out 文件夹 说明写到哪里。",
  en: "there are several scripts: say where to write them with --out FOLDER.",
} as const;

const TO_A_TERMINAL = {
  zh: "网页有两兆多，不往屏幕上打：加上 > 文件.html，或者 --out 文件夹。",
  en: "a page takes more than two megabytes and is not printed to a terminal: add > FILE.html, or --out FOLDER.",
} as const;

/** The page's program and style sheet, which lie beside the program's own files. */
function pageAssets(): PageAssets {
  const read = (name: string) => readFileSync(new URL(`../page/${name}`, import.meta.url), "utf8");
  const script = read("page.js");
  return { script, style: read("page.css"), digest: createHash("sha256").update(script).digest("base64") };
}
