import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSteps } from "../bench/scripts.ts";
import { EXECUTABLE } from "../support/executable.ts";
import { folder } from "../support/folder.ts";
import { HOSTILE_SCRIPT } from "../support/hostile-script.ts";
import { CHROMIUM, hasBrowser } from "../support/preview-page.ts";

const SCRIPT = `# 报修
渠道: 电话
场景: 投诉

## 开场
客户(愤怒): 冰箱又坏了!
客服: 非常抱歉,给您添麻烦了。
? 客户愿意等吗
- 愿意 -> 收尾
- 不愿意
  客服: 我会在半小时内给您回电。
  -> 收尾

## 收尾
客服: 请问还有其他可以帮您的吗?
客户: 没有了。
客服: 感谢您的来电,再见。
[挂机 客户]
`;

describe.skipIf(!hasBrowser)("an exported page, opened from the disk", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  });
  afterAll(() => browser?.close());

  /** Opens the page of a script as somebody without an editor does, and writes down what it asks for and complains of. */
  async function open(text: string, language: "zh" | "en", colorScheme: "light" | "dark" = "light") {
    const path = folder({ "a.sscript": text });
    const args = [EXECUTABLE, "export", "--language", language, join(path, "a.sscript")];
    const file = join(path, "a.html");
    writeFileSync(file, execFileSync(process.execPath, args, { maxBuffer: 100_000_000 }));
    const page: Page = await browser.newPage({ viewport: { width: 1000, height: 760 }, colorScheme });
    const [requests, errors]: string[][] = [[], []];
    page.on("request", (request) => requests!.push(request.url()));
    page.on("console", (message) => message.type() === "error" && errors!.push(message.text()));
    page.on("pageerror", (error) => errors!.push(String(error)));
    await page.goto(`file://${file}`);
    await page.locator(".node").first().waitFor();
    return { page, requests: requests!, errors: errors! };
  }

  it("is searched, scaled and walked through by keyboard", async () => {
    const { page, errors } = await open(SCRIPT, "zh");
    await page.keyboard.press("Control+f");
    await page.keyboard.type("半小时");
    await expect.poll(() => page.locator(".found").textContent()).toBe("1/1");
    await page.keyboard.press("Enter");
    expect(await page.locator(".row.current").textContent()).toContain("半小时");
    await page.keyboard.press("Escape");
    await page.locator(".node.card").first().focus();
    for (let count = 0; count < 4; count++) await page.keyboard.press("-");
    await expect.poll(() => page.locator(".call-flow").first().getAttribute("data-detail")).toBe("steps");
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").getAttribute("data-title")).toBe("客户愿意等吗");
    expect(errors).toEqual([]);
  });

  it("rehearses the call, in words of one's own, from any step, and keeps a record", async () => {
    const { page } = await open(SCRIPT, "zh");
    await page.getByRole("tab", { name: "排练" }).click();
    await page.locator("textarea").fill("不知道,您等着吧。");
    await page.keyboard.press("Enter");
    await page.locator('.judgement[data-rule="forbidden/brush-off"]').first().waitFor();
    await page.locator("select.from").selectOption("收尾");
    await expect.poll(() => page.locator(".entry").count()).toBe(0);
    for (let count = 0; count < 2; count++) await page.getByRole("button", { name: "照话术说" }).click();
    await page.locator(".report .score").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "存成通话记录" }).click();
    expect((await download).suggestedFilename()).toBe("报修.sscript");
  });

  it("is printed on sheets of paper, a long call on several", async () => {
    const sheets = async (text: string) => {
      const { page } = await open(text, "zh", "dark");
      const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
      return pdf.match(/\/Type\s*\/Page\b/g)?.length;
    };
    expect(await sheets(SCRIPT)).toBe(1);
    expect(await sheets(generateSteps(40))).toBeGreaterThan(5);
  });

  it("shows a hostile script as text, and loads and runs nothing of it", async () => {
    const { page, requests, errors } = await open(HOSTILE_SCRIPT, "en");
    await page.getByRole("button", { name: "Full text" }).click();
    await page.getByRole("tab", { name: "Rehearse" }).click();
    await page.getByRole("button", { name: "Say it as scripted" }).click();
    const found = await page.evaluate(`({
      hacked: document.body.dataset.hacked,
      elements: document.querySelectorAll("#root :is(img, iframe, a, style, script, [onload], [onmouseover], [href])").length,
      says: document.querySelector(".call-flow").textContent.includes("<svg onload="),
    })`);
    expect(found).toEqual({ hacked: undefined, elements: 0, says: true });
    expect(requests.filter((url) => !url.startsWith("file:") && !url.startsWith("blob:"))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
