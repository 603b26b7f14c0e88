import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { type CodeAction, CodeActionTriggerKind } from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { codeActions } from "../../server/lsp/code-actions/code-actions.ts";
import { FIX_ALL } from "../../server/lsp/code-actions/fixes.ts";
import { RULES } from "../../server/rules/index.ts";
import { ScriptFolder } from "../support/script-folder.ts";

type Files = string | Readonly<Record<string, string>>;

/** The actions for the first ⟦…⟧, or for the cursor █. */
async function ask(files: Files, only?: string[], prepare: (folder: ScriptFolder) => void = () => {}) {
  const folder = await ScriptFolder.open(files);
  prepare(folder);
  const { document, at } = folder;
  const [span] = folder.marks.get(document.uri)!.spans;
  const range = span
    ? { start: document.positionAt(span.start), end: document.positionAt(span.end) }
    : { start: at.position, end: at.position };
  const context = { diagnostics: [], triggerKind: CodeActionTriggerKind.Invoked, ...(only && { only }) };
  const actions = codeActions(folder.workspace, document, { textDocument: at.textDocument, range, context });
  return { folder, actions, titles: actions.map(({ title }) => title) };
}

async function after(files: Files, title: RegExp, only?: string[]): Promise<Record<string, string>> {
  const { folder, actions, titles } = await ask(files, only);
  const action = actions.find((candidate) => title.test(candidate.title));
  if (action === undefined) throw new Error(`none of ${titles.join(" | ")}`);
  return folder.after(action.edit!.changes!);
}

const only = async (text: string, title: RegExp, kinds?: string[]) => (await after(text, title, kinds))["main.sscript"];

describe("remedies", () => {
  it("mend what is under the selection, the likeliest first", async () => {
    const { actions } = await ask("## 开场\n客服: 您好。这个我不█清楚。");
    expect(actions[0]).toMatchObject({ kind: "quickfix", isPreferred: true, title: expect.stringMatching(/^改说：/) });
    expect(actions[0]!.diagnostics?.[0]?.code).toBe("forbidden/brush-off");
    expect(actions[1]!.isPreferred).toBe(false);
  });

  it("mend all that one rule finds, without touching one another", async () => {
    const text = "## 开场\n客服: 这个我不█清楚。\n客户: 那谁清楚？\n客服: 好的。这个我不清楚。";
    const result = await only(text, /forbidden\/brush-off 的 2 处/);
    expect(result).not.toMatch(/我不清楚/);
    expect(result!.split("\n")).toHaveLength(4);
  });

  it("on saving mend what is safe, and nothing else", async () => {
    const text = "### 开场\n客服 您好。\n1、客服: 请讲。\n客户(着急: 断了！\n客服: 这个我不清楚。\n[记录 情况";
    expect(await only(text, /放心改/, [FIX_ALL])).toBe(
      "## 开场\n客服: 您好。\n客服: 请讲。\n客户(着急): 断了！\n客服: 这个我不清楚。\n[记录 情况]",
    );
    expect((await ask("## 开场\n客服: 这个我不清楚。", ["source.fixAll"])).actions).toEqual([]);
    expect((await ask(text)).actions.map(({ kind }) => kind)).not.toContain(FIX_ALL);
  });

  it("never spoil a script, each alone, by rule or all at once", async () => {
    const texts = [
      ...RULES.flatMap(({ messages }) => Object.values(messages).flatMap(({ bad }) => bad.map(({ text }) => text))),
      ...globSync("samples/**/*.{sscript,话术}").map((path) => readFileSync(path, "utf8")),
    ].map((text) => text.replaceAll(/[⟦⟧]/g, ""));
    for (const text of texts.filter((_, index) => index % 3 === 0)) {
      const folder = await ScriptFolder.open(text);
      const before = folder.workspace.judge(folder.document);
      const end = folder.document.positionAt(text.length);
      const actions = codeActions(folder.workspace, folder.document, {
        textDocument: folder.at.textDocument,
        range: { start: { line: 0, character: 0 }, end },
        context: { diagnostics: [], only: ["quickfix", FIX_ALL] },
      });
      for (const { edit, title } of actions) {
        const result = folder.after(edit!.changes!)["main.sscript"]!;
        const judged = folder.workspace.judge(TextDocument.create("file:///folder/x.sscript", "", 1, result));
        expect(judged.script.errors.length, `${title}\n${result}`).toBeLessThanOrEqual(before.script.errors.length);
      }
    }
  });
});

describe("silence with a reason", () => {
  it("is a comment above the line, as deep as it, whose reason is missing", async () => {
    const result = await only("## 开场\n- 能\n  客服: 这个我不█清楚。\n- 不能", /^忽略这里的 forbidden\/brush-off/);
    expect(result).toBe("## 开场\n- 能\n  // 忽略 forbidden/brush-off: \n  客服: 这个我不清楚。\n- 不能");
    const folder = await ScriptFolder.open(result!);
    const codes = folder.workspace.judge(folder.document).findings.map(({ ruleId }) => ruleId);
    expect(codes).toContain("ignore/without-reason");
    expect(codes).not.toContain("forbidden/brush-off");
  });

  it("stands above the turn, not in the middle of it, and in the script's own writing", async () => {
    expect(await only("## 開場\n客服: 您好，歡迎。\n  這個我不█清楚。", /^忽略/)).toBe(
      "## 開場\n// 忽略 forbidden/brush-off: \n客服: 您好，歡迎。\n  這個我不清楚。",
    );
    expect(await only("## opening\nagent: I █don't know.", /^忽略/)).toContain("\n// ignore forbidden/brush-off: \n");
  });

  it("has a place for the reason where the editor can fill it in", async () => {
    const { actions } = await ask("## 开场\n客服: 这个我不█清楚。", undefined, ({ workspace }) => {
      workspace.canFillIn = true;
    });
    const action = actions.find(({ title }) => title.startsWith("忽略")) as CodeAction;
    expect(action.edit?.documentChanges).toMatchObject([
      { edits: [{ snippet: { kind: "snippet", value: expect.stringMatching(/brush-off: \$\{1:理由\}\n$/) } }] },
    ]);
  });
});

describe("better order", () => {
  it.each([
    [
      "lines become a step, which ends where the call did",
      "## 开场\n客服: 一。\n⟦客服: 二。\n客户: 三。⟧\n客服: 四。\n",
      "## 开场\n客服: 一。\n=> 新步骤\n客服: 四。\n-> 结束\n\n## 新步骤\n客服: 二。\n客户: 三。\n",
    ],
    [
      "lines of a branch are outdented, and the name is a new one",
      "## 新步骤\n- 能\n  ⟦客服: 一。\n  - 甲\n    客服: 二。⟧\n- 不能\n-> 结束",
      "## 新步骤\n- 能\n  => 新步骤2\n- 不能\n-> 结束\n\n## 新步骤2\n客服: 一。\n- 甲\n  客服: 二。\n",
    ],
    [
      "with Windows line breaks",
      "## 开场\r\n⟦客服: 一。⟧\r\n-> 结束\r\n",
      "## 开场\r\n=> 新步骤\r\n-> 结束\r\n\r\n## 新步骤\r\n客服: 一。\r\n",
    ],
  ])("%s", async (_, text, expected) => expect(await only(text, /移到新步骤/)).toBe(expected));

  it("asks for a better name where the client can", async () => {
    for (const text of [
      "# 题\n\n## 开场\n- 能\n  ⟦客服: 您好。⟧\n-> 结束",
      "## 开场\n客服: ⟦您好。⟧",
      "## 开场\r\n⟦客服: 您好。⟧\r\n",
    ]) {
      const { folder, actions } = await ask(text, ["refactor.extract"], ({ workspace }) => {
        workspace.hasCommands = true;
      });
      expect(actions.length).toBeGreaterThan(0);
      for (const { edit, command } of actions) {
        const after = folder.after(edit!.changes!)["main.sscript"]!;
        const { line, character } = command!.arguments![1];
        expect(after.split(/\r?\n/)[line]!.slice(character)).toMatch(/^新(步骤|用语)/);
      }
    }
  });

  it("is not made of lines that lead elsewhere, of headings, or of nothing", async () => {
    for (const text of [
      "## 开场\n⟦客服: 一。\n-> 开场⟧",
      "## 开场\n⟦- 能 -> 开场\n- 不能⟧",
      "⟦## 开场\n客服: 一。⟧",
      "⟦ ⟧",
      "█",
    ])
      expect((await ask(text, ["refactor"])).titles.filter((title) => title.includes("步骤"))).toEqual([]);
  });

  it("words become a phrase wherever an agent says them", async () => {
    expect(
      await only(
        "# 断线\n渠道: 电话\n\n## 开场\n客服: ⟦非常抱歉。⟧请讲。\n客户: 非常抱歉。\n客服: 非常抱歉。",
        /提取为用语/,
      ),
    ).toBe(
      "# 断线\n渠道: 电话\n用语 新用语: 非常抱歉。\n\n## 开场\n客服: {新用语}请讲。\n客户: 非常抱歉。\n客服: {新用语}",
    );
    expect(await only("## 开场\n客服: ⟦您好。⟧", /提取为用语/)).toBe("用语 新用语: 您好。\n\n## 开场\n客服: {新用语}");
    for (const text of [
      "## 开场\n客户: ⟦您好。⟧",
      "变量 姓: x\n## 开场\n客服: {⟦姓⟧}",
      "## 开场\n客服: 一⟦二\n客服: 三⟧四",
    ])
      expect((await ask(text, ["refactor.extract"])).titles.filter((title) => title.includes("用语"))).toEqual([]);
  });

  it("a phrase is written out at one place, or everywhere and then deleted", async () => {
    const files = {
      "main.sscript": "用语 致歉: 非常抱歉。\n\n## 开场\n客服: {致█歉}请讲。{致歉}",
      "别的.sscript": "引用 m: ./main.sscript\n\n## 开场\n客服: {m#致歉}",
    };
    expect((await after(files, /写成原话$/))["main.sscript"]).toBe(
      "用语 致歉: 非常抱歉。\n\n## 开场\n客服: 非常抱歉。请讲。{致歉}",
    );
    expect(await after(files, /处处写成原话/)).toEqual({
      "main.sscript": "\n## 开场\n客服: 非常抱歉。请讲。非常抱歉。",
      "别的.sscript": "引用 m: ./main.sscript\n\n## 开场\n客服: 非常抱歉。",
    });
    const nested = {
      "main.sscript": "用语 甲: 好。\n用语 乙█: {甲}",
      "别的.sscript": "引用 m: ./main.sscript\n\n## 开场\n客服: {m#乙}",
    };
    expect((await ask(nested, ["refactor.inline"])).titles).toEqual([]);
  });

  it("a step that is missing is written, in this script or in the other", async () => {
    expect(await only("## 开场\n-> 登█记\n", /补上步骤/)).toBe("## 开场\n-> 登记\n\n## 登记\n客服: …\n");
    const files = {
      "main.sscript": "引用 c: ./c.sscript\n\n## 开场\n=> c#收█尾",
      "c.sscript": "## 问候\n客服: 您好。",
    };
    expect((await after(files, /在 .*c.sscript 里补上/))["c.sscript"]).toBe(
      "## 问候\n客服: 您好。\n\n## 收尾\n客服: …\n",
    );
  });

  it("choices get one for everything else", async () => {
    expect(await only("## 开场\n- █能\n  客服: 好。\n- 要等\n", /其他/)).toBe(
      "## 开场\n- 能\n  客服: 好。\n- 要等\n- 其他\n",
    );
    for (const text of ["## 开场\n- █能\n- 其他", "## 开场\n- 能\n  客服: █好。\n- 要等"])
      expect((await ask(text, ["refactor.rewrite"])).titles).toEqual([]);
  });
});

it("does nothing with empty and broken texts, and never throws", async () => {
  const text =
    "渠道:\n引用 a: \n用语 : {\n用语 b: {b}\n## \n- (\n客户(,对: {a#}{b}\n[等候 :\n[\n-> \n=> a#\n客服(对\n客服:{b}";
  const { workspace, document, at } = await ScriptFolder.open(text);
  for (let start = 0; start <= text.length; start += 2)
    for (const length of [0, 1, 5, 30])
      codeActions(workspace, document, {
        textDocument: at.textDocument,
        range: { start: document.positionAt(start), end: document.positionAt(start + length) },
        context: { diagnostics: [] },
      });
  expect((await ask("")).actions).toEqual([]);
});
