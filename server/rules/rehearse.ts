import type { Step, Turn } from "../../grammar/index.ts";
import { spokenText, writeRecord } from "../model/call-record.ts";
import { CallWalk, type Standing } from "../model/call-walk.ts";
import { promisesIn } from "../model/commitments.ts";
import { type ScriptDocument, stepName } from "../model/document.ts";
import { flowOf } from "../model/flow.ts";
import { foldName } from "../model/normalise.ts";
import { Project } from "../model/project.ts";
import { spokenSeconds } from "../model/spoken-length.ts";
import { type Point, supergraphOf } from "../model/supergraph.ts";
import type {
  Rehearsal,
  RehearsalEntry,
  RehearsalFinding,
  RehearsalMove,
  RehearsalNext,
  RehearsalPromise,
} from "../protocol.ts";
import { lint } from "./lint.ts";
import type { Finding } from "./rule.ts";
import { scoreOf } from "./score.ts";

export interface RehearseOptions {
  readonly moves: readonly RehearsalMove[];
  /** The heading of the step from which the call is played; absent, or not there: from its beginning. */
  readonly step?: string | undefined;
  /** The reader's language, for messages. */
  readonly language: "zh" | "en";
  /** The day, as 2026-11-22. */
  readonly today: string;
}

/**
 * Plays a call through a script: what customers say and what is done happens by itself, what the agent says and which
 * branch is taken are moves. The call is written down as a record and judged by the same rules as any other. Moves that
 * do not fit where the call stands end it there. Pure: the same moves give the same rehearsal.
 */
export function rehearse(project: Project, document: ScriptDocument, options: RehearseOptions): Rehearsal {
  const played = new Performance(project, document, options).play();
  const { entries, next } = played;
  const record = writeRecord(
    project,
    document,
    entries.map((entry) => ({
      ...entry,
      kind: isSpoken(entry) ? "turn" : entry.kind === "action" ? "action" : "branch",
    })),
  );
  const isOver = next.kind === "end";
  const judged = judge(document, record.text, isOver, options.today);
  const findings = entries.map((): Finding[] => []);
  for (const finding of judged.findings) findings[entryOf(finding, record.spans)]?.push(finding);
  const { language } = document.facts;
  return {
    title: document.script.title?.text.kind === "text" ? document.script.title.text.text : "",
    steps: document.script.steps.map(stepName).filter((name) => name !== ""),
    language,
    entries: entries.map((entry, index) => ({
      ...entry,
      findings: findings[index]!.map((finding) => told(finding, options.language)),
    })),
    next,
    promises: promisesOf(judged.document, record.spans),
    seconds: Math.round(entries.filter(isSpoken).reduce((sum, { text }) => sum + spokenSeconds(text, language), 0)),
    ...(isOver && {
      score: scoreOf(entries.filter(({ kind }) => kind === "agent").length, judged.findings),
    }),
    transcript: record.text,
  };
}

type Played = Omit<RehearsalEntry, "findings">;

function isSpoken({ kind }: Played): boolean {
  return kind === "agent" || kind === "customer" || kind === "aside";
}

/** One call while it is played. */
class Performance {
  private readonly entries: Played[] = [];
  private readonly project: Project;
  private readonly moves: readonly RehearsalMove[];
  private readonly walk: CallWalk;
  private readonly step: Step | undefined;
  private done = 0;
  /** Labels of the branch that was just taken: they say how the customer's next words are meant. */
  private labels: readonly string[] = [];

  constructor(project: Project, document: ScriptDocument, { moves, step }: RehearseOptions) {
    this.project = project;
    this.moves = moves;
    this.walk = new CallWalk(supergraphOf(flowOf(project, document)));
    const name = step === undefined ? undefined : foldName(step);
    this.step = document.script.steps.find((candidate) => foldName(stepName(candidate)) === name);
  }

  play(): { readonly entries: readonly Played[]; readonly next: RehearsalNext } {
    let standing = this.walk.start(this.step);
    while (standing !== undefined) {
      const onward = this.pass(standing);
      if ("next" in onward) return { entries: this.entries, next: onward.next };
      standing = onward.standing;
      if (this.entries.length > LONGEST) break;
    }
    return { entries: this.entries, next: { kind: "end" } };
  }

  /** Lets happen what happens here: the call goes on, or waits for the trainee. */
  private pass(standing: Standing): { readonly standing: Standing | undefined } | { readonly next: RehearsalNext } {
    const { node, graph } = this.walk.at(standing);
    switch (node?.kind) {
      case "turn":
        return this.passTurn(standing, node.turn, graph.document);
      case "action": {
        const { verb, body, reason } = node.action;
        const done = [verb?.text, body?.text].filter((part) => part !== undefined).join(" ");
        this.add({ kind: "action", labels: [], text: reason === undefined ? done : `${done}: ${reason.text}` });
        return { standing: this.walk.onward(standing) };
      }
      case "decision":
        return this.passDecision(standing, node.choices.decision);
      default:
        return { standing: undefined };
    }
  }

  private passTurn(standing: Standing, turn: Turn, document: ScriptDocument) {
    const text = spokenText(this.project, document, turn);
    const speaker = turn.speaker.text;
    const labels = turn.labels.map((label) => label.text);
    if (turn.role === "agent" && turn.addressee === undefined) {
      const move = this.moves[this.done];
      if (move === undefined || !("say" in move)) return { next: { kind: "say", speaker, scripted: text } as const };
      const said = move.say?.trim();
      if (said === undefined || said === text) this.add({ kind: "agent", speaker, labels, text });
      else this.add({ kind: "agent", speaker, labels: [], text: said, scripted: text });
      this.done++;
    } else {
      const isCustomer = turn.role === "customer";
      const own = isCustomer ? [...new Set([...labels, ...this.labels])] : labels;
      if (isCustomer) this.labels = [];
      this.add({ kind: isCustomer ? "customer" : "aside", speaker, labels: own, text });
    }
    return { standing: this.walk.onward(standing) };
  }

  private passDecision(standing: Standing, decision: { readonly kind: string; readonly text?: string } | undefined) {
    const choices = this.walk.choicesAt(standing);
    const options = choices.map(labelOf);
    const move = this.moves[this.done];
    const chosen = move !== undefined && "choose" in move ? choices[move.choose] : undefined;
    if (move === undefined || !("choose" in move) || chosen === undefined) {
      const question = decision?.text;
      return { next: { kind: "choose", ...(question !== undefined && { question }), options } as const };
    }
    const { node } = chosen;
    this.labels = node?.kind === "choice" ? node.choice.labels.map(({ text }) => text) : [];
    this.add({ kind: "branch", labels: [], text: options[move.choose]! });
    this.done++;
    return { standing: this.walk.onward(standing, move.choose) };
  }

  private add(entry: Omit<Played, "moves">): void {
    this.entries.push({ ...entry, moves: this.done });
  }
}

/** No call that anybody plays has more entries; a script that goes round and round would. */
const LONGEST = 2000;

function labelOf({ node }: Point): string {
  return node?.kind === "choice" && node.choice.label.kind === "text" ? node.choice.label.text : "…";
}

/** What the rules about what is said find in a record; while the call goes on, nothing that only its end would show. */
function judge(script: ScriptDocument, text: string, isOver: boolean, today: string) {
  const project = new Project();
  // A jump to nowhere: the record has no end yet, so nothing is missing at it.
  const document = project.set(`${script.uri}.rehearsal`, isOver ? text : `${text}-> …\n`);
  project.setWording(document.uri, script.wording);
  const own = project.get(document.uri)!;
  const { findings } = lint(project, own, { today });
  return { document: own, findings: findings.filter(({ ruleId }) => !ABOUT_SCRIPTS.test(ruleId)) };
}

/** Rules about how a script is written, not about how a call goes. */
const ABOUT_SCRIPTS = /^(?:flow|import|phrase|role|syntax|ignore)\//;

/** The number of the entry that a finding is about: where its path breaks off, else where it stands. */
function entryOf({ span, path }: Finding, spans: readonly { readonly start: number; readonly end: number }[]): number {
  const at = path.at(-1)?.span.start ?? span.start;
  const entry = spans.findLastIndex(({ start }) => start <= at);
  return Math.max(0, entry);
}

function told({ ruleId, severity, message, say }: Finding, language: "zh" | "en"): RehearsalFinding {
  return { ruleId, severity, message: message[language], say };
}

function promisesOf(
  record: ScriptDocument,
  spans: readonly { readonly start: number; readonly end: number }[],
): RehearsalPromise[] {
  const words = ({ start, end }: { readonly start: number; readonly end: number }) => record.text.slice(start, end);
  return [...promisesIn(record)].flatMap(({ commitments }) =>
    commitments.map((commitment) => ({
      text: words(commitment).trim(),
      ...(commitment.time && { time: words(commitment.time) }),
      entry: spans.findLastIndex(({ start }) => start <= commitment.start),
    })),
  );
}
