import type { Text } from "../../../grammar/index.ts";
import { type FoundAct, suggestionsFor } from "../../model/acts.ts";
import { type Commitment, promisesIn } from "../../model/commitments.ts";
import type { ScriptDocument } from "../../model/document.ts";
import { type Grant, grantFor } from "../../model/grants.ts";
import { limitsFor } from "../../model/limits.ts";
import { ownWords } from "../../model/phrases.ts";
import { Division } from "../../model/sentences.ts";
import { agentSpeech } from "../../model/speech.ts";
import { nameOf } from "../../model/standards.ts";
import { Stretches } from "../../model/stretches.ts";
import { print, timesIn } from "../../model/time.ts";
import { figureForVague } from "../figure.ts";
import { defineRule, type Fix } from "../rule.ts";

export default defineRule({
  id: "sla/vague",
  severity: "warning",
  scope: "turn",
  byStep: true,
  title: { zh: "承诺没有说清时间", en: "A promise without a time" },
  why: {
    zh: "“尽快”在客户心里是十分钟，在排班表上是两天。没有数字的承诺，到时候总有一方失望。",
    en: "“Soon” means ten minutes to the customer and two days to the rota. A promise without a figure disappoints somebody.",
  },
  fix: {
    zh: "保留这句话，把时间写进去：我会在半小时内给您回电。",
    en: "Keep the sentence and put the figure in: I'll call you back within half an hour.",
  },
  messages: {
    found: {
      zh: "“{said}”没有说清什么时候。写一个做得到的时间，例如“30分钟内”。",
      en: "“{said}” does not say when. Give a time that you can keep, such as “within 30 minutes”.",
      bad: [
        { text: "客服: 我们会⟦尽快⟧给您回复。" },
        { text: "agent: We'll get back to you ⟦shortly⟧." },
        { text: "agent: ⟦As soon as possible⟧." },
      ],
    },
    limited: {
      zh: "“{said}”没有说清什么时候。“{event}”的时限是{limit}。",
      en: "“{said}” does not say when. “{event}” is due {limit}.",
      bad: [
        {
          text: "标准: 投诉问题应答\n\n## 登记\n客服: 我们会⟦尽快⟧给您回复。",
          fixed: "标准: 投诉问题应答\n\n## 登记\n客服: 我们会在半小时内给您回复。",
        },
        {
          text: "标准: 购买咨询应答\n\n## 登记\n客服: 请放心，⟦稍后⟧就给您回电。",
          fixed: "标准: 购买咨询应答\n\n## 登记\n客服: 请放心，24小时内给您回电。",
        },
        {
          text: "标准: 投诉问题应答\n\n## 登记\n客服: ⟦尽快⟧给您回复，您看可以吗？",
          fixed: "标准: 投诉问题应答\n\n## 登记\n客服: 半小时内给您回复，您看可以吗？",
        },
        {
          text: "standard: complaint response\n\n## log\nagent: We'll get back to you ⟦as soon as possible⟧.",
          fixed: "standard: complaint response\n\n## log\nagent: We'll get back to you within half an hour.",
        },
        {
          text: "standard: complaint response\n\n## log\nagent: We will ⟦shortly⟧ call you back, thank you.",
          fixed: "standard: complaint response\n\n## log\nagent: We will call you back within half an hour, thank you.",
        },
      ],
    },
  },
  good: [
    "客服: 请稍等,我马上为您查询。",
    "客服: 我会在30分钟内给您回电,尽快告诉您结果。",
    "客户: 你们会尽快处理吗?",
    "agent: One moment please, I'll check that for you right away.",
    "agent: We'll get back to you within 24 hours.",
    "agent: Soon it will be Christmas.",
  ],
  check({ document, report }) {
    const { language } = document.facts;
    let granted: ReadonlyMap<number, Granted> | undefined;
    for (const { text, acts } of agentSpeech(document)) {
      const found = acts.filter(({ act }) => act === "vague-time");
      if (found.length === 0) continue;
      const [clauses, sentences] = [Division.clauses(text), Division.sentences(text)];
      const promises = new Stretches(acts.filter(({ act }) => act === "commit"));
      const times = new Stretches([
        ...acts.filter(({ act }) => act === "give-time"),
        ...timesIn(ownWords(document, text)),
      ]);
      const graver = new Stretches(acts.filter(({ act }) => act === "over-promise" || act === "stall"));
      for (const vague of found) {
        // Where the words are part of a guarantee, or only put the customer off, that is what has to go.
        if (graver.touches(vague)) continue;
        const isPromised = promises.touches(clauses.partAt(vague.start)) || isAllThatIsSaid(text, vague);
        if (!isPromised || times.touches(sentences.partAt(vague.start))) continue;
        const say = suggestionsFor("vague-time", language).map((suggestion) => suggestion.say);
        const said = document.text.slice(vague.start, vague.end);
        granted ??= grantsByVagueWords(document);
        const known = granted.get(vague.start);
        if (known === undefined) {
          report("found", { span: vague, say }, { said });
          continue;
        }
        const { event, words } = known.grant.limit;
        report(
          "limited",
          { span: vague, say, fixes: figureFix(document, known) },
          { said, event: nameOf(event.words), limit: words },
        );
      }
    }
  },
});

/**
 * Whether nothing is said but the vague words: as an answer to “when?” they are a promise. Chinese answers a request so
 * too, 马上, where nothing is asked but that it be done.
 */
function isAllThatIsSaid(text: readonly Text[], { start, end }: FoundAct): boolean {
  const [only, ...others] = text;
  if (only === undefined || others.length > 0) return false;
  const around = only.text.slice(0, start - only.start) + only.text.slice(end - only.start);
  return /[a-z]/i.test(only.text) && !/[\p{L}\p{N}]/u.test(around);
}

/** A promise without a figure, and the limit that holds for it. */
interface Granted {
  readonly commitment: Commitment;
  readonly grant: Grant;
}

/** The vague promises for which a limit holds, by the offsets at which their vague words begin. */
function grantsByVagueWords(document: ScriptDocument): ReadonlyMap<number, Granted> {
  const granted = new Map<number, Granted>();
  for (const { commitments, step } of promisesIn(document))
    for (const commitment of commitments) {
      const grant = commitment.vague && grantFor(limitsFor(document, step), commitment.event);
      if (grant !== undefined) granted.set(commitment.vague!.start, { commitment, grant });
    }
  return granted;
}

/** Keeps the sentence and puts the standard's figure in. */
function figureFix({ text, facts }: ScriptDocument, { commitment, grant }: Granted): Fix[] {
  const edits = figureForVague(text, commitment.vague!, commitment.words, grant.value, facts.language);
  if (edits === undefined) return [];
  const figure = print(grant.value, facts.language);
  return [{ title: { zh: `写上“${figure}”`, en: `Say “${figure}”` }, edits }];
}
