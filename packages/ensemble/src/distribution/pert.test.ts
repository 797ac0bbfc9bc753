import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pert } from "./pert.ts";

/** A fraction of whole numbers. */
interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

// With the mode at k quarters of the range, exponents are whole numbers, and the share below x is a polynomial (DLMF 8.17.5): exact
// in fractions. The value found is right to 1.5e-14 (of itself below the mean, of the range above it) if the shares below what is
// so much less and more enclose u.
describe.each([0, 1, 2, 3, 4])("the mode at %i quarters, against exact fractions", (quarters) => {
  const quantile = pert.open({ low: 0, mode: quarters / 4, high: 1 });

  test("the share below the value found is u", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 53 - 1 }), fc.nat(40), (k, small) => {
        const u = k / 2 ** 53 / 2 ** (k % 2 === 0 ? small : 0);
        const x = quantile(u);
        const slack = 64 * Number.EPSILON * (x < (1 + quarters) / 6 ? x : 1);
        expect(isAtMost(shareBelow(x - slack, quarters), fractionOf(u))).toBe(true);
        expect(isAtMost(fractionOf(u), shareBelow(Math.min(x + slack, 1), quarters))).toBe(true);
      }),
    );
  });
});

// x at u, from the regularised incomplete beta function of mpmath 1.3 with 50 digits, inverted by bisection and Newton steps.
test.each([
  [0.125, 9.313225746154785e-10, 2.4329491887686873e-7],
  [0.125, 0.015625, 0.01631387498361688],
  [0.125, 0.25, 0.12014804864356489],
  [0.125, 0.5, 0.2211198949227273],
  [0.125, 0.90625, 0.49190089311927876],
  [0.125, 0.9999990463256836, 0.9626873032211246],
  [0.0625, 9.313225746154785e-10, 1.3524388871327393e-8],
  [0.0625, 0.015625, 0.008258007745465232],
  [0.0625, 0.25, 0.08654979012979346],
  [0.0625, 0.5, 0.1750706041319665],
  [0.0625, 0.90625, 0.4368691013195151],
  [0.0625, 0.9999990463256836, 0.9514729165184789],
  [0.375, 9.313225746154785e-10, 9.402810631209856e-5],
  [0.375, 0.015625, 0.07720645959906564],
  [0.375, 0.25, 0.27390373031694204],
  [0.375, 0.5, 0.4068449408931939],
  [0.375, 0.90625, 0.6801049138267407],
  [0.375, 0.9999990463256836, 0.9893556683626449],
  [0.4375, 0.5, 0.4534158471579068],
  [0.4375, 0.90625, 0.7209029344422012],
  [0.9375, 9.313225746154785e-10, 0.011259388670968335],
  [0.9375, 0.015625, 0.38105657177517915],
  [0.9375, 0.25, 0.7015498193360595],
  [0.9375, 0.5, 0.8249293958680335],
  [0.9375, 0.90625, 0.9637120720117242],
  [0.9375, 0.9999990463256836, 0.9999965377365483],
])("the mode at %f of the range: at %f it is %f", (mode, u, want) => {
  const x = pert.open({ low: 0, mode, high: 1 })(u);
  expect(Math.abs(x - want)).toBeLessThanOrEqual(1.5e-14 * want);
});

test("is a mirror image of itself with the mode on the other side", () => {
  const unit = fc.integer({ min: 1, max: 2 ** 53 - 1 }).map((k) => k / 2 ** 53);
  fc.assert(
    fc.property(unit, unit, (mode, u) => {
      const x = pert.open({ low: 0, mode, high: 1 })(u);
      const mirrored = pert.open({ low: 0, mode: 1 - mode, high: 1 })(1 - u);
      expect(Math.abs(x - (1 - mirrored))).toBeLessThanOrEqual(2e-14);
    }),
    { numRuns: 30 },
  );
});

// Malcolm et al. 1959: the mean is (low + 4 mode + high) / 6.
test("has the mean that PERT is known for", () => {
  const quantile = pert.open({ low: 2, mode: 3, high: 12 });
  const n = 20_000;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += quantile((i + 0.5) / n);
  expect(sum / n).toBeCloseTo((2 + 4 * 3 + 12) / 6, 5);
});

function shareBelow(x: number, quarters: number): Fraction {
  const { top, bottom } = fractionOf(x);
  let sum = 0n;
  for (let j = quarters + 1; j <= 5; j++) sum += choose5[j]! * top ** BigInt(j) * (bottom - top) ** BigInt(5 - j);
  return { top: sum, bottom: bottom ** 5n };
}

const choose5 = [1n, 5n, 10n, 10n, 5n, 1n];

function isAtMost(a: Fraction, b: Fraction): boolean {
  return a.top * b.bottom <= b.top * a.bottom;
}

function fractionOf(x: number): Fraction {
  let bottom = 1n;
  let scaled = x;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    bottom *= 2n;
  }
  return { top: BigInt(scaled), bottom };
}
