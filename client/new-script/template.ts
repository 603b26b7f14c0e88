/** A sample from which a script can be begun. */
export interface Template {
  /** The folder of `samples/` in which it is. */
  readonly language: "zh" | "en";
  readonly file: string;
  /** What its title and its description say. */
  readonly title: string;
  readonly description: string;
  /** Files beside it without which it cannot be: what it imports. */
  readonly shared: readonly string[];
}

/** A file to be made: which sample it is a copy of, and what it is called. */
export interface Copy {
  readonly from: string;
  readonly to: string;
}

/**
 * What has to be made for a script from a template: first the script, under a name that is free, then those of the files
 * it imports that are not there. A file that is there stays as it is, whatever is in it.
 * @param names what the folder has already
 */
export function copiesFor({ file, shared }: Template, names: readonly string[]): readonly [Copy, ...Copy[]] {
  const taken = new Set(names.map(alike));
  const missing = shared.filter((name) => !taken.has(alike(name)));
  return [{ from: file, to: freeName(file, taken) }, ...missing.map((name) => ({ from: name, to: name }))];
}

/** The samples tell what a call was before and after its faults were mended; a new script has no before. */
export const BEFORE_AND_AFTER = /-(?:改后|after)(?=\.)/;

function freeName(file: string, taken: ReadonlySet<string>): string {
  const [stem, ending] = file.replace(BEFORE_AND_AFTER, "").split(/(?=\.[^.]+$)/) as [string, string];
  let name = `${stem}${ending}`;
  for (let count = 2; taken.has(alike(name)); count++) name = `${stem} ${count}${ending}`;
  return name;
}

/** Many disks tell neither capitals from small letters nor one way of composing a character from another. */
function alike(name: string): string {
  return name.normalize("NFC").toLowerCase();
}
