import picomatch from "picomatch";

/** Why a pattern of paths can find nothing. */
export type GlobFault = "absolute" | "outside" | "backslash" | "malformed";

/**
 * Patterns of paths, as `chat/**` or `*.sscript`: a path is meant when the last pattern that finds it, or a folder
 * above it, does not begin with `!`. A pattern without `/` is about names in any folder.
 */
export class Globs<T extends { readonly text: string } = { readonly text: string }> {
  private readonly patterns: readonly { readonly from: T; readonly excludes: boolean; find(path: string): boolean }[];

  /** @param globs patterns without fault */
  constructor(globs: readonly T[]) {
    this.patterns = globs.map((from) => {
      const glob = bare(from.text);
      const options = { dot: true, basename: !glob.includes("/"), nonegate: true };
      return { from, excludes: from.text.startsWith("!"), find: picomatch(glob, options) };
    });
  }

  /** The pattern by which a path is meant, relative and with `/` between its folders; undefined when none means it. */
  match(path: string): T | undefined {
    const last = this.patterns.findLast(({ find }) => withFolders(path).some((one) => find(one)));
    return last === undefined || last.excludes ? undefined : last.from;
  }
}

/** Why a pattern can find nothing; undefined when it can find something. */
export function globFault(text: string): GlobFault | undefined {
  if (/\\(?![*?[\](){}!+@])/.test(text)) return "backslash";
  const glob = bare(text);
  if (/^(?:\/|[a-z]:)/i.test(glob)) return "absolute";
  if (/(?:^|\/)\.\.(?:\/|$)/.test(glob)) return "outside";
  return glob === "" || !isPaired(glob) ? "malformed" : undefined;
}

/** A pattern without its negation, a leading `./` and a trailing `/`, which change nothing of what it finds. */
function bare(text: string): string {
  return text
    .replace(/^!/, "")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/+$/, "");
}

/** A path, and the folders in which it lies. */
function withFolders(path: string): readonly string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}

function isPaired(glob: string): boolean {
  const plain = glob.replace(/\\./g, "");
  return ["()", "[]", "{}"].every(([open, close]) => plain.split(open!).length === plain.split(close!).length);
}
