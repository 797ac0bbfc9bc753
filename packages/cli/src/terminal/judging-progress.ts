import type { JudgingProgress } from "@sequitur/study";
import { progressLine } from "./progress-line.ts";

/** A progress line while a study is judged: time left by the clock, from what is done by now. */
export function judgingProgress(): { show(progress: JudgingProgress): void; done(): void } {
  const begun = performance.now();
  const line = progressLine("Judging");
  line.show({ done: 0, total: 1 });
  return {
    show({ done, total }) {
      const seconds = (performance.now() - begun) / 1000;
      line.show({ done, total, ...(done > 0 ? { secondsLeft: (seconds * (total - done)) / done } : {}) });
    },
    done: line.done,
  };
}
