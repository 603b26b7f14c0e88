/**
 * Lets a test inside the extension host ask for what only the browser around it can do: take a screenshot, click in a
 * webview. The test posts the body of an async function of Playwright's `page` and of one `argument`, and gets back
 * what it returns. The address and a token travel to the extension host in its environment.
 */
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http from "node:http";

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

export async function openControlChannel() {
  const token = randomBytes(16).toString("hex");
  let page;
  const server = http.createServer(async (request, response) => {
    if (request.headers.authorization !== token) return response.writeHead(403).end();
    try {
      let text = "";
      for await (const chunk of request) text += chunk;
      const { body, argument } = JSON.parse(text);
      const value = await new AsyncFunction("page", "argument", body)(page, argument);
      response.end(JSON.stringify({ value }));
    } catch (error) {
      response.writeHead(500).end(JSON.stringify({ error: String(error?.stack ?? error) }));
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    environment: {
      VSCODE_WEB_CONTROL: `http://127.0.0.1:${server.address().port}/`,
      VSCODE_WEB_CONTROL_TOKEN: token,
    },
    serve: (served) => {
      page = served;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
