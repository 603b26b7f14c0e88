import { writeFileSync } from "node:fs";
import Mocha from "mocha";

/** VS Code's entry to the tests: it calls this inside the extension host and fails when the promise does. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 60_000, slow: 5_000 });
  // This puts `describe` and `it` in place, which the test files need while they are read: hence the late imports.
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./installation.journey.ts");
  await import("./language.journey.ts");
  await import("./call-flow.journey.ts");
  await import("./rehearsal.journey.ts");
  await import("./new-script.journey.ts");
  // These change the scripts, so they come last.
  await import("./refactoring.journey.ts");
  await import("./comparison.journey.ts");

  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats!));
  });
  const counts = { passed: stats.passes, failed: stats.failures, skipped: stats.pending };
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  const report = process.env.SERVICE_SCRIPT_TEST_REPORT;
  if (report) writeFileSync(report, JSON.stringify(counts));
  if (counts.failed > 0) throw new Error(`${counts.failed} failed`);
  // Without this a run that finds no test would count as a good one.
  if (counts.passed === 0) throw new Error("no test has run");
}
