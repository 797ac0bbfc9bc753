import type { Expr } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { Builtin, HiddenMaker, UnitRule } from "./builtin.ts";
import { type Drawing, drawn } from "./random-draw.ts";

// Every one is drawn once a step; a seed chooses other numbers, and without one they are replicable too. They are our own: no other
// tool's stream is reproduced.
const standard = "XMILE 1.0, 3.5.2";
const isee = "iseesystems.com/resources/help/v10, Statistical builtins";

interface Row {
  readonly name: string;
  /** What comes before the seed and the bounds, which may all be left out. */
  readonly args: readonly string[];
  readonly draw: (args: readonly Expr[], make: HiddenMaker) => Omit<Drawing, "seed" | "low" | "high">;
  readonly units: UnitRule;
  readonly says: string;
  readonly source: string;
}

const row = ({ name, args, draw, units, says, source }: Row): Builtin => ({
  id: `xmile-${name.toLowerCase()}`,
  names: { xmile: name },
  args: [...args, "seed?", "minimum?", "maximum?"],
  units,
  behaviour: {
    kind: "memory",
    expand: (given, make) => {
      const [seed, low, high] = given.slice(args.length);
      return drawn(make, { ...draw(given.slice(0, args.length), make), seed, low, high });
    },
  },
  says,
  source,
  cases: [],
});

const allIn =
  (count: number): UnitRule =>
  (args, check) =>
    args.slice(0, count).reduce((known, unit) => check.same(known, unit), args[0]);

/** Shapes are pure numbers; so is what they make. */
const pureShapes =
  (count: number): UnitRule =>
  (args, check) => {
    for (const [index, shape] of args.slice(0, count).entries()) check.dimensionless(shape, index);
    return dimensionless;
  };

/** A shape, and a scale whose unit is the result's. */
const shapeAndScale: UnitRule = ([shape, scale], check) => {
  check.dimensionless(shape, 0);
  return scale;
};

/** Within further bounds it is uniform over what of the range lies there, or the bound that is nearest to it. */
const between = (name: "RANDOM" | "UNIFORM", source: string): Builtin => ({
  ...row({
    name,
    args: ["minimum of the range", "maximum of the range"],
    draw: () => ({ of: "draw-uniform" }),
    units: allIn(2),
    says: "Uniform between two numbers.",
    source,
  }),
  behaviour: {
    kind: "memory",
    expand: ([low, high, seed, minimum, maximum], make) => {
      const end = (value: Expr) => {
        const below = maximum === undefined ? value : make.call("min", value, maximum);
        return minimum === undefined ? below : make.call("max", below, minimum);
      };
      const shift = end(low!);
      return drawn(make, { of: "draw-uniform", shift, stretch: make.call("subtract", end(high!), shift), seed });
    },
  },
});

export const random = between("RANDOM", standard);
export const uniform = between("UNIFORM", isee);

export const normal = row({
  name: "NORMAL",
  args: ["mean", "deviation"],
  draw: ([mean, deviation]) => ({ of: "draw-normal", shift: mean, stretch: deviation }),
  units: allIn(2),
  says: "Normal with a mean and a standard deviation.",
  source: standard,
});

export const exprnd = row({
  name: "EXPRND",
  args: ["mean"],
  draw: ([mean]) => ({ of: "draw-exponential", stretch: mean }),
  units: ([mean]) => mean,
  says: "Exponential with a mean.",
  source: standard,
});

export const poisson = row({
  name: "POISSON",
  args: ["mean"],
  draw: ([mean]) => ({ of: "draw-poisson", shapes: [mean!] }),
  units: pureShapes(1),
  says: "Poisson with a mean.",
  source: standard,
});

export const logistic = row({
  name: "LOGISTIC",
  args: ["mean", "scale"],
  draw: ([mean, scale]) => ({ of: "draw-logistic", shift: mean, stretch: scale }),
  units: allIn(2),
  says: "Logistic with a mean and a scale.",
  source: isee,
});

export const beta = row({
  name: "BETA",
  args: ["alpha", "beta"],
  draw: ([alpha, other]) => ({ of: "draw-beta", shapes: [alpha!, other!] }),
  units: pureShapes(2),
  says: "Beta of two shapes.",
  source: isee,
});

export const binomial = row({
  name: "BINOMIAL",
  args: ["trials", "probability"],
  draw: ([trials, probability], make) => ({ of: "draw-binomial", shapes: [certain(probability!, make), trials!] }),
  units: pureShapes(2),
  says: "How many of the trials succeed, each with the probability (1 where that is not from 0 to 1).",
  source: isee,
});

function certain(probability: Expr, make: HiddenMaker): Expr {
  const within = make.call(
    "min",
    make.call("less-or-equal", make.number(0), probability),
    make.call("less-or-equal", probability, make.number(1)),
  );
  return make.call("if-then-else", within, probability, make.number(1));
}

export const gamma = row({
  name: "GAMMA",
  args: ["shape", "scale"],
  draw: ([shape, scale]) => ({ of: "draw-gamma", shapes: [shape!], stretch: scale }),
  units: shapeAndScale,
  says: "Gamma with a shape and a scale.",
  source: isee,
});

export const triangular = row({
  name: "TRIANGULAR",
  args: ["lower bound", "mode", "upper bound"],
  draw: ([low, mode, high], make) => {
    const width = make.call("subtract", high!, low!);
    const shape = make.call("divide", make.call("subtract", mode!, low!), width);
    return { of: "draw-triangular", shift: low, stretch: width, shapes: [shape] };
  },
  units: allIn(3),
  says: "Rising from the lower bound to the mode and falling to the upper bound.",
  source: isee,
});

/** Waits for one success are a negative binomial count. */
export const geometric = row({
  name: "GEOMETRIC",
  args: ["probability"],
  draw: ([probability], make) => ({ of: "draw-negative-binomial", shapes: [probability!, make.number(1)] }),
  units: pureShapes(1),
  says: "How many trials it takes until one succeeds.",
  source: isee,
});

export const negbinomial = row({
  name: "NEGBINOMIAL",
  args: ["successes", "probability"],
  draw: ([successes, probability], make) => ({
    of: "draw-negative-binomial",
    shapes: [probability!, successes!],
    // Drawn is the number of trials; the failures are those among them that were none of the successes.
    shift: make.call("negate", successes!),
  }),
  units: pureShapes(2),
  says: "How many trials fail before so many succeed, each with the probability.",
  source:
    "BPTK-Py's reading of Stella's (np.random.negative_binomial); failures, not trials: not checked against a run of Stella",
});

/** An expression of one draw. */
const madeOf = (
  name: string,
  args: readonly string[],
  {
    of,
    value,
    units,
    says,
    source,
  }: {
    readonly of: string;
    readonly value: (draw: Expr, args: readonly Expr[], make: HiddenMaker) => Expr;
    readonly units: UnitRule;
    readonly says: string;
    readonly source: string;
  },
): Builtin => ({
  id: `xmile-${name.toLowerCase()}`,
  names: { xmile: name },
  args: [...args, "seed?"],
  units,
  behaviour: {
    kind: "memory",
    expand: (given, make) => value(drawn(make, { of, seed: given[args.length] }), given.slice(0, args.length), make),
  },
  says,
  source,
  cases: [],
});

/** exp(μ + σ z), where σ² = ln(1 + s² / m²) and μ = ln m - σ² / 2, so that the numbers themselves have mean m and deviation s. */
export const lognormal = madeOf("LOGNORMAL", ["mean", "deviation"], {
  of: "draw-normal",
  value: (z, [mean, deviation], make) => {
    const ratio = make.call("divide", deviation!, mean!);
    const variance = make.call("ln", make.call("add", make.number(1), make.call("multiply", ratio, ratio)));
    const centre = make.call("subtract", make.call("ln", mean!), make.call("divide", variance, make.number(2)));
    return make.call("exp", make.call("add", centre, make.call("multiply", make.call("sqrt", variance), z)));
  },
  units: allIn(2),
  says: "Lognormal: the mean and the standard deviation are those of the numbers themselves.",
  source: `${standard}; whose moments they are: not checked against a run of Stella`,
});

export const weibull = madeOf("WEIBULL", ["shape", "scale"], {
  of: "draw-exponential",
  value: (e, [shape, scale], make) =>
    make.call("multiply", scale!, make.call("power", e, make.call("divide", make.number(1), shape!))),
  units: shapeAndScale,
  says: "Weibull with a shape and a scale.",
  source: isee,
});

export const pareto = madeOf("PARETO", ["shape", "scale"], {
  of: "draw-exponential",
  value: (e, [shape, scale], make) => make.call("multiply", scale!, make.call("exp", make.call("divide", e, shape!))),
  units: shapeAndScale,
  says: "Pareto with a shape and a scale, which is the smallest value.",
  source: isee,
});
