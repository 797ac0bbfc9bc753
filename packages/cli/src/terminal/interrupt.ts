/** Thrown by what was stopped with Ctrl-C; its message says what came of that. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
}

export const keptOnStop = "stopped. What is finished is kept; the same command goes on from there.";

/** Runs something that Ctrl-C (or a scheduler's SIGTERM) ends in good order; a second one ends the process at once. */
export async function interruptible<T>(says: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const control = new AbortController();
  const stop = () => control.abort(new Interrupted(says));
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(control.signal);
  } finally {
    for (const signal of signals) process.removeListener(signal, stop);
  }
}
