import { array, assert, constantFrom, double, property } from "fast-check";
import { describe, expect, test } from "vitest";
import { type Columns, propositionOf } from "./proposition.ts";
import type { Amount, Operand, Test } from "./test.ts";

const at = (measure: string, policy = "p", unit = "person"): Operand => ({
  measure,
  policy,
  figure: { reduce: "at", from: 2030, to: 2030 },
  unit,
});
const share = (value: number): Amount => ({ kind: "fraction", value });
const amount = (value: number): Amount => ({ kind: "amount", value });
const compare = (kind: "lower" | "higher" | "within", by: Amount): Test => ({
  kind,
  left: at("x"),
  right: at("y"),
  by,
});

/** One future each: the columns that operands of these measures have. */
function columnsOf(values: Readonly<Record<string, readonly number[]>>): Columns {
  return ({ measure }) => Float64Array.from(values[measure]!);
}

function evaluate(test: Test, values: Readonly<Record<string, readonly number[]>>) {
  const columns = columnsOf(values);
  const { holds, margin } = propositionOf(test, columns).evaluate(columns);
  return { holds: [...holds], margin: [...margin] };
}

describe("a comparison holds, and has this much to spare", () => {
  for (const [what, tested, x, y, holds, margin] of [
    ["lower by at least 10 %", compare("lower", share(0.1)), 80, 100, 1, 10],
    ["lower by exactly 25 %", compare("lower", share(0.25)), 75, 100, 1, 0],
    ["lower, but by less than 25 %", compare("lower", share(0.25)), 80, 100, 0, -5],
    ["a share is of the size, also below zero", compare("lower", share(0.5)), -20, -10, 1, 5],
    ["lower by anything", compare("lower", share(0)), 99, 100, 1, 1],
    ["the same is not lower", compare("lower", share(0)), 100, 100, 0, 0],
    ["nothing is not 10 % lower than nothing", compare("lower", share(0.1)), 0, 0, 0, 0],
    ["higher by an amount", compare("higher", amount(5)), 12, 5, 1, 2],
    ["higher, but not by that amount", compare("higher", amount(5)), 9, 5, 0, -1],
    ["within an amount", compare("within", amount(3)), 8, 5, 1, 0],
    ["not within a share", compare("within", share(0.1)), 120, 100, 0, -10],
    ["above a limit", { kind: "above", left: at("x"), limit: 4 } as const, 4.5, 0, 1, 0.5],
    ["at a limit is not above it", { kind: "above", left: at("x"), limit: 4 } as const, 4, 0, 0, 0],
    ["below a limit", { kind: "below", left: at("x"), limit: -1 } as const, -3, 0, 1, 2],
  ] as const)
    test(what, () => expect(evaluate(tested, { x: [x], y: [y] })).toEqual({ holds: [holds], margin: [margin] }));
});

describe("compositions", () => {
  const above = (measure: string, limit: number, unit?: string): Test => ({
    kind: "above",
    left: at(measure, "p", unit),
    limit,
  });

  test("all holds where every part does, with the least to spare; any where one does, with the most", () => {
    const parts = [above("x", 0), above("y", 0)];
    const values = { x: [1, 1, -4], y: [2, -3, -1] };
    expect(evaluate({ kind: "all", parts }, values)).toEqual({ holds: [1, 0, 0], margin: [1, -3, -4] });
    expect(evaluate({ kind: "any", parts }, values)).toEqual({ holds: [1, 1, 0], margin: [2, 1, -1] });
  });

  test("not holds where its part does not, also at the limit", () => {
    expect(evaluate({ kind: "not", part: above("x", 1) }, { x: [0, 1, 3] })).toEqual({
      holds: [1, 1, 0],
      margin: [1, -0, -2],
    });
  });

  test("parts of different units are put on one scale, that of the reference futures", () => {
    const parts = [above("x", 0, "person"), above("y", 0, "1/Year")];
    const reference = columnsOf({ x: [1000, -2000, 3000], y: [0.1, 0.2, -0.3] });
    const proposition = propositionOf({ kind: "all", parts }, reference);
    expect(proposition.unit).toBe("1");
    const { margin } = proposition.evaluate(columnsOf({ x: [1000], y: [0.4] }));
    expect(margin[0]).toBe(0.5);
  });

  test("a part whose margin is always nothing does not divide by nothing", () => {
    const parts = [above("x", 0, "person"), above("y", 0, "1/Year")];
    expect(evaluate({ kind: "any", parts }, { x: [0, 0], y: [1, 3] }).margin).toEqual([0.5, 1.5]);
  });
});

test("where a test holds its margin is not negative, and where it fails it is not positive", () => {
  const numbers = array(double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 2 });
  const tests = constantFrom<Test>(
    compare("lower", share(0.1)),
    compare("higher", amount(2)),
    compare("within", share(0.3)),
    { kind: "not", part: compare("lower", share(0)) },
    { kind: "all", parts: [compare("lower", share(0.1)), { kind: "above", left: at("x"), limit: 3 }] },
    { kind: "any", parts: [compare("higher", amount(1)), { kind: "below", left: at("y", "q", "1/Year"), limit: 3 }] },
  );
  assert(
    property(tests, numbers, numbers, (tested, x, y) => {
      const { holds, margin } = evaluate(tested, { x, y });
      for (const [i, one] of holds.entries()) expect(one === 1 ? margin[i]! >= 0 : margin[i]! <= 0).toBe(true);
    }),
  );
});
