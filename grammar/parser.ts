import { EmbeddedActionsParser, type IToken } from "chevrotain";
import {
  ActionText,
  allTokens,
  Bare,
  ChoiceArrow,
  ChoiceMark,
  ChoiceText,
  Colon,
  Comma,
  Continuation,
  DecisionMark,
  DetourArrow,
  FieldArgument,
  FieldName,
  Indent,
  JumpArrow,
  LabelText,
  LBracket,
  LParen,
  Newline,
  NoteMark,
  RBracket,
  RParen,
  Speaker,
  StepMark,
  Text,
  Time,
  TitleMark,
} from "./tokens.ts";

/** One line of a script as its tokens; which line belongs to which is a matter of depth, and of build-ast.ts. */
export type Line =
  | Marked<"title">
  | Marked<"step">
  | Marked<"decision">
  | Marked<"note">
  | Marked<"jump">
  | Marked<"detour">
  | {
      readonly kind: "field";
      readonly depth: number;
      readonly name: IToken;
      readonly argument?: IToken | undefined;
      readonly text?: IToken | undefined;
    }
  | {
      readonly kind: "turn";
      readonly depth: number;
      readonly time?: IToken | undefined;
      readonly speaker: IToken;
      readonly labels: readonly IToken[];
      readonly colon: IToken;
      readonly text?: IToken | undefined;
    }
  | { readonly kind: "continuation"; readonly depth: number; readonly text: IToken }
  | { readonly kind: "bare"; readonly depth: number; readonly text: IToken }
  | {
      readonly kind: "choice";
      readonly depth: number;
      readonly mark: IToken;
      readonly text?: IToken | undefined;
      readonly labels: readonly IToken[];
      readonly arrow?: IToken | undefined;
      readonly target?: IToken | undefined;
    }
  | {
      readonly kind: "action";
      readonly depth: number;
      readonly open: IToken;
      readonly text?: IToken | undefined;
      readonly close?: IToken | undefined;
      readonly trailing?: IToken | undefined;
    };

/** A sign and the text behind it. */
interface Marked<Kind extends string> {
  readonly kind: Kind;
  readonly depth: number;
  readonly mark: IToken;
  readonly text?: IToken | undefined;
}

/**
 * A script is a list of lines. Embedded actions, not a syntax tree of Chevrotain's own: the lines are the tree's leaves
 * already, and building both trees halves the speed on large files. Recovery is on: a missing sign is put in where the
 * next token shows that only it is missing, and any other damage is skipped up to the end of its line, because `line`
 * can only be followed by `Newline`.
 */
export class ScriptParser extends EmbeddedActionsParser {
  constructor() {
    super(allTokens, { recoveryEnabled: true, maxLookahead: 1 });
    this.performSelfAnalysis();
  }

  readonly script = this.RULE("script", (): Line[] => {
    const lines: Line[] = [];
    const keep = (line: Line | undefined) => {
      if (line !== undefined) lines.push(line);
    };
    keep(this.SUBRULE(this.line));
    this.MANY(() => {
      this.CONSUME(Newline);
      keep(this.SUBRULE2(this.line));
    });
    return lines;
  });

  private readonly line = this.RULE(
    "line",
    (): Line | undefined => {
      const depth: number = this.OPTION(() => this.CONSUME(Indent).payload) ?? 0;
      return this.OPTION2(() =>
        this.OR([
          { ALT: (): Line => this.SUBRULE(this.turn, { ARGS: [depth] }) },
          { ALT: (): Line => this.SUBRULE(this.choice, { ARGS: [depth] }) },
          { ALT: (): Line => this.SUBRULE(this.action, { ARGS: [depth] }) },
          { ALT: (): Line => this.SUBRULE(this.field, { ARGS: [depth] }) },
          {
            ALT: (): Line => ({
              kind: "title",
              depth,
              mark: this.CONSUME(TitleMark),
              text: this.OPTION3(() => this.CONSUME(Text)),
            }),
          },
          {
            ALT: (): Line => ({
              kind: "step",
              depth,
              mark: this.CONSUME(StepMark),
              text: this.OPTION4(() => this.CONSUME2(Text)),
            }),
          },
          {
            ALT: (): Line => ({
              kind: "decision",
              depth,
              mark: this.CONSUME(DecisionMark),
              text: this.OPTION5(() => this.CONSUME3(Text)),
            }),
          },
          {
            ALT: (): Line => ({
              kind: "note",
              depth,
              mark: this.CONSUME(NoteMark),
              text: this.OPTION6(() => this.CONSUME4(Text)),
            }),
          },
          {
            ALT: (): Line => ({
              kind: "jump",
              depth,
              mark: this.CONSUME(JumpArrow),
              text: this.OPTION7(() => this.CONSUME5(Text)),
            }),
          },
          {
            ALT: (): Line => ({
              kind: "detour",
              depth,
              mark: this.CONSUME(DetourArrow),
              text: this.OPTION8(() => this.CONSUME6(Text)),
            }),
          },
          { ALT: (): Line => ({ kind: "continuation", depth, text: this.CONSUME(Continuation) }) },
          { ALT: (): Line => ({ kind: "bare", depth, text: this.CONSUME(Bare) }) },
        ]),
      );
    },
    { recoveryValueFunc: () => undefined },
  );

  private readonly turn = this.RULE("turn", (depth: number): Line => {
    const time = this.OPTION(() => this.CONSUME(Time));
    const speaker = this.CONSUME(Speaker);
    const labels = this.OPTION2(() => this.SUBRULE(this.labels)) ?? [];
    const colon = this.CONSUME(Colon);
    const text = this.OPTION3(() => this.CONSUME(Text));
    return { kind: "turn", depth, time, speaker, labels, colon, text };
  });

  private readonly labels = this.RULE("labels", (): IToken[] => {
    const labels: IToken[] = [];
    this.CONSUME(LParen);
    this.MANY(() => {
      this.OR([{ ALT: () => labels.push(this.CONSUME(LabelText)) }, { ALT: () => void this.CONSUME(Comma) }]);
    });
    this.CONSUME(RParen);
    return labels;
  });

  private readonly choice = this.RULE("choice", (depth: number): Line => {
    const mark = this.CONSUME(ChoiceMark);
    const text = this.OPTION(() => this.CONSUME(ChoiceText));
    const labels = this.OPTION2(() => this.SUBRULE(this.labels)) ?? [];
    const arrow = this.OPTION3(() => this.CONSUME(ChoiceArrow));
    const target = this.OPTION4(() => this.CONSUME(Text));
    return { kind: "choice", depth, mark, text, labels, arrow, target };
  });

  private readonly action = this.RULE("action", (depth: number): Line => {
    const open = this.CONSUME(LBracket);
    const text = this.OPTION(() => this.CONSUME(ActionText));
    // Optional, and missed by build-line.ts: recovery is dear, and a bracket without its end is a common slip.
    const close = this.OPTION3(() => this.CONSUME(RBracket));
    const trailing = this.OPTION2(() => this.CONSUME(Text));
    return { kind: "action", depth, open, text, close, trailing };
  });

  private readonly field = this.RULE("field", (depth: number): Line => {
    const name = this.CONSUME(FieldName);
    const argument = this.OPTION(() => this.CONSUME(FieldArgument));
    this.CONSUME(Colon);
    const text = this.OPTION2(() => this.CONSUME(Text));
    return { kind: "field", depth, name, argument, text };
  });
}
