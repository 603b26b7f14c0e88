import type { Comment, Span, Text } from "./ast.ts";
import { IGNORES, keywordKey, spellings } from "./keywords.ts";

/** A comment that asks for silence: `// 忽略 forbidden/brush-off 至 2027-01-01 由 质检组: 客户要求原话`. */
export interface Ignore extends Span {
  /** The whole file, or the line, step or branch that comes next. */
  readonly scope: "next" | "file";
  /** Empty: every rule, which only a whole file can ask for. */
  readonly rules: readonly Text[];
  /** The last day on which it holds, as written: 2027-01-01. */
  readonly until?: Text;
  readonly by?: Text;
  readonly reason?: Text;
}

/**
 * Reads the comment forms that silence findings. A comment is one when it begins with the keyword and names a rule,
 * which has a stroke in it; any other comment is a comment. Spans count from the start of the script.
 */
export function parseIgnore(comment: Comment): Ignore | undefined {
  const found = FORM.exec(comment.text);
  if (found?.groups === undefined || found.indices?.groups === undefined) return undefined;
  const { word = "", ids = "" } = found.groups;
  const file = FILE_WORDS.has(keywordKey(word));
  if (ids === "" && !file) return undefined;
  const { indices } = found;
  const part = (name: string): Text | undefined => {
    const at = indices.groups?.[name];
    const text = found.groups?.[name]?.trim();
    if (at === undefined || text === undefined || text === "") return undefined;
    return textAt(comment, at[0], text);
  };
  const [until, by, reason] = [part("until"), part("by"), part("reason")];
  const from = indices.groups?.ids?.[0] ?? 0;
  return {
    scope: file ? "file" : "next",
    rules: [...ids.matchAll(/[^\s,，、]+/g)].map(({ 0: id, index }) => textAt(comment, from + index, id)),
    ...(until && { until }),
    ...(by && { by }),
    ...(reason && { reason }),
    start: comment.start,
    end: comment.end,
  };
}

const words = (id: keyof typeof IGNORES) => spellings(IGNORES[id]);
const FILE_WORDS = new Set(words("ignore-file").map(keywordKey));
const either = (...lists: readonly (readonly string[])[]) =>
  lists
    .flat()
    .sort((a, b) => b.length - a.length)
    .join("|");

const FORM = new RegExp(
  `^(?://|／／)[ \\t\\u3000]*(?<word>${either(words("ignore-file"), words("ignore"))})` +
    `(?:[ \\t\\u3000]+(?<ids>[a-z-]+/[a-z-]+(?:[ \\t\\u3000]*[,，、][ \\t\\u3000]*[a-z-]+/[a-z-]+)*))?` +
    `(?:[ \\t\\u3000]+(?:${either(words("until"))})[ \\t\\u3000]*(?<until>[^\\s:：]+))?` +
    `(?:[ \\t\\u3000]+(?:${either(words("by"))})[ \\t\\u3000]*(?<by>[^:：]+?))?` +
    `[ \\t\\u3000]*(?:[:：](?<reason>.*))?$`,
  "id",
);

function textAt(comment: Comment, offset: number, text: string): Text {
  const start =
    comment.start + offset + (comment.text.slice(offset).length - comment.text.slice(offset).trimStart().length);
  return { kind: "text", text, start, end: start + text.length };
}
