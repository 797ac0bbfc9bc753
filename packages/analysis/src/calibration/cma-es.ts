import { foldedUnit } from "./folded-unit.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** Functions whose last bits a host is free to choose, from the caller, who has kernels that are the same everywhere. */
export interface CmaKernels {
  readonly ln: (x: number) => number;
  readonly exp: (x: number) => number;
  /** The inverse of the standard normal distribution. */
  readonly normInv: (p: number) => number;
}

export interface CmaOptions {
  /** Bounds of each input; the search never leaves them. Shape [n] each. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Where to begin: the middle of the bounds, if not said. */
  readonly start?: Float64Array;
  /** The first standard deviation, in parts of each input's range. */
  readonly sigma?: number;
  /** Candidates a generation. */
  readonly population?: number;
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  readonly kernels: CmaKernels;
}

/** A candidate and what it costs; less is better, and what is not a number is worst. */
export interface Candidate {
  /** In the inputs' units. */
  readonly point: Float64Array;
  readonly cost: number;
}

export interface CmaSearch {
  /** The candidates of the next generation, in the inputs' units; the same until they are told. Shape [population][n]. */
  ask(): readonly Float64Array[];
  /** What each of them costs. */
  tell(costs: ArrayLike<number>): void;
  /** The best candidate told so far. */
  readonly best: Candidate | undefined;
  readonly evaluations: number;
  /** The largest standard deviation of any input, in parts of its range: what there is left to search. */
  readonly spread: number;
}

/**
 * The covariance matrix adaptation evolution strategy, to make a cost small over bounded inputs: candidates are drawn from a normal
 * distribution whose mean, covariance and step size learn from their ranks alone.
 *
 * Source: Hansen 2016, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772: the algorithm of figure 6 with the
 * strategy parameters of table 1, negative weights among them. Bounds: inputs are
 * scaled to [0, 1], and what is drawn outside is folded back at the bound (`foldedUnit`), so that the cost goes on over it without
 * a break. Draws: one uniform a normal, by the inverse distribution, numbered from 0.
 */
export function cmaSearch(options: CmaOptions): CmaSearch {
  const { low, high, uniform, kernels } = options;
  const n = low.length;
  const set = settingsOf(n, options);
  const state = startOf(n, options);
  let drawn: readonly Float64Array[] | undefined;
  let best: Candidate | undefined;
  const draw = () => {
    const from = state.generation * set.lambda * n;
    return Array.from({ length: set.lambda }, (_, k) =>
      sampled(state, n, (i) => kernels.normInv(openUnit(uniform(from + k * n + i)))),
    );
  };
  const inUnits = (y: Float64Array) =>
    y.map((step, i) => low[i]! + foldedUnit(state.mean[i]! + state.sigma * step) * (high[i]! - low[i]!));
  return {
    ask() {
      drawn ??= draw();
      return drawn.map(inUnits);
    },
    tell(costs) {
      drawn ??= draw();
      const order = orderOf(costs);
      const cost = costs[order[0]!]!;
      if (best === undefined || cost < best.cost) best = { point: inUnits(drawn[order[0]!]!), cost };
      learn(
        state,
        set,
        order.map((k) => drawn![k]!),
        kernels,
      );
      drawn = undefined;
    },
    get best() {
      return best;
    },
    get evaluations() {
      return state.generation * set.lambda;
    },
    get spread() {
      return state.sigma * Math.sqrt(Math.max(...state.mean.map((_, i) => state.covariance[i * n + i]!)));
    },
  };
}

/** The distribution, and the two paths it has gone. */
interface State {
  mean: Float64Array;
  sigma: number;
  /** shape [n × n] */
  covariance: Float64Array;
  /** C = B diag(d²) Bᵀ */
  axes: { readonly b: Float64Array; readonly d: Float64Array };
  sigmaPath: Float64Array;
  covariancePath: Float64Array;
  generation: number;
}

function startOf(n: number, { low, high, start, sigma = 0.3 }: CmaOptions): State {
  const covariance = identity(n);
  const mean = Float64Array.from(low, (_, i) =>
    start === undefined ? 0.5 : (start[i]! - low[i]!) / (high[i]! - low[i]!),
  );
  return {
    mean,
    sigma,
    covariance,
    axes: { b: identity(n), d: new Float64Array(n).fill(1) },
    sigmaPath: new Float64Array(n),
    covariancePath: new Float64Array(n),
    generation: 0,
  };
}

function identity(n: number): Float64Array {
  return Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));
}

/** Table 1 of the tutorial. */
interface Settings {
  readonly n: number;
  readonly lambda: number;
  readonly mu: number;
  /** shape [lambda]: positive for the better half, which add up to 1, negative for the rest */
  readonly weights: Float64Array;
  readonly muEff: number;
  readonly cSigma: number;
  readonly dSigma: number;
  readonly cc: number;
  readonly c1: number;
  readonly cMu: number;
  /** The expected length of a standard normal vector. */
  readonly chi: number;
}

function settingsOf(n: number, { population, kernels: { ln } }: CmaOptions): Settings {
  const lambda = population ?? 4 + Math.floor(3 * ln(n));
  const mu = Math.floor(lambda / 2);
  const raw = Float64Array.from({ length: lambda }, (_, i) => ln((lambda + 1) / 2) - ln(i + 1));
  const muEff = effective(raw.subarray(0, mu));
  const muEffNegative = effective(raw.subarray(mu));
  const cSigma = (muEff + 2) / (n + muEff + 5);
  const dSigma = 1 + 2 * Math.max(0, Math.sqrt((muEff - 1) / (n + 1)) - 1) + cSigma;
  const cc = (4 + muEff / n) / (n + 4 + (2 * muEff) / n);
  const c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);
  const cMu = Math.min(1 - c1, (2 * (0.25 + muEff + 1 / muEff - 2)) / ((n + 2) * (n + 2) + muEff));
  // The negative weights add up to no more than keeps the covariance positive definite.
  const negative = Math.min(1 + c1 / cMu, 1 + (2 * muEffNegative) / (muEff + 2), (1 - c1 - cMu) / (n * cMu));
  const [up, down] = [sumWhere(raw, 1), sumWhere(raw, -1)];
  const weights = raw.map((w) => (w >= 0 ? w / up : (negative * w) / down));
  const chi = Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n));
  return { n, lambda, mu, weights, muEff, cSigma, dSigma, cc, c1, cMu, chi };
}

/** (Σw)² / Σw² */
function effective(weights: Float64Array): number {
  const sum = weights.reduce((total, w) => total + w, 0);
  return (sum * sum) / weights.reduce((total, w) => total + w * w, 0);
}

/** The sum of the absolute values of this sign. */
function sumWhere(values: Float64Array, sign: 1 | -1): number {
  return values.reduce((sum, value) => sum + Math.max(0, sign * value), 0);
}

/** A draw of 0 would lie infinitely far out. */
function openUnit(u: number): number {
  return u > 0 ? u : 2 ** -54;
}

/** One step y = B D z from the mean, before the step size. */
function sampled({ axes: { b, d } }: State, n: number, normal: (i: number) => number): Float64Array {
  const z = Float64Array.from({ length: n }, (_, i) => d[i]! * normal(i));
  return times(b, z);
}

function times(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    return sum;
  });
}

function timesTransposed(matrix: Float64Array, vector: Float64Array): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[j * n + i]! * vector[j]!;
    return sum;
  });
}

/** Positions by rising cost; equal ones by position, what is not a number last. */
function orderOf(costs: ArrayLike<number>): readonly number[] {
  const at = Array.from(costs, (cost) => (Number.isNaN(cost) ? Number.POSITIVE_INFINITY : cost));
  return [...at.keys()].sort((i, j) => (at[i]! === at[j]! ? i - j : at[i]! < at[j]! ? -1 : 1));
}

/** @param steps  the candidates' steps, best first */
function learn(state: State, set: Settings, steps: readonly Float64Array[], { exp }: CmaKernels): void {
  const { n, mu, weights, muEff, cSigma, dSigma, cc, c1, cMu, chi } = set;
  const { b, d } = state.axes;
  const step = new Float64Array(n);
  for (let k = 0; k < mu; k++) for (let i = 0; i < n; i++) step[i]! += weights[k]! * steps[k]![i]!;
  state.mean = state.mean.map((m, i) => m + state.sigma * step[i]!);
  state.generation++;

  const whitened = (y: Float64Array) => timesTransposed(b, y).map((value, i) => value / d[i]!);
  const white = times(b, whitened(step));
  const sigmaPush = Math.sqrt(cSigma * (2 - cSigma) * muEff);
  state.sigmaPath = state.sigmaPath.map((p, i) => (1 - cSigma) * p + sigmaPush * white[i]!);
  const length = Math.sqrt(squaredLength(state.sigmaPath));
  state.sigma *= exp((cSigma / dSigma) * (length / chi - 1));

  const settled = Math.sqrt(1 - wholePower((1 - cSigma) * (1 - cSigma), state.generation));
  const stalled = length / settled < (1.4 + 2 / (n + 1)) * chi ? 1 : 0;
  const push = stalled * Math.sqrt(cc * (2 - cc) * muEff);
  state.covariancePath = state.covariancePath.map((p, i) => (1 - cc) * p + push * step[i]!);

  const scaled = weights.map((w, k) =>
    w >= 0 ? w : (w * n) / (squaredLength(whitened(steps[k]!)) + Number.MIN_VALUE),
  );
  const kept = 1 + c1 * (1 - stalled) * cc * (2 - cc) - c1 - cMu * weights.reduce((sum, w) => sum + w, 0);
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      let value = kept * state.covariance[i * n + j]! + c1 * state.covariancePath[i]! * state.covariancePath[j]!;
      for (let k = 0; k < steps.length; k++) value += cMu * scaled[k]! * steps[k]![i]! * steps[k]![j]!;
      state.covariance[i * n + j] = value;
      state.covariance[j * n + i] = value;
    }
  const { values, vectors } = symmetricEigen(state.covariance, n);
  // Rounding may leave the least axis of a very long ellipsoid just below 0.
  const least = Math.max(...values) * 1e-28;
  state.axes = { b: vectors, d: values.map((value) => Math.sqrt(Math.max(value, least))) };
}

function squaredLength(vector: Float64Array): number {
  return vector.reduce((sum, value) => sum + value * value, 0);
}

/** x to a whole power by squaring: no host function. */
function wholePower(x: number, power: number): number {
  let [result, base] = [1, x];
  for (let left = power; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}
