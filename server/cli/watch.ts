import { dirname, join, resolve } from "node:path";
import { CONFIGURATIONS } from "../config/configurations.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { FileWatcher, WatchRefused } from "./file-watcher.ts";
import { reportsOf } from "./report.ts";
import { blocksOf, colourOf, numbersOf, reportReadable } from "./report-readable.ts";
import { runToReader, toReader } from "./to-reader.ts";
import { type Look, WatchedScripts } from "./watched-scripts.ts";

export interface WatchOptions {
  readonly paths: readonly string[];
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
}

/**
 * Lints the scripts that the paths name, then again what each save touches, until somebody interrupts it. Returns the exit
 * code.
 */
export async function watchCommand({ paths, language }: WatchOptions): Promise<number> {
  const watcher = new FileWatcher();
  const scripts = new WatchedScripts(paths, language);
  const stop = () => void watcher.close();
  process.once("SIGINT", stop).once("SIGTERM", stop);
  try {
    // What is saved during the first look is noticed, and looked at again.
    await watcher.add([...paths, ...configurationsAbove(paths)]);
    const first = await scripts.look();
    showAll(first);
    if (first.run.files.length === 0) return EXIT.usage;
    await watchOthers(watcher, scripts);
    process.stdout.write(`${toReader(WORDS[first.language].watching)}\n`);
    for await (const saved of watcher.batches()) {
      showChanged(await scripts.look(saved));
      await watchOthers(watcher, scripts);
    }
    return EXIT.clean;
  } catch (error) {
    if (!(error instanceof WatchRefused)) throw error;
    process.stderr.write(`service-script: ${toReader(WORDS[language ?? "zh"].refused(error.message))}\n`);
    return EXIT.usage;
  } finally {
    await watcher.close();
  }
}

/** Watches what the scripts turned out to need; it may have been saved since it was read. */
async function watchOthers(watcher: FileWatcher, scripts: WatchedScripts): Promise<void> {
  const files = await scripts.otherFiles();
  if (await watcher.add(files)) watcher.suspect(files);
}

const WORDS = {
  zh: {
    changed: (files: number, found: string, all: number, inAll: string) =>
      `变了 ${files} 份：${found}。一共 ${all} 份：${inAll}。`,
    watching: "存盘就再查，按 Ctrl-C 结束。",
    refused: (reason: string) => `系统不让看着这些文件（${reason}）。请少看几个文件夹。`,
  },
  en: {
    changed: (files: number, found: string, all: number, inAll: string) =>
      `${files} changed: ${found}. ${all} in all: ${inAll}.`,
    watching: "Every save is checked; Ctrl-C ends this.",
    refused: (reason: string) => `The system does not let these files be watched (${reason}). Name fewer folders.`,
  },
} as const;

/** Prints everything that was found at first. */
function showAll({ run, told, language }: Look): void {
  process.stdout.write(reportReadable(runToReader(run), language));
  complain(told, language);
}

/** Prints what has changed, and how much there is in all; nothing when a save has changed nothing. */
function showChanged({ run, changed, isFewer, told, language }: Look): void {
  complain(told, language);
  if (changed.length === 0 && !isFewer && told.length === 0) return;
  const all = reportsOf(run);
  const words = WORDS[language].changed(
    changed.length,
    numbersOf(changed, language),
    all.length,
    numbersOf(all, language),
  );
  const [time] = new Date().toTimeString().split(" ");
  const shown = runToReader({ ...run, files: changed, configuration: [] }).files;
  process.stdout.write(`${["", ...blocksOf(shown), colourOf(all)(`${time} ${toReader(words)}`)].join("\n")}\n`);
}

/** Where the configuration of a folder may lie, which need not be there yet. */
function configurationsAbove(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths)
    for (let folder = resolve(path); !folders.has(folder); folder = dirname(folder)) folders.add(folder);
  return [...folders].flatMap((folder) => CONFIGURATIONS.map((name) => join(folder, name)));
}
