/** What the process says to a script: see `sequitur --help`. */
export const exitCode = {
  fine: 0,
  /** A file has errors, findings differ, a run failed. */
  failed: 1,
  /** The command itself is wrong: an unknown option, a file that is not there. */
  usage: 2,
} as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** The command's words are off, or name what is not there: told in one line with its mend, exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
