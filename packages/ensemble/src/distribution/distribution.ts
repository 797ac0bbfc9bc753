import type { Problem } from "../problem.ts";

/**
 * The value below which a share `u` of the distribution lies: what turns a coordinate of the unit cube into an input. Takes u in [0, 1),
 * never falls as u rises (but for rounding), and stays within the distribution's bounds.
 */
export type Quantile = (u: number) => number;

/** A kind of distribution: one row, in the table of `distributions.ts`. */
export interface DistributionRule<Spec> {
  readonly says: string;
  /** What is wrong with the numbers given, if anything; `open` may rely on their being right. */
  check(spec: Spec): Problem | undefined;
  /** The least and the greatest value that it can give: infinite where it is open. */
  ends(spec: Spec): Ends;
  open(spec: Spec): Quantile;
  /**
   * How dense it is at a value within its ends; by nothing but its shape where it is cut off afterwards. Undefined where it has no density,
   * nor a share for each of some values.
   */
  density(spec: Spec): Density | undefined;
  /** How to open what is left between two ends, where values do not rise with u; undefined where nothing is left. */
  openWithin?(spec: Spec, ends: Ends): Quantile | undefined;
}

export interface Density {
  /** "share": of each single value; "density": a unit of the input. */
  readonly kind: "density" | "share";
  /** 0 where there is none. */
  readonly at: (x: number) => number;
}

/** A density between two ends, 0 outside. */
export function densityWithin({ low, high }: Ends, at: (x: number) => number): Density {
  return { kind: "density", at: (x) => (x >= low && x <= high ? at(x) : 0) };
}

/** Both included; infinite where there is none. */
export interface Ends {
  readonly low: number;
  readonly high: number;
}

export function problem(says: string, mend: string): Problem {
  return { code: "distribution", says, mend };
}

export function checkFinite(numbers: Readonly<Record<string, number | undefined>>): Problem | undefined {
  for (const [name, value] of Object.entries(numbers))
    if (value !== undefined && !Number.isFinite(value))
      return problem(`"${name}" is ${value}, which is not a finite number.`, `Give a number for "${name}".`);
  return undefined;
}

/** Whether `low` and `high` are finite, and `high` is the greater by an amount that a double holds. */
export function checkBounds(low: number, high: number): Problem | undefined {
  const notFinite = checkFinite({ low, high });
  if (notFinite) return notFinite;
  if (low < high && Number.isFinite(high - low)) return undefined;
  return problem(
    `"low" is ${low} and "high" is ${high}, but "low" must be below "high".`,
    "Exchange them, or take the uncertainty out where there is none.",
  );
}

export function checkMode(low: number, mode: number, high: number): Problem | undefined {
  const wrong = checkBounds(low, high);
  if (wrong) return wrong;
  if (mode >= low && mode <= high) return undefined;
  return problem(`"mode" is ${mode}, outside the range from ${low} to ${high}.`, "Give a mode within the range.");
}

export function checkPositive(name: string, value: number, above = 0): Problem | undefined {
  if (value > above && Number.isFinite(value)) return undefined;
  return problem(`"${name}" is ${value}, but must be above ${above}.`, `Give "${name}" a number above ${above}.`);
}

/** Rounding may carry a quantile a hair past its bounds. */
export function within(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}
