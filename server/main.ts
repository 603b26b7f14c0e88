// The executable: `service-script lsp` is the language server, anything else the command line. Each half is loaded
// only when it is wanted, because loading is most of what a short run takes.
const [, , command, ...rest] = process.argv;

if (command === "lsp") import("./lsp/node.ts").then(({ start }) => start(rest));
else
  import("./cli/main.ts").then(async ({ main }) => {
    process.exitCode = await main(process.argv.slice(2));
  });
