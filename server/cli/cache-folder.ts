import { randomUUID } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { digest } from "./digest.ts";
import type { FileProblem } from "./disk-source.ts";

/**
 * A folder of values under keys, a file a value, that several runs may use at once. A file is put in place at one
 * stroke, and read only when it holds what was written; what was not wanted for a month is thrown away. Nothing here
 * makes a run fail: what cannot be read is not there, what cannot be written is told once.
 */
export class CacheFolder {
  private readonly folder: string;
  private isReady = false;
  private failure: string | undefined;

  constructor(folder: string) {
    this.folder = folder;
  }

  /** @param key hexadecimal digits */
  read(key: string): unknown {
    const path = this.pathOf(key);
    try {
      const text = readFileSync(path, "utf8");
      const end = text.indexOf("\n");
      const body = text.slice(end + 1);
      if (digest(body) !== text.slice(0, end)) return undefined;
      const value: unknown = JSON.parse(body);
      this.touch(path);
      return value;
    } catch {
      return undefined;
    }
  }

  /** @param value what JSON can hold */
  write(key: string, value: unknown): void {
    if (this.failure !== undefined) return;
    const path = this.pathOf(key);
    const temporary = `${path}.${randomUUID()}${TEMPORARY}`;
    try {
      this.prepare();
      mkdirSync(join(path, ".."), { recursive: true });
      const body = JSON.stringify(value);
      // What a failure of the power leaves half written is known by its digest, so nothing waits for the disk.
      writeFileSync(temporary, `${digest(body)}\n${body}`);
      renameSync(temporary, path);
    } catch (error) {
      this.fail(error);
      discard(temporary);
    }
  }

  /** Throws away what is old, once a day; returns what there is to be said. */
  close(): readonly FileProblem[] {
    try {
      const mark = join(this.folder, "pruned");
      if (this.isReady && ageOf(mark) > DAY) {
        writeFileSync(mark, "");
        this.prune();
      }
    } catch (error) {
      this.fail(error);
    }
    if (this.failure === undefined) return [];
    const message = {
      zh: `缓存写不了（${this.failure}），这次照常检查了。`,
      en: `The cache cannot be written (${this.failure}); everything was checked all the same.`,
    };
    return [{ path: this.folder, message }];
  }

  private pathOf(key: string): string {
    return join(this.folder, key.slice(0, 2), key.slice(2));
  }

  /** The folder begins with a word to git and to whoever backs up: nothing in it needs keeping. */
  private prepare(): void {
    if (this.isReady) return;
    mkdirSync(this.folder, { recursive: true });
    for (const [name, text] of Object.entries(LABELS)) {
      const path = join(this.folder, name);
      if (!existsSync(path)) writeFileSync(path, text);
    }
    this.isReady = true;
  }

  /** Notes that a file is wanted, by its time: once a day is enough. */
  private touch(path: string): void {
    try {
      if (ageOf(path) > DAY) utimesSync(path, new Date(), new Date());
    } catch {
      // Who may read it may not be allowed to touch it: it grows old then, and is made again.
    }
  }

  private prune(): void {
    for (const name of readdirSync(this.folder).filter((name) => /^[0-9a-f]{2}$/.test(name)))
      for (const file of readdirSync(join(this.folder, name)).filter((file) => /^[0-9a-f]{62}(?:\..*)?$/.test(file))) {
        const path = join(this.folder, name, file);
        if (ageOf(path) > (file.endsWith(TEMPORARY) ? DAY : MONTH)) rmSync(path, { force: true });
      }
  }

  private fail(error: unknown): void {
    this.failure ??= (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** Takes away what there may be at a path whose folder may be none. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Then there is nothing.
  }
}

const DAY = 24 * 60 * 60 * 1000;
const MONTH = 30 * DAY;
const TEMPORARY = ".tmp";

const LABELS: Readonly<Record<string, string>> = {
  ".gitignore": "*\n",
  "CACHEDIR.TAG":
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by service-script lint --cache; may be deleted.\n",
};

/** How many milliseconds ago a file was written; a file that is not there is as old as can be. */
function ageOf(path: string): number {
  const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Number.NEGATIVE_INFINITY };
  return Date.now() - mtimeMs;
}
