import { pathToFileURL } from "node:url";
import { FIELD_VALUES, type Keyword } from "../../grammar/index.ts";
import { Configurations } from "../config/configurations.ts";
import { limitRows } from "../config/standard-rows.ts";
import { knownStandards, nameOf, namesOf, type Standard, standardNamed } from "../model/standards.ts";
import { nearest } from "../model/symbols.ts";
import { brokenFiles } from "./broken-configuration.ts";
import { columns } from "./columns.ts";
import { complain } from "./complain.ts";
import { diskSource } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";

export interface StandardsOptions {
  /** The standards to print, by any of their names; none: all. */
  readonly names: readonly string[];
  readonly format: string;
  readonly language: "zh" | "en";
}

/** Prints service standards with their limits: the built-in ones and those of the current folder's organisation. */
export async function standardsCommand({ names, format, language }: StandardsOptions): Promise<number> {
  const { wording, files } = await new Configurations(diskSource(["."])).of(pathToFileURL("./any.sscript").href);
  const known = knownStandards(wording.standards);
  const wanted: Standard[] = [];
  for (const name of names) {
    const standard = standardNamed(known, name);
    if (standard === undefined) {
      process.stderr.write(`${printable(unknown(name, known)[language])}\n`);
      return EXIT.usage;
    }
    wanted.push(standard);
  }
  const standards = names.length > 0 ? [...new Set(wanted)] : known;
  process.stdout.write(
    format === "json"
      ? `${JSON.stringify(standards.map(asJson), undefined, 2)}\n`
      : `${standards.map((standard) => inWords(standard, language)).join("\n\n")}\n`,
  );
  const broken = brokenFiles(files);
  complain(broken, language);
  return broken.length > 0 ? EXIT.usage : EXIT.clean;
}

function unknown(name: string, known: readonly Standard[]) {
  const near = nearest(name, known.flatMap(namesOf));
  const listed = (language: "zh" | "en") => known.map(({ names }) => nameOf(names)[language]);
  return {
    zh: `没有叫“${name}”的服务标准。${near === undefined ? `可以写的有：${listed("zh").join("、")}。` : `是不是想写“${near}”？`}`,
    en: `No service standard is called “${name}”. ${near === undefined ? `There are: ${listed("en").join(", ")}.` : `Did you mean “${near}”?`}`,
  };
}

function inWords(standard: Standard, language: "zh" | "en"): string {
  const { id, names, channels, scenarios, obligations } = standard;
  const calls = [
    ...channels.map((channel) => wordOf(FIELD_VALUES.channel[channel], language)),
    ...scenarios.map((scenario) => wordOf(FIELD_VALUES.scenario[scenario], language)),
  ];
  const rows = limitRows(standard, language);
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => columns(row[column]!))));
  const padded = (text: string, column: number) => text + " ".repeat(widths[column]! - columns(text));
  const lines = [
    [nameOf(names)[language], `(${id})`, ...(calls.length > 0 ? [calls.join(" · ")] : [])].join("  "),
    ...rows.map(([event, limit, note]) => `  ${padded(event, 0)}  ${padded(limit, 1)}  ${note}`.trimEnd()),
    ...obligations.map(({ id, message }) => `  ! ${toReader(message[language]).replace("{path}", "")}  ${id}`),
  ];
  return lines.map(printable).join("\n");
}

function wordOf(keyword: Keyword, language: "zh" | "en"): string {
  return keyword[language][0]!;
}

function asJson({ id, names, channels, scenarios, limits, obligations }: Standard) {
  return {
    id,
    names,
    channels,
    scenarios,
    limits: limits.map(({ event, anchor, otherwise, before, value, words, note, told }) => ({
      event: { id: event.id, ...nameOf(event.words) },
      ...(anchor && { [before ? "before" : "after"]: anchor.id }),
      ...(otherwise && { otherwise: otherwise.id }),
      value,
      words,
      ...(note && { note }),
      told,
    })),
    obligations: obligations.map(({ id, severity, message }) => ({ id, severity, message })),
  };
}
