// The executable: `service-script lsp` is the language server, anything else the command line. Each half is loaded
// only when it is wanted, because loading is most of what a short run takes.
const [, , command, ...rest] = process.argv;

// Whoever reads the output may stop reading, as `head` does; that is no failure. A full disk is one. A check goes on
// then: it may write other reports, and how it ends tells what it found.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
  if (code !== "EPIPE") process.exit(3);
  if (command !== "lint" && command !== "merge") process.exit(0);
});
// Nobody is left to be told that nobody listens.
process.stderr.on("error", () => {});

if (command === "lsp") import("./lsp/node.ts").then(({ start }) => start(rest));
else
  import("./cli/main.ts").then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  });
