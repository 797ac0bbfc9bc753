import { describe, expect, test } from "vitest";
import { asinCoefficients } from "./asin.ts";
import { atanCoefficients } from "./atan.ts";
import { FixedPoint } from "./exact/fixed-point.ts";
import { type ExactFunction, nearMinimax, nearMinimaxRatio } from "./exact/near-minimax.ts";
import { powerSeries, Reference } from "./exact/reference.ts";
import { expCoefficients, ln2 } from "./exp.ts";
import { coshCoefficients, sinhCoefficients } from "./hyperbolic.ts";
import { lnCoefficients } from "./ln.ts";
import {
  lnPi,
  nearOneCoefficients,
  nearTwoCoefficients,
  slopes,
  stirlingCoefficients,
  stirlingConstant,
} from "./ln-gamma.ts";
import { lnSumCoefficients, lnTable } from "./ln-sum.ts";
import { normCdfCoefficients, normCdfMiddle } from "./norm-cdf.ts";
import { centre, centreEnd, farTail, nearTail, rootOfTwo, rootOfTwoPi } from "./norm-inv.ts";
import { halfPi, halfPiParts, inverseHalfPiDigits } from "./quadrant.ts";
import { cosCoefficients, sinCoefficients } from "./sin-cos.ts";

// Every number that a kernel carries is worked out again here, from the definition of what it approximates.

const fx = new FixedPoint(512);
const reference = new Reference(fx);
const [one, pi, two] = [fx.one, fx.pi(), fx.integer(2)];
const lnOfTwo = fx.ln(two);

/** Σ c(k) x^k, where c(k) is a fraction. */
function seriesOf(coefficient: (k: bigint) => readonly [over: bigint, under: bigint]): ExactFunction {
  return (x) => {
    let [sum, power] = [0n, one];
    for (let k = 0n; power > 0n || power < -1n; k++) {
      const [over, under] = coefficient(k);
      sum += (power * over) / under;
      power = fx.mul(power, x);
    }
    return sum;
  };
}

const factorial = (n: bigint): bigint => (n <= 1n ? 1n : n * factorial(n - 1n));
const alternating = (k: bigint): bigint => (k % 2n === 0n ? 1n : -1n);
/** The coefficient of x^(2k + 1) in asin x: (2k)! / (4^k k!² (2k + 1)). */
const asinTerm = (k: bigint): readonly [bigint, bigint] => [
  factorial(2n * k),
  4n ** k * factorial(k) ** 2n * (2n * k + 1n),
];

// Intervals end a little past where the reduction of the argument does, since that is rounded.
const past = (x: bigint, parts: bigint): bigint => x + x / parts;
const halfLn2 = past(lnOfTwo / 2n, 100_000n);
const root = fx.sqrt(two);
const lnSquare = past(square(fx.div(root - one, root + one)), 10_000n);
const quarterTurn = past(square(pi / 4n), 10_000n);
const hyperbolicSquare = past(square(lnOfTwo / 2n), 10_000n);
const eighth = fx.ratio(1, 8);
const euler = -slopeOfLnGamma();

function square(x: bigint): bigint {
  return fx.mul(x, x);
}

/** ln Γ'(1), by a difference so small that it is exact to a hundred digits. */
function slopeOfLnGamma(): bigint {
  const step = one >> 150n;
  const [above, below] = [reference.lnGammaOf(one + step), reference.lnGammaOf(one - step)];
  return fx.div(above - below, 2n * step);
}

/** (ln Γ(at + t) - slope t) / t² */
const lnGammaNear =
  (at: bigint, slope: bigint): ExactFunction =>
  (t) =>
    fx.div(reference.lnGammaOf(at + t) - fx.mul(slope, t), square(t));

/** (1 + a) Φ(-a) e^(a²/2), for s = (a - middle) / (a + middle) */
function levelTail(s: bigint): bigint {
  const a = fx.div(BigInt(normCdfMiddle) * (one + s), one - s);
  return fx.div(fx.mul(one + a, reference.millsRatio(a)), fx.sqrt(2n * pi));
}

/** (ln Γ(y) - (y - ½) ln y + y - ½ ln 2π) y, for y = 1 / √w */
function stirlingRest(w: bigint): bigint {
  const y = fx.div(one, fx.sqrt(w));
  const main = fx.mul(y - one / 2n, reference.lnOfFixed(y)) - y + reference.lnOfFixed(2n * pi) / 2n;
  return fx.mul(reference.lnGammaOf(y) - main, y);
}

describe("polynomials", () => {
  test.each([
    {
      name: "exp",
      carried: expCoefficients.slice(1),
      fit: { of: seriesOf((k) => [1n, factorial(k + 3n)]), from: -halfLn2, to: halfLn2, degree: 9, weight: 3 },
    },
    {
      name: "ln",
      carried: lnCoefficients,
      fit: { of: seriesOf((k) => [2n, 2n * k + 3n]), from: 0n, to: lnSquare, degree: 6, weight: 1 },
    },
    {
      name: "ln in two doubles",
      carried: lnSumCoefficients,
      fit: { of: seriesOf((k) => [alternating(k), k + 3n]), from: -(one >> 7n), to: one >> 7n, degree: 5, weight: 2 },
    },
    {
      name: "sin",
      carried: sinCoefficients,
      fit: {
        of: seriesOf((k) => [-alternating(k), factorial(2n * k + 3n)]),
        from: 0n,
        to: quarterTurn,
        degree: 5,
        weight: 1,
      },
    },
    {
      name: "cos",
      carried: cosCoefficients,
      fit: {
        of: seriesOf((k) => [alternating(k), factorial(2n * k + 4n)]),
        from: 0n,
        to: quarterTurn,
        degree: 5,
        weight: 2,
      },
    },
    {
      name: "asin",
      carried: asinCoefficients,
      fit: { of: seriesOf((k) => asinTerm(k + 1n)), from: 0n, to: one / 4n, degree: 12, weight: 1 },
    },
    {
      name: "atan",
      carried: atanCoefficients,
      fit: {
        of: seriesOf((k) => [-alternating(k), 2n * k + 3n]),
        from: 0n,
        to: past(square(fx.ratio(3, 32)), 1000n),
        degree: 5,
        weight: 1,
      },
    },
    {
      name: "sinh",
      carried: sinhCoefficients,
      fit: { of: seriesOf((k) => [1n, factorial(2n * k + 3n)]), from: 0n, to: hyperbolicSquare, degree: 4, weight: 1 },
    },
    {
      name: "cosh",
      carried: coshCoefficients,
      fit: { of: seriesOf((k) => [1n, factorial(2n * k + 4n)]), from: 0n, to: hyperbolicSquare, degree: 4, weight: 2 },
    },
    {
      name: "ln Γ near 1",
      carried: nearOneCoefficients,
      fit: { of: lnGammaNear(one, -euler), from: -eighth, to: eighth, degree: 12, weight: 1 },
    },
    {
      name: "ln Γ near 2",
      carried: nearTwoCoefficients,
      fit: { of: lnGammaNear(two, one - euler), from: -eighth, to: eighth, degree: 10, weight: 1 },
    },
    {
      name: "Stirling's rest",
      carried: stirlingCoefficients,
      fit: { of: stirlingRest, from: 0n, to: one / 64n, degree: 6, weight: 0 },
    },
    {
      name: "the normal tail",
      carried: normCdfCoefficients,
      fit: { of: levelTail, from: -one, to: fx.ratio(39 - normCdfMiddle, 39 + normCdfMiddle), degree: 22, weight: 0 },
    },
  ])("$name", ({ carried, fit }) => expect(nearMinimax(fx, fit)).toEqual([...carried]));
});

describe("ratios", () => {
  const rootTwoPi = fx.sqrt(2n * pi);
  const ofCentre: ExactFunction = (t) => {
    const z = fx.of(centreEnd) - t;
    const q = fx.sqrt(z);
    return fx.div(fx.div(reference.normInvOfCentre(q), q) - rootTwoPi, z);
  };
  const ofTail =
    (start: bigint): ExactFunction =>
    (t) =>
      reference.normInvOfTail(square(start + t)) - fx.mul(root, start + t);
  const shift = fx.ratio(72, 1024);
  const [nearStart, farStart] = [fx.ratio(3, 2), fx.integer(5)];
  test.each([
    {
      name: "centre",
      carried: centre,
      fit: { of: ofCentre, shift, from: shift, to: shift + fx.of(centreEnd), degree: 8 },
    },
    {
      name: "near tail",
      carried: nearTail,
      fit: { of: ofTail(nearStart), shift: nearStart, from: fx.ratio(16, 10), to: farStart, degree: 8 },
    },
    {
      name: "far tail",
      carried: farTail,
      fit: { of: ofTail(farStart), shift: farStart, from: farStart, to: fx.ratio(275, 10), degree: 7 },
    },
  ])("$name of the inverse normal", ({ carried, fit }) => expect(nearMinimaxRatio(fx, fit)).toEqual(carried));
});

describe("constants in two doubles", () => {
  test.each([
    ["ln 2", ln2, lnOfTwo, 42],
    ["π/2", halfPi, pi / 2n, 60],
    ["-γ", slopes.atOne, -euler, 60],
    ["1 - γ", slopes.atTwo, one - euler, 60],
    ["½ ln 2π - ½", stirlingConstant, (reference.lnOfFixed(2n * pi) - one) / 2n, 60],
    ["√2", rootOfTwo, root, 60],
    ["√2π", rootOfTwoPi, fx.sqrt(2n * pi), 60],
  ] as const)("%s", (_, { high, low }, exact, bits) => {
    expect(high).toBe(bits === 60 ? fx.toDouble(exact) : Math.round(fx.toDouble(exact) * 2 ** bits) / 2 ** bits);
    expect(low).toBe(fx.toDouble(exact - fx.of(high)));
  });

  test("ln π", () => expect(lnPi).toBe(fx.toDouble(reference.lnOfFixed(pi))));

  test("π/2 in parts of 33 bits", () => {
    let rest = pi / 2n;
    for (const [index, part] of halfPiParts.entries()) {
      const bits = BigInt(fx.bits - [32, 66, 100, 1100][index]!);
      expect(part).toBe(bits > 0n ? fx.toDouble((rest >> bits) << bits) : fx.toDouble(rest));
      rest -= fx.of(part);
    }
  });
});

describe("tables", () => {
  const rows = Array.from({ length: lnTable.values.length / 4 }, (_, row) => [
    ...lnTable.values.slice(row * 4, row * 4 + 3),
  ]);

  test("the logarithms are those of the inverses, to 95 bits", () => {
    for (const [inverse, high, low] of rows) {
      const error = fx.of(high!) + fx.of(low!) + reference.lnOf(inverse!);
      expect(Math.abs(fx.toDouble(error))).toBeLessThan(2 ** -95);
      expect(high! * 2 ** 42).toBe(Math.round(high! * 2 ** 42));
    }
  });

  // What lnSum relies on: m/c - 1 is a double, and the table's logarithm is 0 or the larger of the two.
  test("every significand is taken within 2^-7 of 1", () => {
    for (const [row, [inverse, high]] of rows.entries()) {
      const from = row < 75 ? 1 - (75 - row) / 256 : 1 + (row - 75) / 128;
      const to = row < 75 ? from + 1 / 256 : from + 1 / 128;
      const largest = Math.max(Math.abs(from * inverse! - 1), Math.abs(to * inverse! - 1));
      expect(largest).toBeLessThanOrEqual(2 ** -7);
      expect((inverse! * (from < 1 ? 128 : 256)) % 1).toBe(0);
      if (high !== 0) expect(Math.abs(high!)).toBeGreaterThanOrEqual(largest);
      else expect(inverse).toBe(1);
    }
  });

  test("the digits of 2/π add up to it", () => {
    const wide = new FixedPoint(1300);
    const sum = inverseHalfPiDigits.values.reduce((total, digit) => (total << 24n) + BigInt(digit), 0n);
    const digits = BigInt(inverseHalfPiDigits.values.length - 3);
    const exact = wide.div(wide.integer(2), wide.pi());
    expect(exact >> (1300n - 24n * digits)).toBe(sum);
  });
});

test("the powers of e add up as they should", () => {
  expect(fx.toDouble(powerSeries(fx, one, (n) => n))).toBe(Math.E);
});
