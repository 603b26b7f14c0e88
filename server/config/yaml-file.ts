import * as v from "valibot";
import { type Document, isMap, isNode, isScalar, parseDocument } from "yaml";
import type { Span } from "../../grammar/index.ts";
import { nearest } from "../model/symbols.ts";
import type { Bilingual, Finding } from "../rules/rule.ts";
import { problem } from "./problem.ts";

/** A way into a YAML file: the names and indexes that lead to a value. */
export type Path = readonly (string | number)[];

/**
 * A YAML file with the places of what stands in it. Every scalar is text: a phrase such as 110 or no is one, and no
 * trainer should have to know that YAML thinks otherwise.
 */
export class YamlFile {
  readonly problems: Finding[] = [];
  readonly value: unknown;
  private readonly document: Document;
  private readonly text: string;

  /** Whether its form is so wrong that nobody can tell where things begin and end; what is wrong with those is not told beside it. */
  readonly isDamaged: boolean;

  constructor(text: string) {
    this.text = text;
    this.document = parseDocument(text, { schema: "failsafe", prettyErrors: false, logLevel: "error" });
    this.isDamaged = this.document.errors.length > 0;
    if (this.isDamaged) this.problems.push(...this.damage());
    try {
      this.value = this.isDamaged ? undefined : this.document.toJS();
    } catch {
      // Aliases that are nowhere defined, or so many of them that the file would burst.
      this.problems.push(problem("yaml", this.whole, { detail: detailOf("BAD_ALIAS") }));
    }
  }

  /** Tells what is wrong at a place, unless the file is damaged: then that may be no more than what follows from it. */
  report(...what: Parameters<typeof problem>): void {
    if (!this.isDamaged) this.problems.push(problem(...what));
  }

  /** Of a damaged file, what can be made out of it all the same; undefined when that is nothing. */
  remains(): unknown {
    try {
      return this.document.toJS();
    } catch {
      return undefined;
    }
  }

  /** The first thing that is wrong with its form: it throws what follows into disorder, so that nothing else is told. */
  private damage(): Finding[] {
    const [first] = [...this.document.errors].sort((a, b) => a.pos[0] - b.pos[0]);
    const signs = fullWidthSigns(this.text, this.whole);
    // A Chinese sign does harm only below it.
    const sign = signs.find(({ span }) => span.start <= first!.pos[1]) ?? signs[0];
    if (sign !== undefined)
      return signs.filter(({ span }) => !/[\r\n]/.test(this.text.slice(sign.span.start, span.start)));
    const [start, end] = first!.pos;
    return [problem("yaml", { start, end: Math.max(start, end) }, { detail: detailOf(first!.code) })];
  }

  /** The whole file when it has the form of a schema; keys that it does not know, or that hold something else, are problems, and passed over. */
  checkWhole<S extends Schema>(schema: S, expected: Expectations): v.InferOutput<S> | undefined {
    if (this.problems.length > 0) return undefined;
    const value = this.value ?? {};
    for (;;) {
      const { success, output, issues } = v.safeParse(schema, value);
      if (success) return output;
      for (const issue of issues) this.problems.push(...this.explain(schema, issue, [], expected));
      const keys = issues.map(({ path }) => path?.[0].key as string | undefined);
      for (const key of keys) {
        if (key === undefined) return undefined;
        Reflect.deleteProperty(value as object, key);
      }
    }
  }

  /** A value of the file when it has the form of a schema; what has not is a problem, and undefined. */
  check<S extends Schema>(schema: S, value: unknown, path: Path, expected: Expectations): v.InferOutput<S> | undefined {
    const { success, output, issues } = v.safeParse(schema, value);
    if (success) return output;
    // A key with a Chinese colon is not known, and so missing too: one slip, told once.
    const slip = issues.find((issue) => isUnknownKey(issue) && String(issue.path!.at(-1)!.key).includes("："));
    for (const issue of slip ? [slip] : issues) this.problems.push(...this.explain(schema, issue, path, expected));
    return undefined;
  }

  /** Where the value at a path stands; where it does not, the nearest thing around it that does. */
  span(path: Path): Span {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = this.document.getIn(path.slice(0, depth), true);
      const range = isNode(node) ? node.range : undefined;
      if (range) return { start: range[0], end: range[1] };
    }
    return this.whole;
  }

  private get whole(): Span {
    return { start: 0, end: this.text.length };
  }

  /** Where the key at a path stands. */
  keySpan(path: Path): Span {
    const parent = this.document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
    const range = isNode(pair?.key) ? pair.key.range : undefined;
    return range ? { start: range[0], end: range[1] } : this.span(path);
  }

  private explain(schema: Schema, issue: v.BaseIssue<unknown>, base: Path, expected: Expectations): Finding[] {
    const inner = (issue.path ?? []).map(({ key }) => key as string | number);
    const path = [...base, ...inner];
    const key = String(path.findLast((part) => typeof part === "string") ?? "");
    if (isUnknownKey(issue)) {
      if (key.includes("：")) return fullWidthSigns(this.text, this.span(path.slice(0, -1)));
      return [problem("unknown-key", this.keySpan(path), { key, instead: insteadOf(key, keysAt(schema, inner)) })];
    }
    const wanted = expected[key] ?? { zh: "别的内容", en: "something else" };
    if (issue.type === "strict_object" && issue.received === "undefined")
      return [problem("missing-key", this.span(path.slice(0, -1)), { key, expected: wanted })];
    // With a Chinese colon a key and its value are one piece of text, where something with keys is wanted.
    const signs = typeof issue.input === "string" ? fullWidthSigns(this.text, this.span(path)) : [];
    return signs.length > 0 ? signs : [problem("wrong-value", this.span(path), { key, expected: wanted })];
  }
}

/** The Chinese signs within a span that stand where YAML has its own: behind a key, or between a key and the one before. */
function fullWidthSigns(text: string, { start, end }: Span): Finding[] {
  return [...text.slice(start, end).matchAll(FULL_WIDTH)].map(({ 0: found, index }) => {
    const at = start + index + found.length;
    const sign = found.at(-1)!;
    return problem("full-width-sign", { start: at - 1, end: at }, { sign, instead: sign === "：" ? ":" : "," });
  });
}

/** `key：` at the beginning of a line or in braces, and the comma in `{ key: value， key: value }`. */
const FULL_WIDTH = /(?:(?<=^[ \t]*(?:- +)?)|(?<=[{,，][ \t]*))[a-z-]+[ \t]*：|，(?=[ \t]*[a-z-]+[ \t]*[:：])/gm;

type Schema = v.GenericSchema;

function isUnknownKey(issue: v.BaseIssue<unknown>): boolean {
  return issue.type === "strict_object" && issue.expected === "never";
}

/** The keys that a schema knows in the object to which a path leads; its last part is a key there. */
function keysAt(schema: Schema, path: Path): readonly string[] {
  let at = unwrapped(schema as AnySchema);
  for (const key of path.slice(0, -1)) at = unwrapped(typeof key === "number" ? at.item! : at.entries![key]!);
  return Object.keys(at.entries ?? {});
}

interface AnySchema {
  readonly wrapped?: AnySchema;
  readonly item?: AnySchema;
  readonly entries?: Readonly<Record<string, AnySchema>>;
}

function unwrapped(schema: AnySchema): AnySchema {
  return schema.wrapped === undefined ? schema : unwrapped(schema.wrapped);
}

/** What each key takes, in words. */
export type Expectations = Readonly<Record<string, Bilingual>>;

/** What to write in place of a name that is not known: the nearest one, or any of them. */
export function insteadOf(name: string, known: readonly string[]): Bilingual {
  const near = nearest(name, known);
  return near === undefined
    ? { zh: `可以写的有：${known.join("、")}。`, en: `There may be: ${known.join(", ")}.` }
    : { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
}

/** What the parser's commonest complaints mean; of the others it is enough to say where they are. */
function detailOf(code: string): Bilingual {
  return DETAILS[code] ?? { zh: "", en: "" };
}

const DETAILS: Readonly<Record<string, Bilingual>> = {
  TAB_AS_INDENT: { zh: "缩进用了制表符。", en: "A tab indents this line. " },
  BAD_INDENT: { zh: "这一行的缩进和上面对不齐。", en: "This line is not indented like those above. " },
  DUPLICATE_KEY: { zh: "这一项写了两次。", en: "This key is there twice. " },
  MISSING_CHAR: { zh: "缺了一个引号、括号或逗号。", en: "A quote, bracket or comma is missing. " },
  BAD_ALIAS: { zh: "“*”开头的文字要放在双引号里。", en: "Text that begins with “*” is no text here. " },
};
