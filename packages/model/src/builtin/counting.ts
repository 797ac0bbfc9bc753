import { dimensionless } from "../units/unit.ts";
import { pure } from "./pure.ts";
import { apply, type Term } from "./term.ts";
import { pureNumbers } from "./unit-rules.ts";

const source = "iseesystems.com/resources/help/v10, Statistical builtins";

export const factorial = pure({
  id: "factorial",
  names: { xmile: "FACTORIAL" },
  args: ["n"],
  units: pureNumbers,
  meaning: (n) => apply.arrangements(n, n),
  says: "n!, the product of the whole numbers from 1 to n.",
  source,
  cases: [
    [[0], 1],
    [[5], 120],
    [[20], 2432902008176640000],
    [[171], Number.POSITIVE_INFINITY],
    [[-1], Number.NaN],
  ],
});

export const permutations = pure({
  id: "permutations",
  names: { xmile: "PERMUTATIONS" },
  args: ["n", "r"],
  units: pureNumbers,
  meaning: (n, r) => apply.arrangements(n, r),
  says: "n! / (n - r)!, in how many orders r of n things can be taken.",
  source,
  cases: [
    [[5, 3], 60],
    [[5, 0], 1],
    [[3, 5], 0],
    [[5, 2.5], Number.NaN],
  ],
});

export const combinations = pure({
  id: "combinations",
  names: { xmile: "COMBINATIONS" },
  args: ["n", "r"],
  units: pureNumbers,
  meaning: (n, r) => apply.choices(n, r),
  says: "n! / (r! (n - r)!), how many subsets of r things n things have.",
  source,
  cases: [
    [[5, 3], 10],
    [[50, 25], 126410606437752],
    [[3, 5], 0],
    [[-3, 1], Number.NaN],
  ],
});

export const gammaln = pure({
  id: "gammaln",
  names: { xmile: "GAMMALN" },
  args: ["n"],
  units: pureNumbers,
  meaning: (n) => apply.lnGamma(n),
  says: "The natural logarithm of the gamma function; of n + 1 it is that of n!.",
  source,
  cases: [
    [[1], 0],
    [[2], 0],
  ],
});

export const invnorm = pure({
  id: "invnorm",
  names: { xmile: "INVNORM" },
  args: ["probability"],
  units: pureNumbers,
  meaning: (p) => apply.normInv(p),
  says: "The number below which a standard normal number lies with this probability.",
  source,
  cases: [
    [[0.5], 0],
    [[0], Number.NEGATIVE_INFINITY],
    [[2], Number.NaN],
  ],
});

/** The share of normal numbers that lies below x. */
const below = (x: Term, mean: Term, deviation: Term): Term => apply.normCdf(apply.div(apply.sub(x, mean), deviation));

export const normalcdf = pure({
  id: "normalcdf",
  names: { xmile: "NORMALCDF" },
  args: ["left", "right", "mean?", "deviation?"],
  defaults: [0, 1],
  units: ([left, right, mean, deviation], check) => {
    check.same(check.same(left, right), check.same(mean, deviation));
    return dimensionless;
  },
  meaning: (left, right, mean, deviation) => apply.sub(below(right, mean, deviation), below(left, mean, deviation)),
  says: "The probability that a normal number lies between left and right; of mean 0 and deviation 1 where these are left out.",
  source:
    'iseesystems.com/resources/help/v10, Statistical builtins; held to a run of Stella\'s (tests of BPTK-Py, "test_normalcdf")',
  cases: [
    [[-1e9, 0, 0, 1], 0.5],
    [[3, 3, 1, 2], 0],
    [[-1e9, 1e9, 0, 1], 1],
    // Φ(1) - Φ(-1), the normal table's 0.6827.
    [[4, 6, 5, 1], 0.6826894921370859],
  ],
});
