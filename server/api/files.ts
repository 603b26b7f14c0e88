import type { Absence, ListSource, Source } from "../model/source.ts";
import { uriKey } from "../model/uri-key.ts";

/** Files that a program has handed over, as if they lay in one folder at the top of a disk. */
export class Files implements Source, ListSource {
  private readonly byKey: ReadonlyMap<string, { readonly name: string; readonly text: string }>;

  /** @param files the texts by their paths, with `/`; of two that mean the same file the later one counts */
  constructor(files: Readonly<Record<string, string>>) {
    this.byKey = new Map(Object.entries(files).map(([name, text]) => [uriKey(this.uriOf(name)), { name, text }]));
  }

  /** The address of a path. */
  uriOf(name: string): string {
    return new URL(name.split("/").map(encodeURIComponent).join("/"), "file:///").href;
  }

  /** How the program calls the file at an address. */
  nameOf(uri: string): string {
    return this.byKey.get(uriKey(uri))?.name ?? uri;
  }

  async read(uri: string) {
    return this.byKey.get(uriKey(uri)) ?? MISSING;
  }

  async readList(uri: string) {
    const file = this.byKey.get(uriKey(uri));
    return file === undefined ? MISSING : { readings: [file.text] };
  }
}

const MISSING: { readonly absent: Absence } = { absent: "missing" };
