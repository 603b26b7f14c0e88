import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Drawing, DrawnLine } from "../drawing.ts";
import { PEERS } from "./install.ts";
import type { Shape } from "./layout-libraries.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Mermaid in a browser, which it cannot do without; undefined where there is none. */
export async function openMermaid(): Promise<
  { draw(shape: Shape): Promise<Drawing>; close(): Promise<void> } | undefined
> {
  if (!existsSync(CHROMIUM)) return undefined;
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  page.setDefaultTimeout(0);
  await page.addScriptTag({ path: join(PEERS, "node_modules/mermaid/dist/mermaid.min.js") });
  await page.evaluate("mermaid.initialize({ startOnLoad: false, maxEdges: 1e6, maxTextSize: 1e9 })");
  return {
    async draw({ nodes, edges }) {
      const numbers = new Map(nodes.map(({ id }, index) => [id, index]));
      const code = [
        "flowchart TB",
        ...nodes.map((_, index) => `n${index}["step ${index}"]`),
        ...edges.map(({ from, to }) => `n${numbers.get(from)} --> n${numbers.get(to)}`),
      ].join("\n");
      const paths = (await page.evaluate(`(async () => {
        const { svg } = await mermaid.render("picture", ${JSON.stringify(code)});
        const whole = new DOMParser().parseFromString(svg, "text/html");
        return [...whole.querySelectorAll(".edgePaths path")].map((path) => path.getAttribute("d"));
      })()`)) as string[];
      // It draws the edges in the order in which they were given.
      const lines = paths.map((path, index): DrawnLine => ({ from: edges[index]!.from, to: edges[index]!.to, path }));
      return { lines, isToScale: false };
    },
    close: () => browser.close(),
  };
}
