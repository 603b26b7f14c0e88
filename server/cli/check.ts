import type { ReadingOptions } from "../../grammar/index.ts";
import { adherenceOf } from "../model/adherence.ts";
import type { ScriptDocument } from "../model/document.ts";
import { maskPrivateData } from "../model/private-data.ts";
import { Project } from "../model/project.ts";
import { readTurns } from "../model/utterance.ts";
import { RULES } from "../rules/index.ts";
import { lint } from "../rules/lint.ts";
import type { Bilingual } from "../rules/rule.ts";
import { today } from "../rules/today.ts";
import { type PlacedTurn, readCallRecord } from "./call-record.ts";
import { complain } from "./complain.ts";
import { readTable } from "./disk-source.ts";
import { EXIT } from "./exit-codes.ts";
import { loadProject } from "./load-project.ts";
import { type CheckedCall, checkFails, reportCheck, reportCheckJson } from "./report-check.ts";

export interface CheckOptions {
  /** The record of a call. */
  readonly call: string;
  /** The script that it should have followed. */
  readonly script: string;
  readonly roles: ReadingOptions["roles"];
  /** Whether numbers and addresses of people are masked, before anything else sees them. */
  readonly mask: boolean;
  readonly format: "readable" | "json";
  readonly exitZero: boolean;
  readonly language: "zh" | "en" | undefined;
}

/** Tells how far a call followed its script. Returns 1 where lines are missing, promises differ, or there are offences. */
export async function checkCommand(options: CheckOptions): Promise<number> {
  const { call, script, format, exitZero } = options;
  const { project, scripts, problems } = await loadProject([script]);
  const [problem] = problems;
  if (problem !== undefined) return refuse(problem.path, problem.message, options);
  if (scripts.length !== 1) return refuse(script, ONE_SCRIPT, options);
  const { document } = scripts[0]!;
  if (document.script.transcript) return refuse(script, NO_SCRIPT, options);
  const read = await readTable(call);
  if ("problem" in read) return refuse(call, read.problem.message, options);
  const record = readCallRecord(call, read.text, options.roles);
  if ("wrong" in record) return refuse(call, record.wrong, options);
  const language = options.language ?? document.facts.language;
  const turns = options.mask ? masked(record.turns, language) : record.turns;
  const checked = judged(project, document, turns, { call, script, language });
  process.stdout.write(format === "json" ? reportCheckJson(checked) : reportCheck(checked));
  return checkFails(checked) && !exitZero ? EXIT.findings : EXIT.clean;
}

const ONE_SCRIPT: Bilingual = { zh: "--against 后面写一份话术。", en: "Name one script behind --against." };
const NO_SCRIPT: Bilingual = {
  zh: "这是一份通话记录，不是话术：话术有标题（#）或步骤（##）。",
  en: "This is the record of a call, not a script: a script has a title (#) or steps (##).",
};

/** What is said of the call alone, by the rules of the script's organisation. */
function judged(
  project: Project,
  script: ScriptDocument,
  turns: readonly PlacedTurn[],
  names: Pick<CheckedCall, "call" | "script" | "language">,
): CheckedCall {
  const { wording, levels } = script;
  const document: ScriptDocument = { ...readTurns("record:", turns), wording, levels };
  const own = new Project();
  const { findings, crashes } = lint(own, document, { today: today(), rules: OF_TURNS });
  // A broken rule must not look like a call without offences.
  if (crashes.length > 0) throw crashes[0]!.error;
  return {
    ...names,
    turns,
    document,
    scriptDocument: script,
    adherence: adherenceOf(project, script, { project: own, document }),
    offences: findings,
  };
}

/** The rules that judge what is said by itself. A call holds the customer's own numbers: that is no offence there. */
const OF_TURNS = RULES.filter(({ id, scope }) => scope === "turn" && id !== "forbidden/private-data");

function masked(turns: readonly PlacedTurn[], language: "zh" | "en"): PlacedTurn[] {
  return turns.map((turn, index) => ({
    ...turn,
    speaker: maskPrivateData(turn.speaker, turn.role === "customer", "", language),
    text: maskPrivateData(turn.text, turn.role === "customer", turns[index - 1]?.text ?? "", language),
  }));
}

function refuse(path: string, message: Bilingual, { language }: CheckOptions): number {
  complain([{ path, message }], language ?? "zh");
  return EXIT.usage;
}
