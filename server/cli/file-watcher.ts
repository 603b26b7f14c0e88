import { basename, resolve } from "node:path";
import { type FSWatcher, watch } from "chokidar";

/** Watches files, and says in batches which of them were written or taken away. */
export class FileWatcher {
  private readonly watchers: FSWatcher[] = [];
  private readonly watched = new Set<string>();
  private readonly saved = new Set<string>();
  private wake: (() => void) | undefined;
  private failure: WatchRefused | undefined;
  private isClosed = false;

  /**
   * Watches files, which need not be there yet, and folders with what is below them, but for node_modules and hidden folders.
   * Resolves when every change from now on will be noticed, to whether any of them was not watched before.
   */
  async add(paths: readonly string[]): Promise<boolean> {
    const roots = new Set(paths.map((path) => resolve(path)).filter((path) => !this.watched.has(path)));
    if (roots.size === 0 || this.isClosed) return false;
    for (const root of roots) this.watched.add(root);
    const watcher = watch([...roots], {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: (path, stats) =>
        !roots.has(resolve(path)) &&
        (stats?.isFile() ? !WATCHED.test(path) : /^(?:node_modules|\..+)$/.test(basename(path))),
    });
    this.watchers.push(watcher);
    watcher.on("all", (_, path) => this.note(resolve(path)));
    watcher.on("error", (error) => {
      this.failure = new WatchRefused((error as NodeJS.ErrnoException).code ?? String(error));
      this.wake?.();
    });
    await new Promise<void>((done) => watcher.once("ready", () => done()));
    return true;
  }

  /** Says that files may have been saved while they were not watched. */
  suspect(paths: readonly string[]): void {
    for (const path of paths) this.note(resolve(path));
  }

  /** Ends the batches. */
  async close(): Promise<void> {
    this.isClosed = true;
    this.wake?.();
    await Promise.all(this.watchers.map((watcher) => watcher.close()));
  }

  /**
   * The paths of the files that were saved together, time after time, until it is closed. Whoever saves several files, or
   * one in several steps, gets one batch.
   * @throws WatchRefused
   */
  async *batches(): AsyncGenerator<ReadonlySet<string>> {
    for (;;) {
      if (this.saved.size === 0 && this.failure === undefined && !this.isClosed)
        await new Promise<void>((wake) => {
          this.wake = wake;
        });
      await this.quiet();
      if (this.failure !== undefined) throw this.failure;
      if (this.isClosed) return;
      const batch = new Set(this.saved);
      this.saved.clear();
      if (batch.size > 0) yield batch;
    }
  }

  private note(path: string): void {
    this.saved.add(path);
    this.wake?.();
  }

  /** Waits until nothing has been saved for a moment. */
  private async quiet(): Promise<void> {
    for (let count = -1; count !== this.saved.size && !this.isClosed; ) {
      count = this.saved.size;
      await new Promise((done) => setTimeout(done, MOMENT));
    }
  }
}

/** The system does not let files be watched: too many at once, or no permission. The message is the system's reason. */
export class WatchRefused extends Error {}

/** In milliseconds: longer than an editor takes to write a file, shorter than anybody minds. */
const MOMENT = 80;

/** Scripts, configurations, and the lists that those name. */
const WATCHED = /\.(?:sscript|话术|ya?ml|csv|tsv|txt)$/i;
