import { expect, test } from "vitest";
import { hashed } from "../testing/draws.ts";
import { designColumn } from "../testing/saltelli-column.ts";
import { saltelliBlocks, saltelliSeries } from "./saltelli-blocks.ts";
import { sobolIndices } from "./sobol.ts";
import { sobolSeries } from "./sobol-series.ts";

const options = { uniform: hashed, resamples: 100 };
// x0 + t x1: the first index of x1 is t² / (1 + t²) at time t, and Σt² / Σ(1 + t²) = 14 / 18 over t = 0 … 3.
const times = [0, 1, 2, 3];
const columns = times.map((t) => designColumn((x) => x[0]! + t * x[1]!, 2, 4096));

test("at each time the index of that time; over all the mean weighted by variance (Gamboa et al. 2014)", () => {
  const { at, whole } = sobolSeries(saltelliSeries(columns, 2), options);
  for (const [i, t] of times.entries()) {
    expect(at[i]).toEqual(sobolIndices(saltelliBlocks(columns[i]!, 2), options));
    expect(at[i]!.first[1]!.value).toBeCloseTo(t ** 2 / (1 + t ** 2), 2);
  }
  for (const index of [whole.first[1]!, whole.total[1]!]) {
    expect(index.value).toBeCloseTo(14 / 18, 2);
    expect(index.low).toBeLessThan(index.value);
    expect(index.converged).toBe(true);
  }
});

test("a time at which nothing varies has no index and no weight", () => {
  const still = new Float64Array(columns[0]!.length).fill(7);
  const { at, whole } = sobolSeries(saltelliSeries([still, ...columns], 2), options);
  expect(at[0]!.total[0]!.value).toBeNaN();
  expect(whole).toEqual(sobolSeries(saltelliSeries(columns, 2), options).whole);
  expect(sobolSeries(saltelliSeries([still], 2), options).whole.first[1]!.value).toBeNaN();
});

test("a base row that is not finite at one time is left out at all", () => {
  const broken = columns.map((column, i) => column.map((value, row) => (i === 2 && row === 5 ? Number.NaN : value)));
  for (const blocks of saltelliSeries(broken, 2)) expect(blocks.a).toHaveLength(4095);
});
