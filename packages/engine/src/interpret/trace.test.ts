import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { trace } from "./trace.ts";

const text = `{UTF-8}
D: a, b ~~|
s[D] = INTEG(rate[D], 1) ~~|
rate[D] = 1, 2 ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 0.5 ~~| SAVEPER = 2 ~~|`;
const { model } = readModel(source("trace.mdl", text));

test("every step of all elements, saved or not, as often as one likes", () => {
  const { value } = trace(model!, "s");
  expect(value?.names).toEqual(["s[a]", "s[b]"]);
  const want = [0, 0.5, 1, 1.5, 2].map((time) => ({ time, values: [1 + time, 1 + 2 * time] }));
  expect([...value!.steps]).toEqual(want);
  expect([...value!.steps]).toEqual(want);
});

test("one element, with a constant changed", () => {
  const { value } = trace(model!, "s[b]", { set: { "rate[b]": 0 } });
  expect([...value!.steps].map(({ values }) => values)).toEqual([[1], [1], [1], [1], [1]]);
});

test("a name that the model has not is a diagnostic", () => {
  const { value, diagnostics } = trace(model!, "ss");
  expect(value).toBeUndefined();
  expect(diagnostics.map(({ code }) => code)).toEqual(["unknown-element"]);
});
