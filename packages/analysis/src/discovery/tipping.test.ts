import { describe, expect, test } from "vitest";
import { even, hashedStream } from "../testing/draws.ts";
import { tippingValue } from "./tipping.ts";

const size = 4000;
const x = Float64Array.from({ length: size }, (_, n) => 10 + 5 * even(n, 0));
const noise = Float64Array.from({ length: size }, (_, n) => even(n, 1));
const options = { uniform: hashedStream(1) };
const holdsWhere = (chance: (x: number) => number) => x.map((value, n) => Number(noise[n]! < chance(value)));
const tip = (chance: (x: number) => number) => tippingValue(x, Uint8Array.from(holdsWhere(chance)), options);

describe("the value at which the share is one half, by closed form", () => {
  for (const [what, chance, want, holds] of [
    ["a step", (v) => Number(v > 12.2), 12.2, "above"],
    ["a straight line down", (v) => (15 - v) / 5, 12.5, "below"],
    ["a logistic curve", (v) => 1 / (1 + Math.exp(-3 * (v - 13))), 13, "above"],
  ] as const satisfies readonly (readonly [string, (v: number) => number, number, string])[])
    test(what, () => {
      const found = tip(chance);
      if (found.kind !== "tips") throw new Error(found.kind);
      expect(found.holds).toBe(holds);
      expect(Math.abs(found.value - want)).toBeLessThan(0.1);
      expect(found.low).toBeLessThanOrEqual(want);
      expect(found.high).toBeGreaterThanOrEqual(want);
    });
});

test("where futures are unevenly spread along the input, a straight change is still met", () => {
  const squared = Float64Array.from({ length: size }, (_, n) => even(n, 0) ** 2);
  const holds = Uint8Array.from(squared, (v, n) => Number(noise[n]! < v));
  expect(tippingValue(squared, holds, options)).toMatchObject({ kind: "tips", value: expect.closeTo(0.5, 1) });
});

test("never: most futures hold, or few, all along", () => {
  expect(tip(() => 0.8)).toEqual({ kind: "never", holds: true });
  expect(tip(() => 0.1)).toEqual({ kind: "never", holds: false });
  expect(tippingValue(new Float64Array(50).fill(2), new Uint8Array(50).fill(1), options)).toEqual({
    kind: "never",
    holds: true,
  });
});

test("unsettled: it turns twice, or is about half everywhere", () => {
  const twice = tip((v) => Number(v > 11.5 && v < 13.5));
  if (twice.kind !== "unsettled") throw new Error(twice.kind);
  expect(twice.crossings).toEqual([expect.closeTo(11.5, 0), expect.closeTo(13.5, 0)]);
  expect(tip(() => 0.5).kind).toBe("unsettled");
});

test("the interval holds the true value about 95 times in 100", () => {
  let covered = 0;
  let told = 0;
  for (let run = 0; run < 200; run++) {
    const uniform = hashedStream(run);
    const input = Float64Array.from({ length: 500 }, (_, n) => uniform(2 * n));
    const holds = Uint8Array.from(input, (v, n) => Number(uniform(2 * n + 1) < v));
    const found = tippingValue(input, holds, { uniform: hashedStream(1000 + run), resamples: 100 });
    if (found.kind !== "tips") continue;
    told++;
    if (found.low <= 0.5 && 0.5 <= found.high) covered++;
  }
  expect(told).toBeGreaterThan(100);
  // 95 % less 3.5 standard errors of 100 draws.
  expect(covered / told).toBeGreaterThan(0.95 - 3.5 * Math.sqrt((0.95 * 0.05) / told));
});
