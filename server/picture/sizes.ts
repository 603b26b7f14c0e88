/** How much of a script the picture shows: titles only, turns cut to three lines, or every word. */
export type Detail = "steps" | "turns" | "full";

/** Sizes of the picture in pixels at 100 %; one place, so that drawing and layout cannot disagree. */
export const SIZES = {
  /** Without the speakers' column, so that long names do not take room from what is said. */
  card: { steps: 232, turns: 318, full: 400 },
  padding: 14,
  rowLeft: 18,
  rowGap: 10,
  line: 20,
  header: 36,
  chip: 18,
  chipGap: 6,
  badge: 18,
  decision: 34,
  decisionMax: 300,
  end: 28,
  stub: 24,
  stubDrop: 18,
  stubMax: 160,
  labelMax: 200,
  dueMax: 210,
  /** What a time on a line takes from top to bottom, the distance to the next included. */
  due: 22,
  /** The room of the little clock before such a time. */
  clock: 13,
  icon: 20,
  margin: 32,
} as const;

export const FACES = {
  text: { size: 13, weight: "regular" },
  speaker: { size: 13, weight: "bold" },
  title: { size: 14, weight: "bold" },
  small: { size: 12, weight: "regular" },
  chip: { size: 11, weight: "regular" },
  badge: { size: 11, weight: "bold" },
} as const;

/** Lines of a turn and of any other row at each level of detail. */
export const MAX_LINES = {
  steps: { turn: 0, other: 0 },
  turns: { turn: 3, other: 1 },
  full: { turn: Number.POSITIVE_INFINITY, other: Number.POSITIVE_INFINITY },
} as const;
