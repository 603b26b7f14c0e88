import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flows } from "./flows.ts";
import { keystrokes } from "./keystrokes.ts";
import { layouts } from "./layouts.ts";
import { describeMachine } from "./machine.ts";
import { installPeers, PEER_SECTIONS } from "./peers/install.ts";
import { reading } from "./reading.ts";
import { writeResults } from "./results.ts";
import type { Section } from "./section.ts";
import { start } from "./start.ts";
import { throughput } from "./throughput.ts";

const SECTIONS: readonly Section[] = [throughput, start, keystrokes, reading, flows, layouts];

// `npm run bench` measures everything, `npm run bench -- keystroke flow` these parts; `--alone` leaves the peers out.
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith("-"));
const unknown = wanted.filter((name) => !SECTIONS.some((section) => section.name === name));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(", ")}. There are: ${SECTIONS.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
const chosen = SECTIONS.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
const wantsPeers = !process.argv.includes("--alone") && chosen.some(({ name }) => PEER_SECTIONS.has(name));
const hasPeers = wantsPeers && installPeers();
const folder = mkdtempSync(join(tmpdir(), "service-script-bench-"));
const machine = describeMachine();
console.log(`${machine}\n`);
try {
  for (const section of chosen) {
    const body = `_${machine}_\n\n${await section.run({ hasPeers, folder })}`;
    console.log(`## ${section.title}\n\n${body}\n`);
    writeResults(SECTIONS, section, body);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
