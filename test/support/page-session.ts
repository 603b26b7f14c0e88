import { execFile } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect } from "vitest";
import { EXECUTABLE } from "./executable.ts";
import { folder } from "./folder.ts";

/** A fenced block of a page: its kind, the name of a file behind it, and what is in it. */
export const FENCE = /^```(\w[\w-]*)(?: (\S+))?\n([\s\S]*?)^```$/gm;

/** Runs shell lines as a reader would, who has `service-script` at hand; returns all that is printed. */
export function shell(
  cwd: string,
  lines: string,
  language: "zh" | "en",
  env: Record<string, string> = {},
): Promise<string> {
  const locale = language === "zh" ? "zh_CN.UTF-8" : "en_GB.UTF-8";
  const bin = join(cwd, ".bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "service-script"), `#!/bin/sh\nexec "${process.execPath}" "${resolve(EXECUTABLE)}" "$@"\n`);
  chmodSync(join(bin, "service-script"), 0o755);
  const path = `${bin}:${dirname(process.execPath)}:${process.env.PATH}`;
  return new Promise((done) =>
    execFile(
      "bash",
      ["-c", `exec 2>&1\n${lines}`],
      {
        cwd,
        env: { PATH: path, NO_COLOR: "1", LC_ALL: locale, GIT_CEILING_DIRECTORIES: dirname(cwd), ...env },
        maxBuffer: 100_000_000,
      },
      (_, stdout) => done(stdout),
    ),
  );
}

/**
 * Reads a page like a session, in a folder of its own: blocks with a file's name are written, `sh` blocks are run, and
 * what they print has to be what the next block of the kind `shows` shows. UPDATE=1 writes what is shown anew: read it
 * before you keep it.
 * @returns how many blocks show what was printed
 */
export async function playPage(page: string, language: "zh" | "en", shows: "text" | "console"): Promise<number> {
  const text = readFileSync(page, "utf8");
  const at = folder({ ".gitignore": ".bin\n" });
  let shown = 0;
  let updated = "";
  let from = 0;
  let printed = "";
  for (const { index, 0: fence, 1: kind, 2: name, 3: body = "" } of text.matchAll(FENCE)) {
    if (kind === "sh") printed += await shell(at, body, language);
    else if (kind === shows && printed !== "") {
      updated += `${text.slice(from, index)}\`\`\`${shows}\n${printed}\`\`\``;
      from = index + fence.length;
      shown++;
      if (!process.env.UPDATE) expect(printed).toBe(body);
      printed = "";
    } else if (name !== undefined) {
      mkdirSync(dirname(join(at, name)), { recursive: true });
      writeFileSync(join(at, name), body);
    }
  }
  expect(printed).toBe("");
  if (process.env.UPDATE) writeFileSync(page, updated + text.slice(from));
  return shown;
}
