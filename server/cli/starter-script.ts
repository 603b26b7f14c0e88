/** A sample from which a folder of scripts can be begun. */
export interface StarterScript {
  readonly language: "zh" | "en";
  /** What it is called on the command line: the name of its file without the ending. */
  readonly name: string;
  readonly title: string;
  readonly script: StarterText;
  /** Files beside it without which it cannot be: what it imports. */
  readonly shared: readonly StarterText[];
}

export interface StarterText {
  readonly name: string;
  readonly text: string;
}

/** What is begun with where nobody chooses: a complaint that comes in, in the agent's and the customer's words. */
const USUAL = { zh: "断线投诉", en: "damaged-parcel" } as const;

/** The samples of a language by their names, the usual one first. */
export async function starterScripts(language: "zh" | "en"): Promise<ReadonlyMap<string, StarterScript>> {
  const { STARTER_SCRIPTS } = await import("./starter-scripts.generated.ts");
  const ours = STARTER_SCRIPTS[language].map((one): StarterScript => ({ language, ...one }));
  const usualFirst = [...ours.filter(({ name }) => name === USUAL[language]), ...ours];
  return new Map(usualFirst.map((one) => [one.name, one]));
}
