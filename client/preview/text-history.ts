/** What an edit did to a text: `removed` UTF-16 units at `offset` became `added` others. */
export interface TextChange {
  readonly offset: number;
  readonly removed: number;
  readonly added: number;
}

/**
 * Remembers the edits of a document, so that an offset in the version that a picture was drawn from leads to the same
 * words in the text as it is now. While a script is damaged, its picture is that of an earlier version.
 */
export class TextHistory {
  private readonly edits: { readonly version: number; readonly changes: readonly TextChange[] }[] = [];

  /** Records the edits that made `version`. */
  record(version: number, changes: readonly TextChange[]): void {
    this.edits.push({ version, changes });
  }

  /** Forgets the edits that led to `version` and before: nobody will ask about an older one. */
  forgetUntil(version: number): void {
    while (this.edits[0] !== undefined && this.edits[0].version <= version) this.edits.shift();
  }

  /** Where an offset of `version` is now; an offset in words that were removed is where they were. */
  offsetNow(offset: number, version: number): number {
    let now = offset;
    for (const edit of this.edits) {
      if (edit.version <= version) continue;
      // The changes of one edit count from the text before it, so the last one of them must be taken first.
      for (const { offset: at, removed, added } of [...edit.changes].sort((a, b) => b.offset - a.offset)) {
        if (now >= at + removed) now += added - removed;
        else if (now > at) now = at;
      }
    }
    return now;
  }
}
