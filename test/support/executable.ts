import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The bundled executable, as users run it; `npm test` builds it first. */
export const EXECUTABLE = "dist/service-script.js";

/**
 * Runs the executable with arguments and, if given, environment variables, in a folder and with something on standard
 * input; resolves when it has ended.
 */
export function run(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  cwd = ".",
  input = "",
  executable = EXECUTABLE,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  return new Promise((done, reject) => {
    const child = spawn(process.execPath, [resolve(executable), ...args], {
      cwd,
      env: { PATH: process.env.PATH, NO_COLOR: "1", LC_ALL: "zh_CN.UTF-8", ...env },
    });
    let stdout = "";
    let stderr = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => done({ code, stdout, stderr }));
  });
}
