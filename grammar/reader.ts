import type { Comment, Script, Step } from "./ast.ts";
import { type BuiltPart, buildAst, declaredRoles, hasHeading, type Surroundings } from "./build-ast.ts";
import { textOf } from "./build-line.ts";
import { type ReadLines, readLines } from "./read.ts";
import type { SyntaxProblem } from "./syntax-errors.ts";

/** A script's tree with its comments, and what is wrong with the form of its lines, in no particular order. */
export interface ReadScript {
  readonly script: Script;
  readonly comments: readonly Comment[];
  readonly problems: readonly SyntaxProblem[];
}

/** What the reader of a script knows from elsewhere than the script itself. */
export interface ReadingOptions {
  /** Whether it is the record of a call, even if it has headings. */
  readonly transcript?: boolean;
  /** Who speakers are whom the script does not declare, by their `keywordKey`. */
  readonly roles?: Surroundings["roles"];
}

/**
 * Reads the versions of one script. A heading ends all that is open before it, so each step can be read by itself; the
 * steps that an edit leaves as they were are taken over from the version before, and only moved to where they are now.
 */
export class ScriptReader {
  private parts: readonly Part[] = [];
  private readonly options: ReadingOptions;

  constructor(options: ReadingOptions = {}) {
    this.options = options;
  }

  /** Reads a version, any text, in the time that its new steps take, and little for each old one. Never throws. */
  read(text: string): ReadScript {
    const known = new Map<string, Part[]>();
    // The last ones first, so that each is taken from the end of its list.
    for (const part of [...this.parts].reverse()) {
      const alike = known.get(part.text);
      if (alike === undefined) known.set(part.text, [part]);
      else alike.push(part);
    }
    // In the record of a call there are no headings, whatever its lines begin with.
    const pieces = this.options.transcript ? [text] : divide(text);
    this.parts = pieces.map((piece) => known.get(piece)?.pop() ?? new Part(detached(piece)));

    const roles = new Map(
      [this.options.roles ?? [], ...this.parts.map((part) => part.roles)].flatMap((own) => [...own]),
    );
    const transcript = this.options.transcript || !this.parts.some((part) => part.hasHeading);
    const key = JSON.stringify([[...roles], transcript]);
    const strangers = new Set<string>();
    const parts: PlacedPart[] = [];
    let start = 0;
    for (const part of this.parts) {
      const placed = part.at(start, { roles, transcript, strangers }, key);
      parts.push(placed);
      for (const name of placed.strangers) strangers.add(name);
      start += part.text.length;
    }

    const title = parts[0]?.title;
    const script: Script = {
      kind: "script",
      ...(title && { title }),
      fields: parts.flatMap(({ fields }) => fields),
      notes: parts.flatMap(({ notes }) => notes),
      steps: parts.flatMap(({ steps }) => steps),
      transcript,
      start: 0,
      end: text.length,
    };
    return {
      script,
      comments: parts.flatMap(({ comments }) => comments),
      problems: parts.flatMap(({ problems }) => problems),
    };
  }
}

/**
 * A step as it stands in its own part of the script: the same object for as long as edits leave the step as it is,
 * however far they move it. Both have the same nodes, whose offsets all differ by as much as the starts of the steps.
 */
export function unmovedStep(step: Step): Step {
  return unmoved.get(step) ?? step;
}

const unmoved = new WeakMap<Step, Step>();

/** What a part adds to the script, with offsets from the beginning of the script. */
interface PlacedPart extends BuiltPart {
  readonly comments: readonly Comment[];
}

/** What stands before the first heading, or a step from its heading up to the next. */
class Part {
  readonly text: string;
  readonly roles: ReturnType<typeof declaredRoles>;
  readonly hasHeading: boolean;
  private readonly read: ReadLines;
  private built: { readonly part: BuiltPart; readonly surroundings: string } | undefined;
  private placed: { readonly part: PlacedPart; readonly start: number; readonly built: BuiltPart } | undefined;

  constructor(text: string) {
    this.text = text;
    this.read = readLines(text);
    this.roles = declaredRoles(this.read.lines);
    this.hasHeading = hasHeading(this.read.lines);
  }

  /** The part's tree where it begins at `start`: the same objects as before when nothing that it depends on changed. */
  at(start: number, surroundings: Surroundings, key: string): PlacedPart {
    const built = this.build(surroundings, key);
    if (this.placed?.built === built && this.placed.start === start) return this.placed.part;
    const { strangers, problems, ...tree } = built;
    const comments = this.read.comments.map(textOf);
    const offsets = moved({ ...tree, comments, problems: [...this.read.problems, ...problems] }, start);
    for (const [index, step] of offsets.steps.entries()) if (start > 0) unmoved.set(step, tree.steps[index]!);
    this.placed = { part: { ...offsets, strangers }, start, built };
    return this.placed.part;
  }

  /** @param key stands for the roles and the kind of script, which are the same for all parts */
  private build({ roles, transcript, strangers }: Surroundings, key: string): BuiltPart {
    const keyOf = (names: Iterable<string>) =>
      `${key} ${JSON.stringify([...names].filter((name) => strangers.has(name)))}`;
    if (this.built === undefined || this.built.surroundings !== keyOf(this.built.part.strangers)) {
      const part = buildAst(this.read.lines, this.text.length, { roles, transcript, strangers });
      this.built = { part, surroundings: keyOf(part.strangers) };
    }
    return this.built.part;
  }
}

/** Divides a text before each heading that nothing can draw into the turn above it, because it is not indented. */
function divide(text: string): string[] {
  return text.split(/(?<=[\r\n])(?=[#＃]{2})/);
}

/**
 * The same text without the one that it was cut from, which engines else keep in the memory as long as the cutting:
 * each part would hold on to the whole version of the script in which it was read first.
 */
function detached(piece: string): string {
  return ` ${piece}`.slice(1);
}

/** A copy of a tree in which every offset is `by` greater. Trees may be deeper than calls can nest. */
function moved<T extends object>(tree: T, by: number): T {
  if (by === 0) return tree;
  const copy = { ...tree };
  const waiting: object[] = [copy];
  for (let node = waiting.pop() as Record<string, unknown>; node; node = waiting.pop() as Record<string, unknown>)
    for (const key in node) {
      const value = node[key];
      if (typeof value === "number") node[key] = value + by;
      else if (typeof value === "object" && value !== null) {
        const inner = Array.isArray(value) ? [...value] : { ...value };
        node[key] = inner;
        waiting.push(inner);
      }
    }
  return copy;
}
