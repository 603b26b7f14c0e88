import type { Length, Unit } from "./value.ts";

/** Units that convert into each other, as so many of the smallest. A calendar day has 24 hours and a week seven days. */
const SCALES: Readonly<Record<Unit, readonly [dimension: string, factor: number]>> = {
  second: ["clock", 1],
  minute: ["clock", 60],
  hour: ["clock", 3600],
  day: ["clock", 86_400],
  week: ["clock", 604_800],
  month: ["month", 1],
  year: ["month", 12],
  "working-hour": ["working-hour", 1],
  "working-day": ["working-day", 1],
  ring: ["ring", 1],
};

/** Brings an amount from one unit into another; undefined when no fixed number of one makes the other. */
export function convert(amount: number, from: Unit, to: Unit): number | undefined {
  if (from === to) return amount;
  const [dimension, factor] = SCALES[from];
  const [wanted, divisor] = SCALES[to];
  if (dimension !== wanted) return undefined;
  const result = (amount * factor) / divisor;
  // Tenths have no exact binary form; a millionth of a unit is beneath anything that a service promises.
  return Number.isFinite(result) ? Math.round(result * 1e6) / 1e6 : result;
}

/** The smaller of two units; undefined when they do not convert into each other. */
export function finerUnit(a: Unit, b: Unit): Unit | undefined {
  if (convert(1, a, b) === undefined) return undefined;
  return SCALES[a][1] <= SCALES[b][1] ? a : b;
}

/** A length from the least of one to the most of another, in the finer unit of the two. */
export function joinRange(from: Length, to: Length): Length | undefined {
  const unit = finerUnit(from.unit, to.unit);
  if (unit === undefined) return undefined;
  const [min, max] = [convert(from.min, from.unit, unit)!, convert(to.max, to.unit, unit)!];
  return min > max ? undefined : { min, max, unit, approximate: from.approximate || to.approximate };
}

/** One length and another on top of it, in the finer unit of the two. */
export function sum(a: Length, b: Length): Length | undefined {
  const unit = finerUnit(a.unit, b.unit);
  if (unit === undefined) return undefined;
  const both = (part: "min" | "max") => {
    const total = convert(a[part], a.unit, unit)! + convert(b[part], b.unit, unit)!;
    return Number.isFinite(total) ? Math.round(total * 1e6) / 1e6 : total;
  };
  return { min: both("min"), max: both("max"), unit, approximate: a.approximate || b.approximate };
}

export function exactly(amount: number, unit: Unit): Length {
  return { min: amount, max: amount, unit, approximate: false };
}
