import type { Reporter } from "./report.ts";

/** The report formats by the names that `--format` takes; each loads its code only when it is wanted. */
export const FORMATS: Readonly<Record<string, () => Promise<Reporter>>> = {
  readable: async () => (await import("./report-readable.ts")).reportReadable,
  json: async () => (await import("./report-json.ts")).reportJson,
};
