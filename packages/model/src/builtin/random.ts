import type { Expr } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { Builtin, HiddenMaker, UnitRule } from "./builtin.ts";
import { type Drawing, drawn } from "./random-draw.ts";

// Every one is drawn once a step. The numbers are our own: Vensim's stream is not reproduced.
const source = "vensim.com/documentation/fn_random.html";

interface Row {
  readonly name: string;
  readonly args: readonly string[];
  readonly draw: (args: readonly Expr[], make: HiddenMaker) => Drawing;
  readonly units: UnitRule;
  readonly says: string;
}

const row = ({ name, args, draw, units, says }: Row): Builtin => ({
  id: name.toLowerCase().replaceAll(" ", "-"),
  names: { vensim: name },
  args,
  units,
  behaviour: { kind: "memory", expand: (given, make) => drawn(make, draw(given, make)) },
  says,
  source,
  cases: [],
});

/** Minimum and maximum, what only shapes the distribution, and shift and stretch: all but the shapes in one unit. */
const shaped =
  (shapes: number): UnitRule =>
  ([low, high, ...rest], check) => {
    for (const [index, shape] of rest.slice(0, shapes).entries()) check.dimensionless(shape, index + 2);
    const [shift, stretch] = rest.slice(shapes);
    return check.same(check.same(low, high), check.same(shift, stretch));
  };

const stretched = ([low, high, shift, stretch, seed]: readonly Expr[], of: string): Drawing => ({
  of,
  low: low!,
  high: high!,
  shift,
  stretch,
  seed,
});

/** The same behind one or two shapes. */
const shapedDraw = ([low, high, ...rest]: readonly Expr[], of: string, count: 1 | 2): Drawing => ({
  ...stretched([low!, high!, ...rest.slice(count)], of),
  shapes: count === 1 ? [rest[0]!] : [rest[0]!, rest[1]!],
});

export const random01 = row({
  name: "RANDOM 0 1",
  args: [],
  draw: () => ({ of: "draw-uniform", seed: undefined }),
  units: () => dimensionless,
  says: "Uniform between 0 and 1; as RANDOM UNIFORM(0, 1, 0).",
});

export const randomUniform = row({
  name: "RANDOM UNIFORM",
  args: ["minimum", "maximum", "seed"],
  draw: ([low, high, seed], make) => ({
    of: "draw-uniform",
    shift: low!,
    stretch: make.call("subtract", high!, low!),
    seed,
  }),
  units: ([low, high], check) => check.same(low, high),
  says: "Uniform between the minimum and the maximum, both left out.",
});

export const randomNormal = row({
  name: "RANDOM NORMAL",
  args: ["minimum", "maximum", "mean", "deviation", "seed"],
  draw: (args) => stretched(args, "draw-normal"),
  units: shaped(0),
  says: "Normal with a mean and a standard deviation, drawn again until it lies between the minimum and the maximum.",
});

export const randomExponential = row({
  name: "RANDOM EXPONENTIAL",
  args: ["minimum", "maximum", "shift", "stretch", "seed"],
  draw: (args) => stretched(args, "draw-exponential"),
  units: shaped(0),
  says: "Exponential with mean 1, stretched and then shifted, between the minimum and the maximum.",
});

export const randomGamma = row({
  name: "RANDOM GAMMA",
  args: ["minimum", "maximum", "order", "shift", "stretch", "seed"],
  draw: ([low, high, order, ...rest], make) =>
    shapedDraw([low!, high!, make.call("max", order!, make.number(1)), ...rest], "draw-gamma", 1),
  units: shaped(1),
  says: "Gamma of an order (at least 1), stretched and then shifted, between the minimum and the maximum.",
});

export const randomWeibull = row({
  name: "RANDOM WEIBULL",
  args: ["minimum", "maximum", "shape", "shift", "stretch", "seed"],
  draw: (args) => shapedDraw(args, "draw-weibull", 1),
  units: shaped(1),
  says: "Weibull of a shape, with mean 1, stretched and then shifted, between the minimum and the maximum.",
});

export const randomPoisson = row({
  name: "RANDOM POISSON",
  args: ["minimum", "maximum", "mean", "shift", "stretch", "seed"],
  draw: (args) => shapedDraw(args, "draw-poisson", 1),
  units: shaped(1),
  says: "Poisson with a mean, stretched and then shifted, between the minimum and the maximum.",
});

export const randomBeta = row({
  name: "RANDOM BETA",
  args: ["minimum", "maximum", "alpha", "beta", "shift", "stretch", "seed"],
  draw: (args) => shapedDraw(args, "draw-beta", 2),
  units: shaped(2),
  says: "Beta of two shapes, stretched and then shifted, between the minimum and the maximum.",
});

export const randomBinomial = row({
  name: "RANDOM BINOMIAL",
  args: ["minimum", "maximum", "probability", "trials", "shift", "stretch", "seed"],
  draw: (args) => shapedDraw(args, "draw-binomial", 2),
  units: shaped(2),
  says: "How many of the trials succeed, each with the probability; stretched and then shifted, between the bounds.",
});

export const randomNegativeBinomial = row({
  name: "RANDOM NEGATIVE BINOMIAL",
  args: ["minimum", "maximum", "probability", "successes", "shift", "stretch", "seed"],
  draw: (args) => shapedDraw(args, "draw-negative-binomial", 2),
  units: shaped(2),
  says: "How many trials it takes until so many succeed; stretched and then shifted, between the minimum and the maximum.",
});

export const randomTriangular = row({
  name: "RANDOM TRIANGULAR",
  args: ["minimum", "maximum", "start", "peak", "stop", "seed"],
  draw: ([low, high, start, peak, stop, seed], make) => {
    const width = make.call("subtract", stop!, start!);
    const shape = make.call("divide", make.call("subtract", peak!, start!), width);
    return { of: "draw-triangular", low: low!, high: high!, shift: start!, stretch: width, shapes: [shape], seed };
  },
  units: ([low, high, start, peak, stop], check) =>
    [high, start, peak, stop].reduce((known, unit) => check.same(known, unit), low),
  says: "Rising from the start to the peak and falling to the stop, between the minimum and the maximum.",
});

/**
 * What an average of white noise over the correlation time does, begun as it goes on. White noise that changes every step has
 * to be (2 τ - dt) / dt times as varied as what a first-order average makes of it.
 */
export const randomPinkNoise: Builtin = {
  id: "random-pink-noise",
  names: { vensim: "RANDOM PINK NOISE", xmile: "NORMALPINK" },
  args: ["mean", "deviation", "correlation time", "seed?"],
  units: ([mean, deviation, time], check) => {
    check.time(time, 2);
    return check.same(mean, deviation);
  },
  behaviour: {
    kind: "memory",
    expand: ([mean, deviation, time, seed], make) => {
      const step = make.call("clock-step");
      const twice = make.call("subtract", make.call("multiply", make.number(2), time!), step);
      const scale = make.call("sqrt", make.call("divide", twice, step));
      const spread = make.call("multiply", deviation!, scale);
      const white = drawn(make, { of: "draw-normal", shift: mean!, stretch: spread, seed });
      const begin = drawn(make, { of: "draw-normal", shift: mean!, stretch: deviation!, seed });
      return make.stock("pink", begin, (self) => make.call("divide", make.call("subtract", white, self), time!));
    },
  },
  says: "Normal, with a correlation from step to step that dies out over the correlation time.",
  source: `${source}; the average of white noise: Sterman 2000, Business Dynamics, appendix B`,
  cases: [],
};
