import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { builtins, isPure } from "./register.ts";
import { apply, clock, literal } from "./term.ts";

// Rows that need a kernel or the clock are held to their cases where those are computed, in the engine.
for (const row of builtins.filter(isPure))
  for (const [args, want] of row.cases) {
    const got = fold(row.behaviour.meaning, args);
    if (got === undefined) continue;
    test(`folding ${row.id}(${args}) gives ${want}`, () => expect(Object.is(got, want), String(got)).toBe(true));
  }

for (const row of builtins.filter(isPure))
  for (const [time, step, args, want] of row.timedCases ?? [])
    test(`${row.id}(${args}) at ${time} in steps of ${step} is ${want}`, () => {
      const times = { time, stepTime: time, step, initial: 0, final: 100 };
      expect(fold(row.behaviour.meaning, args, times)).toBe(want);
    });

for (const [x, want] of [
  [0.5, 0],
  [1.5, 2],
  [2.5, 2],
  [-0.5, -0],
  [-1.5, -2],
  [-0.2, -0],
  [0.49999999999999994, 0],
  [3, 3],
] as const)
  test(`nearest(${x}) is ${want}`, () => expect(Object.is(fold(apply.nearest(x), []), want)).toBe(true));

test("what depends on the clock or on a kernel is left alone", () => {
  expect(fold(apply.add(clock("time"), 1), [])).toBeUndefined();
  expect(fold(apply.exp(literal(0)), [])).toBeUndefined();
});

for (const [base, exponent, want] of [
  [10, 6, 1e6],
  [-2, 3, -8],
  [7, 0, 1],
  [2, 53, undefined],
  [2, -1, undefined],
  [0.5, 2, undefined],
] as const)
  test(`${base} ^ ${exponent} is ${want ?? "left to the engine"}`, () =>
    expect(fold(apply.pow(literal(base), literal(exponent)), [])).toBe(want));
