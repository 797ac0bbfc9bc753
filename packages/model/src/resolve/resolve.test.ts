import { expect, test } from "vitest";
import { readModel } from "../read-model.ts";
import { source } from "../source/source.ts";
import { printed } from "../testing/printed.ts";
import { modelOf } from "../testing/small-model.ts";

const dims = "D: a, b, c ~~| S: b, c ~~| E: p, q ~~| ";

for (const [what, equations, name, want] of [
  ["a number is a constant", "x = -5 ~~|", "x", "x = -5"],
  ["numbers alone are a constant", "x = 3 * (2 - 1/4) ~~|", "x", "x = 5.25"],
  ["what needs a kernel is not", "x = EXP(0) ~~|", "x", "x = exp(0)"],
  ["== is fixed", "x == 3 ~~|", "x", "x = 3 (fixed)"],
  ["names by case, spaces and underscores", "Birth Rate = 2 ~~| x = birth__rate ~~|", "x", "x = Birth Rate"],
  ["Time", "x = Time ~~|", "x", "x = Time"],
  ["a missing value", "x = :NA: + Time ~~|", "x", "x = add(-6.490371073168535e+32, Time)"],
  ["a stock", "x = INTEG(1, 2) ~~|", "x", "x = stock 1 from 2"],
  ["INITIAL as a whole", "x = INITIAL(Time) ~~|", "x", "x = initial Time"],
  ["INITIAL within", "x = INITIAL(Time) + 1 ~~|", "x", "x = add(INITIAL of x, 1)\nINITIAL of x = initial Time"],
  ["ACTIVE INITIAL", "x = ACTIVE INITIAL(Time, 3) ~~|", "x", "x = Time, at first 3"],
  ["DELAY FIXED", "x = DELAY FIXED(Time, 2, 0) ~~|", "x", "x = pipeline Time by 2 from 0"],
  ["SAMPLE IF TRUE", "x = SAMPLE IF TRUE(Time > x, Time, 0) ~~|", "x", "x = sample Time if greater(Time, x) from 0"],
  ["a lookup is read", "f((0,0),(2,4)) ~~| x = f(Time) ~~|", "x", "x = f at Time"],
  ["a lookup's points are put in order", "f((2,4),(0,1),(1,3)) ~~|", "f", "f = (0,1) (1,3) (2,4)"],
  ["a lookup in a function", "f((0,0),(2,4)) ~~| x = LOOKUP FORWARD(f, 1) ~~|", "x", "x = f forward at 1"],
  ["WITH LOOKUP", "x = WITH LOOKUP(Time, ((0,0),(2,4))) ~~|", "x", "x = table at Time"],
  [
    "SMOOTH",
    "x = SMOOTH(Time, 4) ~~|",
    "x",
    "x = SMOOTH of x\nSMOOTH of x: level 1 = stock divide(subtract(Time, SMOOTH of x: level 1), 4) from Time\n" +
      "SMOOTH of x = SMOOTH of x: level 1",
  ],
  [
    "two of a kind have two names",
    "x = SMOOTH(Time, 4) - SMOOTH(Time, 4) ~~|",
    "x",
    "x = subtract(SMOOTH of x, SMOOTH of x (2))\n" +
      "SMOOTH of x: level 1 = stock divide(subtract(Time, SMOOTH of x: level 1), 4) from Time\n" +
      "SMOOTH of x = SMOOTH of x: level 1\n" +
      "SMOOTH of x: level 1 (2) = stock divide(subtract(Time, SMOOTH of x: level 1 (2)), 4) from Time\n" +
      "SMOOTH of x (2) = SMOOTH of x: level 1 (2)",
  ],
] as const)
  test(what, () => expect(printed(modelOf(equations), name)).toBe(want));

for (const [what, equations, name, want] of [
  ["all elements at once", "y[D] = 1 ~~| x[D] = y[D] * 2 ~~|", "x", "x[#0] = multiply(y[#0], 2)"],
  ["a constant for all", "y[D] = 7 ~~|", "y", "y[#0] = 7, 7, 7"],
  ["constants in a row", "y[D] = 1, 2, 3 ~~|", "y", "y[#0] = 1, 2, 3"],
  ["constants row by row", "y[E, D] = 1, 2, 3; 4, 5, 6; ~~|", "y", "y[#0, #1] = 1, 2, 3, 4, 5, 6"],
  ["one element", "y[D] = 1 ~~| x = y[b] ~~|", "x", "x = y[b]"],
  ["an element each", "x[a] = 1 ~~| x[b] = 2 ~~| x[c] = 3 ~~|", "x", "x[a] = 1\nx[b] = 2\nx[c] = 3"],
  ["an element and a subrange", "x[a] = 1 ~~| x[S] = Time ~~|", "x", "x[a] = 1\nx[#0: b c] = Time"],
  ["a subrange of a whole", "y[D] = 1 ~~| x[S] = y[S] ~~|", "x", "x[#0] = y[#0: b c]"],
  ["transposed", "y[D, E] = 1 ~~| x[E, D] = y[D, E] ~~|", "x", "x[#0, #1] = y[#1, #0]"],
  ["a diagonal", "y[D] = 1 ~~| m[D, E] = 1 ~~| x[D] = m[D, p] * y[D] ~~|", "x", "x[#0] = multiply(m[#0, p], y[#0])"],
  ["a sum", "y[D] = 1 ~~| x = SUM(y[D!]) ~~|", "x", "x = sum<3>(y[#0])"],
  ["a sum inside a loop", "y[D, E] = 1 ~~| x[E] = SUM(y[D!, E]) ~~|", "x", "x[#0] = sum<3>(y[#1, #0])"],
  [
    "one loop for one dimension, however often",
    "y[D] = 1 ~~| x = SUM(y[D!] * y[D!]) ~~|",
    "x",
    "x = sum<3>(multiply(y[#0], y[#0]))",
  ],
  ["a sum over two", "y[D, E] = 1 ~~| x = SUM(y[D!, E!]) ~~|", "x", "x = sum<3 2>(y[#0, #1])"],
  [
    "a sum in a sum",
    "y[D, E] = 1 ~~| x = VMAX(SUM(y[D!, E!]) + y[a, E!]) ~~|",
    "x",
    "x = maximum<2>(add(sum<3 2>(y[#1, #2]), y[a, #0]))",
  ],
  ["a dimension as a number", "x[D] = D ~~|", "x", "x[#0] = place(#0: 0 1 2)"],
  ["a subrange counts as its whole", "x[S] = S ~~|", "x", "x[#0] = place(#0: 1 2)"],
  ["an element as a number", "x = c ~~|", "x", "x = 3"],
  ["the number of elements", "x = ELMCOUNT(D) ~~|", "x", "x = 3"],
  ["all but one", "x[D] :EXCEPT: [b] = Time ~~| x[b] = 0 ~~|", "x", "x[b] = 0\nx[#0: a c] = Time"],
  [
    "all but a corner",
    "y[E] = 1 ~~| x[S, E] :EXCEPT: [b, p], [c, q] = y[E] ~~| x[b, p] = 0 ~~| x[c, q] = 0 ~~|",
    "x",
    "x[b, p] = 0\nx[c, q] = 0\nx[#0, #0: q p] = y[#0: q p]",
  ],
  [
    "a memory has its place's loops",
    "y[D] = 1, 2, 3 ~~| x[S] = SMOOTH(y[S], 2) ~~|",
    "x",
    "x[#0] = SMOOTH of x[#0]\n" +
      "SMOOTH of x: level 1[#0] = stock divide(subtract(y[#0: b c], SMOOTH of x: level 1[#0]), 2) from y[#0: b c]\n" +
      "SMOOTH of x[#0] = SMOOTH of x: level 1[#0]",
  ],
  [
    "a memory inside a sum has the sum's loop too",
    "y[D, E] = 1 ~~| x[E] = SUM(INITIAL(y[D!, E])) ~~|",
    "x",
    "x[#0] = sum<3>(INITIAL of x[#0, #1])\nINITIAL of x[#0, #1] = initial y[#1, #0]",
  ],
] as const)
  test(what, () => expect(printed(modelOf(dims + equations), name)).toBe(want));

for (const [what, equations, want] of [
  ["a mapping by position", "A: a1, a2 -> B ~~| B: b1, b2 ~~|", "x[#0] = y[#0]"],
  ["a mapping read backwards", "A: a1, a2 ~~| B: b1, b2 -> A ~~|", "x[#0] = y[#0]"],
  ["a mapping by name", "A: a1, a2 -> (B: b2, b1) ~~| B: b1, b2 ~~|", "x[#0] = y[#0: a2 a1]"],
  ["a mapping to ranges", "A: a1, a2 -> (B: Low, b3) ~~| B: b1, b2, b3 ~~| Low: b1, b2 ~~|", "x[#0] = y[#0: a1 a1 a2]"],
  ["another name", "A: a1, a2 ~~| B <-> A ~~|", "x[#0] = y[#0]"],
] as const)
  test(what, () => expect(printed(modelOf(`${equations} y[A] = Time ~~| x[B] = y[A] ~~|`), "x")).toBe(want));

test("an alias makes a square", () =>
  expect(printed(modelOf("A: a1, a2 ~~| B <-> A ~~| y[A] = 1 ~~| x[A, B] = y[A] - y[B] ~~|"), "x")).toBe(
    "x[#0, #1] = subtract(y[#0], y[#1])",
  ));

test("a range may hold ranges", () =>
  expect(modelOf("A: a1, B, a2 ~~| B: b1, b2 ~~| x[A] = 1 ~~|").variables[0]!.axes[0]!.elements).toEqual([
    "a1",
    "b1",
    "b2",
    "a2",
  ]));

test("the order of a DELAY N is a constant that cannot be set any more", () => {
  const model = modelOf("n = 2 ~~| t = 3 ~~| x = DELAY N(Time, t, 0, n) ~~|");
  expect(printed(model, "n")).toBe("n = 2 (fixed)");
  expect(printed(model, "t")).toBe("t = 3");
});

test("one equation over many elements stays one", () => {
  const model = modelOf("D: (e1-e100000) ~~| y[D] = 1 ~~| x[D] = y[D] + 1 ~~|");
  expect(model.equations.filter(({ definition }) => definition.kind === "auxiliary")).toHaveLength(2);
});

test("an XMILE index that is computed points at its element", () => {
  const xmile = `<xmile version="1.0" xmlns="http://docs.oasis-open.org/xmile/ns/XMILE/v1.0">
    <header><vendor>v</vendor><product version="1">p</product></header>
    <sim_specs><start>0</start><stop>10</stop><dt>1</dt></sim_specs>
    <dimensions><dim name="D" size="3"/></dimensions>
    <model><variables><aux name="y"><dimensions><dim name="D"/></dimensions><eqn>5</eqn></aux>
    <aux name="x"><eqn>y[TIME + 1]</eqn></aux></variables></model></xmile>`;
  const { model, diagnostics } = readModel(source("m.xmile", xmile));
  expect(diagnostics).toEqual([]);
  expect(printed(model!, "x")).toBe(
    "x = if-then-else(and(greater-or-equal(index of x, 1), less(index of x, 4)), y[1] + subtract(int(index of x), 1) else 0, 0)\nindex of x = add(Time, 1)",
  );
});
