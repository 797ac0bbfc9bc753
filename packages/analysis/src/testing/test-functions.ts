/** Functions of the unit cube whose sensitivity indices are known in closed form. */

/** Ishigami & Homma 1990, a = 7, b = 0.1, on [-pi, pi]. */
export function ishigami(unit: readonly number[]): number {
  const [x1, x2, x3] = unit.map((u) => Math.PI * (2 * u - 1));
  return Math.sin(x1!) + 7 * Math.sin(x2!) ** 2 + 0.1 * x3! ** 4 * Math.sin(x1!);
}

export const ishigamiIndices = {
  first: [0.313905191, 0.442411145, 0],
  total: [0.557588855, 0.442411145, 0.243683664],
  second13: 0.243683664,
} as const;

/** One factor of the G* function of Saltelli et al. 2010; with shift 0 and power 1 that of Sobol's g. */
export interface Factor {
  readonly a: number;
  readonly shift?: number;
  readonly power?: number;
}

export function gStar(factors: readonly Factor[]): (unit: readonly number[]) => number {
  return (unit) =>
    factors.reduce((product, { a, shift = 0, power = 1 }, i) => {
      const moved = (unit[i]! + shift) % 1;
      return (product * ((1 + power) * Math.abs(2 * moved - 1) ** power + a)) / (1 + a);
    }, 1);
}

/** Variance of each factor, whose mean is 1: power² / ((1 + 2 power) (1 + a)²). Saltelli et al. 2010. */
export function partialVariances(factors: readonly Factor[]): readonly number[] {
  return factors.map(({ a, power = 1 }) => power ** 2 / ((1 + 2 * power) * (1 + a) ** 2));
}

/** Share of the variance of a product of independent factors that the interaction of exactly these inputs has. */
export function productIndex(variances: readonly number[], inputs: readonly number[]): number {
  const total = variances.reduce((product, v) => product * (1 + v), 1) - 1;
  return inputs.reduce((product, i) => product * variances[i]!, 1) / total;
}

/** The same for every interaction in which all these inputs take part, others too. */
export function productTotal(variances: readonly number[], inputs: readonly number[]): number {
  const others = variances.reduce((product, v, i) => (inputs.includes(i) ? product : product * (1 + v)), 1);
  return productIndex(variances, inputs) * others;
}
