import { exp } from "./exp.ts";
import { ln } from "./ln.ts";
import { lnGamma } from "./ln-gamma.ts";
import { noiseOf, uniforms } from "./noise.ts";
import type { Loop, Operations } from "./operations.ts";

// The chance of a count above this, for a mean of 10, is below 2^-53.
const longestSearch = 100;

// An attempt succeeds with at least two chances in three: this many in a row do not fail.
const attempts = 500;

/** Poisson with a small mean, from a uniform u: the first k whose probabilities from 0 to k add up to u or more. */
export const poissonBySearch: Loop = {
  name: "poissonBySearch",
  start: (o, [mean]) => {
    const none = o.call(exp, o.neg(mean!));
    return [o.real(0), none, none];
  },
  goesOn: (o, [k, , sum], [, u]) => o.and(o.lt(sum!, u!), o.lt(k!, o.real(longestSearch))),
  next: (o, [k, share, sum], [mean]) => {
    const count = o.add(k!, o.real(1));
    const chance = o.div(o.mul(share!, mean!), count);
    return [count, chance, o.add(sum!, chance)];
  },
  result: (_, [k]) => k!,
};

/** Binomial where few succeed, from a uniform u: (p, n, u) → k, in the same way. */
export const binomialBySearch: Loop = {
  name: "binomialBySearch",
  start: (o, [p, n]) => {
    const none = o.call(exp, o.mul(n!, o.call(ln, o.sub(o.real(1), p!))));
    return [o.real(0), none, none];
  },
  goesOn: (o, [k, , sum], [, n, u]) => o.and(o.and(o.lt(sum!, u!), o.lt(k!, n!)), o.lt(k!, o.real(longestSearch))),
  next: (o, [k, share, sum], [p, n]) => {
    const count = o.add(k!, o.real(1));
    const odds = o.div(p!, o.sub(o.real(1), p!));
    const chance = o.mul(o.div(o.mul(share!, o.sub(n!, k!)), count), odds);
    return [count, chance, o.add(sum!, chance)];
  },
  result: (_, [k]) => k!,
};

/** The largest whole number that is not above x. */
function floor<R, I, T>(o: Operations<R, I, T>, x: R): R {
  const near = o.nearest(x);
  return o.select(o.lt(x, near), o.sub(near, o.real(1)), near);
}

const lnFactorial = <R, I, T>(o: Operations<R, I, T>, k: R): R => o.call(lnGamma, o.add(k, o.real(1)));

/** (2 a / us + b) u + c, rounded down: the count that an attempt proposes, from u less a half. */
function proposed<R, I, T>(o: Operations<R, I, T>, a: R, b: R, c: R, u: R): { readonly k: R; readonly us: R } {
  const us = o.sub(o.real(0.5), o.abs(u));
  return { k: floor(o, o.add(o.mul(o.add(o.div(o.mul(o.real(2), a), us), b), u), c)), us };
}

/**
 * Poisson with a mean of 10 or more: (mean, noise) → k.
 * Source: algorithm PTRS of Hörmann 1993, Insurance: Mathematics and Economics 12, 39-45.
 */
export const poissonByRejection: Loop = {
  name: "poissonByRejection",
  start: (o) => [o.real(0), o.real(-1)],
  goesOn: (o, [attempt, k]) => o.and(o.lt(k!, o.real(0)), o.lt(attempt!, o.real(attempts))),
  next: (o, [attempt], [mean, ...noise]) => {
    const [first, v] = uniforms(o, noiseOf(noise), attempt!);
    const b = o.add(o.real(0.931), o.mul(o.real(2.53), o.sqrt(mean!)));
    const a = o.add(o.real(-0.059), o.mul(o.real(0.02483), b));
    const { k, us } = proposed(o, a, b, o.add(mean!, o.real(0.43)), o.sub(first, o.real(0.5)));
    const inverse = o.add(o.real(1.1239), o.div(o.real(1.1328), o.sub(b, o.real(3.4))));
    const squeeze = o.sub(o.real(0.9277), o.div(o.real(3.6224), o.sub(b, o.real(2))));
    const weight = o.div(o.mul(v, inverse), o.add(o.div(a, o.mul(us, us)), b));
    const chance = o.sub(o.sub(o.mul(k, o.call(ln, mean!)), mean!), lnFactorial(o, k));
    const isKept = kept(o, { k, us, v, squeeze }, o.le(o.call(ln, weight), chance));
    return [o.add(attempt!, o.real(1)), o.select(isKept, k, o.real(-1))];
  },
  result: (o, [, k]) => o.select(o.lt(k!, o.real(0)), o.real(Number.NaN), k!),
};

/** Whether an attempt is taken: at once within the squeeze, and otherwise by the ratio of chances. */
function kept<R, I, T>(
  o: Operations<R, I, T>,
  { k, us, v, squeeze }: { readonly k: R; readonly us: R; readonly v: R; readonly squeeze: R },
  byRatio: T,
): T {
  const atOnce = o.and(o.le(o.real(0.07), us), o.le(v, squeeze));
  const isOutside = o.or(o.lt(k, o.real(0)), o.and(o.lt(us, o.real(0.013)), o.lt(us, v)));
  return o.or(atOnce, o.and(o.not(isOutside), byRatio));
}

/**
 * Binomial with p at most a half and n p of 10 or more: (p, n, noise) → k.
 * Source: algorithm BTRS of Hörmann 1993, J. Stat. Comput. Simul. 46, 101-110.
 */
export const binomialByRejection: Loop = {
  name: "binomialByRejection",
  start: (o) => [o.real(0), o.real(-1)],
  goesOn: (o, [attempt, k]) => o.and(o.lt(k!, o.real(0)), o.lt(attempt!, o.real(attempts))),
  next: (o, [attempt], [p, n, ...noise]) => {
    const [first, v] = uniforms(o, noiseOf(noise), attempt!);
    const q = o.sub(o.real(1), p!);
    const spread = o.sqrt(o.mul(o.mul(n!, p!), q));
    const b = o.add(o.real(1.15), o.mul(o.real(2.53), spread));
    const a = o.add(o.add(o.real(-0.0873), o.mul(o.real(0.0248), b)), o.mul(o.real(0.01), p!));
    const { k, us } = proposed(o, a, b, o.add(o.mul(n!, p!), o.real(0.5)), o.sub(first, o.real(0.5)));
    const squeeze = o.sub(o.real(0.92), o.div(o.real(4.2), b));
    const alpha = o.mul(o.add(o.real(2.83), o.div(o.real(5.1), b)), spread);
    const weight = o.div(o.mul(v, alpha), o.add(o.div(a, o.mul(us, us)), b));
    const mode = floor(o, o.mul(o.add(n!, o.real(1)), p!));
    const ways = (count: typeof v) => o.add(lnFactorial(o, count), lnFactorial(o, o.sub(n!, count)));
    const odds = o.mul(o.sub(k, mode), o.call(ln, o.div(p!, q)));
    const chance = o.add(o.sub(ways(mode), ways(k)), odds);
    const isInside = o.and(o.le(o.real(0), k), o.le(k, n!));
    const atOnce = o.and(o.le(o.real(0.07), us), o.le(v, squeeze));
    const isKept = o.and(isInside, o.or(atOnce, o.le(o.call(ln, weight), chance)));
    return [o.add(attempt!, o.real(1)), o.select(isKept, k, o.real(-1))];
  },
  result: (o, [, k]) => o.select(o.lt(k!, o.real(0)), o.real(Number.NaN), k!),
};
