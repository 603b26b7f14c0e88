/** What the exit code of the command line says. */
export const EXIT = {
  clean: 0,
  /** There are findings that fail a run, scripts in another form than the canonical one, or the rules find less, or more, than was asked of them. */
  findings: 1,
  /** An option or the configuration is wrong, or a file could not be judged, converted or written. */
  usage: 2,
  /** The linter itself broke. */
  internal: 3,
} as const;
