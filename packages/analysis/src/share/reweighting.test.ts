import { expect, test } from "vitest";
import { even } from "../testing/draws.ts";
import { type PriorChange, reweighted } from "./reweighting.ts";
import { weightedShareOf } from "./weighted-share.ts";

const size = 4000;
const column = (dimension: number) => Float64Array.from({ length: size }, (_, n) => even(n, dimension));
const flat = new Float64Array(size).fill(1);
const towards = (column: Float64Array, density: (x: number) => number): PriorChange => ({
  sampled: flat,
  wanted: column.map(density),
});

// Uniform to Beta(2, 1), density 2x: E w² = 4/3, so that the effective size is 3/4 of n a input, and P(x > 1/2) = 3/4.
test("closed forms of a uniform prior turned into Beta(2, 1)", () => {
  const [x, y] = [column(0), column(1)];
  const one = reweighted([towards(x, (v) => 2 * v)], size);
  const two = reweighted([towards(x, (v) => 2 * v), towards(y, (v) => 2 * v)], size);
  if (one.kind !== "weighted" || two.kind !== "weighted") throw new Error("both leave futures enough");
  expect(one.effective / size).toBeCloseTo(3 / 4, 2);
  expect(two.effective / size).toBeCloseTo(9 / 16, 2);
  expect(one.covered).toBeCloseTo(1, 2);
  const half = Uint8Array.from(x, (v) => Number(v > 0.5));
  expect(weightedShareOf(half, one.weights).share).toBeCloseTo(3 / 4, 2);
  const both = Uint8Array.from(x, (v, i) => Number(v > 0.5 && y[i]! > 0.5));
  expect(weightedShareOf(both, two.weights).share).toBeCloseTo(9 / 16, 2);
});

test("the same prior keeps every future, at weight 1", () => {
  const same = reweighted([{ sampled: flat, wanted: flat }], size);
  expect(same).toMatchObject({ kind: "weighted", effective: size, covered: 1 });
});

test("a prior that few futures carry is refused, with how many there are", () => {
  // Uniform on [0, 0.05]: an effective size of 5 % of 4,000 futures.
  const narrow = towards(column(0), (v) => (v < 0.05 ? 20 : 0));
  const found = reweighted([narrow], size);
  expect(found).toMatchObject({ kind: "refused", reason: "few" });
  expect(found.effective).toBeCloseTo(200, -1);
  expect(reweighted([narrow], size, { floor: 100 }).kind).toBe("weighted");
});

test("a prior that reaches beyond what was sampled is refused", () => {
  // Uniform on [0, 2] has only half its weight where futures lie.
  const beyond = reweighted([towards(column(0), () => 0.5)], size);
  expect(beyond).toMatchObject({ kind: "refused", reason: "outside", covered: 0.5 });
});

test("a prior wholly elsewhere leaves nothing", () => {
  expect(reweighted([towards(column(0), () => 0)], size)).toMatchObject({ kind: "refused", effective: 0, covered: 0 });
});
