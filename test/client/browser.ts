/**
 * The browser around the editor, for what the extension host cannot see: the inside of a webview, a screenshot. Only
 * the web host has one (see code-web.mjs); on a desktop such a test skips itself by `needsBrowser`.
 */
import path from "node:path";
import type { Page } from "playwright-core";

const address = process.env.VSCODE_WEB_CONTROL;

/** For `before`: skips the tests of a suite where no browser is to be had. */
export function needsBrowser(this: Mocha.Context): void {
  if (!address) this.skip();
}

/**
 * Runs `action` where the workbench's page is and returns its result. The function travels as its source: it sees its
 * two parameters and nothing else, and argument and result must be JSON.
 */
export async function inBrowser<Result, Argument = undefined>(
  action: (page: Page, argument: Argument) => Promise<Result>,
  argument?: Argument,
): Promise<Result> {
  const response = await fetch(address!, {
    method: "POST",
    headers: { authorization: process.env.VSCODE_WEB_CONTROL_TOKEN! },
    body: JSON.stringify({ body: `return (${action})(page, argument)`, argument }),
  });
  const answer = (await response.json()) as { value: Result; error?: string };
  if (answer.error) throw new Error(answer.error);
  return answer.value;
}

/** Keeps a picture of the whole window as an artefact of the run. */
export async function screenshot(name: string): Promise<void> {
  const folder = process.env.SERVICE_SCRIPT_TEST_ARTIFACTS;
  if (!folder) return;
  await inBrowser(async (page, file) => void (await page.screenshot({ path: file })), path.join(folder, `${name}.png`));
}
