import assert from "node:assert/strict";
import * as vscode from "vscode";
import { inBrowser, needsBrowser, screenshot } from "./browser.ts";
import { eventually, open } from "./editor.ts";

describe("a rehearsed call", () => {
  before(needsBrowser);
  before(async () => {
    await open("断网投诉.sscript");
    await vscode.commands.executeCommand("workbench.action.closeOtherEditors");
    await vscode.commands.executeCommand("serviceScript.rehearse");
  });

  it("lets the agent begin as scripted, and the customer answer", async () => {
    await click("button", /照话术说|Say it as scripted/);
    await shown(".entry.customer", "家里的宽带");
  });

  it("asks for a branch, and judges what is typed there", async () => {
    await click("button.option", /看不到/);
    await type("这个我不清楚，您再等等吧。");
    await shown(".entry.agent .judgement[data-rule='forbidden/brush-off']", "不清楚");
    await screenshot("rehearsal");
  });

  it("ends with a score, and goes back to what went wrong", async () => {
    await sayTheRestAsScripted();
    await shown(".report .score", "");
    await click(".report button.primary", /.+/);
    await eventually(async () => ((await isShown(".report .score")) ? undefined : true));
  });

  after(() => vscode.commands.executeCommand("workbench.action.closeAllEditors"));
});

async function click(selector: string, words: RegExp): Promise<void> {
  await inBrowser(
    async (page, { selector, words }) => {
      const frame = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await frame
        .locator(selector, { hasText: new RegExp(words) })
        .first()
        .click({ timeout: 20_000 });
    },
    { selector, words: words.source },
  );
}

/** Says turn after turn as scripted. The button leaves with the last turn, so a click may come too late for it. */
async function sayTheRestAsScripted(): Promise<void> {
  await inBrowser(async (page, words) => {
    const frame = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    const score = frame.locator(".report .score");
    const asScripted = frame.locator("button", { hasText: new RegExp(words) }).first();
    for (let said = 0; said < 8; said++) {
      await score.or(asScripted).first().waitFor({ timeout: 20_000 });
      if (await score.isVisible()) return;
      await asScripted.click({ timeout: 2_000 }).catch(() => undefined);
    }
  }, "照话术说|Say it as scripted");
}

async function type(words: string): Promise<void> {
  await inBrowser(async (page, words) => {
    const frame = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    await frame.locator("textarea").fill(words, { timeout: 20_000 });
    await frame.locator("textarea").press("Enter");
  }, words);
}

async function shown(selector: string, words: string): Promise<void> {
  const text = await inBrowser(
    async (page, { selector, words }) => {
      const frame = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      const found = frame.locator(selector, { hasText: words }).first();
      await found.waitFor({ timeout: 20_000 });
      return found.textContent();
    },
    { selector, words },
  );
  assert.ok(text?.includes(words), `${selector}: ${text}`);
}

function isShown(selector: string): Promise<boolean> {
  return inBrowser(async (page, selector) => {
    const frame = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
    return frame.locator(selector).isVisible();
  }, selector);
}
