import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const run = (equations: string, final = 4, step = 1) => runBoth(modelOf(`${equations} ${times(0, final, step)}`));

const ages = "age: (a1-a4) ~~| older: (a2-a4) ~~|";
const people = `${ages} Pop[a1] = INTEG(10, 40) ~~| Pop[older] = INTEG(0, 0) ~~|`;

// Once a year at whole times: what is in each age goes to the next one, before what flows in the year.
test("elements move on by one, the last one keeps what it had, and the first takes what comes in", () => {
  const r = run(`${people} gone = SHIFT IF TRUE(Pop[a1], 1, ELMCOUNT(age), 1, 0) ~~|`);
  expect(["a1", "a2", "a3", "a4"].map((age) => columnOf(r, `Pop[${age}]`))).toEqual([
    [40, 10, 10, 10, 10],
    [0, 40, 10, 10, 10],
    [0, 0, 40, 10, 10],
    [0, 0, 0, 40, 50],
  ]);
  expect(columnOf(r, "gone")).toEqual([0, 0, 0, 0, 0]);
});

test("where it does not accumulate, the last one gives up what it had, which is the value", () => {
  const r = run(`${people} gone = SHIFT IF TRUE(Pop[a1], 1, 4, 0, 7) ~~|`);
  expect(columnOf(r, "Pop[a4]")).toEqual([0, 0, 0, 40, 17]);
  expect(columnOf(r, "Pop[a1]")).toEqual([40, 17, 17, 17, 17]);
  expect(columnOf(r, "gone")).toEqual([0, 0, 0, 40, 17]);
});

test("while the condition is false nothing moves; a part of the elements may be moved alone", () => {
  const r = run(
    `${ages} Pop[age] = INTEG(0, start[age]) ~~| start[age] = 1, 2, 3, 4 ~~|
    gone = SHIFT IF TRUE(Pop[a2], MODULO(Time, 2) = 0, 2, 0, 0) ~~|`,
  );
  expect(columnOf(r, "Pop[a1]")).toEqual([1, 1, 1, 1, 1]);
  expect(columnOf(r, "Pop[a2]")).toEqual([2, 0, 0, 0, 0]);
  expect(columnOf(r, "Pop[a3]")).toEqual([3, 2, 2, 0, 0]);
  expect(columnOf(r, "Pop[a4]")).toEqual([4, 4, 4, 4, 4]);
});

test("each of the other elements has its own condition, and steps may be short", () => {
  const r = run(
    `${ages} land: x, y ~~| Pop[land, age] = INTEG(0, 8) ~~| when[x] = 1 ~~| when[y] = 2 ~~|
    gone[land] = SHIFT IF TRUE(Pop[land, a1], Time = when[land], 4, 1, 0) ~~|`,
    3,
    0.25,
  );
  const at = (name: string, time: number) => columnOf(r, name)[time * 4];
  expect([at("Pop[x,a1]", 1), at("Pop[x,a1]", 1.25), at("Pop[y,a1]", 2), at("Pop[y,a1]", 2.25)]).toEqual([8, 0, 8, 0]);
  expect(at("Pop[x,a4]", 3)).toBe(16);
});

for (const [what, equations] of [
  ["what is no stock", "b[age] = 1 ~~| gone = SHIFT IF TRUE(b[a1], 1, 4, 1, 0) ~~|"],
  [
    "a part of another axis",
    "land: x, y ~~| P[land, age] = INTEG(0, 1) ~~| gone = SHIFT IF TRUE(P[x, a1], 1, 4, 1, 0) ~~|",
  ],
  ["a size that changes", "P[age] = INTEG(0, 1) ~~| gone = SHIFT IF TRUE(P[a1], 1, Time, 1, 0) ~~|"],
] as const)
  test(`${what} is refused with its place`, () => {
    const { diagnostics } = readModel(source("m.mdl", `${ages} ${equations} ${times(0, 4, 1)}`));
    expect(diagnostics.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "shift-of-part",
    ]);
  });
