import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layoutFlow } from "../../server/picture/layout.ts";
import type { FlowEdit } from "../../server/protocol.ts";
import { hasBrowser, PreviewPage } from "../support/preview-page.ts";

const SCRIPT = `# 报修
渠道: 电话
场景: 投诉

## 开场
客户(愤怒): 冰箱又坏了,你们到底管不管!
客服: 不知道。
? 客户愿意等吗
- 愿意
  客服: 我这就安排师傅。
- 不愿意 -> 收尾

## 登记
[记录 情况]

## 收尾
客服: 感谢您的来电,再见。
`;

/** Everything that a script could try in order to be more than text. */
const HOSTILE = [
  "# <img src=x onerror=alert(1)>",
  "## <script>document.body.dataset.hacked=1</script>",
  '客服: <svg onload="document.body.dataset.hacked=1"><a href="javascript:alert(1)">点这里</a></svg>',
  "客户: \u202e)1(trela\u2066 ]]> <!-- --> &lt;b&gt; {{constructor}}",
  `客服: ${"长".repeat(100_000)}`,
  '? "><iframe src="https://example.com/"></iframe>',
  '- <b onmouseover="alert(1)">好</b>',
  '  客服: <style>@import "https://example.com/x.css";</style>',
  "- url(https://example.com/x.png) -> 结束",
  "",
].join("\n");

describe.skipIf(!hasBrowser)("the preview in a browser", () => {
  let preview: PreviewPage;
  const node = (title: string) => preview.page.locator(`.node[data-title="${title}"]`);
  const menu = () => preview.page.locator(".edit-menu");
  const edits = async () =>
    (await preview.sent()).flatMap((message) => (message.type === "edit" ? [[message.at, message.edit]] : []));

  beforeAll(async () => {
    preview = await PreviewPage.open("zh");
    await preview.show(SCRIPT, "zh");
  });
  afterAll(() => preview?.close());

  it("renames a step by F2, and tells why it cannot be called so", async () => {
    await node("登记").focus();
    await preview.page.keyboard.press("F2");
    expect(await menu().locator("input").inputValue()).toBe("登记");
    await preview.page.keyboard.type("收尾");
    await preview.page.keyboard.press("Enter");
    const rename: FlowEdit = { kind: "rename", name: "收尾" };
    expect((await edits()).at(-1)).toEqual([SCRIPT.indexOf("## 登记"), rename]);
    await preview.tell({ type: "edited", refusal: "已经有叫“收尾”的了" });
    await expect.poll(() => menu().getByRole("alert").textContent()).toBe("已经有叫“收尾”的了");
    await preview.page.keyboard.press("Escape");
    expect(await menu().isVisible()).toBe(false);
    expect(await preview.page.locator(":focus").getAttribute("data-title")).toBe("登记");
  });

  it("adds a step from the menu of a right click, by keys alone", async () => {
    await node("收尾").click({ button: "right", position: { x: 20, y: 15 } });
    expect(await menu().getByRole("menuitem").allTextContents()).toEqual([
      "给步骤改名",
      "在后面加一个步骤",
      "连到别的步骤",
      "加一个分支",
    ]);
    const before = await preview.page.locator(".world").getAttribute("style");
    await preview.page.keyboard.press("ArrowDown");
    await preview.page.keyboard.press("Enter");
    await preview.page.keyboard.type("回访");
    await preview.page.keyboard.press("Enter");
    expect((await edits()).at(-1)).toEqual([SCRIPT.indexOf("## 收尾"), { kind: "add-step", name: "回访" }]);
    // The keys were the menu's: the picture has not moved.
    expect(await preview.page.locator(".world").getAttribute("style")).toBe(before);
    await preview.tell({ type: "edited" });
    await expect.poll(() => menu().isVisible()).toBe(false);
  });

  it("connects a step, and adds a branch to a decision, by the handle of the selected node", async () => {
    const at = SCRIPT.indexOf("## 登记");
    await preview.tell({ type: "select", node: "=登记", offset: at });
    await preview.page.locator(".edit-handle").click();
    await menu().getByRole("menuitem", { name: "连到别的步骤" }).click();
    await menu().locator("select").selectOption("结束通话");
    await menu().getByRole("button", { name: "写进原文" }).click();
    expect((await edits()).at(-1)).toEqual([at, { kind: "connect", to: "end" }]);
    await preview.tell({ type: "edited" });

    await node("客户愿意等吗").click({ button: "right" });
    await menu().getByRole("menuitem", { name: "加一个分支" }).click();
    await menu().locator("input").fill("再想想");
    await menu().locator("select").selectOption("登记");
    await preview.page.keyboard.press("Enter");
    await menu().getByRole("button", { name: "写进原文" }).click();
    expect((await edits()).at(-1)).toEqual([
      SCRIPT.indexOf("? 客户"),
      { kind: "add-branch", label: "再想想", to: SCRIPT.indexOf("## 登记") },
    ]);
    await preview.tell({ type: "edited" });
  });

  it("shows a finding that was chosen in the text, and asks for its remedies", async () => {
    const flow = await preview.show(SCRIPT, "zh");
    const finding = flow.findings.find(({ ruleId }) => ruleId === "missing/apology")!;
    await preview.tell({ type: "chooseFinding", finding: finding.id });
    await expect.poll(() => preview.page.locator(".bar.finding .rule").textContent()).toBe("missing/apology");
    expect(await preview.page.locator(".node.lit").count()).toBeGreaterThan(0);
    await preview.page.locator(".bar.finding .mend").click();
    const asked = (await preview.sent()).at(-1);
    expect(asked).toEqual({ type: "remedy", ruleId: "missing/apology", span: finding.span, version: 1 });
    await preview.tell({ type: "chooseFinding" });
  });

  it("marks the branch in whose words the cursor stands", async () => {
    const { edges } = await preview.show(SCRIPT, "zh");
    const { id } = edges.find(({ label }) => label === "不愿意")!;
    await preview.tell({ type: "select", edge: id });
    await expect.poll(() => preview.page.locator(".edge.selected").count()).toBe(1);
    expect(await preview.page.locator(".edge.selected").getAttribute("data-id")).toBe(id);
  });

  it("is a list too, which screen readers always have, and which a button shows", async () => {
    const list = preview.page.getByRole("navigation", { name: "通话流程列表" });
    const width = async () => (await list.boundingBox())?.width;
    const items = async () => (await list.locator("li.turn, li.lead").allTextContents()).slice(0, 5);
    expect(await width()).toBeLessThan(2);
    expect(await items()).toEqual([
      "客户 (愤怒): 冰箱又坏了,你们到底管不管!",
      "客服: 不知道。",
      "愿意",
      "不愿意 → 收尾",
      "客服: 我这就安排师傅。",
    ]);
    await preview.page.getByRole("button", { name: "列表" }).click();
    expect(await width()).toBeGreaterThan(150);
    await list.locator("li", { hasText: "感谢您的来电" }).last().click();
    const start = SCRIPT.indexOf("客服: 感谢");
    expect((await preview.sent()).at(-1)).toMatchObject({ type: "reveal", span: { start } });
  });

  it("asks for the rehearsal and for an export, and draws a PNG under the window's own policy", async () => {
    const flow = await preview.show(SCRIPT, "zh");
    await preview.page.getByRole("button", { name: "排练" }).click();
    await preview.page.getByRole("button", { name: "导出…" }).click();
    expect((await preview.sent()).slice(-2)).toEqual([{ type: "rehearse" }, { type: "export" }]);
    await preview.tell({ type: "drawPng" });
    await expect.poll(async () => (await preview.sent()).at(-1)?.type, { timeout: 10_000 }).toBe("png");
    const answer = (await preview.sent()).at(-1);
    const png = Buffer.from(answer?.type === "png" ? (answer.base64 ?? "") : "", "base64");
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    const { width, height } = layoutFlow(flow, { detail: "full" });
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([Math.ceil(width * 2), Math.ceil(height * 2)]);
  });

  it("does not edit while the text is damaged, and the picture is of the text before", async () => {
    await preview.show(`${SCRIPT}没有人说\n`, "zh", 2);
    await preview.tell({ type: "select", node: "=登记" });
    await preview.page.locator(".bar.broken").waitFor();
    expect(await preview.page.locator(".edit-handle").isVisible()).toBe(false);
    await node("登记").focus();
    await preview.page.keyboard.press("F2");
    expect(await menu().isVisible()).toBe(false);
  });
});

describe.skipIf(!hasBrowser)("a hostile script in the preview", () => {
  let preview: PreviewPage;
  beforeAll(async () => {
    preview = await PreviewPage.open("en");
    await preview.show(HOSTILE, "en");
  });
  afterAll(() => preview?.close());

  it("is text and nothing else", async () => {
    for (const level of ["steps", "full", "turns"])
      await preview.page.locator(`[data-detail="${level}"]`).first().click();
    // As a string, since it speaks of a page that this test has not.
    const found = await preview.page.evaluate(`({
      hacked: document.body.dataset.hacked,
      elements: document.querySelectorAll("#root :is(img, iframe, a, style, script, [onload], [onmouseover], [href])").length,
      says: document.querySelector(".call-flow").textContent.includes("<svg onload="),
      turns: /[\\u202a-\\u202e\\u2066-\\u2069]/.test(document.getElementById("root").textContent),
    })`);
    // Signs that turn the direction of what follows are not drawn as they are.
    expect(found).toEqual({ hacked: undefined, elements: 0, says: true, turns: false });
  });

  it("is text in the menu and the bar too", async () => {
    await preview.page.locator(".node.card").first().focus();
    await preview.page.keyboard.press("F2");
    expect(await preview.page.locator(".edit-menu input").inputValue()).toContain("<script>");
    await preview.page.keyboard.press("Escape");
    await preview.page.locator(".node.decision").first().click({ button: "right", force: true });
    await preview.page.locator(".edit-menu [role=menuitem]").first().click();
    expect(await preview.page.locator(".edit-menu option").allTextContents()).toContainEqual(
      expect.stringContaining("<script>"),
    );
    await preview.page.keyboard.press("Escape");
  });

  it("loads nothing from anywhere, and breaks no rule of the page", () => {
    const foreign = preview.requests.filter((url) => !url.startsWith("http://127.0.0.1:"));
    expect(foreign).toEqual([]);
    expect(preview.errors.filter((error) => !error.includes("favicon"))).toEqual([]);
  });
});
