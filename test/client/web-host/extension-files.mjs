/**
 * Extensions under development as files of the web. The worker in which a browser-only VS Code runs extensions loads them
 * by http, as it does on a site; the workbench is told of them as such a site tells it.
 */
import { once } from "node:events";
import fs from "node:fs";
import http from "node:http";
import path from "node:path";

const TYPES = { ".js": "text/javascript", ".json": "application/json", ".css": "text/css", ".svg": "image/svg+xml" };

/** Serves the folders of the extensions; `developmentOptions` are the workbench's, with the tests inside one of them. */
export async function serveExtensions(folders, testsPath) {
  const server = http.createServer((request, response) => {
    const [, number, file] = /^\/(\d+)\/([^?]*)/.exec(request.url) ?? [];
    const found = number && fileIn(folders[Number(number)], decodeURIComponent(file));
    response.writeHead(found ? 200 : 404, {
      "access-control-allow-origin": "*",
      "access-control-allow-headers": "*",
      "content-type": TYPES[path.extname(found ?? "")] ?? "application/octet-stream",
    });
    if (found && request.method === "GET") fs.createReadStream(found).pipe(response);
    else response.end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const uri = (...parts) => ({
    scheme: "http",
    authority: `127.0.0.1:${server.address().port}`,
    path: `/${parts.join("/")}`,
  });
  const home = folders.findIndex((folder) => testsPath?.startsWith(folder + path.sep));
  if (testsPath && home < 0) throw new Error("code-web: the tests have to be inside an extension under development");
  return {
    developmentOptions: {
      extensions: folders.map((_, index) => uri(index)),
      ...(testsPath && { extensionTestsPath: uri(home, path.relative(folders[home], testsPath)) }),
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** The path of a file that is inside the folder, if it is. */
function fileIn(folder, relativePath) {
  const file = path.join(folder ?? "", relativePath);
  return folder && file.startsWith(folder + path.sep) && fs.statSync(file, { throwIfNoEntry: false })?.isFile()
    ? file
    : undefined;
}
