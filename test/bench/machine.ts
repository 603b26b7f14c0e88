import { execFileSync } from "node:child_process";
import os from "node:os";

/** What there is to know about the machine and the program, for whoever reads the figures elsewhere, in one line. */
export function describeMachine(): string {
  const processors = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const load = os.loadavg().map((value) => value.toFixed(1));
  return [
    new Date().toISOString().slice(0, 10),
    `${processors.length} × ${processors[0]?.model.trim() ?? "processor unknown"}`,
    `${memory} GiB`,
    `${os.type()} ${os.release()} ${os.arch()}`,
    `Node ${process.versions.node}`,
    `load ${load.join(" ")} at the start`,
    `revision ${revision()}`,
  ].join(" · ");
}

function revision(): string {
  try {
    const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
    const changed = execFileSync("git", ["status", "--porcelain", "--", "server", "grammar"], { encoding: "utf8" });
    return changed === "" ? commit : `${commit} with changes`;
  } catch {
    return "unknown";
  }
}
