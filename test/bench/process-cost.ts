import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/** What a whole process took, from its start to its end. */
export interface ProcessCost {
  /** Milliseconds on the clock. */
  readonly wall: number;
  /** Milliseconds of the processors, the user's and the system's; undefined where the system does not tell. */
  readonly cpu: number | undefined;
  /** The most memory that it held, in MB (10^6 bytes); undefined where the system does not tell. */
  readonly peak: number | undefined;
}

/**
 * Runs a program to its end; what it prints goes nowhere. Only Linux tells what a child took.
 * @throws when it cannot be started
 */
export function costOf(command: readonly string[], cwd: string): Promise<ProcessCost> {
  return new Promise((resolve, reject) => {
    const before = childrenTime();
    const start = performance.now();
    const child = spawn(command[0]!, command.slice(1), { cwd, stdio: "ignore" });
    let peak: number | undefined;
    // The kernel keeps the peak, so that only what came after the last look is missed.
    const looking = setInterval(() => (peak = peakOf(child.pid) ?? peak), LOOK_EVERY);
    child.on("error", (error) => {
      clearInterval(looking);
      reject(error);
    });
    child.on("exit", () => {
      clearInterval(looking);
      const wall = performance.now() - start;
      const after = childrenTime();
      resolve({ wall, cpu: before === undefined || after === undefined ? undefined : after - before, peak });
    });
  });
}

/** What a program prints, and the code with which it ends. */
export function outputOf(command: readonly string[], cwd: string): Promise<{ text: string; code: number | null }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command[0]!, command.slice(1), { cwd, stdio: ["ignore", "pipe", "pipe"] });
    let text = "";
    child.stdout.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.stderr.setEncoding("utf8").on("data", (part: string) => (text += part));
    child.on("error", reject);
    child.on("close", (code) => resolve({ text, code }));
  });
}

const LOOK_EVERY = 20;

/** A clock tick of the kernel's accounts, in milliseconds: the same on every Linux that Node runs on. */
const TICK = 10;

/** How long the children that have ended so far kept the processors busy, in milliseconds. */
function childrenTime(): number | undefined {
  const fields = readSystemFile("/proc/self/stat")
    ?.replace(/^.*\) /, "")
    .split(" ");
  return fields && (Number(fields[13]) + Number(fields[14])) * TICK;
}

function peakOf(pid: number | undefined): number | undefined {
  const kilobytes = /^VmHWM:\s*(\d+)/m.exec(readSystemFile(`/proc/${pid}/status`) ?? "")?.[1];
  return kilobytes === undefined ? undefined : (Number(kilobytes) * 1024) / 1e6;
}

function readSystemFile(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
