import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { generateSteps } from "../bench/scripts.ts";
import { hasBrowser, PreviewPage } from "../support/preview-page.ts";

const STEPS = 500;

describe.skipIf(!hasBrowser)("the picture of a long call in a browser", () => {
  const text = generateSteps(STEPS);
  let preview: PreviewPage;
  let page: Page;
  let session: CDPSession;

  beforeAll(async () => {
    preview = await PreviewPage.open("zh");
    page = preview.page;
    session = await page.context().newCDPSession(page);
    await session.send("Performance.enable");
    await preview.show(text, "zh");
    await page.mouse.move(450, 400);
    await settled();
  });
  afterAll(() => preview?.close());

  /** How often the browser has laid out since it began. */
  async function layouts(): Promise<number> {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "LayoutCount")!.value;
  }

  /** Waits until nothing moves any more, and what follows a movement is done. */
  const settled = () => page.waitForTimeout(400);
  const drawn = () => page.locator(".node").count();
  const mark = () => page.evaluate(`document.querySelectorAll(".node, .edge").forEach((one) => { one.kept = true; })`);
  /** What of the parts in sight was drawn since they were marked, by the titles of the cards. */
  const renewed = () =>
    page.evaluate<string[]>(`[...document.querySelectorAll(".node")]
      .filter((one) => !one.kept)
      .map((one) => one.dataset.title)`);
  const level = () => page.locator(".call-flow").getAttribute("data-detail");

  async function scale(delta: number, times: number): Promise<void> {
    await page.keyboard.down("Control");
    for (let count = 0; count < times; count++) await page.mouse.wheel(0, delta);
    await page.keyboard.up("Control");
    await settled();
  }

  it("draws what is in sight, and no more", async () => {
    expect(await drawn()).toBeGreaterThan(2);
    expect(await drawn()).toBeLessThan(20);
  });

  it("is moved without a layout and without drawing anything, as long as nothing comes into sight", async () => {
    await mark();
    const before = { layouts: await layouts(), place: await page.locator(".world").getAttribute("style") };
    for (const delta of [10, 15, -20, 5, 10, -15]) await page.mouse.wheel(3, delta);
    await settled();
    expect(await page.locator(".world").getAttribute("style")).not.toBe(before.place);
    expect(await layouts()).toBe(before.layouts);
    expect(await renewed()).toEqual([]);
  });

  it("draws only what comes into sight when it is moved on", async () => {
    await mark();
    const seen = await page.evaluate<string[]>(
      `[...document.querySelectorAll(".node")].map((one) => one.dataset.title)`,
    );
    for (let count = 0; count < 6; count++) await page.mouse.wheel(0, 60);
    await settled();
    const fresh = await renewed();
    expect(fresh.length).toBeGreaterThan(0);
    expect(seen.filter((title) => fresh.includes(title))).toEqual([]);
    expect(await drawn()).toBeLessThan(20);
  });

  it("redraws nothing but what a keystroke changed, however far everything behind it moves in the text", async () => {
    await mark();
    const title = (await page.locator(".node.card").nth(1).getAttribute("data-title"))!;
    const said = `${title.replace("步骤", "第")}件事也请`;
    const edited = text.replace("# 很长的话术", "# 很长很长的话术").replace(said, `${said}先`);
    const { nodes } = await preview.show(edited, "zh", 2);
    await expect.poll(renewed).toEqual([title]);
    // A click still leads to the words as they stand now.
    const last = page.locator(".node.card[data-title^=步骤]").last();
    const name = await last.getAttribute("data-title");
    const node = nodes.find((one) => one.kind === "card" && one.title === name);
    expect(Number(await last.getAttribute("data-start"))).toBe(node?.kind === "card" && node.span.start);
  });

  it("shows less as it is scaled down and more as it is scaled up, and what is at the pointer stays there", async () => {
    const atPointer = () =>
      page.evaluate<string>(`document.elementFromPoint(450, 400)?.closest(".node")?.dataset.title ?? ""`);
    const card = page.locator(".node.card").nth(1);
    const box = (await card.boundingBox())!;
    await page.mouse.wheel(0, box.y + 30 - 400);
    await settled();
    const title = await atPointer();
    expect(title).toMatch(/^步骤/);
    expect(await level()).toBe("turns");
    await scale(30, 4);
    expect([await level(), await atPointer()]).toEqual(["steps", title]);
    await scale(-30, 3);
    expect([await level(), await atPointer()]).toEqual(["turns", title]);
    await scale(-30, 4);
    expect([await level(), await atPointer()]).toEqual(["full", title]);
    await expect.poll(() => page.locator('[data-detail="full"][aria-pressed="true"]').count()).toBe(1);
  });

  it("fits into the window, every step of it drawn", async () => {
    await page.locator(".zoom .fit").click();
    await settled();
    await expect.poll(drawn, { timeout: 20_000 }).toBeGreaterThan(STEPS);
    expect(await level()).toBe("steps");
  });

  it("leads the tabulator key from card to card, also to one that was out of sight", async () => {
    await page.locator('.group.detail [data-detail="turns"]').click();
    await settled();
    await page.locator(".node.card").first().focus();
    const titles: (string | null)[] = [];
    for (let count = 0; count < 8; count++) {
      await page.keyboard.press("Tab");
      titles.push(await page.locator(":focus").getAttribute("data-title"));
    }
    const number = (title: string | null) => Number(/^步骤(\d+)$/.exec(title ?? "")?.[1] ?? Number.NaN);
    const steps = titles.map(number).filter((step) => !Number.isNaN(step));
    expect(steps.length).toBeGreaterThan(4);
    expect(steps).toEqual(steps.map((_, index) => steps[0]! + index));
  });
});
