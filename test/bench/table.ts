import type { Sample } from "./rounds.ts";

/** A table in Markdown; its first column is words, the others are figures. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

/** A sample as people read it: `3.1 (2.9–3.4)`. */
export function spread({ median, min, max }: Sample): string {
  return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/** A number with as many digits as matter. */
export function figure(value: number | undefined): string {
  if (value === undefined) return "–";
  if (value >= 100) return Math.round(value).toLocaleString("en");
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A ratio, as `3.1×`; of nothing where one of them is not known. */
export function ratio(a: number | undefined, b: number | undefined): string {
  return a === undefined || b === undefined ? "–" : `${figure(a / b)}×`;
}
