/**
 * A random draw: its bounds, what it is shifted and stretched by, two shapes of the distribution, and its noise (place, future,
 * moment, and the key of the run in two words).
 */
const draw = [
  "number",
  ...(["number", "number", "number", "number", "number", "number"] as const),
  ...(["number", "number", "number", "number", "number"] as const),
] as const;

/**
 * The few machine operations that every built-in function's meaning is written in. The engine has one row for each:
 * its scalar meaning beside its two-lane code (`engine/src/primitive`). A truth is a value of its own kind, not a number:
 * in a lane it is a mask. `numberOf` and `truthOf` go between them.
 */
export const primitives = {
  add: ["number", "number", "number"],
  sub: ["number", "number", "number"],
  mul: ["number", "number", "number"],
  div: ["number", "number", "number"],
  neg: ["number", "number"],
  abs: ["number", "number"],
  sqrt: ["number", "number"],
  /** As IEEE 754-2019 minimum and maximum: a NaN on either side gives NaN, and -0 is below 0. */
  min: ["number", "number", "number"],
  max: ["number", "number", "number"],
  floor: ["number", "number"],
  ceil: ["number", "number"],
  trunc: ["number", "number"],
  /** To the nearest integer, ties to even. */
  nearest: ["number", "number"],
  lt: ["truth", "number", "number"],
  le: ["truth", "number", "number"],
  gt: ["truth", "number", "number"],
  ge: ["truth", "number", "number"],
  eq: ["truth", "number", "number"],
  ne: ["truth", "number", "number"],
  and: ["truth", "truth", "truth"],
  or: ["truth", "truth", "truth"],
  not: ["truth", "truth"],
  /** `select(test, whenTrue, whenFalse)`; both sides are computed. */
  select: ["number", "truth", "number", "number"],
  /** 1 or 0. */
  numberOf: ["number", "truth"],
  /** Whether a number is not 0 (NaN counts as true, as `x <> 0` does). */
  truthOf: ["truth", "number"],
  exp: ["number", "number"],
  ln: ["number", "number"],
  pow: ["number", "number", "number"],
  sin: ["number", "number"],
  cos: ["number", "number"],
  tan: ["number", "number"],
  asin: ["number", "number"],
  acos: ["number", "number"],
  atan: ["number", "number"],
  sinh: ["number", "number"],
  cosh: ["number", "number"],
  tanh: ["number", "number"],
  lnGamma: ["number", "number"],
  /** The inverse of the standard normal distribution. */
  normInv: ["number", "number"],
  /** n! / (n - r)! and n! / (r! (n - r)!). */
  arrangements: ["number", "number", "number"],
  choices: ["number", "number", "number"],
  /** The place of a random call, from its own number, the seed that it is given and the model's NOISE SEED. */
  noisePlace: ["number", "number", "number", "number"],
  drawUniform: draw,
  drawNormal: draw,
  drawExponential: draw,
  drawLogistic: draw,
  drawTriangular: draw,
  drawWeibull: draw,
  drawGamma: draw,
  drawBeta: draw,
  drawPoisson: draw,
  drawBinomial: draw,
  drawNegativeBinomial: draw,
  normCdf: ["number", "number"],
} as const satisfies Record<string, readonly [result: TermKind, ...args: TermKind[]]>;

export type TermKind = "number" | "truth";
export type PrimitiveName = keyof typeof primitives;

/**
 * A meaning, written in primitives. `argument` stands for the n-th argument of the built-in, which is computed once
 * however often it is used. The clock gives the time of the step and the run's own times.
 */
export type Term =
  | { readonly kind: "literal"; readonly value: number }
  | { readonly kind: "argument"; readonly index: number }
  | { readonly kind: "clock"; readonly reading: ClockReading }
  | { readonly kind: "primitive"; readonly name: PrimitiveName; readonly args: readonly Term[] };

/**
 * `future`, `keyLow` and `keyHigh` say which future is run and with which seed; `moment` counts steps from 0. Times are in the model's time unit. `time` is the moment that is computed; within a Runge-Kutta step it moves, while
 * `stepTime` stays at the start of the step. `step` is the length of a step (DT); `initial` and `final` are the run's ends.
 */
export type ClockReading = TimeReading | "moment" | NoiseReading;

export type TimeReading = "time" | "stepTime" | "step" | "initial" | "final";

/** What makes the noise of one future differ from another's; nothing but a random draw reads it. */
export type NoiseReading = "future" | "keyLow" | "keyHigh";

export const literal = (value: number): Term => ({ kind: "literal", value });
export const clock = (reading: ClockReading): Term => ({ kind: "clock", reading });

/** Builders of primitive terms, one a primitive: `apply.add(a, b)`. A number stands for its literal. */
export const apply = Object.fromEntries(
  Object.keys(primitives).map((name) => [
    name,
    (...args: readonly (Term | number)[]): Term => ({
      kind: "primitive",
      name: name as PrimitiveName,
      args: args.map((arg) => (typeof arg === "number" ? literal(arg) : arg)),
    }),
  ]),
) as unknown as Record<PrimitiveName, (...args: readonly (Term | number)[]) => Term>;
