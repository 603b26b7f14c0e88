import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { type Configuration, Configurations } from "../config/configurations.ts";
import { type EffectiveConfig, effectiveConfig, type Value } from "../config/effective-config.ts";
import { Lines } from "../model/lines.ts";
import { brokenFiles } from "./broken-configuration.ts";
import { columns } from "./columns.ts";
import { complain } from "./complain.ts";
import { diskSource } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { printable } from "./printable.ts";
import { shortUri } from "./short-path.ts";
import { wordsToReader } from "./to-reader.ts";

export interface ConfigOptions {
  /** A script, whose rules are told one by one, or a folder. */
  readonly path: string;
  readonly format: string;
  readonly language: "zh" | "en";
}

/** Prints the configuration that holds for a script or a folder, with the place where each value is written. */
export async function configCommand({ path, format, language }: ConfigOptions): Promise<number> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) {
    process.stderr.write(`${printable(path)}: ${wordsToReader(WORDS[language]).missing}\n`);
    return EXIT.usage;
  }
  const uri = pathToFileURL(resolve(path)).href;
  const folder = found.isDirectory() ? `${uri}/` : undefined;
  const configuration = await new Configurations(diskSource([".", path])).of(folder ?? uri);
  const effective = effectiveConfig(configuration, folder === undefined ? uri : undefined);
  process.stdout.write(
    format === "json"
      ? `${JSON.stringify(asJson(effective, configuration), undefined, 2)}\n`
      : asYaml(effective, configuration, language),
  );
  const broken = brokenFiles(configuration.files);
  complain(broken, language);
  return broken.length > 0 ? EXIT.usage : EXIT.clean;
}

const WORDS = {
  zh: {
    missing: "找不到这个文件或文件夹。",
    none: "没有 service-script.config.yaml：规则都按自己的级别",
    own: "默认",
    ignored: "不检查这份话术",
  },
  en: {
    missing: "There is no such file or folder.",
    none: "There is no service-script.config.yaml: every rule has its own level",
    own: "default",
    ignored: "this script is not checked",
  },
} as const;

/** The values as YAML that may be copied into a configuration, the origin of each as a comment behind it. */
function asYaml(config: EffectiveConfig, { files }: Configuration, language: "zh" | "en"): string {
  const words = wordsToReader(WORDS[language]);
  const lines: (readonly [text: string, comment?: string])[] = [];
  const origin = ({ origin }: Value) => (origin === undefined ? words.own : placeOf(origin));
  const list = (name: string, values: readonly Value[]) => {
    if (values.length === 0) return;
    lines.push([`${name}:`], ...values.map((value) => [`  - ${scalar(value.text)}`, origin(value)] as const));
  };
  const rules = (indent: string, settings: readonly Value[]) => {
    lines.push([`${indent}rules:`]);
    for (const value of settings) lines.push([`${indent}  ${value.name}: ${value.text}`, origin(value)]);
  };
  if (files.length === 0) lines.push(["", words.none]);
  list("extends", config.extends);
  list("lexicons", config.lexicons);
  list("standards", config.standards);
  list("ignore", config.ignore);
  if (config.ignoredBy !== undefined) lines.push(["", `${words.ignored}: ${origin(config.ignoredBy)}`]);
  if (config.rules.length > 0) rules("", config.rules);
  if (config.overrides.length > 0) lines.push(["overrides:"]);
  for (const override of config.overrides) {
    const globs = override.files.map(({ text }) => scalar(text)).join(", ");
    lines.push([`  - files: [${globs}]`, origin(override.files[0]!)]);
    rules("    ", override.rules);
  }
  const pad = (text: string) => (text === "" ? "" : `${text}${" ".repeat(Math.max(1, COMMENT - columns(text)))}`);
  return lines
    .map(([text, comment]) => printable(comment === undefined ? text : `${pad(text)}# ${comment}`))
    .map((line) => `${line}\n`)
    .join("");
}

/** The column in which comments stand. */
const COMMENT = 44;

function asJson(config: EffectiveConfig, { files }: Configuration) {
  const value = ({ text, origin }: Value) => ({
    value: text,
    origin: origin === undefined ? "default" : placeOf(origin),
  });
  const rules = (settings: readonly Value[]) => Object.fromEntries(settings.map((one) => [one.name!, value(one)]));
  return {
    configuration: files[0] === undefined ? null : shortUri(files[0].uri),
    extends: config.extends.map(value),
    lexicons: config.lexicons.map(value),
    standards: config.standards.map(value),
    ignore: config.ignore.map(value),
    ignoredBy: config.ignoredBy === undefined ? null : value(config.ignoredBy),
    rules: rules(config.rules),
    overrides: config.overrides.map((one) => ({ files: one.files.map(value), rules: rules(one.rules) })),
  };
}

function placeOf({ uri, text, start }: NonNullable<Value["origin"]>): string {
  return `${shortUri(uri)}:${new Lines(text).at(start).line + 1}`;
}

/** A text as YAML reads it, whatever signs are in it. */
function scalar(text: string): string {
  return /^(?:id: )?[\w./\u3400-\u9fff][\w./\u3400-\u9fff* -]*$/.test(text) && !text.endsWith(" ")
    ? text
    : JSON.stringify(text);
}
