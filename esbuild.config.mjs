// Bundles the product into dist/. `--generate` runs the generators (every *.generate.ts) instead and writes their files;
// `--test` bundles instead the tests that run inside VS Code, `--bench` the benchmark.
import { mkdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { globSync } from "tinyglobby";

const common = {
  bundle: true,
  minify: true,
  // Chinese stays as it is: as escapes it would be twice as long.
  charset: "utf8",
  sourcemap: false,
  legalComments: "none",
  logLevel: "warning",
  target: "es2023",
};
const node = { ...common, platform: "node", format: "cjs", target: "node20" };

if (process.argv.includes("--generate")) await generate();
else if (process.argv.includes("--test")) await bundleTests();
else if (process.argv.includes("--bench"))
  await build({ ...node, entryPoints: ["test/bench/main.ts"], outfile: "dist/bench.js" });
else await bundle();

async function bundle() {
  await Promise.all([
    build({
      ...node,
      entryPoints: ["server/main.ts"],
      outfile: "dist/service-script.js",
      banner: { js: '#!/usr/bin/env node\nconst moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
      // A dependency asks for import.meta.url, which a CommonJS bundle does not have.
      define: { "import.meta.url": "moduleUrl" },
    }),
    build({ ...node, entryPoints: ["client/extension.ts"], outfile: "dist/extension.js", external: ["vscode"] }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["client/preview/webview/preview.ts", "client/preview/webview/preview.css"],
      outdir: "dist/webview",
    }),
  ]);
}

// Not minified: a stack should name the line that failed, and some functions travel to the browser as their source.
async function bundleTests() {
  await build({
    ...node,
    minify: false,
    entryPoints: ["test/client/index.ts"],
    outfile: "dist/test/client/index.js",
    external: ["vscode"],
    // mocha finds the files of its parallel mode by `require.resolve`; inside VS Code nothing runs in parallel.
    logOverride: { "require-resolve-not-external": "silent" },
  });
}

async function generate() {
  for (const entry of globSync(["{client,grammar,server}/**/*.generate.ts"]).sort()) {
    const outfile = `dist/generate/${entry.replaceAll("/", "-").replace(/\.ts$/, ".mjs")}`;
    mkdirSync("dist/generate", { recursive: true });
    await build({ ...node, format: "esm", minify: false, packages: "external", entryPoints: [entry], outfile });
    const generator = await import(pathToFileURL(outfile).href);
    for (const { path, content } of await generator.generate()) {
      writeFileSync(path, content);
      console.log(`${entry} -> ${path}`);
    }
  }
}
