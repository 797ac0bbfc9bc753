import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkDistribution, type Distribution, distributionEnds, openDistribution } from "./distributions.ts";

const spread: readonly Distribution[] = [
  { kind: "uniform", low: -2, high: 3 },
  { kind: "log-uniform", low: 1e-3, high: 1e4 },
  { kind: "triangular", low: 1, mode: 2, high: 5 },
  { kind: "triangular", low: 1, mode: 1, high: 5 },
  { kind: "triangular", low: 1, mode: 5, high: 5 },
  { kind: "pert", low: 0, mode: 0.3, high: 2 },
  { kind: "pert", low: 0, mode: 0, high: 2 },
  { kind: "pert", low: -1, mode: 2, high: 2 },
  { kind: "normal", mean: 1, deviation: 2 },
  { kind: "normal", mean: 1, deviation: 2, low: 0 },
  { kind: "normal", mean: 0, deviation: 1, low: 6, high: 7 },
  { kind: "lognormal", median: 3, factor: 2 },
  { kind: "lognormal", median: 3, factor: 2, low: 1, high: 10 },
  { kind: "integer", low: -2, high: 4 },
  { kind: "categorical", values: [5, 7, 9] },
  { kind: "categorical", values: [1, 2, 3], weights: [1, 0, 3] },
  { kind: "interval", low: 5, high: 9 },
  { kind: "interval", low: -1, high: 4 },
  { kind: "empirical", values: [3, 1, 1, 8] },
  { kind: "empirical", values: [3] },
  { kind: "pert", low: 0, mode: 0.3, high: 2, within: { low: 0.5 } },
  { kind: "uniform", low: -2, high: 3, within: { low: 0, high: 1 } },
  { kind: "lognormal", median: 3, factor: 2, within: { high: 5 } },
  { kind: "integer", low: -2, high: 4, within: { low: -0.5, high: 2.5 } },
  { kind: "categorical", values: [9, 2, 3], weights: [1, 2, 3], within: { low: 2.5 } },
  { kind: "empirical", values: [3, 1, 1, 8], within: { low: 2 } },
];

// u as designs give it: a multiple of 2^-53 in [0, 1), its ends the likeliest to fail.
const unit = fc.oneof(
  fc.constantFrom(0, 2 ** -53, 1 - 2 ** -53),
  fc.integer({ min: 0, max: 2 ** 53 - 1 }).map((k) => k / 2 ** 53),
);

describe.each(spread.map((one) => [JSON.stringify(one), one] as const))("%s", (_, distribution) => {
  const quantile = openDistribution(distribution);
  const { low, high } = distributionEnds(distribution);

  test("has no problem", () => expect(checkDistribution(distribution)).toBeUndefined());

  test("stays finite and within its bounds", () => {
    fc.assert(
      fc.property(unit, (u) => {
        const x = quantile(u);
        expect(Number.isFinite(x) && x >= low && x <= high).toBe(true);
      }),
    );
  });

  if (distribution.kind !== "categorical")
    test("never falls as u rises, but for rounding", () => {
      fc.assert(
        fc.property(unit, unit, (a, b) => {
          const [x, y] = [quantile(Math.min(a, b)), quantile(Math.max(a, b))];
          expect(x).toBeLessThanOrEqual(y + 8 * Number.EPSILON * (Math.abs(x) + Math.abs(y)));
        }),
      );
    });
});

// Closed forms, and the textbook's quantiles of the normal distribution (Abramowitz & Stegun 1964, table 26.5).
for (const [distribution, u, want] of [
  [{ kind: "uniform", low: -2, high: 3 }, 0.25, -0.75],
  [{ kind: "log-uniform", low: 0.01, high: 100 }, 0.5, 1],
  [{ kind: "log-uniform", low: 1, high: 1000 }, 1 / 3, 10],
  [{ kind: "triangular", low: 0, mode: 1, high: 4 }, 0.25, 1],
  [{ kind: "triangular", low: 0, mode: 1, high: 4 }, 0.0625, 0.5],
  [{ kind: "triangular", low: 0, mode: 1, high: 4 }, 0.8125, 4 - Math.sqrt(0.1875 * 12)],
  [{ kind: "triangular", low: 0, mode: 0, high: 1 }, 0.75, 0.5],
  [{ kind: "triangular", low: 0, mode: 1, high: 1 }, 0.25, 0.5],
  [{ kind: "pert", low: 10, mode: 15, high: 20 }, 0.5, 15],
  [{ kind: "pert", low: 0, mode: 0, high: 1 }, 1 - 0.5 ** 5, 0.5],
  [{ kind: "pert", low: 0, mode: 1, high: 1 }, 0.5 ** 5, 0.5],
  [{ kind: "normal", mean: 10, deviation: 2 }, 0.5, 10],
  [{ kind: "normal", mean: 0, deviation: 1 }, 0.975, 1.959963984540054],
  [{ kind: "normal", mean: 0, deviation: 1 }, 0.1, -1.2815515655446004],
  [{ kind: "normal", mean: 3, deviation: 1, low: 1, high: 5 }, 0.5, 3],
  [{ kind: "lognormal", median: 7, factor: 3 }, 0.5, 7],
  [{ kind: "lognormal", median: 1, factor: 2 }, 0.975, 2 ** 1.959963984540054],
  [{ kind: "lognormal", median: 4, factor: 2, low: 1, high: 16 }, 0.5, 4],
  [{ kind: "integer", low: 3, high: 6 }, 0.7499, 5],
  [{ kind: "integer", low: 3, high: 6 }, 0.75, 6],
  [{ kind: "integer", low: 3, high: 3 }, 0.9, 3],
  [{ kind: "categorical", values: [5, 7, 9] }, 0.5, 7],
  [{ kind: "categorical", values: [5, 7], weights: [3, 1] }, 0.7499, 5],
  [{ kind: "categorical", values: [5, 7], weights: [3, 1] }, 0.75, 7],
  [{ kind: "categorical", values: [1, 2, 3], weights: [0, 1, 0] }, 0, 2],
  [{ kind: "interval", low: 5, high: 9 }, 0.05, 5],
  [{ kind: "interval", low: 5, high: 9 }, 0.5, Math.sqrt(45)],
  [{ kind: "interval", low: 5, high: 9 }, 0.95, 9],
  [{ kind: "interval", low: -1, high: 4 }, 0.05, -1],
  [{ kind: "interval", low: -1, high: 4 }, 0.5, 1.5],
  [{ kind: "interval", low: -1, high: 4 }, 0.95, 4],
  [{ kind: "empirical", values: [3, 1, 8] }, 0.5, 3],
  [{ kind: "empirical", values: [3, 1, 8] }, 0.25, 2],
  [{ kind: "empirical", values: [3, 1, 8] }, 0.875, 6.75],
  [{ kind: "uniform", low: 0, high: 10, within: { low: 2, high: 4 } }, 0.25, 2.5],
  [{ kind: "triangular", low: 0, mode: 1, high: 1, within: { low: 0.5 } }, 0.5, Math.sqrt(0.625)],
  [{ kind: "integer", low: 1, high: 6, within: { low: 3, high: 4 } }, 0.4999, 3],
  [{ kind: "integer", low: 1, high: 6, within: { low: 3, high: 4 } }, 0.5, 4],
  [{ kind: "categorical", values: [5, 7, 9], weights: [2, 1, 1], within: { low: 6 } }, 0.4999, 7],
  [{ kind: "categorical", values: [5, 7, 9], weights: [2, 1, 1], within: { low: 6 } }, 0.5, 9],
] as const)
  test(`${JSON.stringify(distribution)} at ${u} is ${want}`, () => {
    const got = openDistribution<Distribution["kind"]>(distribution)(u);
    expect(Math.abs(got - want)).toBeLessThanOrEqual(1e-14 * Math.max(1, Math.abs(want)));
  });

// z at u between two ends, from the error function of mpmath 1.3 with 50 digits.
test.each([
  [1, 2, 0.25, 1.1519102717226786],
  [1, 2, 0.5, 1.336440347745247],
  [1, 2, 0.984375, 1.9621304472396197],
  [-1, 3, 0.25, -0.3354204656676815],
  [-1, 3, 0.5, 0.19844789960344728],
  [-1, 3, 0.984375, 2.1841716803875655],
  [6, undefined, 0.25, 6.046541477816288],
  [6, undefined, 0.5, 6.111565061813439],
  [6, undefined, 0.984375, 6.642546839401844],
  [undefined, -5, 0.25, -5.26093360482116],
  [undefined, -5, 0.5, -5.132018332044298],
  [undefined, -5, 0.984375, -5.003035551572437],
  [-0.5, undefined, 0.25, -0.04663227523039811],
  [-0.5, undefined, 0.5, 0.39687117508954456],
  [-0.5, undefined, 0.984375, 2.297185289993935],
  [9, 9.5, 0.25, 9.031191270577684],
  [9, 9.5, 0.5, 9.074779128626098],
  [9, 9.5, 0.984375, 9.397397189415967],
])("a normal distribution between %s and %s at %s is %s", (low, high, u, want) => {
  const ends = { ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) };
  const z = openDistribution({ kind: "normal", mean: 0, deviation: 1, ...ends })(u);
  expect(Math.abs(z - want)).toBeLessThanOrEqual(1e-14 * Math.abs(want));
  const x = openDistribution({ kind: "normal", mean: 0, deviation: 0.5, ...halved(ends) })(u);
  expect(x).toBeCloseTo(want / 2, 13);
});

function halved({ low, high }: { low?: number; high?: number }): { low?: number; high?: number } {
  return { ...(low === undefined ? {} : { low: low / 2 }), ...(high === undefined ? {} : { high: high / 2 }) };
}

const nan = Number.NaN;
for (const [what, distribution] of [
  ["ends exchanged", { kind: "uniform", low: 3, high: 2 }],
  ["ends equal", { kind: "uniform", low: 2, high: 2 }],
  ["an end that is no number", { kind: "uniform", low: nan, high: 2 }],
  ["an open end", { kind: "uniform", low: 0, high: Number.POSITIVE_INFINITY }],
  ["a range too wide for a double", { kind: "uniform", low: -1.7e308, high: 1.7e308 }],
  ["zero on a logarithmic range", { kind: "log-uniform", low: 0, high: 2 }],
  ["a logarithmic range exchanged", { kind: "log-uniform", low: 3, high: 2 }],
  ["a mode outside", { kind: "triangular", low: 0, mode: 3, high: 2 }],
  ["a mode that is no number", { kind: "pert", low: 0, mode: nan, high: 2 }],
  ["no deviation", { kind: "normal", mean: 0, deviation: 0 }],
  ["a mean that is no number", { kind: "normal", mean: nan, deviation: 1 }],
  ["normal ends exchanged", { kind: "normal", mean: 0, deviation: 1, low: 1, high: -1 }],
  ["an end past all of the bell", { kind: "normal", mean: 0, deviation: 1, low: 40 }],
  ["a median below zero", { kind: "lognormal", median: -1, factor: 2 }],
  ["a factor of one", { kind: "lognormal", median: 1, factor: 1 }],
  ["a lognormal end below zero", { kind: "lognormal", median: 1, factor: 2, low: -1 }],
  ["lognormal ends exchanged", { kind: "lognormal", median: 1, factor: 2, low: 3, high: 2 }],
  ["half a number", { kind: "integer", low: 0.5, high: 2 }],
  ["whole numbers exchanged", { kind: "integer", low: 3, high: 2 }],
  ["nothing to choose from", { kind: "categorical", values: [] }],
  ["a choice that is no number", { kind: "categorical", values: [1, nan] }],
  ["too few weights", { kind: "categorical", values: [1, 2], weights: [1] }],
  ["a negative weight", { kind: "categorical", values: [1, 2], weights: [-1, 2] }],
  ["a range exchanged", { kind: "interval", low: 9, high: 5 }],
  ["nothing seen", { kind: "empirical", values: [] }],
  ["something seen that is no number", { kind: "empirical", values: [1, nan] }],
  ["a cut past all of it", { kind: "uniform", low: 0, high: 1, within: { low: 2 } }],
  ["a cut exchanged", { kind: "uniform", low: 0, high: 1, within: { low: 0.7, high: 0.3 } }],
  ["a cut at no number", { kind: "uniform", low: 0, high: 1, within: { low: nan } }],
  ["a cut between two whole numbers", { kind: "integer", low: 0, high: 9, within: { low: 3.2, high: 3.8 } }],
  ["a cut that leaves no choice", { kind: "categorical", values: [1, 5], within: { low: 2, high: 4 } }],
  ["no weight at all", { kind: "categorical", values: [1, 2], weights: [0, 0] }],
] as const)
  test(`${what} is a problem`, () =>
    expect(checkDistribution<Distribution["kind"]>(distribution)?.code).toBe("distribution"));

test("a normal distribution cut off in either way is the same", () => {
  const own = openDistribution({ kind: "normal", mean: 3, deviation: 2, low: 2, high: 8 });
  const cut = openDistribution({ kind: "normal", mean: 3, deviation: 2, within: { low: 2, high: 8 } });
  fc.assert(
    fc.property(unit, (u) => {
      expect(cut(u)).toBeCloseTo(own(u), 12);
    }),
  );
});
