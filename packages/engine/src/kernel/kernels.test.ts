import { expect, test } from "vitest";
import { FixedPoint } from "./exact/fixed-point.ts";
import { type Exact, Reference, ulpsOff } from "./exact/reference.ts";
import { kernels } from "./kernels.ts";

/** Numbers from 0 to 1, the same in every run: a 32-bit xorshift (Marsaglia 2003, J. Stat. Softw. 8, 14). */
function* uniform(): Generator<number, never> {
  for (let state = 0x2545f491; ; ) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    yield ((state >>> 0) + 0.5) / 2 ** 32;
  }
}

const random = uniform();
const between = (from: number, to: number): number =>
  from + (to - from) * (random.next().value + 2 ** -32 * random.next().value);
/** Of either sign, the sizes spread over their binary exponents. */
const spread = (from: number, to: number): number =>
  (random.next().value < 0.5 ? -1 : 1) * 2 ** Math.floor(between(from, to)) * between(1, 2);

const reference = new Reference(new FixedPoint(224));
/** For angles of any size: π is needed to as many bits as the angle has before the point. */
const wide = new Reference(new FixedPoint(1300));

interface Case {
  readonly name: keyof typeof kernels;
  /** In units in the last place: a little above what was measured, and what the kernel's docstring says. */
  readonly within: number;
  readonly want: (...args: number[]) => Exact;
  /** How arguments are drawn, and how many. */
  readonly draws: readonly (readonly [count: number, draw: () => number[]])[];
}

const cases: readonly Case[] = [
  {
    name: "exp",
    within: 0.7,
    want: (x) => reference.exp(x),
    draws: [
      [6000, () => [between(-708, 709.7)]],
      [6000, () => [between(-3, 3)]],
    ],
  },
  {
    name: "ln",
    within: 0.9,
    want: (x) => reference.ln(x),
    draws: [
      [4000, () => [Math.abs(spread(-1022, 1023))]],
      [6000, () => [between(0.5, 2)]],
      [2000, () => [1 + spread(-50, -2)]],
    ],
  },
  {
    name: "pow",
    within: 0.75,
    want: (x, y) => reference.pow(x, y),
    draws: [
      [6000, () => [between(0.01, 20), between(-12, 12)]],
      [4000, () => [Math.abs(spread(-60, 60)), between(-11, 11)]],
      [4000, () => [1 + spread(-30, -3), spread(5, 9)]],
      [2000, () => [Math.abs(spread(-1000, 1000)), between(-0.7, 0.7)]],
    ],
  },
  {
    name: "sin",
    within: 0.8,
    want: (x) => reference.sin(x),
    draws: [
      [5000, () => [between(-7, 7)]],
      [3000, () => [spread(-20, 20)]],
    ],
  },
  {
    name: "sin",
    within: 0.8,
    want: (x) => wide.sin(x),
    draws: [[300, () => [spread(20, 1023)]]],
  },
  {
    name: "cos",
    within: 0.8,
    want: (x) => reference.cos(x),
    draws: [
      [5000, () => [between(-7, 7)]],
      [3000, () => [spread(-20, 20)]],
    ],
  },
  {
    name: "cos",
    within: 0.8,
    want: (x) => wide.cos(x),
    draws: [[300, () => [spread(20, 1023)]]],
  },
  {
    name: "tan",
    within: 1,
    want: (x) => reference.tan(x),
    draws: [
      [5000, () => [between(-7, 7)]],
      [3000, () => [spread(-20, 20)]],
    ],
  },
  {
    name: "tan",
    within: 1,
    want: (x) => wide.tan(x),
    draws: [[300, () => [spread(20, 1023)]]],
  },
  { name: "asin", within: 0.65, want: (x) => reference.asin(x), draws: unitDraws() },
  { name: "acos", within: 0.65, want: (x) => reference.acos(x), draws: unitDraws() },
  {
    name: "atan",
    within: 0.8,
    want: (x) => reference.atan(x),
    draws: [
      [4000, () => [between(-3, 3)]],
      [2000, () => [spread(-30, 60)]],
    ],
  },
  { name: "sinh", within: 0.75, want: (x) => reference.sinh(x), draws: hyperbolicDraws() },
  { name: "cosh", within: 0.75, want: (x) => reference.cosh(x), draws: hyperbolicDraws() },
  { name: "tanh", within: 0.95, want: (x) => reference.tanh(x), draws: hyperbolicDraws() },
  {
    name: "lnGamma",
    within: 1,
    want: (x) => reference.lnGamma(x),
    draws: [
      [1500, () => [between(0.001, 3)]],
      [1000, () => [between(3, 40)]],
      [500, () => [Math.abs(spread(-50, 200))]],
    ],
  },
  {
    name: "normCdf",
    within: 4,
    want: (x) => reference.normCdf(x),
    draws: [
      [2000, () => [between(-3, 3)]],
      [1000, () => [between(-37, 9)]],
      [500, () => [spread(-40, 2)]],
    ],
  },
];

function unitDraws(): Case["draws"] {
  return [
    [4000, () => [between(-1, 1)]],
    [1000, () => [spread(-40, -1)]],
    [1000, () => [1 - Math.abs(spread(-50, -2))]],
  ];
}

function hyperbolicDraws(): Case["draws"] {
  return [
    [4000, () => [between(-3, 3)]],
    [1000, () => [between(-709, 709)]],
    [1000, () => [spread(-40, 3)]],
  ];
}

test.each(cases)("$name is within $within ulp", ({ name, within, want, draws }) => {
  const kernel: (...args: number[]) => number = kernels[name];
  let [worst, at] = [0, [] as number[]];
  for (const [count, draw] of draws)
    for (let n = 0; n < count; n++) {
      const args = draw();
      const off = Math.abs(ulpsOff(kernel(...args), want(...args)));
      if (!(off <= worst)) [worst, at] = [off, args];
    }
  expect(worst, `at ${at}`).toBeLessThanOrEqual(within);
});
