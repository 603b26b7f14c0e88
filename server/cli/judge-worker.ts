import { parentPort, workerData } from "node:worker_threads";
import { Configurations } from "../config/configurations.ts";
import { digest } from "./digest.ts";
import { diskSource } from "./disk-source.ts";
import { type Judged, Judging, type JudgingOptions, type Request } from "./judging.ts";

/** What a thread has to know to judge as the others do. */
export interface WorkerOptions extends Pick<JudgingOptions, "reading" | "today"> {
  /** Where scripts and what they import may lie. */
  readonly paths: readonly string[];
  /** Whether the judgements are to be kept. */
  readonly isKept: boolean;
}

const { paths, isKept, reading, today } = workerData as WorkerOptions;
const source = diskSource([".", ...paths]);
const configurations = new Configurations(source);
const judging = new Judging({ source, configurations, reading, today, digest: isKept ? digest : undefined });

parentPort!.on("message", async (requests: readonly Request[]) => {
  const answers: Judged[] = [];
  for (const request of requests) answers.push(await judging.judge(request));
  parentPort!.postMessage(answers);
});
