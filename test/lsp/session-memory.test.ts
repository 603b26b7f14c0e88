import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { expect, it } from "vitest";
import { IS_LONG_RUN } from "../support/long-run.ts";
import { SessionPlayer } from "../support/play-session.ts";
import { step } from "../support/session-steps.ts";

// As in fuzzed-session.test.ts: long only when asked for.
const ROUNDS = IS_LONG_RUN ? 50 : 4;
const STEPS_A_ROUND = 40;

it(`holds on to no more after ${2 * ROUNDS * STEPS_A_ROUND} steps than after half of them`, {
  timeout: 600_000,
}, async () => {
  const player = await SessionPlayer.start();
  const play = async (rounds: number, seed: number) => {
    const round = fc.array(step, { minLength: STEPS_A_ROUND, maxLength: STEPS_A_ROUND, size: "max" });
    for (const steps of fc.sample(round, { seed, numRuns: rounds })) for (const one of steps) await player.play(one);
    await player.settled();
    return heapUsed();
  };
  // What is loaded late and what is remembered by text, up to a bound, is there after the first half.
  const before = await play(ROUNDS, 1);
  const after = await play(ROUNDS, 2);
  player.close();
  expect((after - before) / 2 ** 20).toBeLessThan(8);
});

/** Bytes in use once all that nobody needs is gone. */
function heapUsed(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
