import fc from "fast-check";
import { expect, it } from "vitest";
import { IS_LONG_RUN } from "../support/long-run.ts";
import { SessionPlayer } from "../support/play-session.ts";
import { step } from "../support/session-steps.ts";

// `npm run fuzz` plays many sessions, others each time; `npm test` a few, always the same.
const STEPS = 100;
const SESSIONS = IS_LONG_RUN ? 100 : 4;

it(`shows after ${SESSIONS} sessions of ${STEPS} steps what a fresh start would show`, {
  timeout: 1_200_000,
}, async () => {
  const sessions = fc.array(step, { minLength: STEPS, maxLength: STEPS, size: "max" });
  await fc.assert(
    fc.asyncProperty(sessions, async (steps) => {
      const player = await SessionPlayer.start();
      for (const one of steps) await player.play(one);
      const { shown, fresh, errors } = await player.end();
      player.close();
      expect(player.failures).toEqual([]);
      // What the server itself contained has a stack; that a message makes no sense is told without one.
      expect(errors.filter((message) => /\n\s+at /.test(message))).toEqual([]);
      expect(shown).toEqual(fresh);
    }),
    // A shorter session that fails too is not looked for: each try takes a second.
    { numRuns: SESSIONS, endOnFailure: true, ...(!IS_LONG_RUN && { seed: 1 }) },
  );
});
