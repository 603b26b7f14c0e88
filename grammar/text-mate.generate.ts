import {
  ACTIONS,
  ADDRESSEE,
  AGENT_LABELS,
  CUSTOMER_LABELS,
  FIELDS,
  type Keyword,
  SPEAKERS,
  spellings,
  TARGETS,
} from "./keywords.ts";

/**
 * Writes the TextMate grammar that colours a script before the language server has read it. Its words come from the
 * keyword table; its signs are those of tokens.ts. It knows single lines only, so the deeper lines of a turn stay plain.
 */
export function generate(): { path: string; content: string }[] {
  const grammar = {
    $comment: "Generated from keywords.ts by text-mate.generate.ts (npm run generate). Do not edit.",
    name: "Service Script",
    scopeName: "source.service-script",
    patterns: [
      line("comment.line.double-slash", "(?://|／／).*"),
      line("comment.line.rule", "[-－—]{3,}\\s*$"),
      line("markup.heading.2 entity.name.section.step", "[#＃]{2,}.*"),
      line("markup.heading.1 entity.name.section.title", "[#＃].*"),
      line("markup.quote.note", "[>》＞].*"),
      rule(`(${ARROW}|[=＝]{1,2}[>＞》]|⇒)\\s*(?:(${words(TARGETS)})\\s*$|(.*))`, {
        1: "keyword.control.arrow",
        2: "constant.language.end",
        3: "entity.name.section.target",
      }),
      rule("([?？])(.*)", { 1: "keyword.control.decision", 2: "markup.italic.decision" }),
      rule(`([\\[［【])\\s*(${words(ACTIONS)})?([^\\]］】]*)([\\]］】])?`, {
        1: "punctuation.definition.action",
        2: "support.function.action",
        3: "meta.action",
        4: "punctuation.definition.action",
      }),
      rule(`(${words(FIELDS)})(?=[\\s:：])([^:：]*)([:：])(.*)`, {
        1: "keyword.other.field",
        2: "variable.other.name",
        3: "punctuation.separator.field",
        4: "string.unquoted.value",
      }),
      ...Object.values(SPEAKERS).map((speaker) => turn(spellings(speaker).map(escapeRegExp).join("|"), speaker.id)),
      turn("[^\\s:：(（\\[［【#＃>》＞\\-－—?？][^:：(（]{0,39}?", "other"),
      {
        // The label may hold anything; what counts is the arrow at the end of the line.
        match: `^\\s*([-－–]|—{1,2})\\s*(.*?)(?:\\s*([(（])([^()（）]*)([)）]))?\\s*(?:(${ARROW})\\s*(?:(${words(TARGETS)})|([^>＞》→⟶]+?)))?\\s*$`,
        captures: captures(
          {
            1: "keyword.control.choice",
            2: "markup.bold.choice",
            3: "punctuation.definition.labels",
            5: "punctuation.definition.labels",
            6: "keyword.control.arrow",
            7: "constant.language.end",
            8: "entity.name.section.target",
          },
          { 4: [{ include: "#labels" }] },
        ),
      },
    ],
    repository: {
      labels: {
        patterns: [
          {
            match: `(?:${words(CUSTOMER_LABELS)}|${words(AGENT_LABELS)})(?=\\s*(?:[,，、)）]|$))`,
            name: own("constant.language.label"),
          },
          {
            match: `(${words(ADDRESSEE)})\\s*([^,，、)）]+)`,
            captures: captures({ 1: "keyword.other.to", 2: "variable.other.name" }),
          },
        ],
      },
    },
  };
  return [{ path: "grammar/service-script.tmLanguage.json", content: `${JSON.stringify(grammar, undefined, 2)}\n` }];
}

const ARROW = "[-－—–]{1,2}[>＞》]|[→⟶]";

interface Pattern {
  readonly match: string;
  readonly captures?: Readonly<Record<string, object>>;
}

/** A turn: who speaks, the labels in parentheses, the colon; what is said stays plain. */
function turn(speaker: string, role: string): Pattern {
  const scope = { agent: "entity.name.function", customer: "entity.name.type" }[role] ?? "variable.other";
  return {
    match: `^\\s*(?:[\\[［【]?[\\d][\\d:：/.年月日\\- T]*[\\]］】]?\\s+)?((?i:${speaker})(?:\\s[^:：(（]*)?)\\s*(?:([(（])([^()（）]*)([)）]))?\\s*([:：])`,
    captures: captures(
      {
        1: `${scope}.${role}`,
        2: "punctuation.definition.labels",
        4: "punctuation.definition.labels",
        5: "punctuation.separator.turn",
      },
      { 3: [{ include: "#labels" }] },
    ),
  };
}

function line(scopes: string, match: string): Pattern & { readonly name: string } {
  return { match: `^\\s*${match}`, name: scopes.split(" ").map(own).join(" ") };
}

function rule(match: string, scopes: Readonly<Record<number, string>>): Pattern {
  return { match: `^\\s*${match}`, captures: captures(scopes) };
}

function captures(
  scopes: Readonly<Record<number, string>>,
  patterns: Readonly<Record<number, object[]>> = {},
): Record<string, object> {
  return {
    ...Object.fromEntries(Object.entries(scopes).map(([group, scope]) => [group, { name: own(scope) }])),
    ...Object.fromEntries(Object.entries(patterns).map(([group, inner]) => [group, { patterns: inner }])),
  };
}

function own(scope: string): string {
  return `${scope}.service-script`;
}

/** All spellings of a table's keywords as alternatives, the longest first, in any letter case. */
function words(table: Readonly<Record<string, Keyword>>): string {
  const all = Object.values(table).flatMap((keyword) => spellings(keyword));
  return `(?i:${[...new Set(all)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(escapeRegExp)
    .join("|")})`;
}

function escapeRegExp(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|-]/g, "\\$&");
}
