import { printableLine } from "./printable.ts";

/** Text as Markdown shows it, on one line, whatever signs are in it. */
export function escapeMarkdown(text: string): string {
  return printableLine(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replace(/[\\`*_{}[\]()#+!|~@>-]/g, "\\$&");
}

/** A name as it is, in the type of a machine. */
export function code(text: string): string {
  const line = printableLine(text).replaceAll("|", "\\|");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return longest === 0 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}
