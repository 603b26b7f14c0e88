import fc from "fast-check";
import { scriptPiece } from "./near-scripts.ts";
import { MALFORMED, REQUESTS } from "./session-requests.ts";

/** The files of a fuzzed session; the last one is its configuration. */
export const NAMES = ["主.sscript", "公共.sscript", "别的.sscript", "service-script.config.yaml"] as const;

/** What an editor, its user and the disk do, in whatever order. */
export type Step =
  | { readonly kind: "open"; readonly file: number; readonly text: string }
  | { readonly kind: "change"; readonly file: number; readonly edits: readonly Edit[]; readonly later: number }
  | { readonly kind: "replace"; readonly file: number; readonly text: string; readonly later: number }
  | { readonly kind: "close"; readonly file: number }
  | { readonly kind: "write"; readonly file: number; readonly text: string | undefined }
  | {
      readonly kind: "request";
      readonly request: number;
      readonly file: number;
      readonly at: Place;
      readonly cancel: boolean;
    }
  | { readonly kind: "malformed"; readonly message: number }
  | { readonly kind: "pause"; readonly milliseconds: number };

/** A line and a character, which need not be in the text. */
export type Place = { readonly line: number; readonly character: number };
export type Edit = { readonly start: Place; readonly end: Place; readonly text: string };

const LINES = [
  "客户(愤怒): 你们怎么搞的！",
  "客服: 这个我不清楚。",
  "客服: {公共#致歉}",
  "客服: 我会尽快给您回电。",
  "[回电 两小时内]",
  "[挂机 客户]",
  "=> 公共#登记",
  "-> 甲",
  "? 好了吗\n- 好了 -> 结束\n- 没有\n  客服: 请稍等。",
  "## 甲",
  "## 登记",
  "类型: 片段",
  "标准: 投诉问题应答",
  "用语 致歉: 对不起",
  "引用 公共: ./公共.sscript",
  "引用 别的: ./别的.sscript",
  "引用 没有: ./没有.sscript",
  "// 忽略 forbidden/brush-off: 照录",
];
const CONFIGURATIONS = [
  "",
  "rules:\n  forbidden/brush-off: warning\n",
  "rules:\n  missing: off\n",
  "rules: [",
  "\u0000",
];

const script = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...LINES) }, scriptPiece), { maxLength: 14 })
  .map((lines) => `${lines.join("\n")}\n`);
const place = fc.record({ line: fc.nat(16), character: fc.nat(24) });
const edit = fc.record({
  start: place,
  end: place,
  text: fc.oneof(scriptPiece, fc.constantFrom(...LINES, "\n", "", "不知道")),
});
const file = fc.nat(2);
/** Versions mostly grow by one; some come late. */
const later = fc.constantFrom(1, 1, 1, 2, 0, -1);

export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("open" as const), file, text: script }) },
  {
    weight: 10,
    arbitrary: fc.record({
      kind: fc.constant("change" as const),
      file,
      edits: fc.array(edit, { minLength: 1, maxLength: 3 }),
      later,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("replace" as const), file, text: script, later }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("close" as const), file }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("write" as const), file, text: fc.option(script, { nil: undefined }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("write" as const),
      file: fc.constant(NAMES.length - 1),
      text: fc.option(fc.constantFrom(...CONFIGURATIONS), { nil: undefined }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant("request" as const),
      request: fc.nat(REQUESTS.length - 1),
      file,
      at: place,
      cancel: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("malformed" as const), message: fc.nat(MALFORMED.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("pause" as const), milliseconds: fc.constantFrom(0, 0, 1, 5, 130) }),
  },
);
