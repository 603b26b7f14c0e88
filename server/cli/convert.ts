import { stat } from "node:fs/promises";
import { basename, join, parse } from "node:path";
import { decode, FOREIGN, type ForeignEncoding, plausible, recognise } from "../model/encoding.ts";
import type { Bilingual } from "../rules/rule.ts";
import { readBytes } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { printable } from "./printable.ts";
import { toReader } from "./to-reader.ts";
import { createFile, replaceFile } from "./write-file.ts";

/** The names that `--from` takes. */
export const ENCODINGS = Object.keys(FOREIGN) as ForeignEncoding[];

export function isEncoding(name: string): name is ForeignEncoding {
  return Object.hasOwn(FOREIGN, name);
}

export interface ConvertOptions {
  readonly paths: readonly string[];
  /** What the author says that the files are; undefined: what each looks like. */
  readonly from: ForeignEncoding | undefined;
  /** The folder to write to; undefined: beside each original, under another name. */
  readonly out: string | undefined;
  readonly inPlace: boolean;
  readonly language: "zh" | "en";
}

/** Writes each file in UTF-8, says what it did, and returns the exit code; a file that fails does not stop the others. */
export async function convertCommand({ paths, language, ...options }: ConvertOptions): Promise<number> {
  let failed = false;
  for (const path of paths) {
    const { done, message } = await convert(path, options);
    failed ||= !done;
    (done ? process.stdout : process.stderr).write(`${printable(path)}: ${toReader(message[language])}\n`);
  }
  return failed ? EXIT.usage : EXIT.clean;
}

interface Outcome {
  /** Whether the text is now there in UTF-8. */
  readonly done: boolean;
  readonly message: Bilingual;
}

async function convert(path: string, { from, out, inPlace }: Omit<ConvertOptions, "paths" | "language">) {
  const read = await readBytes(path);
  if ("problem" in read) return refused(read.problem.message.zh, read.problem.message.en);
  const source = sourceOf(read.bytes, from);
  if ("message" in source) return source;
  const target = inPlace ? path : targetOf(path, out);
  try {
    if (inPlace && !(await replaceFile(path, source.text, read.bytes)))
      return refused(
        "文件刚才被改过，没有动它。请再运行一次。",
        "The file was changed meanwhile and is left as it is. Run this again.",
      );
    if (!inPlace) await createFile(target, source.text, (await stat(path)).mode);
  } catch (error) {
    const { code, path: at } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code === "EEXIST" && at === target
      ? refused(
          `${target} 已经存在，没有改动它。请先移走它，或用 --out 另选文件夹。`,
          `${target} exists already and is left as it is. Move it away, or choose another folder with --out.`,
        )
      : refused(`写不了 ${target}（${code}）。`, `${target} cannot be written (${code}).`);
  }
  const name = FOREIGN[source.encoding];
  return inPlace
    ? done(`已从 ${name} 转成 UTF-8，改写了原文件。`, `Converted from ${name} to UTF-8, in place.`)
    : done(`已从 ${name} 转成 UTF-8：${target}`, `Converted from ${name} to UTF-8: ${target}`);
}

/** The text of a file and the encoding it is in; or, where there is nothing to convert or no telling, what to say. */
function sourceOf(
  bytes: Uint8Array,
  from: ForeignEncoding | undefined,
): { readonly text: string; readonly encoding: ForeignEncoding } | Outcome {
  const found = recognise(bytes);
  if (found.kind === "utf-8") return done("已经是 UTF-8，没有改动。", "It is UTF-8 already and is left as it is.");
  const sure = found.kind === "foreign" && found.sure ? found.candidates[0] : undefined;
  const encoding = from ?? sure;
  if (encoding === undefined)
    return found.kind === "foreign"
      ? refused(
          `拿不准它的编码：可能是 ${found.candidates.map((name) => FOREIGN[name]).join("或 ")}。请用 --from ${found.candidates.join("|")} 说明。`,
          `Its encoding is not certain: it may be ${found.candidates.map((name) => FOREIGN[name]).join(" or ")}. Say which with --from ${found.candidates.join("|")}.`,
        )
      : refused(
          `认不出它的编码。请用 --from ${ENCODINGS.join("|")} 说明。`,
          `Its encoding cannot be told. Say what it is with --from ${ENCODINGS.join("|")}.`,
        );
  const text = decode(bytes, encoding);
  // Bytes that decode to characters nobody writes are in another encoding, whatever the author believes.
  if (text === undefined || !plausible(text) || (sure !== undefined && sure !== encoding))
    return refused(
      `按 ${FOREIGN[encoding]} 读不通${sure === undefined ? "" : `，看起来是 ${FOREIGN[sure]}`}，没有转换。`,
      `It does not read as ${FOREIGN[encoding]}${sure === undefined ? "" : `; it looks like ${FOREIGN[sure]}`}. Nothing is converted.`,
    );
  return { text, encoding };
}

/** Beside the original as `name.utf8.sscript`, or under its own name in another folder. */
function targetOf(path: string, out: string | undefined): string {
  if (out !== undefined) return join(out, basename(path));
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.utf8${ext}`);
}

function done(zh: string, en: string): Outcome {
  return { done: true, message: { zh, en } };
}

function refused(zh: string, en: string): Outcome {
  return { done: false, message: { zh, en } };
}
