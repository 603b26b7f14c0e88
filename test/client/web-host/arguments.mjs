/** The command line of a desktop VS Code, as far as the web host has a use for it. */
import path from "node:path";
import { parseArgs } from "node:util";

/** Calls that answer and end without a window; code-server answers these itself. */
const COMMAND_LINE_OPTIONS = ["--install-extension", "--uninstall-extension", "--list-extensions", "--version", "-v"];

export function isCommandLineCall(argv) {
  return argv.some((argument) => COMMAND_LINE_OPTIONS.includes(argument.split("=")[0]));
}

/** A call that opens a window. Options that mean nothing to a headless workbench (--skip-welcome, …) are let pass. */
export function readArguments(argv) {
  const { values, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    options: {
      extensionDevelopmentPath: { type: "string", multiple: true, default: [] },
      extensionDevelopmentKind: { type: "string" },
      extensionTestsPath: { type: "string" },
      "extensions-dir": { type: "string" },
      "user-data-dir": { type: "string" },
      "disable-extensions": { type: "boolean", default: false },
      locale: { type: "string" },
    },
  });
  return {
    extensionDevelopmentPaths: values.extensionDevelopmentPath.map((folder) => path.resolve(folder)),
    isWeb: values.extensionDevelopmentKind === "web",
    extensionTestsPath: values.extensionTestsPath && path.resolve(values.extensionTestsPath),
    extensionsDir: values["extensions-dir"] && path.resolve(values["extensions-dir"]),
    userDataDir: values["user-data-dir"] && path.resolve(values["user-data-dir"]),
    disableExtensions: values["disable-extensions"],
    locale: values.locale,
    folder: positionals[0] && path.resolve(positionals[0]),
  };
}
