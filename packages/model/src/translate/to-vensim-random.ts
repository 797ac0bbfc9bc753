import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { ExpressionMaker } from "./expression-maker.ts";
import type { Rewriting } from "./to-vensim-function.ts";

/** Further out than any draw. */
const FAR = 1e300;

/** Vensim's draws begin with the bounds and end with the seed, all of which XMILE's may leave out. */
function drawn(
  make: ExpressionMaker,
  name: string,
  [seed, low, high]: readonly (SyntaxExpr | undefined)[],
  ...inside: readonly SyntaxExpr[]
): SyntaxExpr {
  const bounds = [low ?? make.number(-FAR), high ?? make.number(FAR)];
  return make.call(name, ...bounds, ...inside, seed ?? make.number(0));
}

/** Vensim's uniform draw has no bounds but its own, which are those of what lies within further ones. */
const uniform: Rewriting = ([low, high, seed, minimum, maximum], make) => {
  const end = (value: SyntaxExpr) => {
    const below = maximum === undefined ? value : make.call("MIN", value, maximum);
    return minimum === undefined ? below : make.call("MAX", below, minimum);
  };
  return make.call("RANDOM UNIFORM", end(low!), end(high!), seed ?? make.number(0));
};

/** Vensim's gamma draw takes an order below 1 for 1. */
const gamma: Rewriting = ([shape, scale, ...rest], make, known) =>
  (known(shape!) ?? 0) >= 1 ? drawn(make, "RANDOM GAMMA", rest, shape!, make.number(0), scale!) : undefined;

const exponential = (make: ExpressionMaker, seed: SyntaxExpr | undefined) =>
  drawn(make, "RANDOM EXPONENTIAL", [seed], make.number(0), make.number(1));

/** XMILE's random functions in Vensim's: the draws are the same ones, by the names of their variables. */
export const randomInVensim: Readonly<Record<string, Rewriting>> = {
  "xmile-random": uniform,
  "xmile-uniform": uniform,
  "xmile-gamma": gamma,
  "xmile-normal": ([mean, deviation, ...rest], make) => drawn(make, "RANDOM NORMAL", rest, mean!, deviation!),
  "xmile-exprnd": ([mean, ...rest], make) => drawn(make, "RANDOM EXPONENTIAL", rest, make.number(0), mean!),
  "xmile-poisson": ([mean, ...rest], make) =>
    drawn(make, "RANDOM POISSON", rest, mean!, make.number(0), make.number(1)),
  "xmile-beta": ([alpha, beta, ...rest], make) =>
    drawn(make, "RANDOM BETA", rest, alpha!, beta!, make.number(0), make.number(1)),
  "xmile-binomial": ([trials, probability, ...rest], make) => {
    const [zero, one] = [make.number(0), make.number(1)];
    const isShare = make.binary(
      "and",
      make.binary("less-or-equal", zero, probability!),
      make.binary("less-or-equal", probability!, one),
    );
    const certain = make.call("IF THEN ELSE", isShare, probability!, one);
    return drawn(make, "RANDOM BINOMIAL", rest, certain, trials!, zero, one);
  },
  "xmile-geometric": ([probability, ...rest], make) => {
    const one = make.number(1);
    return drawn(make, "RANDOM NEGATIVE BINOMIAL", rest, probability!, one, make.number(0), one);
  },
  "xmile-triangular": ([low, mode, high, ...rest], make) => drawn(make, "RANDOM TRIANGULAR", rest, low!, mode!, high!),
  "xmile-lognormal": ([mean, deviation, seed], make) => {
    const [one, two] = [make.number(1), make.number(2)];
    const ratio = make.binary("divide", deviation!, mean!);
    const variance = make.call("LN", make.binary("add", one, make.binary("multiply", ratio, ratio)));
    const centre = make.binary("subtract", make.call("LN", mean!), make.binary("divide", variance, two));
    const draw = drawn(make, "RANDOM NORMAL", [seed], make.number(0), one);
    return make.call("EXP", make.binary("add", centre, make.binary("multiply", make.call("SQRT", variance), draw)));
  },
  "xmile-weibull": ([shape, scale, seed], make) => {
    const exponent = make.binary("divide", make.number(1), shape!);
    return make.binary("multiply", scale!, make.binary("power", exponential(make, seed), exponent));
  },
  "xmile-pareto": ([shape, scale, seed], make) =>
    make.binary("multiply", scale!, make.call("EXP", make.binary("divide", exponential(make, seed), shape!))),
};
