import { eastAsianWidth } from "get-east-asian-width";

/**
 * How many columns of a terminal a printable text takes: two for a Chinese character, none for a mark on the letter
 * before it or for what an emoji is joined with. Signs of ambiguous width count as one, as in most terminals.
 */
export function columns(text: string): number {
  let sum = 0;
  let joins = false;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code >= FIRST_MARK && MARK.test(char)) joins = code === JOINER;
    else {
      if (!joins) sum += eastAsianWidth(code);
      joins = false;
    }
  }
  return sum;
}

const MARK = /^[\p{Mark}\p{Format}]$/u;
const FIRST_MARK = 0x300;
const JOINER = 0x200d;
