import assert from "node:assert/strict";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";
import * as vscode from "vscode";
import { open, rangeOf } from "./editor.ts";

const ID = "service-script.service-script";

/** Everything that the installed extension may consist of; VS Code itself adds `.vsixmanifest`. */
const PACKAGED =
  /^(\.vsixmanifest|package(\.nls(\.[\w-]+)?)?\.json|language-configuration\.json|dist\/(service-script|extension)\.js|dist\/(browser|page|server|webview)\/.+|client\/media\/[\w-]+\.(svg|png)|client\/media\/walkthrough\/[\w.-]+\.md|samples\/(zh|en)\/.+\.sscript|client\/schemas\/[\w-]+\.json|grammar\/service-script\.tmLanguage\.json|readme\.md|changelog\.md|license\.txt|notice)$/i;

describe("the installed extension", () => {
  it("holds what it needs and nothing else", () => {
    const { extensionPath } = vscode.extensions.getExtension(ID)!;
    const files = readdirSync(extensionPath, { recursive: true, encoding: "utf8" })
      .filter((file) => statSync(path.join(extensionPath, file)).isFile())
      .map((file) => file.replaceAll(path.sep, "/"));
    assert.deepEqual(
      files.filter((file) => !PACKAGED.test(file)),
      [],
    );
    for (const needed of ["dist/service-script.js", "dist/extension.js", "dist/browser/server.js", "package.json"])
      assert.ok(files.includes(needed));
  });

  it("takes both file endings for its language, and wakes up", async () => {
    for (const name of ["问候.话术", "断网投诉.sscript"]) assert.equal((await open(name)).languageId, "service-script");
    const extension = vscode.extensions.getExtension(ID)!;
    await extension.activate();
    assert.ok(extension.isActive);
  });

  it("names its commands in the editor's language", () => {
    const { commands } = vscode.extensions.getExtension(ID)!.packageJSON.contributes;
    const expected = vscode.env.language.startsWith("zh") ? "打开通话流程图" : "Open Call Flow";
    assert.equal(commands[0].title.value ?? commands[0].title, expected);
  });

  it("selects whole runs of Chinese, and Latin words apart from them", async () => {
    const document = await open("问候.话术");
    const { line } = rangeOf(document, "SIM").start;
    const words: string[] = [];
    for (let at = 0; at < document.lineAt(line).text.length; at++) {
      const range = document.getWordRangeAtPosition(new vscode.Position(line, at));
      const word = range && document.getText(range);
      if (word && word !== words.at(-1)) words.push(word);
    }
    assert.deepEqual(words, ["客户", "我的", "SIM", "卡坏了", "re-start", "也没用"]);
  });
});
