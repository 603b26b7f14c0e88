import type { Span, Text } from "../../grammar/index.ts";
import { Division } from "../model/sentences.ts";
import type { Edit } from "./rule.ts";

/**
 * Makes the edits that put another sentence in the place of the one around a stretch of a turn; what is said before
 * and after it stays, also where the sentence runs over several lines.
 * @param pieces what is said, a piece a line
 * @returns a function from the stretch (half-open, UTF-16 units of the script) and the new sentence to the edits
 */
export function sentenceReplacer(pieces: readonly Text[]): (stretch: Span, sentence: string) => Edit[] {
  const sentences = Division.sentences(pieces);
  return (stretch, sentence) => {
    const start = sentences.partAt(stretch.start).start;
    const end = sentences.partAt(stretch.end - 1).end;
    return pieces
      .filter((piece) => piece.start < end && start < piece.end)
      .map((piece, index) => {
        const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)];
        const words = piece.text.slice(from - piece.start, to - piece.start);
        const blank = words.length - words.trimStart().length;
        return { start: from + blank, end: to, text: index === 0 ? sentence : "" };
      });
  };
}
