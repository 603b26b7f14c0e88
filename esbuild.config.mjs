// Bundles the product into dist/. `--generate` runs the generators (every *.generate.ts) instead and writes their files;
// `--test` bundles instead the tests that run inside VS Code, `--bench` the benchmark.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { globSync } from "tinyglobby";
import ts from "typescript";

/** A short name for everything that the program is built from: what an older build has found may not hold any more. */
const program = createHash("sha256");
for (const path of globSync(["{grammar,server}/**/*.{ts,txt}", "package-lock.json"]).sort())
  program.update(`${path}\n`).update(readFileSync(path));

const common = {
  bundle: true,
  define: { PROGRAM: JSON.stringify(program.digest("hex").slice(0, 16)) },
  minify: true,
  // Chinese stays as it is: as escapes it would be twice as long.
  charset: "utf8",
  sourcemap: false,
  // What bundled packages say of their licences is in NOTICE.
  legalComments: "none",
  metafile: true,
  logLevel: "warning",
  target: "es2023",
};
const node = { ...common, platform: "node", format: "cjs", target: "node20" };
const modules = {
  ...node,
  format: "esm",
  // Some libraries ask for Node's own modules in the old way.
  banner: {
    js: 'import { createRequire as requireOf } from "node:module"; const require = requireOf(import.meta.url);',
  },
};

/** What the executable loads when it is wanted stays out of it: ./cli/main.ts is ./server/cli.mjs beside it. */
const apart = {
  name: "apart",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(cli|lsp)\// }, ({ path }) => ({
      path: `./server/${path.split("/")[1]}.mjs`,
      external: true,
    }));
  },
};

/** Files that are imported with `?raw` as texts in the bundle itself. */
const rawTexts = {
  name: "raw-texts",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace("?raw", "")),
      namespace: "raw",
    }));
    onLoad({ filter: /.*/, namespace: "raw" }, ({ path }) => ({
      contents: readFileSync(path, "utf8"),
      loader: "text",
    }));
  },
};

/** What a package offers to browsers under a name of its own. */
const IN_BROWSERS = { "csv-parse/sync": "csv-parse/browser/esm/sync" };

if (process.argv.includes("--generate")) await generate();
else if (process.argv.includes("--test")) await bundleTests();
else if (process.argv.includes("--bench")) await bundleBench();
else await bundle();

async function bundle() {
  rmSync("dist/server", { recursive: true, force: true });
  const built = await Promise.all([
    build({
      ...node,
      entryPoints: ["server/main.ts"],
      outfile: "dist/service-script.js",
      banner: { js: "#!/usr/bin/env node" },
      plugins: [apart],
    }),
    // Each command is a file of its own, since reading the program is most of what a short run takes.
    build({
      ...modules,
      entryPoints: {
        cli: "server/cli/main.ts",
        "judge-worker": "server/cli/judge-worker.ts",
        lsp: "server/lsp/node.ts",
        api: "server/api/index.ts",
      },
      outdir: "dist/server",
      outExtension: { ".js": ".mjs" },
      chunkNames: "[name]-[hash]",
      splitting: true,
      plugins: [rawFiles("dist/server")],
    }),
    build({ ...node, entryPoints: ["client/node.ts"], outfile: "dist/extension.js", external: ["vscode"] }),
    // In a browser there are two files: what VS Code's worker loads as a module of Node's kind, and the server's worker.
    build({
      ...common,
      platform: "browser",
      format: "cjs",
      entryPoints: ["client/browser/extension.ts"],
      outfile: "dist/browser/extension.js",
      external: ["vscode"],
    }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["server/lsp/browser.ts"],
      outfile: "dist/browser/server.js",
      alias: IN_BROWSERS,
      plugins: [rawTexts],
    }),
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["preview", "rehearsal"].flatMap((name) => [
        `client/${name}/webview/${name}.ts`,
        `client/${name}/webview/${name}.css`,
      ]),
      outdir: "dist/webview",
      entryNames: "[name]",
    }),
    // The page that scripts are exported to carries everything in it, the lexicon too.
    build({
      ...common,
      platform: "browser",
      format: "iife",
      entryPoints: ["client/page/page.ts", "client/page/page.css"],
      outdir: "dist/page",
      alias: IN_BROWSERS,
      plugins: [rawTexts],
    }),
  ]);
  declare("server/api/index.ts", "dist/server/api.d.mts");
  writeFileSync("dist/gallery.md", withPictures("client/gallery.md"));
  // What NOTICE has to name.
  writeFileSync("dist/bundled.json", `${JSON.stringify(packagesIn(built), undefined, 2)}\n`);
}

/** A page that carries its pictures: where the extension is shown there is no address to fetch them from. */
function withPictures(page) {
  return readFileSync(page, "utf8").replace(/(?<=\]\()[^)\s]+\.png(?=\))/g, (picture) => {
    return `data:image/png;base64,${readFileSync(join(dirname(page), picture)).toString("base64")}`;
  });
}

/** The folders of the packages of which something has come into a bundle. */
function packagesIn(built) {
  const inputs = built
    .flatMap(({ metafile }) => Object.values(metafile.outputs))
    .flatMap((output) => Object.entries(output.inputs))
    .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
    .map(([path]) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0]);
  return [...new Set(inputs)].filter((folder) => folder !== undefined).sort();
}

/** Writes the declarations of what programs import; their file imports nothing, so that they are one file. */
function declare(entry, outfile) {
  const { outputText, diagnostics } = ts.transpileDeclaration(readFileSync(entry, "utf8"), {
    fileName: entry,
    reportDiagnostics: true,
    compilerOptions: { target: ts.ScriptTarget.ES2023, module: ts.ModuleKind.ESNext },
  });
  const faults = diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
  if (/^import\b/m.test(outputText)) faults.push(`${entry}: the declarations import something`);
  if (faults.length > 0) throw new Error(faults.join("\n"));
  writeFileSync(outfile, outputText);
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
  await build({
    ...common,
    minify: false,
    platform: "browser",
    format: "cjs",
    entryPoints: ["test/client/web.ts"],
    outfile: "dist/test/client/web.js",
    external: ["vscode"],
  });
}

// What the benchmark measures itself, and the small programs that it sets beside the product.
async function bundleBench() {
  await build({
    ...modules,
    entryPoints: [
      "test/bench/main.ts",
      "test/bench/preview.ts",
      "test/bench/peers/bare-lint.ts",
      "test/bench/peers/bare-server.ts",
    ],
    entryNames: "[name]",
    outdir: "dist/bench",
    outExtension: { ".js": ".mjs" },
    external: ["esbuild", "playwright-core"],
    plugins: [rawFiles("dist/bench")],
  });
}

async function generate() {
  // One of them tells what the bundles hold.
  await bundle();
  // The lexicon and the standards come first, because others are made from them.
  const data = ["server/lexicon/lexicon.generate.ts", "server/standards/standards.generate.ts"];
  const entries = globSync(["{client,docs,grammar,server}/**/*.generate.ts"], { ignore: data }).sort();
  for (const entry of [...data, ...entries]) {
    const outfile = `dist/generate/${entry.replaceAll("/", "-").replace(/\.ts$/, ".mjs")}`;
    mkdirSync("dist/generate", { recursive: true });
    await build({
      ...node,
      format: "esm",
      minify: false,
      packages: "external",
      entryPoints: [entry],
      outfile,
      plugins: [rawFiles("dist/generate")],
    });
    const generator = await import(pathToFileURL(outfile).href);
    for (const { path, content } of await generator.generate()) {
      writeFileSync(path, content);
      console.log(`${entry} -> ${path}`);
    }
  }
}

/** Files that are imported with `?raw` lie beside the bundle in `folder` and are read when they are wanted. */
function rawFiles(folder) {
  return {
    name: "raw-files",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?raw$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace("?raw", "")),
        namespace: "raw",
      }));
      onLoad({ filter: /.*/, namespace: "raw" }, ({ path }) => {
        const name = basename(path).replace(".generated", "");
        mkdirSync(folder, { recursive: true });
        copyFileSync(path, join(folder, name));
        const contents = `import { readFileSync } from "node:fs";
          export default readFileSync(new URL(${JSON.stringify(name)}, import.meta.url), "utf8");`;
        return { contents, resolveDir: "." };
      });
    },
  };
}
