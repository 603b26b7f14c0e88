import { describe, expect, it } from "vitest";
import { editFlow } from "../../server/lsp/edit-flow.ts";
import type { FlowEdit } from "../../server/protocol.ts";
import { ScriptFolder } from "../support/script-folder.ts";

/** The scripts after an edit of the node at the cursor █ of the first one. */
async function edited(files: Readonly<Record<string, string>>, edit: FlowEdit, language: "zh" | "en" = "zh") {
  const folder = await ScriptFolder.open(files, language);
  const { uri, version } = folder.document;
  const at = folder.document.offsetAt(folder.at.position);
  const { changes } = await editFlow(folder.workspace, folder.document, { uri, version, at, edit });
  return folder.after(changes!);
}

describe("editing in the picture", () => {
  it("renames a step as the editor does, in other scripts too", async () => {
    const files = {
      "main.sscript": "类型: 片段\n\n█## 收尾\n客服: 再见。\n\n## 问候\n客服: 您好。\n-> 收尾\n",
      "别的.sscript": "引用 公共: ./main.sscript\n\n## 开场\n客服: 收尾。\n=> 公共#收尾\n",
    };
    expect(await edited(files, { kind: "rename", name: "道别" })).toEqual({
      "main.sscript": "类型: 片段\n\n## 道别\n客服: 再见。\n\n## 问候\n客服: 您好。\n-> 道别\n",
      "别的.sscript": "引用 公共: ./main.sscript\n\n## 开场\n客服: 收尾。\n=> 公共#道别\n",
    });
  });

  it("renames the step around a card that has no name of its own", async () => {
    const files = { "main.sscript": "## 甲\n- 好\n  █客服: 好。\n- 不好\n-> 甲\n" };
    expect(await edited(files, { kind: "rename", name: "乙" })).toEqual({
      "main.sscript": "## 乙\n- 好\n  客服: 好。\n- 不好\n-> 乙\n",
    });
  });

  it("writes what was added into the script", async () => {
    const files = { "main.sscript": "█## Start\nagent: Hello.\n" };
    expect(await edited(files, { kind: "add-branch", label: "no answer", to: "end" }, "en")).toEqual({
      "main.sscript": "## Start\nagent: Hello.\n- no answer -> end\n- otherwise\n",
    });
  });

  it("refuses with the reason, in the reader's language", async () => {
    const files = { "main.sscript": "█## 甲\n客服: 好。\n\n## 乙\n客服: 好。\n" };
    await expect(edited(files, { kind: "add-step", name: "乙" })).rejects.toThrow("已经有叫“乙”的了");
    await expect(edited(files, { kind: "rename", name: "结束" }, "en")).rejects.toThrow(
      "“结束” means that the call is over",
    );
  });

  it("refuses what was meant for another version of the text", async () => {
    const folder = await ScriptFolder.open("## 甲\n客服: 好。\n", "en");
    const { uri } = folder.document;
    const edit = { kind: "connect", to: "end" } as const;
    await expect(editFlow(folder.workspace, folder.document, { uri, version: 0, at: 0, edit })).rejects.toThrow(
      "The text has just changed",
    );
  });
});
