// The executable: `service-script lsp` is the language server, anything else the command line. Each half is loaded
// only when it is wanted, because loading is most of what a short run takes.
// Whoever reads the output may stop reading, as `head` does; that is no failure. A full disk is one.
process.stdout.on("error", ({ code }: NodeJS.ErrnoException) => process.exit(code === "EPIPE" ? 0 : 3));

const [, , command, ...rest] = process.argv;

if (command === "lsp") import("./lsp/node.ts").then(({ start }) => start(rest));
else
  import("./cli/main.ts").then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  });
