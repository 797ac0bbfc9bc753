import { describe, expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const run = (equations: string, final = 9, step = 1) => runBoth(modelOf(`${equations} ${times(0, final, step)}`));
const near = (values: readonly number[], want: readonly number[]) => {
  expect(values).toHaveLength(want.length);
  values.forEach((value, i) => {
    expect(value).toBeCloseTo(want[i]!, 9);
  });
};

describe("DEPRECIATE BY SCHEDULE", () => {
  const schedule = "year: (y1-y3) ~~| share[year] = 50, 30, 20 ~~| none = 0 ~~|";

  test("a payment comes out by the schedule, a period at a time", () => {
    const r = run(
      `${schedule} d = DEPRECIATE BY SCHEDULE(IF THEN ELSE(Time = 0, 100, 0), share[y1], none, 3, Time) ~~|`,
      5,
    );
    near(columnOf(r, "d"), [50, 30, 20, 0, 0, 0]);
  });

  test("periods of two steps: what was paid in the first one is spread over both of the next", () => {
    const r = run(
      `${schedule} d = DEPRECIATE BY SCHEDULE(IF THEN ELSE(Time < 2, 100, 0), share[y1], none, 6, Time) ~~|`,
      7,
    );
    near(columnOf(r, "d"), [50, 50, 30, 30, 20, 20, 0, 0]);
  });

  test("periods that begin elsewhere, and depreciation from before", () => {
    const r = run(
      `${schedule} before[year] = 9, 6, 3 ~~|
      d = DEPRECIATE BY SCHEDULE(IF THEN ELSE(Time = 0, 100, 0), share[y1], before[y1], 6, 1) ~~|`,
      6,
    );
    // The first period is over after one step; what was paid in it is 100, half of that a step in each of the later ones.
    near(columnOf(r, "d"), [50 + 9, 15 + 6, 15 + 6, 10 + 3, 10 + 3, 0, 0]);
  });

  test("a steady stream comes out whole in the end", () => {
    const r = run(`${schedule} d = DEPRECIATE BY SCHEDULE(40, share[y1], none, 3, Time) ~~|`, 6);
    expect(columnOf(r, "d").at(-1)).toBeCloseTo(40, 9);
  });
});

describe("INTERNAL RATE OF RETURN", () => {
  test("an investment that pays back: the rate at which it is worth nothing", () => {
    // 100 paid, 60 received at the ends of the first and the second period: 60 / (1+r) + 60 / (1+r)² = 100.
    const irr = columnOf(run("r = INTERNAL RATE OF RETURN(60, 1, -100, 0) ~~|", 1), "r");
    expect(irr[0]).toBeCloseTo(0.6 - 1, 9);
    expect(irr[1]).toBeCloseTo((0.6 + Math.sqrt(0.36 + 4 * 0.6)) / 2 - 1, 9);
  });

  test("months in years: the flows of a year count at its end", () => {
    const r = run("r = INTERNAL RATE OF RETURN(10, 12, -100, 0) ~~|", 11);
    expect(columnOf(r, "r").at(-1)).toBeCloseTo(0.2, 9);
  });

  test("money received first and paid back later", () => {
    const r = run("r = INTERNAL RATE OF RETURN(-55, 1, 100, 0) ~~|", 1);
    expect(columnOf(r, "r").at(-1)).toBeCloseTo((0.55 + Math.sqrt(0.55 ** 2 + 4 * 0.55)) / 2 - 1, 9);
  });

  test("no rate: nothing but receipts", () => {
    expect(columnOf(run("r = INTERNAL RATE OF RETURN(5, 1, 100, 0) ~~|", 2), "r").at(-1)).toBe(-(2 ** 109));
  });
});
