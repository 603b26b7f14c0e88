import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { WorkerOptions } from "./judge-worker.ts";
import type { Judged, Request } from "./judging.ts";
import { RunFailure } from "./run-failure.ts";

/**
 * How many threads pay for a number of scripts. Each takes a second of work to begin and to get up to speed, and some
 * hundred megabytes; measured on two processors, two threads win from a few hundred scripts on.
 */
export function threadsFor(scripts: number): number {
  return Math.max(1, Math.min(availableParallelism(), MOST, Math.floor(scripts / SCRIPTS_A_THREAD)));
}

const MOST = 8;
const SCRIPTS_A_THREAD = 500;

/** Threads that judge scripts as one would. */
export class JudgePool {
  private readonly workers: readonly Worker[];
  /** Never fulfilled; rejected with a RunFailure as soon as one of the threads breaks, were it idle. */
  private readonly breaking: Promise<never>;

  constructor(threads: number, options: WorkerOptions) {
    this.workers = Array.from(
      { length: threads },
      () => new Worker(new URL("./judge-worker.mjs", import.meta.url), { workerData: options }),
    );
    this.breaking = new Promise((_, reject) => {
      const fail = (reason: unknown) => reject(new RunFailure(broken(reason)));
      for (const worker of this.workers) {
        worker.on("error", fail);
        worker.on("messageerror", fail);
        worker.on("exit", (code) => fail(`exit ${code}`));
      }
    });
    // Threads that end when their work is done, or break when nobody waits for them, are no failure.
    this.breaking.catch(() => {});
  }

  /**
   * Judges scripts; the answers are in the order of the requests.
   * @param advance is told how many more are judged
   * @throws RunFailure when a thread breaks
   */
  async judgeMany(requests: readonly Request[], advance: (count: number) => void): Promise<readonly Judged[]> {
    const answers: Judged[] = new Array(requests.length);
    let next = 0;
    const serve = async (worker: Worker) => {
      while (next < requests.length) {
        const from = next;
        next += BATCH;
        const judged = await this.ask(worker, requests.slice(from, from + BATCH));
        judged.forEach((one, index) => {
          answers[from + index] = one;
        });
        advance(judged.length);
      }
    };
    await Promise.race([Promise.all(this.workers.map(serve)), this.breaking]);
    return answers;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private ask(worker: Worker, requests: readonly Request[]): Promise<readonly Judged[]> {
    return new Promise((resolve) => {
      worker.once("message", resolve);
      worker.postMessage(requests);
    });
  }
}

function broken(reason: unknown): RunFailure["told"] {
  return {
    zh: `检查用的线程意外结束（${reason}），这次没有结果。加上 --threads 1 再试一次。`,
    en: `A thread that judges scripts has ended (${reason}), so there is no result. Try again with --threads 1.`,
  };
}

/** Scripts that are handed over together: few enough that no thread waits long for the last. */
const BATCH = 16;
