import type { Configurations } from "../config/configurations.ts";
import type { FileReport } from "./report.ts";
import { shortUri } from "./short-path.ts";

/** The files of the configurations that were read in which something is wrong. */
export async function brokenConfiguration(
  configurations: Configurations,
  language: "zh" | "en",
): Promise<FileReport[]> {
  return (await configurations.all())
    .flatMap(({ files }) => files)
    .filter(({ problems }) => problems.length > 0)
    .map(({ uri, text, problems }) => {
      return { path: shortUri(uri), text, language, findings: problems, suppressed: [], agentTurns: 0 };
    });
}
