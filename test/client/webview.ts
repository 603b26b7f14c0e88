/** The words in which the journeys speak of the picture in its window; only one window may be open. */
import { inBrowser } from "./browser.ts";

interface Part {
  readonly selector: string;
  readonly text: string;
}

/** Waits until the picture shows a part that has this text. */
export async function drawn(selector: string, text = ""): Promise<void> {
  await inBrowser<void, Part>(
    async (page, { selector, text }) => {
      // A webview is a frame inside a frame of the workbench.
      const picture = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await picture.locator(selector).filter({ hasText: text }).first().waitFor({ timeout: 15_000 });
    },
    { selector, text },
  );
}

/** Clicks the first part that has this text. */
export async function click(selector: string, text: string): Promise<void> {
  await inBrowser<void, Part>(
    async (page, { selector, text }) => {
      const picture = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame");
      await picture.locator(selector).filter({ hasText: text }).first().click({ timeout: 15_000 });
    },
    { selector, text },
  );
}
