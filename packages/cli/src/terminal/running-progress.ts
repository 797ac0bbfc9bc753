import { progressLine } from "./progress-line.ts";

export interface RunningProgress {
  show(progress: { readonly done: number; readonly total: number }): void;
  done(): void;
}

/** A progress line for work that knows only how many of its runs are done: rate and time left from the clock. */
export function runningProgress(what: string, runsPerUnit = 1): RunningProgress {
  const begun = performance.now();
  const line = progressLine(what);
  return {
    show({ done, total }) {
      const perSecond = done / Math.max(1e-3, (performance.now() - begun) / 1000);
      line.show({
        done,
        total,
        rate: perSecond * runsPerUnit,
        secondsLeft: (total - done) / Math.max(perSecond, 1e-9),
      });
    },
    done: line.done,
  };
}
