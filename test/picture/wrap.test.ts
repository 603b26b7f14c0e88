import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Advance, clip, estimate, isJoined, textWidth, visible } from "../../server/picture/measure.ts";
import { wrap } from "../../server/picture/wrap.ts";

const face = { size: 10, weight: "regular" } as const;
const square: Advance = (code) => (code < 0x2e80 ? 0.5 : 1);

/** The lines of a text when `columns` Chinese characters fit. */
function lines(text: string, columns: number, maxLines?: number): string[] {
  const room = columns * face.size;
  const options = { face, advance: square, first: room, rest: room, ...(maxLines !== undefined && { maxLines }) };
  return wrap(text, options).map(({ start, end, clipped }) => text.slice(start, end) + (clipped ? "…" : ""));
}

describe("line breaking", () => {
  it("breaks Chinese between characters", () => {
    expect(lines("我这就为您重置网络", 4)).toEqual(["我这就为", "您重置网", "络"]);
  });

  it("keeps closing punctuation off the beginning of a line", () => {
    expect(lines("我这就来，请您稍等", 4)).toEqual(["我这就", "来，请您", "稍等"]);
    expect(lines("请您说「不能」）吗", 7)).toEqual(["请您说「不", "能」）吗"]);
  });

  it("keeps opening punctuation off the end of a line", () => {
    expect(lines("请说明白（原因）", 5)).toEqual(["请说明白", "（原因）"]);
  });

  it("breaks English between words, and long words where the line ends", () => {
    expect(lines("may I help you today", 6)).toEqual(["may I help", "you today"]);
    expect(lines("abcdefghijkl", 3)).toEqual(["abcdef", "ghijkl"]);
  });

  it("keeps a Latin word inside Chinese whole", () => {
    expect(lines("请您打开Wi-Fi设置", 5)).toEqual(["请您打开", "Wi-Fi设置"]);
  });

  it("clips what is left after the last line", () => {
    expect(lines("我这就为您重置网络", 4, 2)).toEqual(["我这就为", "您重置…"]);
  });

  it("never cuts a surrogate pair or a joined emoji", () => {
    expect(lines("👨‍👩‍👧👨‍👩‍👧", 1)).toHaveLength(2);
    for (const line of lines("𠮷𠮷𠮷𠮷𠮷", 2)) expect(/^\p{Cs}|\p{Cs}$/u.test(line)).toBe(false);
  });

  it("shows every character once, in order, on lines that fit", () => {
    const text = fc.string({ unit: fc.constantFrom(..."客服，。（）「」 abc-,.👍…", "👍\u200d👍"), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 12 }), (text, columns) => {
        const room = columns * face.size;
        const found = wrap(text, { face, advance: square, first: room, rest: room });
        let before = 0;
        for (const { start, end } of found) {
          expect(text.slice(before, start).trim()).toBe("");
          expect(end).toBeGreaterThanOrEqual(start);
          if (start > 0 && start < text.length) expect(isJoined(text, start)).toBe(false);
          expect(textWidth(text, face, square, start, end)).toBeLessThanOrEqual(room);
          before = end;
        }
        expect(text.slice(before).trim()).toBe("");
      }),
    );
  });
});

describe("measuring", () => {
  it("counts a Chinese character as one em and combining marks as nothing", () => {
    expect(textWidth("客服", face, estimate)).toBe(20);
    expect(textWidth("e\u0301", face, estimate)).toBe(textWidth("e", face, estimate));
  });

  it("clips to the width asked for", () => {
    expect(clip("客服专员", 40, face, square)).toBe("客服专员");
    expect(clip("客服专员", 39, face, square)).toBe("客服专…");
    expect(clip("x".repeat(100_000), 50, face, square).length).toBeLessThan(12);
  });

  it("shows direction overrides and control characters instead of obeying them", () => {
    expect(visible("a\u202eb\u0000c\td\ud800")).toBe("a\ufffdb\ufffdc d\ufffd");
    expect(visible("👍客服")).toBe("👍客服");
  });
});
