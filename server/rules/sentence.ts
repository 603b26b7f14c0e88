import type { Span, Text } from "../../grammar/index.ts";

/**
 * The sentences that a stretch of a turn touches, whole and with their final sign, one span a line of the turn. Spans
 * are half-open, in UTF-16 units of the script.
 */
export function sentenceAround(pieces: readonly Text[], { start, end }: Span): Span[] {
  return pieces
    .filter((piece) => piece.start < end && start < piece.end)
    .map((piece) => {
      const from = Math.max(start, piece.start) - piece.start;
      const to = Math.min(end, piece.end) - piece.start;
      let first = 0;
      let last = piece.text.length;
      for (const { 0: sign, index } of piece.text.matchAll(SENTENCE_END)) {
        const after = index + sign.length;
        if (after <= from) first = after;
        if (after >= to) {
          last = after;
          break;
        }
      }
      const blank = /^\s*/.exec(piece.text.slice(first))![0].length;
      return {
        start: piece.start + first + blank,
        end: piece.start + first + piece.text.slice(first, last).trimEnd().length,
      };
    });
}

/** Signs that end a sentence; a full stop only where no letter or figure follows, as in 3.5 or example.com. */
const SENTENCE_END = /[\u3002\uff01\uff1f\uff1b!?;\u2026]+["\u201d']?|\.(?![\p{L}\p{N}])["\u201d']?/gu;
