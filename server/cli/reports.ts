import type { Reporter } from "./report.ts";
import { reportJson } from "./report-json.ts";
import { reportReadable } from "./report-readable.ts";

/** The report formats by the names that `--format` takes. */
export const FORMATS: Readonly<Record<string, Reporter>> = {
  readable: reportReadable,
  json: reportJson,
};
