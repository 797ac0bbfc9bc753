import type { Box } from "../finding/findings.ts";

/** What a search for policies found. The same for the same files, seed, futures and engine, on any machine. */
export interface PolicySearchFinding {
  readonly seed: number;
  /** Futures with a plausible past: those that candidates were judged in, and others, that what was found is shown in. */
  readonly searched: number;
  readonly heldOut: number;
  /** Share of futures in which a policy must reach the gain that it is credited with. */
  readonly reachedIn: number;
  readonly goals: readonly GoalFinding[];
  readonly runs: readonly SearchRun[];
  /** No run still grows, and all came to the same volume. */
  readonly converged: boolean;
  /** Every policy found that no other one beats in all goals, by the first goal, best first. */
  readonly found: readonly FoundPolicy[];
  /** The one of them that comes nearest to the best in every goal at once; undefined where none keeps the limits. */
  readonly chosen: ChosenPolicy | undefined;
  /** The study's own policies, in the futures held out. */
  readonly studied: readonly { readonly policy: string; readonly gains: readonly number[] }[];
}

export interface GoalFinding {
  readonly measure: string;
  readonly unit: string;
  readonly step: number;
}

/** A policy, and by goal its gain over the baseline, to the better above 0, reached in so many futures. */
export interface FoundPolicy {
  /** Levers that are not named stay as in the model. */
  readonly set: readonly { readonly lever: string; readonly value: number }[];
  /** In the futures searched; shape [goal]. */
  readonly gains: readonly number[];
  /** In the futures held out. */
  readonly heldOutGains: readonly number[];
}

export interface ChosenPolicy extends FoundPolicy {
  /** Share of the futures held out in which it is worse than the baseline in some goal that it is credited with a gain in. */
  readonly worseShare: number;
  /** Where it is. */
  readonly worseBox: Box | null;
  /** Share of them in which it falls short, in some goal, of the gain that it is credited with in the futures searched. */
  readonly shortShare: number;
  /** Where it does: what it is most vulnerable to. */
  readonly shortBox: Box | null;
}

/** One search, from its own draws. */
export interface SearchRun {
  readonly run: number;
  readonly trace: readonly SearchProgress[];
}

/** What had come by the end of a generation. */
export interface SearchProgress {
  readonly evaluations: number;
  readonly archived: number;
  /** Boxes of the goals' steps ever opened. */
  readonly progress: number;
  readonly restarts: number;
  /** Of what is archived, in steps of the goals, from the worst of all that any run found. */
  readonly hypervolume: number;
}
