import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextHistory } from "../../client/preview/text-history.ts";

describe("an offset in an earlier version of a text", () => {
  it("leads to the same character as long as that is there", () => {
    const edit = fc.record({ at: fc.nat(40), removed: fc.nat(5), added: fc.string({ maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.nat(39), (edits, wanted) => {
        // Each character of the first text is a number of its own; what is typed later is -1.
        let text = Array.from({ length: 40 }, (_, index) => index);
        const history = new TextHistory();
        for (const [index, { at, removed, added }] of edits.entries()) {
          const offset = Math.min(at, text.length);
          const gone = Math.min(removed, text.length - offset);
          history.record(index + 2, [{ offset, removed: gone, added: added.length }]);
          text = [
            ...text.slice(0, offset),
            ...Array.from({ length: added.length }, () => -1),
            ...text.slice(offset + gone),
          ];
        }
        const now = text.indexOf(wanted);
        if (now >= 0) expect(history.offsetNow(wanted, 1)).toBe(now);
      }),
    );
  });

  it("counts several changes of one edit from the text before it", () => {
    const history = new TextHistory();
    history.record(2, [
      { offset: 0, removed: 0, added: 3 },
      { offset: 10, removed: 2, added: 0 },
    ]);
    expect([5, 15].map((offset) => history.offsetNow(offset, 1))).toEqual([8, 16]);
    expect(history.offsetNow(15, 2)).toBe(15);
  });

  it("is not asked of a version that is forgotten", () => {
    const history = new TextHistory();
    history.record(2, [{ offset: 0, removed: 0, added: 5 }]);
    history.record(3, [{ offset: 0, removed: 0, added: 1 }]);
    history.forgetUntil(2);
    expect(history.offsetNow(10, 2)).toBe(11);
  });
});
