import { type SemanticTokens, SemanticTokensBuilder, type SemanticTokensDelta } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../grammar/index.ts";
import type { ScriptDocument } from "../model/document.ts";
import { occurrencesIn } from "../model/names.ts";
import type { Project } from "../model/project.ts";
import { statementsOf } from "../model/symbols.ts";
import type { Workspace } from "./workspace.ts";

/**
 * What words stand for, as far as only the whole script tells: whose turn it is, names that lead somewhere, labels and
 * actions that are known. What shows in the line itself is coloured by the editor's own grammar.
 */
export const LEGEND = {
  tokenTypes: ["function", "variable", "macro", "namespace", "class", "enumMember", "event"],
  tokenModifiers: ["declaration", "agent", "customer", "colleague"],
};

type TokenType = "function" | "variable" | "macro" | "namespace" | "class" | "enumMember" | "event";
type Modifier = "declaration" | "agent" | "customer" | "colleague";

interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: Modifier;
}

/** The tokens of open scripts, with what changed since they were asked for last. */
export class ScriptTokens {
  private readonly builders = new Map<string, SemanticTokensBuilder>();

  full(workspace: Workspace, document: TextDocument): SemanticTokens {
    const builder = new SemanticTokensBuilder();
    this.builders.set(document.uri, builder);
    return this.fill(builder, workspace, document).build();
  }

  delta(workspace: Workspace, document: TextDocument, previous: string): SemanticTokens | SemanticTokensDelta {
    const builder = this.builders.get(document.uri) ?? new SemanticTokensBuilder();
    this.builders.set(document.uri, builder);
    builder.previousResult(previous);
    return this.fill(builder, workspace, document).buildEdits();
  }

  /** Those that touch a stretch. */
  range(workspace: Workspace, document: TextDocument, within: Span): SemanticTokens {
    return this.fill(new SemanticTokensBuilder(), workspace, document, within).build();
  }

  forget(uri: string): void {
    this.builders.delete(uri);
  }

  private fill(
    builder: SemanticTokensBuilder,
    workspace: Workspace,
    document: TextDocument,
    within: Span = { start: 0, end: Number.POSITIVE_INFINITY },
  ): SemanticTokensBuilder {
    let free = 0;
    for (const token of tokensIn(workspace.project, workspace.read(document))) {
      // Of two that overlap the first one counts; one over several lines has no place in the protocol.
      if (token.start < free || token.end <= token.start) continue;
      if (token.end <= within.start || within.end <= token.start) continue;
      const { line, character } = document.positionAt(token.start);
      if (document.positionAt(token.end).line !== line) continue;
      free = token.end;
      const modifiers = token.modifier === undefined ? 0 : 1 << LEGEND.tokenModifiers.indexOf(token.modifier);
      builder.push(line, character, token.end - token.start, LEGEND.tokenTypes.indexOf(token.type), modifiers);
    }
    return builder;
  }
}

const TYPES = { step: "function", variable: "variable", phrase: "macro", import: "namespace", role: "class" } as const;

function tokensIn(project: Project, script: ScriptDocument): Token[] {
  const names = occurrencesIn(project, script).map(
    ({ named: { kind }, isDefinition, start, end }): Token => ({
      start,
      end,
      type: TYPES[kind],
      ...(isDefinition && { modifier: "declaration" }),
    }),
  );
  return [...names, ...statementTokens(script)].sort((a, b) => a.start - b.start || b.end - a.end);
}

function* statementTokens(script: ScriptDocument): Generator<Token> {
  for (const statement of statementsOf(script)) {
    if (statement.kind === "turn") {
      const { role, speaker, labels } = statement;
      if (role !== "unknown") yield { start: speaker.start, end: speaker.end, type: "class", modifier: role };
      for (const label of labels)
        if (label.customer ?? label.agent) yield { start: label.start, end: label.end, type: "enumMember" };
    } else if (statement.kind === "action") {
      const { verb } = statement;
      if (verb !== undefined) yield { start: verb.start, end: verb.end, type: "event" };
    } else if (statement.kind === "choices")
      for (const { labels } of statement.choices)
        for (const label of labels)
          if (label.customer !== undefined) yield { start: label.start, end: label.end, type: "enumMember" };
  }
}
