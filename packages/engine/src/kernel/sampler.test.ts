import { describe, expect, test } from "vitest";
import { noiseKey } from "../random/noise-key.ts";
import { type KernelName, kernelFunctions, kernels } from "./kernels.ts";
import type { Kernel } from "./operations.ts";
import { scalarOperations } from "./scalar-operations.ts";

const count = 20_000;
const { low, high } = noiseKey({ seed: 1, future: 0 });

interface Drawing {
  readonly low?: number;
  readonly high?: number;
  readonly shapes?: readonly [number, number];
}

let future = 0;

/** One draw a step, in one place; every sample in a future of its own, so that one is not unlucky with another. */
function draws(
  name: KernelName,
  { low: from = -Infinity, high: to = Infinity, shapes = [0, 0] }: Drawing = {},
): number[] {
  const kernel: Kernel = kernelFunctions[name];
  future++;
  const at = (moment: number) =>
    kernel<number, number, boolean>(scalarOperations, from, to, 0, 1, ...shapes, 12345, future, moment, low, high);
  return Array.from({ length: count }, (_, moment) => at(moment));
}

/**
 * The largest distance between the shares that lie below and a distribution function, times √n. Its 99.9 % quantile is 1.95
 * (Kolmogorov 1933; Smirnov 1948, Ann. Math. Statist. 19, 279-281).
 */
function kolmogorov(sample: readonly number[], below: (x: number) => number): number {
  const sorted = sample.toSorted((a, b) => a - b);
  const distances = sorted.map((x, i) =>
    Math.max(Math.abs(below(x) - i / sorted.length), Math.abs((i + 1) / sorted.length - below(x))),
  );
  return Math.max(...distances) * Math.sqrt(sorted.length);
}

/** The standard normal distribution, as the inverse of its inverse. */
function normalBelow(x: number): number {
  let [from, to] = [0, 1];
  for (let i = 0; i < 60; i++) {
    const middle = (from + to) / 2;
    if (kernels.normInv(middle) < x) from = middle;
    else to = middle;
  }
  return (from + to) / 2;
}

/** Gamma of a whole shape: 1 - e^-x (1 + x + x²/2! + …), with as many terms (Erlang). */
const erlangBelow = (shape: number) => (x: number) => {
  let term = Math.exp(-x);
  let above = term;
  for (let i = 1; i < shape; i++) {
    term *= x / i;
    above += term;
  }
  return 1 - above;
};

/** Beta of the shapes 2 and 5: that of six uniform numbers at least two lie below x. */
const betaBelow = (x: number): number => 1 - (1 - x) ** 6 - 6 * x * (1 - x) ** 5;

const between = (below: (x: number) => number, from: number, to: number) => (x: number) =>
  (below(x) - below(from)) / (below(to) - below(from));
const triangularBelow = (peak: number) => (x: number) =>
  x < peak ? (x * x) / peak : 1 - ((1 - x) * (1 - x)) / (1 - peak);

for (const [what, sample, below] of [
  ["uniform", draws("drawUniform"), (x: number) => x],
  ["normal", draws("drawNormal"), normalBelow],
  ["normal, cut off", draws("drawNormal", { low: -0.5, high: 2 }), between(normalBelow, -0.5, 2)],
  ["exponential", draws("drawExponential"), (x: number) => 1 - Math.exp(-x)],
  ["exponential, cut off", draws("drawExponential", { low: 1 }), (x: number) => 1 - Math.exp(1 - x)],
  ["logistic", draws("drawLogistic"), (x: number) => 1 / (1 + Math.exp(-x))],
  ["triangular", draws("drawTriangular", { shapes: [0.3, 0] }), triangularBelow(0.3)],
  // Shape 2: 1 - exp(-(x Γ(1.5))²), where Γ(1.5) = √π / 2.
  ["Weibull", draws("drawWeibull", { shapes: [2, 0] }), (x: number) => 1 - Math.exp((-x * x * Math.PI) / 4)],
  ["gamma", draws("drawGamma", { shapes: [3, 0] }), erlangBelow(3)],
  ["gamma of 40", draws("drawGamma", { shapes: [40, 0] }), erlangBelow(40)],
  // Shape 1/2: x is half the square of a normal number.
  ["gamma below 1", draws("drawGamma", { shapes: [0.5, 0] }), (x: number) => 2 * normalBelow(Math.sqrt(2 * x)) - 1],
  ["beta", draws("drawBeta", { shapes: [2, 5] }), betaBelow],
  ["beta below 1", draws("drawBeta", { shapes: [0.5, 0.5] }), (x: number) => (2 / Math.PI) * Math.asin(Math.sqrt(x))],
] as const)
  test(`${what}: as near its distribution as chance allows, 20,000 draws`, () =>
    expect(kolmogorov(sample, below)).toBeLessThan(1.95));

const lnFactorial = (k: number): number => kernels.lnGamma(k + 1);
const lnChoose = (n: number, k: number): number => lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k);
const poissonChance = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - lnFactorial(k));
const binomialChance = (p: number, n: number) => (k: number) =>
  Math.exp(lnChoose(n, k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
const negativeBinomialChance = (p: number, r: number) => (k: number) =>
  Math.exp(lnChoose(k - 1, r - 1) + r * Math.log(p) + (k - r) * Math.log(1 - p));

/** Its 99.9 % quantile (Wilson & Hilferty 1931). */
const chiSquareLimit = (freedom: number): number => {
  const spread = 2 / (9 * freedom);
  return freedom * (1 - spread + 3.0902 * Math.sqrt(spread)) ** 3;
};

describe.each([
  ["Poisson with mean 0.7", "drawPoisson", [0.7, 0], poissonChance(0.7), 0.7, 0.7],
  ["Poisson with mean 9.9", "drawPoisson", [9.9, 0], poissonChance(9.9), 9.9, 9.9],
  ["Poisson with mean 10", "drawPoisson", [10, 0], poissonChance(10), 10, 10],
  ["Poisson with mean 300", "drawPoisson", [300, 0], poissonChance(300), 300, 300],
  ["binomial, few", "drawBinomial", [0.2, 12], binomialChance(0.2, 12), 2.4, 1.92],
  ["binomial, many", "drawBinomial", [0.3, 200], binomialChance(0.3, 200), 60, 42],
  ["binomial, likely", "drawBinomial", [0.9, 400], binomialChance(0.9, 400), 360, 36],
  ["negative binomial", "drawNegativeBinomial", [0.4, 3], negativeBinomialChance(0.4, 3), 7.5, 11.25],
] as const)("%s", (_, name, shapes, chance, mean, variance) => {
  const sample = draws(name, { shapes });

  test("counts are as often as they should be", () => {
    const counts = new Map<number, number>();
    for (const k of sample) counts.set(k, (counts.get(k) ?? 0) + 1);
    const cells = Array.from({ length: 1001 }, (_, k) => ({ want: chance(k) * count, got: counts.get(k) ?? 0 }));
    const common = cells.filter(({ want }) => want >= 8);
    const rare = { want: count, got: count };
    for (const { want, got } of common) {
      rare.want -= want;
      rare.got -= got;
    }
    const chiSquare = [...common, rare].reduce((sum, { want, got }) => sum + (got - want) ** 2 / want, 0);
    expect(chiSquare).toBeLessThan(chiSquareLimit(common.length));
  });

  test("mean and variance, within four standard errors", () => {
    const average = sample.reduce((sum, k) => sum + k, 0) / count;
    const spread = sample.reduce((sum, k) => sum + (k - mean) ** 2, 0) / count;
    expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(variance / count));
    // The fourth moment of these is at most 3 v² + 13 v² / 2.4, as of the binomial with few trials.
    expect(Math.abs(spread - variance)).toBeLessThan(4 * variance * Math.sqrt(8 / count));
  });
});

test("bounds that nothing meets give the nearer one", () => {
  const outside = draws("drawUniform", { low: 2, high: 3 }).slice(0, 20);
  expect(outside).toEqual(Array(20).fill(2));
  expect(draws("drawNormal", { low: 1, high: 1 }).slice(0, 20)).toEqual(Array(20).fill(1));
});

test("what has no such distribution is NaN, and soon", () => {
  for (const [name, shapes] of [
    ["drawGamma", [-1, 0]],
    ["drawGamma", [Number.NaN, 0]],
    ["drawPoisson", [-2, 0]],
    ["drawBinomial", [1.5, 10]],
    ["drawBinomial", [0.5, -1]],
    ["drawBeta", [2, 0]],
  ] as const)
    expect(draws(name, { shapes }).slice(0, 3), name).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
