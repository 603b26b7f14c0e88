import { Project } from "../../server/model/project.ts";
import { lint } from "../../server/rules/lint.ts";
import { LanguageServer } from "../support/language-server.ts";
import { generateScript } from "./scripts.ts";

/** The time that keystrokes take, in milliseconds, ascending. */
export interface Latency {
  readonly name: string;
  readonly times: readonly number[];
}

/** So many keystrokes first, until the code is compiled. */
const WARM_UP = 20;

/** Keystrokes all over a script of so many lines, each followed by the parse and every rule. */
export function inProcess(lines: number, keystrokes: number): Latency {
  const project = new Project();
  const times = typing(lines, keystrokes).map((text) => {
    const start = performance.now();
    lint(project, project.set("bench:", text), { today: "2026-01-01" });
    return performance.now() - start;
  });
  return { name: `keystroke, ${lines} lines, in the process`, times: ascending(times) };
}

/** As `inProcess`, from the message of the edit to the diagnostics, over standard input and output. */
export async function overStdio(lines: number, keystrokes: number): Promise<Latency> {
  const server = await LanguageServer.start("zh-cn");
  const uri = "file:///bench.sscript";
  await server.open(uri, generateScript(lines));
  const times: number[] = [];
  for (const [index, text] of typing(lines, keystrokes).entries()) {
    const start = performance.now();
    await server.change(uri, index + 2, text);
    times.push(performance.now() - start);
  }
  await server.stop();
  return { name: `keystroke, ${lines} lines, over stdio with the typing pause`, times: ascending(times) };
}

/** The time under which a share of the keystrokes stays. */
export function quantile({ times }: Latency, share: number): number {
  return times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
}

function ascending(times: readonly number[]): readonly number[] {
  return times.slice(WARM_UP).sort((a, b) => a - b);
}

/** The versions of a script in which somebody types: five signs in one turn, then five in another. */
function typing(lines: number, keystrokes: number): string[] {
  let text = generateScript(lines);
  let at = 0;
  return Array.from({ length: keystrokes + WARM_UP }, (_, keystroke) => {
    if (keystroke % 5 === 0) at = text.indexOf("。", Math.floor(((keystroke * 7919) % 1000) * (text.length / 1001)));
    if (at < 0) at = text.indexOf("。");
    text = `${text.slice(0, at)}${"请您稍等吧"[keystroke % 5]}${text.slice(at)}`;
    at++;
    return text;
  });
}
