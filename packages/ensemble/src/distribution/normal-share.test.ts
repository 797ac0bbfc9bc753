import { kernels } from "@sequitur/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { normalShare } from "./normal-share.ts";

// Abramowitz & Stegun 1964, tables 26.1 and 26.2; the far tail by its asymptotic series, 26.2.12.
test.each([
  [0, 0.5],
  [1, 0.841344746068543],
  [-1, 0.158655253931457],
  [2, 0.977249868051821],
  [-3, 1.3498980316301e-3],
  [1.959963984540054, 0.975],
  [-5, 2.8665157187919e-7],
  [-6, 9.865876450377e-10],
  [-10, 7.6198530241605e-24],
])("the share below %s is %s", (z, want) => {
  expect(Math.abs(normalShare(z) - want)).toBeLessThanOrEqual(Math.max(2e-13 * want, 4e-16));
});

test("is the inverse of the inverse, and never falls", () => {
  const share = fc.double({ min: 1e-300, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(share, share, (a, b) => {
      // An error of one in the last place of z moves the share by about z squared of those.
      const z = kernels.normInv(a);
      expect(Math.abs(normalShare(z) - a)).toBeLessThanOrEqual(4e-16 + a * (1e-14 + 4e-16 * z * z));
      if (a + 1e-13 < b) expect(normalShare(z)).toBeLessThan(normalShare(kernels.normInv(b)));
    }),
  );
});
