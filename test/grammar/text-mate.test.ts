import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

// The lines of these scripts are followed by comments that point at their parts and name the scopes expected there.
it("the TextMate grammar colours scripts in both languages", () => {
  const run = spawnSync(
    process.execPath,
    ["node_modules/.bin/vscode-tmgrammar-test", "test/grammar/text-mate/*.sscript"],
    { encoding: "utf8" },
  );
  expect(run.stdout + run.stderr).not.toContain("ERROR");
  expect(run.status, run.stdout + run.stderr).toBe(0);
});
