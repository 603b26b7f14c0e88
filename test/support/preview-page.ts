import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { build } from "esbuild";
import { type Browser, chromium, type Page } from "playwright-core";
import type { PanelMessage, ViewMessage } from "../../client/preview/messages.ts";
import { webviewPage } from "../../client/webview-page.ts";
import type { CallFlow } from "../../server/protocol.ts";
import { flowOfText } from "./call-flow-text.ts";

/** The browser in which pages are tried. */
export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whether this machine has a browser to try the preview in. */
export const hasBrowser = existsSync(CHROMIUM);

/** The preview's page as the panel makes it, its content security policy included, in a browser without an editor. */
export class PreviewPage {
  /** What the page has written to its console as an error, and what it has asked for. */
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  readonly page: Page;
  private readonly browser: Browser;
  private readonly server: Server;

  private constructor(browser: Browser, server: Server, page: Page) {
    this.browser = browser;
    this.server = server;
    this.page = page;
    page.on("console", (message) => message.type() === "error" && this.errors.push(message.text()));
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** @param theme the class that the editor gives the page for the kind of its theme */
  static async open(locale: "zh" | "en", theme = "vscode-light"): Promise<PreviewPage> {
    const files = await bundle();
    const server = createServer((request, response) => {
      const { port } = server.address() as { port: number };
      const source = `http://127.0.0.1:${port}`;
      const name = (request.url ?? "/").slice(1);
      const file = files.get(name);
      const type = name.endsWith(".js") ? "text/javascript" : name.endsWith(".css") ? "text/css" : "text/html";
      response.setHeader("content-type", `${type}; charset=utf-8`);
      response.statusCode = name === "" || file !== undefined ? 200 : 404;
      response.end(
        file ??
          webviewPage({
            cspSource: source,
            script: `${source}/preview.js`,
            style: `${source}/preview.css`,
            nonce: "0123456789abcdef",
            language: locale,
            title: "preview",
          }).replace("<body>", `<body class="${theme}">`),
      );
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
    const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
    await page.addInitScript(() => {
      const sent: unknown[] = [];
      const host = { postMessage: (message: unknown) => sent.push(message), getState: () => undefined, setState() {} };
      Object.assign(globalThis, { sent, acquireVsCodeApi: () => host });
    });
    const made = new PreviewPage(browser, server, page);
    const { port } = server.address() as { port: number };
    await page.goto(`http://127.0.0.1:${port}/`);
    return made;
  }

  async tell(message: PanelMessage): Promise<void> {
    await this.page.evaluate(
      (data) => (globalThis as unknown as { postMessage(data: unknown): void }).postMessage(data),
      message,
    );
  }

  /** Shows a script, and waits until it is drawn; returns what the panel would have. */
  async show(text: string, locale: "zh" | "en", version = 1): Promise<CallFlow> {
    const flow = flowOfText(text, locale, version);
    await this.tell({ type: "show", flow, locale });
    await this.page.locator(".node").first().waitFor();
    return flow;
  }

  /** What the page has said to its panel. */
  sent(): Promise<ViewMessage[]> {
    return this.page.evaluate(() => (globalThis as unknown as { sent: ViewMessage[] }).sent);
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

async function bundle(): Promise<ReadonlyMap<string, string>> {
  const { outputFiles } = await build({
    bundle: true,
    charset: "utf8",
    platform: "browser",
    format: "iife",
    target: "es2023",
    write: false,
    entryPoints: ["client/preview/webview/preview.ts", "client/preview/webview/preview.css"],
    outdir: "dist/webview",
  });
  return new Map(outputFiles.map(({ path, text }) => [path.slice(path.lastIndexOf("/") + 1), text]));
}
