import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawPicture } from "../../server/picture/draw.ts";
import { layoutFlow } from "../../server/picture/layout.ts";
import { EXPORT_COLOURS, pictureStyle } from "../../server/picture/style.ts";
import { toSvg } from "../../server/picture/svg.ts";
import { PICTURE_WORDS } from "../../server/picture/words.ts";
import { flowOfText } from "../support/call-flow-text.ts";
import { faintParts } from "../support/contrast.ts";
import { hasBrowser, PreviewPage } from "../support/preview-page.ts";
import { THEMES } from "../support/themes.ts";

const SCRIPT = `# 报修
渠道: 电话
标准: 投诉问题应答

## 开场
> 只用于报修电话。
客户(愤怒): 冰箱又坏了,你们到底管不管!
客服: 不知道。
班长: 我来接这个电话。
[查询 报修记录]
? 客户愿意等吗
- 愿意
  客服: 我会尽快给您回电。
- 不愿意 -> 收尾

## 登记
客服: 我会在半小时内给您回电。
=> 收尾

## 收尾
客服: 感谢您的来电,再见。
[挂机 客户]
`;

describe.skipIf(!hasBrowser).each(Object.entries(THEMES))("in the theme %s", (_, { kind, variables }) => {
  let preview: PreviewPage;
  beforeAll(async () => {
    preview = await PreviewPage.open("zh", kind);
    await preview.page.evaluate(
      `Object.entries(${JSON.stringify(variables)}).forEach(([name, value]) => document.documentElement.style.setProperty(name, value))`,
    );
  });
  afterAll(() => preview?.close());
  const faint = () => preview.page.evaluate(faintParts, "body");

  it("every word and every line stands out", async () => {
    await preview.show(SCRIPT, "zh");
    await preview.page.getByRole("button", { name: "列表" }).click();
    await preview.page.waitForTimeout(300);
    expect(await faint()).toEqual([]);
  });

  it("so do a lit path, what was searched for, and what is wrong with the text", async () => {
    const { findings } = await preview.show(SCRIPT, "zh");
    const finding = findings.find(({ path }) => path.length > 0)!;
    await preview.tell({ type: "chooseFinding", finding: finding.id });
    await preview.tell({ type: "select", node: "=登记" });
    await preview.page.locator(".search input").fill("回电");
    await preview.show(`${SCRIPT}没有人说\n`, "zh", 2);
    await preview.page.waitForTimeout(300);
    expect(await faint()).toEqual([]);
  });
});

describe.skipIf(!hasBrowser)("an exported picture", () => {
  let preview: PreviewPage;
  beforeAll(async () => {
    preview = await PreviewPage.open("zh");
  });
  afterAll(() => preview?.close());

  it.each(["light", "dark"] as const)("has words and lines that stand out: %s", async (theme) => {
    const picture = drawPicture(layoutFlow(flowOfText(SCRIPT, "zh"), { detail: "full" }), PICTURE_WORDS.zh);
    await preview.page.goto("about:blank");
    await preview.page.setContent(toSvg(picture, pictureStyle(EXPORT_COLOURS[theme])));
    const ground = EXPORT_COLOURS[theme].ground;
    await preview.page.evaluate(`document.body.style.background = ${JSON.stringify(ground)}`);
    expect(await preview.page.evaluate(faintParts, "body")).toEqual([]);
  });
});
