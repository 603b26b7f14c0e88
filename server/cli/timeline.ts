import { namedStandards, nameOf } from "../model/standards.ts";
import { timelineOf } from "../model/timeline.ts";
import { complain } from "./complain.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { printable } from "./printable.ts";
import { TimelinePrinter } from "./timeline-printer.ts";

export interface TimelineOptions {
  readonly paths: readonly string[];
  readonly format: string;
  /** The reader's language; undefined: that of each script. */
  readonly language: "zh" | "en" | undefined;
}

/** Prints for each script what is due when: from what it counts, by which limit, and on which ways through the call. */
export async function timelineCommand({ paths, format, language }: TimelineOptions): Promise<number> {
  const { project, scripts, problems } = await loadProject(paths);
  const printers: { readonly path: string; readonly printer: TimelinePrinter }[] = [];
  for (const { path, document } of scripts) {
    const reader = language ?? document.facts.language;
    const standards = namedStandards(document).map(({ name, standard }) =>
      standard === undefined ? name.text : nameOf(standard.names)[reader],
    );
    printers.push({ path, printer: new TimelinePrinter(timelineOf(project, document), document, standards, reader) });
  }
  const text =
    format === "json"
      ? `${JSON.stringify(
          printers.map(({ path, printer }) => ({ path, ...printer.json() })),
          undefined,
          2,
        )}\n`
      : printers.map(({ path, printer }) => `${printable(path)}\n${printer.text()}`).join("\n");
  process.stdout.write(text);
  complain(problems, language ?? "zh");
  return problems.length > 0 ? EXIT.usage : EXIT.clean;
}
