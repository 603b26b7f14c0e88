import type { CDPSession } from "playwright-core";

/** What the main thread of a page did, from the browser's own trace. Times are of the processor, in milliseconds. */
export interface MainThreadWork {
  /** The work of each frame, sorted. */
  readonly frames: readonly number[];
  /** How often something was done, such as Layout or Paint, and how long it took in all. */
  of(kind: string): { readonly count: number; readonly time: number };
}

/** Traces a page while something runs. */
export async function mainThreadWork(session: CDPSession, run: () => Promise<void>): Promise<MainThreadWork> {
  const main = onMainThread(await traced(session, run));
  return {
    frames: framesOf(main).sort((a, b) => a - b),
    of(kind) {
      const events = main.filter(({ name }) => name === kind);
      return { count: events.length, time: events.reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0) };
    },
  };
}

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  /** Microseconds of the processor: other programs on the machine do not count. */
  readonly tdur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: { readonly name?: string };
}

async function traced(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on("Tracing.dataCollected", collect);
  const done = new Promise<void>((resolve) => session.once("Tracing.tracingComplete", () => resolve()));
  const includedCategories = ["devtools.timeline", "toplevel", "disabled-by-default-devtools.timeline"];
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories } });
  await run();
  await session.send("Tracing.end");
  await done;
  session.off("Tracing.dataCollected", collect);
  return events;
}

function onMainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = events.filter(({ name, args }) => name === "thread_name" && args?.name === "CrRendererMain");
  const keys = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  return events.filter(({ pid, tid, ph }) => ph === "X" && keys.has(`${pid} ${tid}`));
}

/** The work of each frame: of all tasks from one commit to the next. */
function framesOf(main: readonly TraceEvent[]): number[] {
  const starts = ({ ts }: TraceEvent) => ts;
  const ends = main
    .filter(({ name }) => name === "Commit")
    .map(starts)
    .sort((a, b) => a - b);
  const frames = ends.map(() => 0);
  for (const { ts, tdur = 0 } of main.filter(({ name }) => name === "RunTask")) {
    const frame = ends.findIndex((end) => end >= ts);
    if (frame >= 0) frames[frame]! += tdur / 1000;
  }
  return frames;
}
