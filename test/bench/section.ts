/** A part of the benchmark, which can be run alone. */
export interface Section {
  /** What it is called on the command line. */
  readonly name: string;
  readonly title: string;
  /** Measures, and returns the report in Markdown. */
  run(setting: Setting): Promise<string>;
}

export interface Setting {
  /** Whether the tools to compare with are installed. */
  readonly hasPeers: boolean;
  /** A folder of its own, removed after the run. */
  readonly folder: string;
}
