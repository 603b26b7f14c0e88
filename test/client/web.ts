import "mocha/mocha.js";
import * as vscode from "vscode";
import { fixture } from "./editor.ts";

/** VS Code's entry to the tests where it runs in a browser only: what `index.ts` is elsewhere, in one file without node. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 60_000, slow: 5_000, reporter: "spec", color: false });
  await import("./web.journey.ts");
  const counts = await new Promise<{ passed: number; failed: number; skipped: number }>((resolve) => {
    const { stats } = mocha.run(() =>
      resolve({ passed: stats!.passes, failed: stats!.failures, skipped: stats!.pending }),
    );
  });
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  // There is no disk and no environment here; the workspace is where something can be left for the runner.
  await vscode.workspace.fs.writeFile(fixture("report.json"), new TextEncoder().encode(JSON.stringify(counts)));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
  if (counts.passed === 0) throw new Error("no test has run");
}
