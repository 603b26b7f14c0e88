import type { ConfigurationFile, Configurations } from "../config/configurations.ts";
import { Lines } from "../model/lines.ts";
import type { FileProblem } from "./disk-source.ts";
import type { FileReport } from "./report.ts";
import { shortUri } from "./short-path.ts";

/** What is wrong with the configurations that were read so far, each at its line: `service-script.config.yaml:3`. */
export async function brokenConfigurations(configurations: Configurations): Promise<FileProblem[]> {
  return (await configurations.all()).flatMap(({ files }) => brokenFiles(files));
}

/** What is wrong with the files of a configuration, each at its line. */
export function brokenFiles(files: readonly ConfigurationFile[]): FileProblem[] {
  return files.flatMap(({ uri, text, problems }) => {
    const lines = new Lines(text);
    return problems.map(({ span, message, ruleId }) => ({
      path: `${shortUri(uri)}:${lines.at(span.start).line + 1}`,
      message: { zh: `${message.zh} ${ruleId}`, en: `${message.en} ${ruleId}` },
    }));
  });
}

/** The files of the configurations that were read so far in which something is wrong. */
export async function configurationReports(
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
