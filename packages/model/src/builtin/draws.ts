import type { Builtin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, clock, type PrimitiveName } from "./term.ts";

type DrawName = Extract<PrimitiveName, `draw${string}`>;

/** What a random function draws each step, as a function of its place: the same numbers come of the same place, future and step. */
const draw = (id: string, primitive: DrawName, says: string, source: string): Builtin =>
  pure({
    id,
    names: {},
    args: ["low", "high", "shift", "stretch", "shape", "second shape", "place"],
    units: () => undefined,
    meaning: (low, high, shift, stretch, shape, second, place) =>
      apply[primitive](
        low,
        high,
        shift,
        stretch,
        shape,
        second,
        place,
        clock("future"),
        clock("moment"),
        clock("keyLow"),
        clock("keyHigh"),
      ),
    says,
    source,
    cases: [],
  });

const inverse = "the inverse of the distribution function, of a Philox 4x32-10 number";

export const uniform = draw("draw-uniform", "drawUniform", "Uniform between 0 and 1, both left out.", inverse);
export const normal = draw("draw-normal", "drawNormal", "Standard normal.", inverse);
export const exponential = draw("draw-exponential", "drawExponential", "Exponential with mean 1.", inverse);
export const logistic = draw("draw-logistic", "drawLogistic", "Logistic with location 0 and scale 1.", inverse);
export const triangular = draw("draw-triangular", "drawTriangular", "From 0 to 1 with a peak.", inverse);
export const weibull = draw("draw-weibull", "drawWeibull", "Weibull of a shape, with mean 1.", inverse);

export const gamma = draw(
  "draw-gamma",
  "drawGamma",
  "Gamma of a shape, with scale 1.",
  "Marsaglia & Tsang 2000, ACM TOMS 26, 363-372",
);

export const beta = draw("draw-beta", "drawBeta", "Beta of two shapes.", "X / (X + Y) of two gamma draws");

export const poisson = draw(
  "draw-poisson",
  "drawPoisson",
  "Poisson with a mean.",
  "Hörmann 1993, Insurance: Mathematics and Economics 12, 39-45; below a mean of 10 by search",
);

export const binomial = draw(
  "draw-binomial",
  "drawBinomial",
  "How many of so many trials succeed.",
  "Hörmann 1993, J. Stat. Comput. Simul. 46, 101-110; below a mean of 10 by search",
);

export const negativeBinomial = draw(
  "draw-negative-binomial",
  "drawNegativeBinomial",
  "How many trials it takes until so many succeed.",
  "a Poisson draw whose mean is a gamma draw",
);

export const place = pure({
  id: "noise-place",
  names: {},
  args: ["call", "seed", "noise seed"],
  units: () => undefined,
  meaning: (call, seed, noiseSeed) => apply.noisePlace(call, seed, noiseSeed),
  says: "A number below 2^32 for a random call, its seed and the model's NOISE SEED.",
  source: "a word of Philox 4x32-10",
  cases: [],
});
