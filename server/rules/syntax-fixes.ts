import {
  ACTIONS,
  ADDRESSEE,
  FIELDS,
  type Keyword,
  lookUpStart,
  SPEAKERS,
  type Span,
  type SyntaxProblem,
  spellings,
} from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { endOfLine, indentAt, lineBreakOf, startOfLine, startOfNextLine } from "../model/lines.ts";
import { foldName } from "../model/normalise.ts";
import { nearest, targetsOf, turnsOf } from "../model/symbols.ts";
import { allowedWords } from "./allowed-words.ts";
import type { Bilingual, Edit, Fix } from "./rule.ts";
import { scriptOfTable } from "./table-to-script.ts";

/** The remedies for a damaged line, the likeliest first; none where only the author can know. */
export function syntaxFixes(document: ScriptDocument, problem: SyntaxProblem): Fix[] {
  const { kind, span, params } = problem;
  const { facts, text, script } = document;
  const { language } = facts;
  const word = (keyword: Keyword) => spellings(keyword, language)[0]!;
  const insert = (text: string, at = span.start): Edit => ({ start: at, end: at, text });
  const words = (keywords: readonly Keyword[]) => keywords.flatMap((keyword) => spellings(keyword, language));
  const near = (keywords: readonly Keyword[]) => nearest(params.name ?? "", words(keywords));
  const changeTo = (name: string) => both(`改成“${name}”`, `Change to “${name}”`);
  const rename = (name: string | undefined): Fix[] =>
    name === undefined ? [] : [{ title: changeTo(name), edits: [{ ...span, text: name }] }];
  const step = (name: string): Fix => {
    const end = endOfLine(text, span.start);
    return { title: both("改为步骤", "Make it a step"), edits: [{ start: span.start, end, text: `## ${name}` }] };
  };
  switch (kind) {
    case "no-speaker": {
      const agent = `${word(SPEAKERS.agent)}: `;
      const note = { title: both("改为给人看的说明", "Make it a note"), edits: [insert("> ")] };
      const heading = headingIn(text.slice(span.start, span.end));
      if (heading !== undefined) return [step(heading), note];
      // What holds an action or an arrow was never meant to be spoken.
      if (/[[【\]】→⇒]|[-=]>/.test(text.slice(span.start, span.end))) return [note];
      return [{ title: both("改为客服说的话", "Make it the agent's line"), edits: [insert(agent)] }, note];
    }
    case "speaker-without-colon": {
      // Whatever stands where the colon should gives way to it.
      const sign = /^[ \t\u3000]*[;；,，、]?[ \t\u3000]*/.exec(text.slice(span.end))![0];
      const edits = [{ start: span.end, end: span.end + sign.length, text: ": " }];
      return [{ title: both("补上冒号", "Add the colon"), edits, safe: true }];
    }
    case "numbered-line":
      return [{ title: both("去掉", "Take it away"), edits: [{ ...span, text: "" }], safe: true }];
    case "bracketed-speaker":
      return [
        {
          title: both("改成冒号", "Write it with a colon"),
          edits: [{ ...span, text: `${params.name}: ` }],
          safe: true,
        },
      ];
    case "bulleted-choice":
      return [{ title: both("换成“-”", "Put “-” in its place"), edits: [{ ...span, text: "- " }], safe: true }];
    case "lost-indent":
      return [
        {
          title: both("缩进到和下面一行一样", "Indent it like the next line"),
          edits: [{ start: startOfLine(text, span.start), end: span.start, text: indentBelow(text, span.end) }],
        },
      ];
    case "unknown-speaker": {
      const name = params.name ?? "";
      const declaration = `${word(FIELDS.role)} ${name}: ${word(SPEAKERS.colleague)}${lineBreakOf(text)}`;
      const top = startOfLine(text, script.steps[0]?.start ?? 0);
      return [
        ...(headingIn(name) === undefined ? [] : [step(headingIn(name)!)]),
        ...rename(near(Object.values(SPEAKERS))),
        { title: both(`声明“${name}”是同事`, `Declare “${name}” as a colleague`), edits: [insert(declaration, top)] },
      ];
    }
    case "unknown-field":
    case "unknown-value":
      return rename(near(allowedWords(problem)));
    case "unknown-action": {
      const verbs = words(allowedWords(problem));
      const [verb = ""] = /^[^\s\u3000\d:：]+/.exec(params.text ?? "") ?? [];
      const known = nearest(verb, verbs) ?? verbs.find((word) => verb !== "" && word.startsWith(verb));
      return known === undefined
        ? []
        : [{ title: changeTo(known), edits: [{ start: span.start, end: span.start + verb.length, text: known }] }];
    }
    case "reserved-step-name": {
      const name = `${params.name}${language === "zh" ? "语" : " of call"}`;
      const jumps = [...targetsOf(document)].filter(
        ({ target }) => foldName(target.text) === foldName(params.name ?? ""),
      );
      const edits = [span, ...jumps.map(({ target }) => target)].map(({ start, end }) => ({ start, end, text: name }));
      return [
        {
          title: both(`步骤改叫“${name}”，指向它的箭头一起改`, `Call the step “${name}”, and its arrows with it`),
          edits,
        },
      ];
    }
    case "unknown-label":
      return rename(near([...allowedWords(problem), ADDRESSEE.to]));
    case "second-title":
      return [{ title: both("改为步骤", "Make it a step"), edits: [insert("#")] }];
    case "deep-heading": {
      const signs = /^[#＃]+/.exec(text.slice(span.start))![0].length;
      return [
        {
          title: both("改为 ##", "Change to ##"),
          edits: [{ start: span.start, end: span.start + signs, text: "##" }],
          safe: true,
        },
      ];
    }
    case "own-line": {
      const turn = [...turnsOf(document)].findLast(({ start }) => start < span.start);
      const wanted = turn === undefined ? "" : indentAt(text, turn.start);
      return [{ title: both("去掉缩进", "Take the indent away"), edits: outdent(text, span.start, wanted) }];
    }
    case "unindented-branch":
      return [
        {
          title: both("缩进两格", "Indent by two spaces"),
          edits: linesOf(text, span).map((line) => insert("  ", line)),
        },
      ];
    case "pasted-table": {
      const script = scriptOfTable(text.slice(span.start, span.end), language);
      const edits = [{ ...span, text: script.replaceAll("\n", lineBreakOf(text)) }];
      return [{ title: both("改成话术", "Make a script of it"), edits }];
    }
    case "hang-up-by-whom":
      return [SPEAKERS.customer, SPEAKERS.agent].map((speaker) => ({
        title: both(`${spellings(speaker)[0]}挂机`, `The ${spellings(speaker, "en")[0]} hangs up`),
        // Whatever stands between the verb and the reason says it wrong, so it gives way.
        edits: [{ ...hangUpObject(text, span), text: ` ${word(speaker)}` }],
      }));
    case "unclosed-bracket":
      return [{ title: both("补上“]”", "Add “]”"), edits: [insert("]")], safe: true }];
    case "unclosed-parenthesis":
      return [{ title: both("补上“)”", "Add “)”"), edits: [insert(")")], safe: true }];
    default:
      return [];
  }
}

/** The name of a step as people write it outside of this language: 一、开场白, 第一步：核实身份, Step 2: identity. */
function headingIn(line: string): string | undefined {
  const numbered =
    /^(?:第?[一二三四五六七八九十\d]{1,3}[、.．步]|[(（][一二三四五六七八九十\d]{1,3}[)）]|步骤[一二三四五六七八九十\d]{1,3}|step \d{1,3})[\s\u3000:：、.]*/i;
  const name = line.replace(numbered, "").trim();
  const isTitle = name !== "" && name.length <= 16 && !/[。！？!?，,：:；;]/.test(name);
  return name !== line && isTitle ? name : undefined;
}

/** Where the lines of a stretch begin that are not blank. */
function linesOf(text: string, { start, end }: Span): number[] {
  const lines: number[] = [];
  for (let line = startOfLine(text, start); line < end; line = startOfNextLine(text, line)) {
    if (/\S/.test(text.slice(line, endOfLine(text, line)))) lines.push(line);
    if (startOfNextLine(text, line) === line) break;
  }
  return lines;
}

/** The indent of the first line below `offset` that is not blank. */
function indentBelow(text: string, offset: number): string {
  let line = startOfNextLine(text, offset);
  while (line < text.length && /^[ \t\u3000]*[\r\n]/.test(text.slice(line, line + 200)))
    line = startOfNextLine(text, line);
  return indentAt(text, line);
}

/** Moves the line at `offset`, and the lines under it that are as deep or deeper, to the indent `wanted`. */
function outdent(text: string, offset: number, wanted: string): Edit[] {
  const indent = indentAt(text, offset);
  const edits: Edit[] = [];
  for (let line = startOfLine(text, offset); text.startsWith(indent, line); line = startOfNextLine(text, line)) {
    edits.push({ start: line, end: line + indent.length, text: wanted });
    if (startOfNextLine(text, line) === text.length) break;
  }
  return edits;
}

/** What stands between the verb of `[挂机 …: …]` and its reason or end. */
function hangUpObject(text: string, span: Span): Span {
  const content = text.slice(span.start, span.end);
  const verb = 1 + (lookUpStart(ACTIONS, content.slice(1))?.length ?? 0);
  const rest = content.slice(verb).search(/[:：\]］】]/);
  return { start: span.start + verb, end: rest < 0 ? span.end : span.start + verb + rest };
}

function both(zh: string, en: string): Bilingual {
  return { zh, en };
}
