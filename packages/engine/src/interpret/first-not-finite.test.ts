import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { firstNotFinite } from "./first-not-finite.ts";

const times = "INITIAL TIME = 0 ~~| FINAL TIME = 10 ~~| TIME STEP = 1 ~~| SAVEPER = 5 ~~|";

function fault(equations: string, set: Readonly<Record<string, number>> = {}) {
  const { model } = readModel(source("wrong.mdl", `{UTF-8}\n${equations}\n${times}`));
  const found = firstNotFinite(model!, { set });
  return found && { code: found.code, ...found.facts, line: found.span.start };
}

const countdown = "left = INTEG(-1, 3) ~~|\n";

for (const [what, equations, name, value, time] of [
  [
    "a division by zero, between saves",
    `${countdown}share = 6 / left ~~|\ntwice = 2 * share ~~|`,
    "share",
    Infinity,
    3,
  ],
  ["a logarithm below zero", `${countdown}y = LN(left) ~~|`, "y", -Infinity, 3],
  ["0 / 0", `${countdown}y = left / left ~~|`, "y", Number.NaN, 3],
  ["a stock whose rate went wrong", `${countdown}s = INTEG(1 / (left - 2), 0) ~~|`, "s", Infinity, 2],
  [
    "one element of an array",
    `${countdown}D: a, b ~~|\nn[D] = 9, 3 ~~|\nx[D] = 1 / (n[D] - left) ~~|`,
    "x[b]",
    Infinity,
    0,
  ],
  ["a stock that starts wrong", "zero = 0 ~~|\ns = INTEG(0, 1 / zero) ~~|\nx = s ~~|", "s", Infinity, 0],
] as const)
  test(what, () => expect(fault(equations)).toMatchObject({ code: "not-finite", name, value, time }));

test("the place is that of the equation", () => {
  const text = `{UTF-8}\n${countdown}share = 6 / left ~~|\n${times}`;
  const { model } = readModel(source("wrong.mdl", text));
  const { span } = firstNotFinite(model!)!;
  expect(text.slice(span.start, span.end)).toContain("share = 6 / left");
});

test("a run whose numbers are all finite has none, and a setting may make one", () => {
  const equations = "n = 1 ~~|\nx = 1 / n ~~|";
  expect(fault(equations)).toBeUndefined();
  expect(fault(equations, { n: 0 })).toMatchObject({ name: "x", time: 0 });
});
