/** What the exit code of the command line says. */
export const EXIT = {
  clean: 0,
  /** There are findings of severity error, or the rules find less, or more, than was asked of them. */
  findings: 1,
  /** An option is wrong, or a file could not be judged or converted. */
  usage: 2,
  /** The linter itself broke. */
  internal: 3,
} as const;
