/** How far some work is; what is not known of it is not shown. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Runs a second. */
  readonly rate?: number;
  readonly secondsLeft?: number;
}

/** One line on standard error that is rewritten in place; on a pipe or in a log, a line every few seconds instead. */
export interface ProgressLine {
  show(progress: Progress): void;
  done(): void;
}

export function progressLine(what: string): ProgressLine {
  const live = process.stderr.isTTY === true;
  const pause = live ? 100 : 5000;
  let shown = 0;
  let open = false;
  return {
    show(progress) {
      const now = Date.now();
      if (now - shown < pause) return;
      shown = now;
      open = live;
      process.stderr.write(live ? `\r\x1b[K${progressText(what, progress)}` : `${progressText(what, progress)}\n`);
    },
    done() {
      if (open) process.stderr.write("\r\x1b[K");
    },
  };
}

export function progressText(what: string, { done, total, rate, secondsLeft }: Progress): string {
  const share = total === 0 ? 100 : Math.floor((100 * done) / total);
  const filled = Math.round(share / 5);
  const bar = "█".repeat(filled) + "░".repeat(20 - filled);
  const speed = rate === undefined ? "" : `  ${grouped(rate)} runs/s`;
  const left = secondsLeft === undefined ? "" : `  ${duration(secondsLeft)} left`;
  return `${what}  ${bar} ${String(share).padStart(3)} %${speed}${left}`;
}

export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** 12345.6 as "12 346": grouped by thin spaces, to be read at a glance. */
export function grouped(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, "\u202f");
}
