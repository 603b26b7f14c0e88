/**
 * Remembers what was worked out lately, by text. What was asked for since half of the room was taken stays; what was not
 * is forgotten, so that it does not grow without bound.
 */
export class Recent<T> {
  private readonly room: number;
  private young = new Map<string, T>();
  private old: ReadonlyMap<string, T> = new Map();

  /** @param room how many texts it remembers at most */
  constructor(room: number) {
    this.room = room;
  }

  /** What `work` makes of a text, or made of it lately. */
  of(text: string, work: (text: string) => T): T {
    let value = this.young.get(text);
    if (value !== undefined) return value;
    value = this.old.get(text) ?? work(text);
    if (this.young.size >= this.room / 2) {
      this.old = this.young;
      this.young = new Map();
    }
    this.young.set(text, value);
    return value;
  }
}
