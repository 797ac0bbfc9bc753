import { binomialByRejection, binomialBySearch, poissonByRejection, poissonBySearch } from "./count-sampler.ts";
import { exp } from "./exp.ts";
import { gammaByRejection } from "./gamma-sampler.ts";
import { ln } from "./ln.ts";
import { lnGamma } from "./ln-gamma.ts";
import { argumentsOf, further, type Noise, noiseOf, uniforms } from "./noise.ts";
import { normInv } from "./norm-inv.ts";
import type { Kernel, Operations } from "./operations.ts";

/** Draws one number: of two shapes (which a distribution may leave unused) and the five arguments of its noise. */
export type Sampler = Kernel;

const first = <R, I, T>(o: Operations<R, I, T>, noise: Noise<R>): R => uniforms(o, noise, o.real(0))[0];

export const uniformSample: Sampler = (o, _a, _b, ...noise) => first(o, noiseOf(noise));

export const normalSample: Sampler = (o, _a, _b, ...noise) => o.call(normInv, first(o, noiseOf(noise)));

export const exponentialSample: Sampler = (o, _a, _b, ...noise) => o.neg(o.call(ln, first(o, noiseOf(noise))));

/** Logistic with location 0 and scale 1. */
export const logisticSample: Sampler = (o, _a, _b, ...noise) => {
  const u = first(o, noiseOf(noise));
  return o.call(ln, o.div(u, o.sub(o.real(1), u)));
};

/** Weibull of a shape, scaled to a mean of 1: E^(1/a) / Γ(1 + 1/a), where E is exponential. */
export const weibullSample: Sampler = (o, shape, _b, ...noise) => {
  const inverse = o.div(o.real(1), shape!);
  const logarithm = o.call(ln, o.neg(o.call(ln, first(o, noiseOf(noise)))));
  const scale = o.call(lnGamma, o.add(o.real(1), inverse));
  return o.call(exp, o.sub(o.mul(logarithm, inverse), scale));
};

/** From 0 to 1 with its peak at a (Kotz & van Dorp 2004, Beyond Beta, 1.2). */
export const triangularSample: Sampler = (o, peak, _b, ...noise) => {
  const u = first(o, noiseOf(noise));
  const rest = o.sub(o.real(1), u);
  const rising = o.sqrt(o.mul(u, peak!));
  const falling = o.sub(o.real(1), o.sqrt(o.mul(rest, o.sub(o.real(1), peak!))));
  return o.select(o.lt(u, peak!), rising, falling);
};

/**
 * Gamma of a shape a, with scale 1. For a below 1: that of a + 1, times u^(1/a) (Marsaglia & Tsang 2000, section 6).
 */
export const gammaSample: Sampler = (o, shape, _b, ...noise) => {
  const one = o.real(1);
  const isSmall = o.lt(shape!, one);
  const drawn = o.repeat(gammaByRejection, o.select(isSmall, o.add(shape!, one), shape!), ...noise);
  const u = first(o, further(o, noiseOf(noise), one));
  const boost = o.call(exp, o.div(o.call(ln, u), shape!));
  const value = o.select(isSmall, o.mul(drawn, boost), drawn);
  return o.select(o.lt(o.real(0), shape!), value, o.real(Number.NaN));
};

/** Beta of the shapes a and b: X / (X + Y) of two gammas. */
export const betaSample: Sampler = (o, a, b, ...noise) => {
  const other = argumentsOf(further(o, noiseOf(noise), o.real(2)));
  const x = o.call(gammaSample, a!, b!, ...noise);
  const y = o.call(gammaSample, b!, a!, ...other);
  return o.div(x, o.add(x, y));
};

/** From this mean on counts are drawn by rejection, whose cost does not grow with it; below, by search from 0. */
const largeMean = 10;

/** Poisson with mean a. */
export const poissonSample: Sampler = (o, mean, _b, ...noise) => {
  const large = o.real(largeMean);
  const isLarge = o.le(large, mean!);
  const bySearch = o.repeat(poissonBySearch, o.select(isLarge, o.real(0), mean!), first(o, noiseOf(noise)));
  const byRejection = o.repeat(poissonByRejection, o.select(isLarge, mean!, large), ...noise);
  const value = o.select(isLarge, byRejection, bySearch);
  return o.select(o.le(o.real(0), mean!), value, o.real(Number.NaN));
};

/** How many of b trials succeed, each with probability a. */
export const binomialSample: Sampler = (o, probability, trials, ...noise) => {
  const [zero, one] = [o.real(0), o.real(1)];
  const n = o.nearest(trials!);
  const isLikely = o.lt(o.real(0.5), probability!);
  const p = o.select(isLikely, o.sub(one, probability!), probability!);
  const isLarge = o.le(o.real(largeMean), o.mul(n, p));
  const bySearch = o.repeat(binomialBySearch, o.select(isLarge, zero, p), n, first(o, noiseOf(noise)));
  const byRejection = o.repeat(
    binomialByRejection,
    o.select(isLarge, p, o.real(0.5)),
    o.select(isLarge, n, o.real(20)),
    ...noise,
  );
  const rarer = o.select(isLarge, byRejection, bySearch);
  const value = o.select(isLikely, o.sub(n, rarer), rarer);
  const isMeant = o.and(o.and(o.le(zero, probability!), o.le(probability!, one)), o.le(zero, n));
  return o.select(isMeant, value, o.real(Number.NaN));
};

/** How many trials it takes until b of them succeed, each with probability a: b and a Poisson count of a gamma's mean. */
export const negativeBinomialSample: Sampler = (o, probability, successes, ...noise) => {
  const odds = o.div(o.sub(o.real(1), probability!), probability!);
  const other = argumentsOf(further(o, noiseOf(noise), o.real(3)));
  const mean = o.mul(o.call(gammaSample, successes!, probability!, ...noise), odds);
  return o.add(successes!, o.call(poissonSample, mean, mean, ...other));
};
