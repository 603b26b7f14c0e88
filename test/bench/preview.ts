import { layoutFlow } from "../../server/picture/layout.ts";
import { flowOfText } from "../support/call-flow-text.ts";
import { PreviewPage } from "../support/preview-page.ts";
import { mainThreadWork } from "./main-thread.ts";
import { generateSteps } from "./scripts.ts";

/**
 * Opens the preview of a call of 500 steps in Chromium, pans and scales it by the wheel, and prints what the browser's
 * main thread did in each frame, and how often the browser laid out and painted.
 */
const STEPS = 500;
const GESTURES = 60;
const PAUSE = 16;

const text = generateSteps(STEPS);
const preview = await PreviewPage.open("zh");
const { page } = preview;
const session = await page.context().newCDPSession(page);

const flow = flowOfText(text, "zh");
const times = Array.from({ length: 9 }, () => {
  const start = performance.now();
  layoutFlow(flow, { detail: "turns" });
  return performance.now() - start;
}).sort((a, b) => a - b);
console.log(`layout of ${flow.nodes.length} nodes: ${times[4]!.toFixed(1)} ms (median of ${times.length})`);
console.log(
  `from the message to the picture: ${(await open()).toFixed(0)} ms, ${await page.locator(".node").count()} nodes drawn`,
);

await page.mouse.move(450, 400);
await report("panning", () => page.mouse.wheel(7, 40));
await report("scaling down", scaleBy(6));
await report("panning with much in sight", () => page.mouse.wheel(7, 40));
await report("scaling up", scaleBy(-6));
await preview.close();

/** Shows the flow and tells after how many milliseconds its picture stands. As a text, since it runs in the page. */
function open(): Promise<number> {
  return page.evaluate(`new Promise((done) => {
    const start = performance.now();
    const look = () => requestAnimationFrame(() => {
      if (document.querySelector(".node")) setTimeout(() => done(performance.now() - start));
      else look();
    });
    window.postMessage(${JSON.stringify({ type: "show", flow, locale: "zh" })});
    look();
  })`);
}

function scaleBy(delta: number) {
  return async () => {
    await page.keyboard.down("Control");
    await page.mouse.wheel(0, delta);
    await page.keyboard.up("Control");
  };
}

async function report(name: string, gesture: () => Promise<void>): Promise<void> {
  const { frames, of } = await mainThreadWork(session, async () => {
    for (let count = 0; count < GESTURES; count++) {
      await gesture();
      await page.waitForTimeout(PAUSE);
    }
  });
  const at = (share: number) => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))]!.toFixed(1);
  const kinds = ["Layout", "Paint"].map((kind) => `${of(kind).count} × ${kind} ${of(kind).time.toFixed(0)} ms`);
  console.log(
    `${name}: ${frames.length} frames, ms a frame p50 ${at(0.5)} p95 ${at(0.95)} most ${at(1)}; ${kinds.join(", ")}`,
  );
}
