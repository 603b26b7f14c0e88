import type { ScriptDocument } from "../model/document.ts";
import type { Project } from "../model/project.ts";
import type { Detail } from "../picture/sizes.ts";
import type { ExportFormat } from "../protocol.ts";
import { judgedFlow } from "../rules/judged-flow.ts";
import type { Finding } from "../rules/rule.ts";
import { toDot } from "./dot.ts";
import { drawnFlow } from "./drawn-flow.ts";
import { toMarkdown } from "./markdown.ts";
import { toMermaid } from "./mermaid.ts";
import { type PageAssets, toPage } from "./page.ts";

/** What a call flow can be written as, with the ending of such files. */
export const EXPORT_FORMATS: Readonly<Record<ExportFormat, string>> = {
  svg: ".svg",
  html: ".html",
  markdown: ".md",
  mermaid: ".mmd",
  dot: ".dot",
};

export interface ExportOptions {
  readonly format: ExportFormat;
  /** How much the picture shows: steps, the beginnings of turns, or the full text. */
  readonly detail: Detail;
  readonly theme: "light" | "dark";
  /** The language of what is not the script's own: messages, buttons. */
  readonly language: "zh" | "en";
  /** What a page is made of; only pages need it. */
  readonly assets?: PageAssets;
}

/**
 * Writes a script as a file for people without the editor: its picture, a page to read, or a page that also rehearses.
 * Findings are marked in the picture. Pure: the same script gives the same file.
 * @throws Error when a page is wanted without its assets
 */
export function exportScript(
  project: Project,
  document: ScriptDocument,
  findings: readonly Finding[],
  options: ExportOptions,
): string {
  const flow = judgedFlow(project, document, findings, { language: options.language });
  switch (options.format) {
    case "svg":
      return drawnFlow(flow, options);
    case "markdown":
      return toMarkdown(flow);
    case "mermaid":
      return toMermaid(flow);
    case "dot":
      return toDot(flow);
    case "html":
      if (options.assets === undefined) throw new Error("a page needs its script and style");
      return toPage(project, document, { ...options, assets: options.assets });
  }
}
