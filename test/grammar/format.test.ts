import { readFileSync } from "node:fs";
import fc from "fast-check";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { format, formatEdits, parse } from "../../grammar/index.ts";
import { nearScripts, scriptPiece } from "../support/near-scripts.ts";
import { shape } from "../support/shape.ts";

describe("one form for what may be typed in many", () => {
  it.each([
    [
      "full-width signs",
      "＃标题\n渠道：电话\n＃＃ 开场\n客户（愤怒、投诉）：又断了！",
      "# 标题\n渠道: 电话\n\n## 开场\n客户(愤怒, 投诉): 又断了！\n",
    ],
    [
      "traditional words, which stay traditional",
      "##開場\n客戶（憤怒）：斷線！\n【掛機　客戶】\n⇒收尾",
      "## 開場\n客戶(憤怒): 斷線！\n[掛機 客戶]\n=> 收尾\n",
    ],
    [
      "English, whose letter case stays",
      "## Opening\nAGENT Anna(Confirm,to supervisor) :Right?\n- yes(agree)→End",
      "## Opening\nAGENT Anna (Confirm, to supervisor): Right?\n- yes (agree) -> End\n",
    ],
    [
      "arrows",
      "## 开场\n? 能吗\n－能 → 登记\n—不能 -》登记\n— > 3天 —>结束",
      "## 开场\n? 能吗\n- 能 -> 登记\n- 不能 -> 登记\n- > 3天 -> 结束\n",
    ],
    [
      "fields with an argument",
      "# 标题\n角色　班长 ：同事\n时限 回复:  20 分钟内",
      "# 标题\n角色 班长: 同事\n时限 回复: 20 分钟内\n",
    ],
    [
      "actions: spaces, brackets, colon, a time of day",
      "## 登记\n[通知维修部10分钟内]\n【 等候  2分钟 ：查 询】\n[回电 今天17：00前:告知]\n[升级:]",
      "## 登记\n[通知 维修部10分钟内]\n[等候 2分钟: 查 询]\n[回电 今天17：00前: 告知]\n[升级]\n",
    ],
    [
      "empty parentheses, unless others would take their place",
      "## 开场\n客服(): 好。\n- 好（）->结束\n- 好(吧)() -> 结束",
      "## 开场\n客服: 好。\n- 好 -> 结束\n- 好(吧)() -> 结束\n",
    ],
    [
      "notes, also empty ones, and a question without words",
      "## 开场\n》说明\n》\n>> 引\n?\n- 好 -> 结束",
      "## 开场\n> 说明\n>\n> > 引\n?\n- 好 -> 结束\n",
    ],
  ])("%s", (_, text, expected) => check(text, expected));
});

it("leaves a pasted table as it is, and formats what is around it", () =>
  check(
    "##开场\n步骤\t角色\t话术\n核实\t客服\t您好\n\t客户\t我要退款\n客服：您好。",
    "## 开场\n步骤\t角色\t话术\n核实\t客服\t您好\n\t客户\t我要退款\n客服: 您好。\n",
  ));

describe("depth", () => {
  it.each([
    [
      "tabs",
      "## 开场\n- 甲\n\t客服: 一\n\t- 乙\n\t\t客服: 二\n- 丙 -> 结束",
      "## 开场\n- 甲\n  客服: 一\n  - 乙\n    客服: 二\n- 丙 -> 结束\n",
    ],
    [
      "ideographic spaces and a margin",
      "　　## 开场\n　　客服: 您好\n　　- 能\n　　　　客服: 好\n",
      "## 开场\n客服: 您好\n- 能\n  客服: 好\n",
    ],
    [
      "a margin in one step only",
      "## 开场\n客服: 您好\n## 登记\n    客服: 请讲\n    客户: 好",
      "## 开场\n客服: 您好\n\n## 登记\n客服: 请讲\n客户: 好\n",
    ],
    [
      "text of a turn",
      "## 开场\n- 能\n 客服: 您好,\n      // 语气平和\n\n         请讲。\n",
      "## 开场\n- 能\n  客服: 您好,\n    // 语气平和\n\n    请讲。\n",
    ],
    [
      "comments between branches stand with the line below",
      "## 开场\n- 能\n\t客服: 好\n\t// 一\n- 不能\n// 二  \n\t／／三\n\t客服: 唉\n    // 四",
      "## 开场\n- 能\n  客服: 好\n// 一\n- 不能\n  // 二\n  ／／三\n  客服: 唉\n// 四\n",
    ],
    [
      "rules, which must not become text of a turn",
      "## 开场\n客服: 您好,\n----\n  请讲。\n－－－\n客户: 好\n———",
      "## 开场\n客服: 您好,\n----\n  请讲。\n－－－\n客户: 好\n———\n",
    ],
    [
      "a question stands with its choices",
      "## 开场\n- 甲\n? 再问\n   - 乙 -> 结束\n",
      "## 开场\n- 甲\n  ? 再问\n  - 乙 -> 结束\n",
    ],
    [
      "the turns of a record, with their times",
      "【10:02】客服：您好\n请讲\n10:02:31　客户：断线\n  2026-03-01 10:03 客服: 好",
      "【10:02】 客服: 您好\n  请讲\n10:02:31 客户: 断线\n  2026-03-01 10:03 客服: 好\n",
    ],
  ])("%s", (_, text, expected) => check(text, expected));
});

describe("lines", () => {
  it.each([
    [
      "blank lines: one before a heading, one for many, none at either end",
      "\n \n# 标题\n渠道: 电话\n\n\n## 甲\n\n　\n\n客服: 好  \n## 乙\n\n\n",
      "# 标题\n渠道: 电话\n\n## 甲\n\n客服: 好\n\n## 乙\n",
    ],
    [
      "comments right above a heading belong to it",
      "## 甲\n客服: 好\n// 忽略 x: 理由\n// 二\n## 乙\n// 三\n\n## 丙",
      "## 甲\n客服: 好\n\n// 忽略 x: 理由\n// 二\n## 乙\n// 三\n\n## 丙\n",
    ],
    ["CRLF", "## 甲\r\n客服：好\r\n## 乙", "## 甲\r\n客服: 好\r\n\r\n## 乙\r\n"],
    ["CR", "## 甲\r客服：好\r## 乙\r\r", "## 甲\r客服: 好\r\r## 乙\r"],
    ["both: each line keeps its own", "## 甲\n客服：好\r\n\n客户：好", "## 甲\n客服: 好\r\n\r\n客户: 好\n"],
    ["a byte order mark", "\ufeff## 甲\n", "## 甲\n"],
    ["nothing", " \n\ufeff\n\t", ""],
  ])("%s", (_, text, expected) => check(text, expected));

  it("that are right are not touched, and of the others no more than what is wrong", () => {
    const text = "## 开场\n客服: 您好\n客户：好   \n\n\n- 能 -> 结束\n";
    expect(formatEdits(text).map(({ start, end, text: wanted }) => [text.slice(start, end), wanted])).toEqual([
      ["：好   ", ": 好"],
      ["\n", ""],
    ]);
  });

  it("outside a stretch are not touched, and those in it still mean the same", () => {
    const text = "## 开场\n- 甲\n    - 乙\n        客服：好\n        客户：嗯\n";
    const start = text.indexOf("        客服");
    const edits = formatEdits(text, { start, end: text.indexOf("\n", start) });
    // Two levels of two spaces would put the turn beside its choice, which stays where it is.
    expect(edits.map((edit) => [text.slice(edit.start, edit.end), edit.text])).toEqual([["：", ": "]]);
  });
});

describe("damaged lines", () => {
  it.each([
    [
      "stay as they are",
      "## 开场\n客服：您好  \n请问贵姓　\n客户（着急：又断了\n### 登记 \n客户：嗯",
      "## 开场\n客服: 您好\n请问贵姓　\n客户（着急：又断了\n\n### 登记 \n客户: 嗯\n",
    ],
    [
      "hold their step at its depth if it would read otherwise",
      "　　## 开场\n　　客服：您好\n　　[乱来]\n　　## 登记\n　　客服：好",
      "## 开场\n　　客服: 您好\n　　[乱来]\n\n## 登记\n客服: 好\n",
    ],
    ["may begin a turn whose text goes on", "## 开场\n\t1. 客服：\n\t\t您好", "## 开场\n\t1. 客服：\n\t  您好\n"],
    [
      "may be what signs would make of a name",
      "## 开场\nowner(calm): 1\nowner(calm): 2\n客服：好",
      "## 开场\nowner(calm): 1\nowner(calm): 2\n客服：好\n",
    ],
  ])("%s", (_, text, expected) => check(text, expected));
});

describe("a line with a word that nobody knows", () => {
  it.each([
    ["for a speaker", "## 开场\n\t班长：\n\t\t您好", "## 开场\n班长:\n  您好\n"],
    ["for a label", "## 开场\n- 好（同意：感谢） -> 结束", "## 开场\n- 好(同意：感谢) -> 结束\n"],
    ["for a value", "渠道：电报\n## 开场\n客服：您好", "渠道: 电报\n\n## 开场\n客服: 您好\n"],
  ])("%s is formatted, since its signs are all there", (_, text, expected) => check(text, expected));
});

describe("any script", () => {
  it("is written in the one form, however it was typed", () => {
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 4 }),
        fc.array(fc.nat(9999), { minLength: 60, maxLength: 60 }),
        (steps, dice) => {
          const { typed, canonical } = write(steps, dice);
          // No step fell back to its own depths or signs: that is for damaged lines only.
          expect(parse(typed).errors).toEqual([]);
          expect(format(typed)).toBe(canonical);
          expect(format(canonical)).toBe(canonical);
          expect(shape(canonical, parse(canonical))).toBe(shape(typed, parse(typed)));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("and any text at all keeps its tree, its errors and its damaged lines, and is done after one time", () => {
    fc.assert(
      fc.property(nearScripts, (text) => {
        const [before, formatted] = [parse(text), format(text)];
        const after = parse(formatted);
        expect(shape(formatted, { ...after, errors: [] })).toBe(shape(text, { ...before, errors: [] }));
        expect(after.errors.map(({ kind }) => kind)).toEqual(before.errors.map(({ kind }) => kind));
        const damaged = (script: string, errors: typeof before.errors) =>
          errors.filter(({ kind }) => !ONLY_A_WORD.has(kind)).map(({ span }) => lineAt(script, span.start));
        expect(damaged(formatted, after.errors)).toEqual(damaged(text, before.errors));
        expect(formatEdits(formatted)).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });

  it("among the samples is in this form", () => {
    for (const path of globSync("samples/**/*.{sscript,话术}")) {
      const text = readFileSync(path, "utf8");
      expect(format(text), path).toBe(text);
    }
  });

  it("is survived when it is hostile", () => {
    for (const text of [
      `客服：${"字".repeat(1_000_000)}`,
      "- (a".repeat(50_000),
      "客服: a\n".concat(" \n".repeat(100_000)),
      Array.from({ length: 1_500 }, (_, depth) => `${" ".repeat(depth)}- ${depth}`).join("\n"),
    ])
      expect(() => format(text)).not.toThrow();
  });
});

/** Errors about a word of a line whose signs are all there. */
const ONLY_A_WORD: ReadonlySet<string> = new Set(["unknown-speaker", "unknown-label", "unknown-value"]);

function check(text: string, expected: string): void {
  expect(format(text)).toBe(expected);
  expect(format(expected)).toBe(expected);
}

/** The line at an offset, without byte order marks: at the start of a text they are the file's, not the line's. */
function lineAt(text: string, offset: number): string {
  const start = Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
  return /^\ufeff*([^\r\n]*)/.exec(text.slice(start))![1]!;
}

/** What is said: anything but line breaks, so also signs, arrows and keywords. */
const spoken = fc
  .oneof(
    fc.string({ unit: "binary" }),
    fc.array(scriptPiece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join("")),
  )
  .map((text) => text.replace(/[\r\n]|^\s+/g, "").trim() || "嗯");
/** Words that no keyword and no sign begins, as text that goes on must not. */
const plain = spoken.map((text) => `字${text}`);

const head = fc.constantFrom(
  { word: "客服", labels: [], head: "客服" },
  { word: "客服 小王", labels: ["确认", "对 班长"], head: "客服 小王(确认, 对 班长)" },
  { word: "客戶", labels: ["憤怒"], head: "客戶(憤怒)" },
  { word: "客服 A", labels: ["致歉"], head: "客服 A(致歉)" },
  { word: "Customer", labels: ["angry", "Complaint"], head: "Customer (angry, Complaint)" },
);
const choiceHead = fc.constantFrom(
  { word: "能", labels: [], head: "能" },
  { word: "> 3天", labels: ["同意"], head: "> 3天(同意)" },
  { word: "说A\\->B", labels: ["拒绝", "道别"], head: "说A\\->B(拒绝, 道别)" },
  { word: "yes, 100%", labels: ["agree"], head: "yes, 100% (agree)" },
  { word: "", labels: ["thanks"], head: "(thanks)" },
);
const action = fc.constantFrom(
  ["等候", "2分钟", "查询 网络"],
  ["通知", "维修部10分钟内", ""],
  ["回電", "今天17：00前", "a: b"],
  ["Hold", "", "12:30"],
  ["挂机", "客户", ""],
);

interface Head {
  readonly word: string;
  readonly labels: readonly string[];
  readonly head: string;
}
type Written =
  | { readonly kind: "turn"; readonly head: Head; readonly text: readonly string[] }
  | { readonly kind: "action"; readonly parts: readonly string[] }
  | { readonly kind: "->" | "=>" | ">"; readonly text: string }
  | { readonly kind: "choices"; readonly decision: string; readonly choices: readonly WrittenChoice[] };
interface WrittenChoice {
  readonly head: Head;
  readonly target: string;
  readonly body: readonly Written[];
}

const { statement } = fc.letrec<{ statement: Written; choice: WrittenChoice }>((tie) => ({
  statement: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({
      kind: fc.constant("turn" as const),
      head,
      text: fc.tuple(spoken, fc.array(plain, { maxLength: 2 })).map((all) => all.flat()),
    }),
    fc.record({ kind: fc.constant("action" as const), parts: action }),
    fc.record({ kind: fc.constantFrom("->" as const, "=>" as const, ">" as const), text: plain }),
    fc.record({
      kind: fc.constant("choices" as const),
      decision: spoken,
      choices: fc.array(tie("choice"), { minLength: 1, maxLength: 3 }),
    }),
  ),
  choice: fc.record({
    head: choiceHead,
    target: fc.constantFrom("结束", "公共#收尾"),
    body: fc.array(tie("statement"), { maxLength: 3 }),
  }),
}));
const step = fc.record({
  name: plain,
  fields: fc.array(spoken, { maxLength: 2 }),
  body: fc.array(statement, { maxLength: 4 }),
});

/** Writes a script twice: as somebody may type it, where the dice decide, and in the form that it must get. */
function write(
  steps: readonly { name: string; fields: readonly string[]; body: readonly Written[] }[],
  dice: readonly number[],
): { typed: string; canonical: string } {
  let thrown = 0;
  const any = <T>(...of: readonly T[]): T => of[dice[thrown++ % dice.length]! % of.length]!;
  const newline = any("\n", "\r\n", "\r");
  const typed: string[] = [any("", "\ufeff")];
  const canonical: string[] = [];
  const line = (depth: string, level: number, asTyped: string, expected: string, isHeading = false) => {
    const blanks = any(0, 0, 0, 1, 3);
    const isFirst = canonical.length === 0;
    for (let blank = 0; blank < blanks; blank++) typed.push(any("", "  ", "　"), newline);
    if (!isFirst && (blanks > 0 || isHeading)) canonical.push(newline);
    if (any(0, 0, 0, 1) === 1) {
      typed.push(any("", "\t", "      "), "// 注：x ", any("", " "), newline);
      canonical.push("  ".repeat(level), "// 注：x", newline);
    }
    typed.push(depth, asTyped, any("", "  ", "　"), newline);
    canonical.push("  ".repeat(level), expected, newline);
  };
  const space = () => any("", " ", "　");
  const colon = () => space() + any(":", "：") + space();
  const headed = ({ word, labels }: Head) => {
    const list = labels.join(any(",", "，", "、", " , "));
    return labels.length === 0 ? word : `${word}${space()}${any("(", "（")}${space()}${list}${any(")", "）")}`;
  };
  const arrow = () => any("->", "→", "-》", "－＞", "—>");
  const MARKS = { "->": arrow, "=>": () => any("=>", "⇒", "=》"), ">": () => any(">", "》", "＞") };
  const write = (statements: readonly Written[], depth: string, level: number) => {
    for (const each of statements) {
      switch (each.kind) {
        case "turn": {
          const [first, ...more] = each.text;
          line(depth, level, `${headed(each.head)}${colon()}${first}`, `${each.head.head}: ${first}`);
          for (const text of more) line(`${depth}${any(" ", "\t", "　　")}`, level + 1, text, text);
          break;
        }
        case "action": {
          const [verb, object, reason] = each.parts;
          const between = /[a-z]$/.test(verb!) || object === "" ? " " : space();
          const why = reason === "" ? "" : `${any(":", "：")} ${reason}`;
          const expected = `[${verb}${object === "" ? "" : ` ${object}`}${reason === "" ? "" : `: ${reason}`}]`;
          line(
            depth,
            level,
            `${any("[", "【")}${space()}${verb}${between}${object}${space()}${why}${any("]", "】")}`,
            expected,
          );
          break;
        }
        case "choices": {
          line(depth, level, `${any("?", "？")}${space()}${each.decision}`, `? ${each.decision}`);
          for (const { head, target, body } of each.choices) {
            const expected = `- ${head.head} -> ${target}`;
            line(
              depth,
              level,
              `${any("-", "－", "—")}${any(" ", "　")}${headed(head)} ${arrow()}${space()}${target}`,
              expected,
            );
            write(body, `${depth}${any(" ", "  ", "\t", "　")}`, level + 1);
          }
          break;
        }
        default:
          line(depth, level, `${MARKS[each.kind]()}${space()}${each.text}`, `${each.kind} ${each.text}`);
      }
    }
  };
  const margin = any("", "", "    ", "　　", "\t");
  line(margin, 0, `${any("#", "＃")}${space()}标题`, "# 标题", true);
  for (const { name, fields, body } of steps) {
    line(margin, 0, `${any("##", "＃＃")}${space()}${name}`, `## ${name}`, true);
    for (const value of fields) line(margin, 0, `时限${any(" ", "　")}回复${colon()}${value}`, `时限 回复: ${value}`);
    write(body, margin, 0);
  }
  return { typed: typed.join(""), canonical: canonical.join("") };
}
