import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Bilingual } from "../rules/rule.ts";

/** Runs git and returns what it prints; throws what `troubleWithGit` reads. */
export async function git(args: readonly string[], cwd = "."): Promise<string> {
  const { stdout } = await promisify(execFile)("git", args, { cwd, maxBuffer: MOST });
  return stdout;
}

/** As `git`, with the bytes that it prints. */
export async function gitBytes(args: readonly string[], cwd = "."): Promise<Uint8Array> {
  const { stdout } = await promisify(execFile)("git", args, { cwd, maxBuffer: MOST, encoding: "buffer" });
  return stdout;
}

/** Bytes that git prints at most. */
const MOST = 1 << 29;

/** Why git did not do it: there is none, or the last line of what it said. An error that is not git's is thrown again. */
export function troubleWithGit(error: unknown): { readonly wrong: Bilingual } | { readonly said: string } {
  const { code, stderr = "" } = error as { code?: unknown; stderr?: string | Uint8Array };
  if (code === "ENOENT")
    return { wrong: { zh: "找不到 git，请先安装它。", en: "There is no git here: install it first." } };
  if (typeof code !== "number") throw error;
  return { said: Buffer.from(stderr).toString().trim().split("\n").at(-1)! };
}
