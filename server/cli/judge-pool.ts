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

  constructor(threads: number, options: WorkerOptions) {
    this.workers = Array.from(
      { length: threads },
      () => new Worker(new URL("./judge-worker.mjs", import.meta.url), { workerData: options }),
    );
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
    await Promise.all(this.workers.map(serve));
    return answers;
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private ask(worker: Worker, requests: readonly Request[]): Promise<readonly Judged[]> {
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        for (const event of ["message", "messageerror", "error", "exit"]) worker.removeAllListeners(event);
        act();
      };
      const fail = (reason: unknown) => settle(() => reject(new RunFailure(broken(reason))));
      worker.once("message", (answers: readonly Judged[]) => settle(() => resolve(answers)));
      worker.once("messageerror", fail);
      worker.once("error", fail);
      worker.once("exit", (code) => fail(`exit ${code}`));
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
