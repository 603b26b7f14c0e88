import { expect, it } from "vitest";
import { today } from "../server/rules/today.ts";

it("is the day of the place, from its first minute to its last", () => {
  expect(today(new Date(2026, 10, 3, 0, 1))).toBe("2026-11-03");
  expect(today(new Date(2026, 10, 3, 23, 59))).toBe("2026-11-03");
});
