/** Where the time goes: each lap is named when it ends. */
export interface Stopwatch {
  readonly lap: (name: string) => void;
  /** A line a lap with its milliseconds, laps of one name together, and their sum. */
  readonly report: () => string;
}

/** @param now  milliseconds from some beginning */
export function stopwatch(now: () => number = () => performance.now()): Stopwatch {
  const laps = new Map<string, number>();
  let begun = now();
  return {
    lap: (name) => {
      const end = now();
      laps.set(name, (laps.get(name) ?? 0) + end - begun);
      begun = end;
    },
    report: () => {
      const sum = [...laps.values()].reduce((total, each) => total + each, 0);
      return [...laps, ["in all", sum] as const]
        .map(([name, milliseconds]) => `${name.padEnd(8)} ${milliseconds.toFixed(2).padStart(10)} ms`)
        .join("\n");
    },
  };
}
