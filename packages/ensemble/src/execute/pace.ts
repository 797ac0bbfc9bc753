/**
 * How fast the threads are, as measured by the ranges they finish. The first range of each is one block: a calibration, whose
 * result counts like any other. From then on a range is made to last a few hundredths of a second, so that progress, cancelling
 * and the loss of a worker stay cheap, and sharing out does too. Pace decides who does what and when, never what comes out.
 */
export interface Pace {
  /** Tells that a thread did that many futures in that time. */
  measured(thread: number, futures: number, seconds: number): void;
  /** Forgets a thread that is no more. */
  forget(thread: number): void;
  /** How many futures to give a thread, of those still waiting. */
  sizeFor(thread: number, waiting: number): number;
  /** Whether the rate rests on a range long enough to measure, and not on a first block that still warms up. */
  readonly isSteady: boolean;
  /** Futures a second of all threads together; 0 while nothing is known. */
  readonly rate: number;
}

export interface PaceLimits {
  readonly threads: number;
  /** Futures that run side by side: a range is a whole number of blocks, but for the last. */
  readonly block: number;
  /** The most futures that a range's buffer may hold. */
  readonly largest: number;
}

const secondsARange = 0.04;
const largestGrowth = 8;
// Clocks in a page are coarse: a range may seem to take no time at all.
const shortest = 1e-4;

export function openPace({ threads, block, largest }: PaceLimits): Pace {
  const last = new Map<number, { readonly rate: number; readonly futures: number }>();
  let isSteady = false;

  return {
    measured(thread, futures, seconds) {
      last.set(thread, { rate: futures / Math.max(seconds, shortest), futures });
      isSteady ||= seconds >= secondsARange / 2;
    },
    forget: (thread) => void last.delete(thread),
    sizeFor(thread, waiting) {
      const before = last.get(thread);
      const wanted = before === undefined ? 0 : Math.min(before.rate * secondsARange, before.futures * largestGrowth);
      const share = waiting / (2 * threads);
      return block * Math.max(1, Math.floor(Math.min(wanted, share, largest) / block));
    },
    get isSteady() {
      return isSteady;
    },
    get rate() {
      const sum = [...last.values()].reduce((total, { rate }) => total + rate, 0);
      return last.size === 0 ? 0 : (sum * threads) / last.size;
    },
  };
}
