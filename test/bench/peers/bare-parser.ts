import "../../../grammar/object-group-by.ts";
import { CstParser, createToken, Lexer } from "chevrotain";

/**
 * The least that can be called a parser of scripts: Chevrotain's own lexer and syntax tree, with a token a line but for
 * the speaker. It knows no depth, no actions, no damage; it is there to be measured against.
 */
export function parseBare(text: string): BareTree {
  parser.input = lexer.tokenize(text).tokens;
  return parser.script() as BareTree;
}

export interface BareTree {
  readonly children: {
    readonly line?: readonly { readonly children: Readonly<Record<string, readonly BareToken[]>> }[];
  };
}

export interface BareToken {
  readonly image: string;
  readonly startOffset: number;
}

const token = (name: string, pattern: RegExp) => createToken({ name, pattern, line_breaks: name === "Newline" });
const Newline = token("Newline", /(?:\r?\n)+/);
const Indent = token("Indent", /[ \t]+/);
const Step = token("Step", /##[^\n]*/);
const Title = token("Title", /#[^\n]*/);
const Detour = token("Detour", /=>[^\n]*/);
const Jump = token("Jump", /->[^\n]*/);
const Choice = token("Choice", /-[^\n]*/);
const Note = token("Note", />[^\n]*/);
const Decision = token("Decision", /[?？][^\n]*/);
const Action = token("Action", /\[[^\n]*/);
const Comment = token("Comment", /\/\/[^\n]*/);
const Speaker = token("Speaker", /[^\s:：[#?？>-][^:：\n]*[:：]/);
const Text = token("Text", /[^\n]+/);
const marks = [Step, Title, Detour, Jump, Choice, Note, Decision, Action, Comment];
const tokens = [Newline, ...marks, Speaker, Indent, Text];

class BareParser extends CstParser {
  constructor() {
    super(tokens, { maxLookahead: 1, recoveryEnabled: true });
    this.performSelfAnalysis();
  }

  readonly script = this.RULE("script", () => this.MANY(() => this.SUBRULE(this.line)));

  private readonly line = this.RULE("line", () => {
    this.OPTION(() => this.CONSUME(Indent));
    this.OPTION1(() =>
      this.OR([
        ...marks.map((mark) => ({ ALT: () => this.CONSUME(mark) })),
        {
          ALT: () => {
            this.CONSUME(Speaker);
            this.OPTION2(() => this.CONSUME(Text));
          },
        },
        { ALT: () => this.CONSUME1(Text) },
      ]),
    );
    this.CONSUME(Newline);
  });
}

const lexer = new Lexer(tokens, { ensureOptimizations: false, positionTracking: "onlyOffset" });
const parser = new BareParser();
