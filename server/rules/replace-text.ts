import type { Span } from "../../grammar/index.ts";
import type { Fix } from "./rule.ts";

/** The fix that writes `text` in place of what stands at a span. */
export function replaceText({ start, end }: Span, text: string): Fix {
  return { title: { zh: `改成“${text}”`, en: `Change to “${text}”` }, edits: [{ start, end, text }] };
}
