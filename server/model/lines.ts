/** A place in a text: line and column counted from 0, the column in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in a text; a line ends with LF, CR or CRLF. */
export class Lines {
  private readonly text: string;
  private readonly starts: readonly number[];
  private readonly ends: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    const ends: number[] = [];
    for (const { index, 0: sign } of text.matchAll(/\r\n|\r|\n/g)) {
      ends.push(index);
      starts.push(index + sign.length);
    }
    this.starts = starts;
    this.ends = [...ends, text.length];
  }

  /** Where an offset in UTF-16 units lies. */
  at(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low, column: offset - this.starts[low]! };
  }

  /** The words of a line, without its end. */
  words(line: number): string {
    return this.text.slice(this.starts[line], this.ends[line]);
  }
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
}

/** The white space with which the line around `offset` begins. */
export function indentAt(text: string, offset: number): string {
  const line = startOfLine(text, offset);
  return /^[ \t\u3000\u00a0]*/.exec(text.slice(line, endOfLine(text, line)))![0];
}

/** The offset at which the line around `offset` begins. */
export function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== "\n" && text[start - 1] !== "\r") start--;
  return start;
}

/** The offset at which the line around `offset` ends, before its line break. */
export function endOfLine(text: string, offset: number): number {
  let end = offset;
  while (end < text.length && text[end] !== "\n" && text[end] !== "\r") end++;
  return end;
}

/** The offset at which the line behind the one around `offset` begins, or the end of the text. */
export function startOfNextLine(text: string, offset: number): number {
  const end = endOfLine(text, offset);
  return end + (/^(?:\r\n|\r|\n)/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}
