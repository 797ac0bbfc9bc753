import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkFigure, type FigureSpec, openFigure } from "./figure.ts";
import { momentAt } from "./moment.ts";
import { type FigureReduction, reductions } from "./reductions.ts";

/** Reads a figure of the second of three outputs in the second of two futures, as a run lays them out. */
function read(spec: Omit<FigureSpec, "output">, times: readonly number[], values: readonly number[]): number {
  const start = times.length * 3 + 1;
  const series = new Float64Array(times.length * 6).fill(Number.NaN);
  values.forEach((value, save) => {
    series[start + save * 3] = value;
  });
  return openFigure({ output: 1, ...spec }, times)(series, start, 3);
}

const times = [2015, 2016, 2018, 2019];
const values = [1, 3, -1, 5];

describe("figures of the line through (2015, 1), (2016, 3), (2018, -1), (2019, 5), by hand", () => {
  for (const [reduce, from, to, want] of [
    ["at", 2016, 0, 3],
    ["at", 2017, 0, 1],
    ["at", 2019, 0, 5],
    ["at", 2018.25, 0, 0.5],
    ["minimum", 2015, 2019, -1],
    ["minimum", 2015.5, 2017, 1],
    ["minimum", 2016.5, 2017.5, 0],
    ["maximum", 2015, 2018, 3],
    ["maximum", 2018, 2018.5, 2],
    ["maximum", 2016.5, 2017, 2],
    ["change", 2015, 2019, 4],
    ["change", 2016, 2017, -2],
    ["total", 2015, 2019, 2 + 2 + 2],
    ["total", 2015.5, 2017, 0.5 * 2.5 + 2],
    ["total", 2016.5, 2017.5, 1],
    ["total", 2016, 2016, 0],
    ["mean", 2015, 2019, 6 / 4],
    ["mean", 2016, 2018, 1],
    ["mean", 2017, 2017, 1],
  ] as const)
    test(`${reduce} from ${from} to ${to} is ${want}`, () =>
      expect(read({ reduce, from, to }, times, values)).toBeCloseTo(want, 14));
});

test("reads no save outside its stretch, so that what is not finite there does not spoil it", () => {
  const broken = [Number.NaN, 3, -1, Number.POSITIVE_INFINITY];
  for (const reduce of Object.keys(reductions) as FigureReduction[])
    expect(read({ reduce, from: 2016, to: 2018 }, times, broken)).toBe(
      read({ reduce, from: 2016, to: 2018 }, times, values),
    );
});

test("what is not finite inside its stretch is kept, never skipped", () => {
  for (const reduce of ["mean", "minimum", "maximum", "total"] as const)
    expect(read({ reduce, from: 2015, to: 2019 }, times, [1, Number.NaN, 2, 3])).toBeNaN();
});

test("a time within a millionth of an interval of a save is that save", () => {
  const months = Array.from({ length: 253 }, (_, k) => 2015 + k / 12);
  for (let k = 0; k <= 252; k++)
    expect(momentAt(Number((2015 + k / 12).toFixed(8)), months)).toEqual({ save: k, share: 0 });
  expect(momentAt(2015 - 1e-9, months)).toEqual({ save: 0, share: 0 });
  expect(momentAt(2036 + 1e-9, months)).toEqual({ save: 252, share: 0 });
});

test("a run with one save has one moment", () => {
  expect(momentAt(0, [0])).toEqual({ save: 0, share: 0 });
  expect(momentAt(7, [7])).toEqual({ save: 0, share: 0 });
  expect(momentAt(8, [7])).toBeUndefined();
});

test("a mean lies between minimum and maximum, and total is mean times length", () => {
  const run = fc.array(
    fc.tuple(fc.double({ min: 0.01, max: 10, noNaN: true }), fc.double({ min: -1e6, max: 1e6, noNaN: true })),
    {
      minLength: 2,
      maxLength: 30,
    },
  );
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(run, share, share, (steps, a, b) => {
      const saves = steps.map((_, k) => steps.slice(0, k + 1).reduce((sum, [step]) => sum + step, 0));
      const [first, last] = [saves[0]!, saves[saves.length - 1]!];
      const [from, to] = [Math.min(a, b), Math.max(a, b)].map((x) => first + x * (last - first)) as [number, number];
      const series = steps.map(([, value]) => value);
      const of = (reduce: FigureReduction) => read({ reduce, from, to }, saves, series);
      const slack = 1e-6 * 1e6;
      expect(of("mean")).toBeGreaterThanOrEqual(of("minimum") - slack);
      expect(of("mean")).toBeLessThanOrEqual(of("maximum") + slack);
      expect(Math.abs(of("total") - of("mean") * (to - from))).toBeLessThanOrEqual(slack * (last - first));
    }),
  );
});

for (const [what, figure, code] of [
  ["an output that is not there", { output: 2, reduce: "at", from: 2016, to: 2016 }, "figure-output"],
  ["half an output", { output: 0.5, reduce: "at", from: 2016, to: 2016 }, "figure-output"],
  ["a time before the run", { output: 0, reduce: "at", from: 2014.9, to: 2016 }, "figure-time"],
  ["a time after the run", { output: 0, reduce: "mean", from: 2016, to: 2019.1 }, "figure-time"],
  ["a time that is no number", { output: 0, reduce: "at", from: Number.NaN, to: 2016 }, "figure-time"],
  ["a stretch that ends before it starts", { output: 0, reduce: "total", from: 2018, to: 2016 }, "figure-time"],
] as const)
  test(`${what} is a problem`, () => expect(checkFigure(figure, ["a", "b"], times)?.code).toBe(code));

test("`at` leaves its other time aside", () =>
  expect(checkFigure({ output: 1, reduce: "at", from: 2016, to: Number.NaN }, ["a", "b"], times)).toBeUndefined());
