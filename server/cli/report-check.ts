import { basename } from "node:path";
import type { Turn } from "../../grammar/index.ts";
import type { Adherence, CallLine, CallPromise } from "../model/adherence.ts";
import type { Commitment } from "../model/commitments.ts";
import { type ScriptDocument, stepName } from "../model/document.ts";
import { Lines } from "../model/lines.ts";
import type { Point } from "../model/supergraph.ts";
import type { Finding } from "../rules/rule.ts";
import type { PlacedTurn } from "./call-record.ts";
import { printable, printableLine } from "./printable.ts";
import { promiseInWords } from "./promise-words.ts";
import { told } from "./told.ts";

/** What there is to say of a call that was laid beside its script. */
export interface CheckedCall {
  /** As the user named them. */
  readonly call: string;
  readonly script: string;
  readonly language: "zh" | "en";
  /** What was said; the document has the same turns in the same order. */
  readonly turns: readonly PlacedTurn[];
  readonly document: ScriptDocument;
  readonly scriptDocument: ScriptDocument;
  readonly adherence: Adherence;
  readonly offences: readonly Finding[];
}

/** Whether something is wrong with a call: other words alone are not. */
export function checkFails({ adherence: { lines, promises }, offences }: CheckedCall): boolean {
  return (
    lines.some(({ fate }) => fate === "left-out") ||
    promises.length > 0 ||
    offences.some(({ severity }) => severity !== "information")
  );
}

const WORDS = {
  zh: {
    head: (call: string, script: string) => `${call} 对照 ${script}`,
    share: (percent: number, followed: number, scripted: number) =>
      `说到了 ${percent}%：这条路上客服该说 ${scripted} 句，说到 ${followed} 句`,
    counts: { same: "照原话", reworded: "换了说法", moved: "换了次序", "left-out": "没有说", extra: "话术里没有" },
    way: "走的路",
    skipped: "整步没有做",
    groups: {
      "left-out": "没有说",
      reworded: "换了说法（百分数是相似程度）",
      moved: "换了次序",
      extra: "话术里没有的话",
    },
    promises: "承诺不一样",
    offences: "不该说的话",
    said: (line: string) => `通话第 ${line} 行`,
    scripted: (line: string) => `话术第 ${line} 行`,
    script: "话术",
    call: "通话",
    nothing: "没有承诺",
    good: "都照话术说了，没有不该说的话。",
    join: "：",
    comma: "，",
  },
  en: {
    head: (call: string, script: string) => `${call} against ${script}`,
    share: (percent: number, followed: number, scripted: number) =>
      `${percent}% said: of the agent's ${scripted} ${scripted === 1 ? "line" : "lines"} on this way, ${followed} ${followed === 1 ? "was" : "were"} said`,
    counts: {
      same: "word for word",
      reworded: "in other words",
      moved: "at another place",
      "left-out": "left out",
      extra: "not in the script",
    },
    way: "way",
    skipped: "Steps left out altogether",
    groups: {
      "left-out": "Left out",
      reworded: "In other words (the percentage tells how alike)",
      moved: "At another place",
      extra: "Not in the script",
    },
    promises: "Promises that differ",
    offences: "What should not be said",
    said: (line: string) => `call line ${line}`,
    scripted: (line: string) => `script line ${line}`,
    script: "script",
    call: "call",
    nothing: "no promise",
    good: "Everything was said as scripted, and nothing that should not be.",
    join: ": ",
    comma: ", ",
  },
} as const;

const GROUPS = ["left-out", "reworded", "moved", "extra"] as const;

/** For people: how much was said, the way, then everything that differs with its places in the call and the script. */
export function reportCheck(checked: CheckedCall): string {
  const { adherence, offences, language } = checked;
  const { lines, promises, skipped } = adherence;
  const words = WORDS[language];
  const places = new Places(checked);
  const rows = [
    words.head(printable(checked.call), printable(checked.script)),
    `  ${words.share(share(adherence), adherence.followed, adherence.scripted)}`,
    `  ${countsOf(adherence, words.counts)}`,
    `  ${words.way}${words.join}${printableLine(wayOf(adherence).join(" → "))}`,
  ];
  const group = (title: string, items: readonly string[]) => {
    if (items.length > 0) rows.push("", `  ${title}`, ...items.map((item) => `    ${item}`));
  };
  group(
    words.skipped,
    skipped.map(
      ({ step, document }) => `${words.scripted(places.scriptLine(document, step.start))} ${quoted(stepName(step))}`,
    ),
  );
  for (const fate of GROUPS)
    group(
      words.groups[fate],
      lines.filter((line) => line.fate === fate).flatMap((line) => itemOf(line, places, words)),
    );
  group(
    words.promises,
    promises.flatMap((promise) => promiseOf(promise, places, words, language)),
  );
  group(
    words.offences,
    offences.map(
      (finding) =>
        `${words.said(places.callLine(finding.span.start))} ${quoted(checked.document.text.slice(finding.span.start, finding.span.end))} ${printableLine(told(finding, language))} ${finding.ruleId}`,
    ),
  );
  if (lines.every(({ fate }) => fate === "same") && promises.length === 0 && offences.length === 0)
    rows.push("", `  ${words.good}`);
  return `${rows.join("\n")}\n`;
}

/** For programs: the same, with spans replaced by lines, and the way with what became of each line on it. */
export function reportCheckJson(checked: CheckedCall): string {
  const { adherence, offences, language } = checked;
  const places = new Places(checked);
  const line = ({ fate, point, line: said, likeness }: CallLine) => ({
    fate,
    ...(point && { script: places.ofPoint(point) }),
    ...(said && { call: said.turns.map((turn) => places.ofTurn(turn)) }),
    ...(likeness !== undefined && { likeness: Math.round(likeness * 100) / 100 }),
  });
  const promise = (made: Commitment | undefined, document: ScriptDocument) =>
    made && { event: made.event, strength: made.strength, words: document.text.slice(made.start, made.end) };
  return `${JSON.stringify(
    {
      call: checked.call,
      script: checked.script,
      scripted: adherence.scripted,
      followed: adherence.followed,
      way: wayOf(adherence),
      stepsLeftOut: adherence.skipped.map(({ step, document }) => ({
        step: stepName(step),
        ...places.ofScript(document, step.start),
      })),
      lines: adherence.lines.map(line),
      promises: adherence.promises.map(({ before, after, of }) => ({
        ...(before && { script: promise(before, of.point!.graph.document) }),
        ...(after && { call: promise(after, checked.document) }),
        line: line(of),
      })),
      offences: offences.map(({ ruleId, severity, span, message, say }) => ({
        ruleId,
        severity,
        line: Number(places.callLine(span.start)),
        words: checked.document.text.slice(span.start, span.end),
        message: message[language],
        say,
      })),
    },
    undefined,
    2,
  )}\n`;
}

/** Where things stand in the call's record and in the script's files. */
class Places {
  private readonly checked: CheckedCall;
  private readonly lines = new Map<ScriptDocument, Lines>();
  private readonly turns: readonly Turn[];

  constructor(checked: CheckedCall) {
    this.checked = checked;
    this.turns = checked.document.script.steps.flatMap(({ body }) =>
      body.filter(({ kind }) => kind === "turn"),
    ) as Turn[];
  }

  callLine(offset: number): string {
    const index = this.turns.findIndex(({ start, end }) => start <= offset && offset <= end);
    return String(this.checked.turns[index]?.place ?? 0);
  }

  /** A line of the script; of another file with its name. */
  scriptLine(document: ScriptDocument, offset: number): string {
    const line = this.lineOf(document, offset);
    return document === this.checked.scriptDocument ? String(line) : `${line} (${fileOf(document)})`;
  }

  ofTurn(turn: Turn) {
    return { line: Number(this.callLine(turn.start)), text: textOf(turn) };
  }

  ofPoint({ node, graph }: Point) {
    return {
      ...this.ofScript(graph.document, node!.span.start),
      ...(node?.kind === "turn" && { text: textOf(node.turn) }),
    };
  }

  ofScript(document: ScriptDocument, offset: number) {
    const other = document === this.checked.scriptDocument ? undefined : fileOf(document);
    return { ...(other && { file: other }), line: this.lineOf(document, offset) };
  }

  private lineOf(document: ScriptDocument, offset: number): number {
    const lines = this.lines.get(document) ?? new Lines(document.text);
    this.lines.set(document, lines);
    return lines.at(offset).line + 1;
  }
}

type Words = (typeof WORDS)["zh" | "en"];

function itemOf({ point, line, likeness = 0, fate }: CallLine, places: Places, words: Words): string[] {
  const scripted = point && words.scripted(places.scriptLine(point.graph.document, point.node!.span.start));
  const called = line && words.said(places.callLine(line.turns[0]!.start));
  const script = point?.node?.kind === "turn" ? quoted(textOf(point.node.turn)) : "";
  const said = line === undefined ? "" : quoted(line.turns.map(textOf).join(" "));
  if (called === undefined) return [`${scripted} ${script}`];
  if (scripted === undefined) return [`${called} ${said}`];
  const percent = fate === "reworded" || likeness < 1 ? ` ${Math.floor(likeness * 100)}%` : "";
  return [`${called}${words.comma}${scripted}${percent}`, `  - ${script}`, `  + ${said}`];
}

function promiseOf({ before, after, of }: CallPromise, places: Places, words: Words, language: "zh" | "en"): string[] {
  const place = of.line === undefined ? "" : words.said(places.callLine(of.line.turns[0]!.start));
  const say = (made: Commitment | undefined) => (made === undefined ? words.nothing : promiseInWords(made, language));
  return [`${place} ${words.script}${words.join}${say(before)} → ${words.call}${words.join}${say(after)}`];
}

function countsOf({ lines }: Adherence, words: Words["counts"]): string {
  const count = (fate: keyof Words["counts"]) => lines.filter((line) => line.fate === fate).length;
  return (Object.keys(words) as (keyof Words["counts"])[])
    .filter((fate) => count(fate) > 0)
    .map((fate) => `${words[fate]} ${count(fate)}`)
    .join(" · ");
}

/** The steps and choices of the way, as a reader would tell it. */
function wayOf({ way }: Adherence): string[] {
  const names: string[] = [];
  for (const item of way) {
    if (item.kind === "extra") continue;
    const { node } = item.point;
    const name =
      node?.kind === "step" && node.step !== undefined
        ? stepName(node.step)
        : node?.kind === "choice" && node.choice.label.kind === "text"
          ? node.choice.label.text
          : "";
    if (name !== "") names.push(name);
  }
  return names;
}

function share({ followed, scripted }: Adherence): number {
  return scripted === 0 ? 100 : Math.floor((followed / scripted) * 100);
}

function textOf({ text }: Turn): string {
  return text.map((piece) => piece.text).join(" ");
}

function quoted(text: string): string {
  return printableLine(text);
}

function fileOf({ uri }: ScriptDocument): string {
  return basename(decodeURIComponent(uri));
}
