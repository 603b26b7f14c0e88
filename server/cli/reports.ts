import type { Reporter } from "./report.ts";

/** The report formats by the names that `--format` takes; each loads its code only when it is wanted. */
export const FORMATS: Readonly<Record<string, () => Promise<Reporter>>> = {
  readable: async () => (await import("./report-readable.ts")).reportReadable,
  json: async () => (await import("./report-json.ts")).reportJson,
  sarif: async () => (await import("./report-sarif.ts")).reportSarif,
  github: async () => (await import("./report-github.ts")).reportGithub,
  gitlab: async () => (await import("./report-gitlab.ts")).reportGitlab,
  junit: async () => (await import("./report-junit.ts")).reportJunit,
  checkstyle: async () => (await import("./report-checkstyle.ts")).reportCheckstyle,
  rdjson: async () => (await import("./report-rdjson.ts")).reportRdjson,
  markdown: async () => (await import("./report-markdown.ts")).reportMarkdown,
  run: async () => (await import("./report-run.ts")).reportRun,
  html: async () => (await import("./report-html.ts")).reportHtml,
};
