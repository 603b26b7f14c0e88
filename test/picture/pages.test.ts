import { describe, expect, it } from "vitest";
import { layoutFlow } from "../../server/picture/layout.ts";
import { splitPages } from "../../server/picture/pages.ts";
import { generateSteps } from "../bench/scripts.ts";
import { flowOfText } from "../support/call-flow-text.ts";

const SIZE = { width: 703, height: 990 };

describe("a picture on pages", () => {
  it("is one page where it fits", () => {
    const layout = layoutFlow(flowOfText("# t\n## 一\n客服: 您好。\n-> 结束\n", "zh"), { detail: "full" });
    const [page, ...more] = splitPages(layout, SIZE);
    expect(more).toEqual([]);
    expect(page).toMatchObject({ area: { x: 0, y: 0, width: layout.width, height: layout.height }, layout });
  });

  it("is cut between cards, each of them whole on a page, in the order of the script", () => {
    const layout = layoutFlow(flowOfText(generateSteps(60), "zh"), { detail: "full" });
    const pages = splitPages(layout, SIZE);
    expect(pages.length).toBeGreaterThan(8);
    for (const { area, scale } of pages) {
      expect(area.width * scale).toBeLessThanOrEqual(SIZE.width + 0.01);
      expect(area.height * scale).toBeLessThanOrEqual(SIZE.height + 0.01);
      expect(scale).toBeGreaterThanOrEqual(0.62);
    }
    for (const { node, x, y, width, height } of layout.nodes) {
      const whole = pages.filter(
        ({ area }) =>
          area.x <= x && x + width <= area.x + area.width && area.y <= y && y + height <= area.y + area.height,
      );
      expect([node.id, whole.length]).toEqual([node.id, 1]);
    }
    expect(pages.map(({ area }) => area.y)).toEqual(pages.map(({ area }) => area.y).toSorted((a, b) => a - b));
  });

  it("is cut through a card that is longer than a page", () => {
    const layout = layoutFlow(flowOfText(`## 一\n${"客服: 我来为您查询,请您稍等一下。\n".repeat(200)}`, "zh"), {
      detail: "full",
    });
    const pages = splitPages(layout, SIZE);
    expect(pages.length).toBeGreaterThan(4);
    expect(pages.reduce((sum, { area }) => sum + area.height, 0)).toBeCloseTo(layout.height);
  });
});
