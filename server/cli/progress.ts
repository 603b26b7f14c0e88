import { toReader } from "./to-reader.ts";

/**
 * A line on the terminal that tells how far a run is, once it takes longer than people wait without asking. Where nobody
 * looks on, in CI or where standard error is a file, there is none.
 */
export class Progress {
  private readonly isShown = process.stderr.isTTY === true && !process.env.CI && process.env.TERM !== "dumb";
  private readonly language: "zh" | "en";
  private readonly start = performance.now();
  private told = this.start + PATIENCE - PAUSE;
  private total = 0;
  private done = 0;
  private isThere = false;

  constructor(language: "zh" | "en") {
    this.language = language;
  }

  /** There is more to do. */
  expect(count: number): void {
    this.total += count;
  }

  /** Some of it is done. */
  advance(count: number): void {
    this.done += count;
    const now = performance.now();
    if (!this.isShown || now - this.told < PAUSE || this.done === this.total) return;
    this.told = now;
    const words = { zh: `正在检查：${this.done}/${this.total}`, en: `Checking: ${this.done}/${this.total}` };
    this.show(toReader(words[this.language]));
  }

  /** Takes the line away, before anything else is told. */
  clear(): void {
    if (this.isThere) process.stderr.write(ERASE);
    this.isThere = false;
  }

  private show(text: string): void {
    this.isThere = true;
    // The cursor stands at the beginning of the line, so that whatever comes next, after an interrupt too, writes over it.
    process.stderr.write(`${ERASE}${text}\r`);
  }
}

/** Milliseconds before the line is there, and between its changes. */
const PATIENCE = 1000;
const PAUSE = 100;
/** Erases the line in which the cursor is. */
const ERASE = "\u001b[2K";
