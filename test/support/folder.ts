import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";

const root = mkdtempSync(join(tmpdir(), "service-script-"));
afterAll(() => rmSync(root, { recursive: true }));

let count = 0;

/** A new folder with these files, which is gone after the tests of the file; returns its path. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const path = join(root, String(++count));
  mkdirSync(path, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), content);
  }
  return path;
}
