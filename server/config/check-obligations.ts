import { actsOf, questionsOf } from "../model/acts.ts";
import type { WordingObligation } from "../model/demand.ts";
import { Lines } from "../model/lines.ts";
import { Project } from "../model/project.ts";
import { commonEvents } from "../model/standards.ts";
import { nearest } from "../model/symbols.ts";
import type { Wording } from "../model/wording.ts";
import { findingsOf, isAsked, owedBy } from "../rules/own-obligations.ts";
import type { Bilingual } from "../rules/rule.ts";
import { syntaxMessage } from "../rules/syntax-message.ts";
import { SYNTAX_TEXTS } from "../rules/text.ts";
import { actWords, EventWords } from "./event-words.ts";
import { readMarks } from "./marks.ts";
import type { PackObligation } from "./obligations.ts";
import { type OwnFile, packsIn, quoted, type ReportProblem, standardsIn } from "./own-file.ts";
import type { ReadStandard } from "./standards.ts";
import type { Placed } from "./values.ts";

/** An obligation that can run, and where it was written. */
export interface WrittenObligation {
  readonly file: OwnFile;
  readonly item: PackObligation;
  readonly obligation: WordingObligation;
  /** The standard that demands it of the scripts that adopt it; absent where all scripts have to hold it. */
  readonly standard?: ReadStandard;
}

/** The obligations of all packs and standards that can run with the acts of all packs. */
export function obligationsOf(files: readonly OwnFile[], report: ReportProblem): readonly WrittenObligation[] {
  const packs = packsIn(files);
  const acts = packs.flatMap(({ file, pack }) => pack.acts.map((act) => ({ ...act, file })));
  const newActs = acts.filter((act): act is typeof act & { readonly newName: string } => act.newName !== undefined);
  const events = [...standardsIn(files).flatMap(({ read }) => read.standard.events), ...commonEvents()];
  const words = new EventWords(
    newActs.map(({ act, newName, speaker }) => ({ act, name: newName, speaker })),
    () => events,
  );
  const spokenOf = new Set<string>();
  const written: WrittenObligation[] = [];
  const sources: readonly { file: OwnFile; obligations: readonly PackObligation[]; standard?: ReadStandard }[] = [
    ...packs.map(({ file, pack }) => ({ file, obligations: pack.obligations })),
    ...standardsIn(files).map(({ file, read }) => ({ file, obligations: read.obligations, standard: read })),
  ];
  for (const { file, obligations, standard } of sources)
    for (const item of obligations) {
      const { obligation, names, problems } = item.compile(words);
      for (const found of problems) report(file, ...found);
      for (const name of names) spokenOf.add(name);
      // With an act that is only partly heard, it would report what its author allows.
      const isHeard = acts.every((act) => act.isWhole || !eventsOfAct(act.act).some((name) => names.has(name)));
      if (obligation !== undefined && isHeard) written.push({ file, item, obligation, ...(standard && { standard }) });
    }
  // Where an obligation could not be read, nobody knows of what it would have spoken.
  if (packs.some(({ pack }) => pack.problems.length > 0)) return written;
  for (const { file, act, newName, span } of newActs) {
    if (eventsOfAct(act).some((event) => spokenOf.has(event))) continue;
    const near = nearest(newName, actWords());
    const instead = near === undefined ? NO_DEMAND : { zh: `是不是想写“${near}”？`, en: `Did you mean “${near}”?` };
    report(file, "unused-act", span, { act: newName, instead });
  }
  return written;
}

/** Each example has to show what its obligation does. */
export function checkExamples(written: readonly WrittenObligation[], wording: Wording, report: ReportProblem): void {
  for (const { file, item, obligation } of written) {
    const id = item.id.replace("own/", "");
    for (const example of item.examples.bad) {
      const marked = readMarks(example.text);
      if (marked === undefined) {
        report(file, "marks", example.span);
        continue;
      }
      const { document, spans } = judge(marked.text, obligation, wording);
      if (!isSound(document, file, example, report)) continue;
      const isRight =
        marked.spans.length === 0
          ? spans.length > 0
          : spans.length === marked.spans.length &&
            spans.every(({ start, end }, index) => {
              const wanted = marked.spans[index]!;
              return start === wanted.start && end === wanted.end;
            });
      const hint = isAsked(obligation, document.facts) ? { zh: "", en: "" } : NOT_ASKED;
      if (!isRight) report(file, "bad-example", example.span, { id, found: quoted(marked.text, spans), hint });
    }
    for (const example of item.examples.good) {
      const { document, spans } = judge(example.text, obligation, wording);
      if (isSound(document, file, example, report) && spans.length > 0)
        report(file, "good-example", example.span, { id, found: quoted(example.text, spans) });
    }
  }
}

/** A suggestion that is not heard as what it stands for would be asked for again as soon as somebody takes it. */
export function checkSuggestions(written: readonly WrittenObligation[], wording: Wording, report: ReportProblem): void {
  for (const { file, item, obligation } of written) {
    if (obligation.demand.pattern === "absence") continue;
    const owed = owedBy(obligation.demand);
    const acts = new Set(owed.flatMap(({ names }) => names).filter((name) => name.startsWith("act:")));
    // What a sentence cannot do, such as an action, is not asked of it.
    if (acts.size === 0) continue;
    for (const { text, span } of item.suggestions) {
      const pieces = [{ text, start: 0 }];
      const heard = actsOf(pieces, "agent", wording).map(({ act }) => `act:${act}`);
      if (questionsOf(pieces).length > 0) heard.push("act:question");
      if (!heard.some((name) => acts.has(name)))
        report(file, "deaf-suggestion", span, { suggestion: text, word: owed[0]!.words });
    }
  }
}

function judge(text: string, obligation: WordingObligation, wording: Wording) {
  const project = new Project();
  project.set(EXAMPLE, text);
  project.setWording(EXAMPLE, wording);
  const document = project.get(EXAMPLE)!;
  return { document, spans: findingsOf(project, document, obligation).map(({ span }) => span) };
}

/** Whether every line of an example can be read; one that cannot would show nothing. */
function isSound(
  { text, errors }: ReturnType<typeof judge>["document"],
  file: OwnFile,
  { span }: Placed,
  report: ReportProblem,
): boolean {
  const error = errors.find(({ kind }) => SYNTAX_TEXTS[kind].severity === "error");
  if (error === undefined) return true;
  const line = String(new Lines(text).at(error.span.start).line + 1);
  report(file, "damaged-example", span, { line, fault: syntaxMessage(error) });
  return false;
}

const EXAMPLE = "example:";

function eventsOfAct(act: string): readonly string[] {
  return [`act:${act}`, `customer:${act}`];
}

const NO_DEMAND: Bilingual = {
  zh: "在 obligations 里写上要求，或删掉它。",
  en: "Write an obligation about it, or delete it.",
};

const NOT_ASKED: Bilingual = {
  zh: "这份话术的渠道、方向或场景不在 asked 里。",
  en: "Its channel, direction or scenario is not among those under asked. ",
};
