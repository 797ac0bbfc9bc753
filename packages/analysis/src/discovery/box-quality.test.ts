import { describe, expect, test } from "vitest";
import { hashed } from "../testing/draws.ts";
import { evenFutures } from "../testing/futures.ts";
import { boxOf, inputTable } from "./box.ts";
import { chooseBox } from "./box-choice.ts";
import { boxReproducibility, quasiPValues } from "./box-quality.ts";
import { primTrajectory } from "./prim.ts";

describe("quasi-p-values", () => {
  // Ten futures along x, the last six of interest but one; the box x > 4.5 holds five, of which four are of interest.
  const x = Float64Array.from({ length: 10 }, (_, n) => n);
  const futures = { table: inputTable([x]), interest: Uint8Array.from([0, 0, 0, 0, 1, 1, 0, 1, 1, 1]) };

  test("one limit: the binomial tail at the density of all, by hand", () => {
    const box = boxOf(futures, [{ input: 0, low: 4.5, high: null }]);
    // P(X ≥ 4 of 5) at 1/2: (5 + 1) / 32.
    expect(quasiPValues(futures, box)[0]).toBeCloseTo(6 / 32, 12);
  });

  test("a limit that matters has a small one, one that only the sample made a large one", () => {
    const many = evenFutures(3, 2000, (u) => u[0]! > 0.7);
    const [matters, chance] = quasiPValues(
      many,
      boxOf(many, [
        { input: 0, low: 0.6, high: null },
        { input: 1, low: null, high: 0.9 },
      ]),
    );
    expect(matters).toBeLessThan(1e-9);
    expect(chance).toBeGreaterThan(0.05);
  });
});

describe("reproducibility", () => {
  const futures = evenFutures(5, 2000, (u) => u[1]! > 0.6 && u[3]! < 0.4);
  const box = chooseBox(futures, primTrajectory(futures))!;
  const found = boxReproducibility(futures, box, { uniform: hashed, resamples: 20 });

  test("halves of the futures limit the inputs that matter again and seldom another", () => {
    expect(found.map(({ input }) => input)).toEqual([0, 1, 2, 3, 4]);
    for (const { input, atCoverage, atDensity } of found)
      if (input === 1 || input === 3) {
        expect(atCoverage).toBe(1);
        expect(atDensity).toBe(1);
      } else expect(atCoverage).toBeLessThan(0.5);
  });

  test("a box that no half can match is not reproduced", () => {
    const unreachable = boxReproducibility(futures, { ...box, density: 1.1 }, { uniform: hashed, resamples: 4 });
    for (const { atDensity } of unreachable) expect(atDensity).toBe(0);
  });
});
