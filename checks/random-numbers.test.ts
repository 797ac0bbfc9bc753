import { compile, instantiateNow, interpret } from "@sequitur/engine";
import type { Model } from "@sequitur/model";
import { expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const every = (equation: string, final = 40): Model => modelOf(`${equation} ${times(0, final, 1)}`);
const drawn = (equation: string, name = "x") => columnOf(runBoth(every(equation)), name);

// Each random function in each dialect: both engines draw the same bits, and draws lie where they should.
for (const [equation, low, high] of [
  ["x = RANDOM 0 1()", 0, 1],
  ["x = RANDOM UNIFORM(2, 5, 0)", 2, 5],
  ["x = RANDOM NORMAL(-1, 2, 0.5, 3, 7)", -1, 2],
  ["x = RANDOM EXPONENTIAL(1, 4, 0.5, 2, 0)", 1, 4],
  ["x = RANDOM GAMMA(0, 100, 2, 0, 1, 0)", 0, 100],
  ["x = RANDOM WEIBULL(0, 9, 2, 0, 1, 0)", 0, 9],
  ["x = RANDOM POISSON(0, 30, 12, 0, 1, 0)", 0, 30],
  ["x = RANDOM BETA(0, 1, 2, 3, 0, 1, 0)", 0, 1],
  ["x = RANDOM BINOMIAL(0, 50, 0.4, 50, 0, 1, 0)", 0, 50],
  ["x = RANDOM NEGATIVE BINOMIAL(3, 60, 0.4, 3, 0, 1, 0)", 3, 60],
  ["x = RANDOM TRIANGULAR(0, 10, -1, 4, 12, 0)", 0, 10],
  ["x = RANDOM PINK NOISE(10, 1, 5, 0)", 3, 17],
] as const)
  test(equation, () => {
    const values = drawn(`${equation} ~~|`);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
    expect(new Set(values).size).toBeGreaterThan(5);
  });

const xmile = (equation: string, stop = 40) =>
  modelOf(
    `<xmile><sim_specs><start>0</start><stop>${stop}</stop><dt>1</dt></sim_specs><model><variables>
    <aux name="x"><eqn>${equation}</eqn></aux></variables></model></xmile>`,
    "m.xmile",
  );

for (const [equation, low, high] of [
  ["RANDOM(2, 5)", 2, 5],
  ["UNIFORM(2, 5, 17)", 2, 5],
  ["NORMAL(0, 1, 17, -1, 1)", -1, 1],
  ["EXPRND(3)", 0, 60],
  ["LOGNORMAL(10, 2)", 2, 40],
  ["POISSON(4)", 0, 20],
  ["LOGISTIC(0, 1)", -15, 15],
  ["BETA(2, 3)", 0, 1],
  ["BINOMIAL(10, 2)", 10, 10],
  ["GAMMA(2, 3)", 0, 60],
  ["TRIANGULAR(1, 2, 4)", 1, 4],
  ["GEOMETRIC(0.5)", 1, 40],
  ["WEIBULL(2, 3)", 0, 30],
  ["PARETO(4, 2)", 2, 60],
] as const)
  test(`XMILE: ${equation}`, () => {
    const values = columnOf(runBoth(xmile(equation)), "x");
    expect(Math.min(...values)).toBeGreaterThanOrEqual(low);
    expect(Math.max(...values)).toBeLessThanOrEqual(high);
  });

test("LOGNORMAL has the mean and the deviation that it is given, within four standard errors", () => {
  const values = columnOf(runBoth(xmile("LOGNORMAL(10, 2)", 20_000)), "x");
  const spread = Math.sqrt(mean(values.map((x) => (x - 10) ** 2)));
  // The fourth moment of this one is about 3.7 times the square of its variance.
  expect(Math.abs(mean(values) - 10)).toBeLessThan((4 * 2) / Math.sqrt(20_000));
  expect(Math.abs(spread - 2)).toBeLessThan((4 * Math.sqrt(3.7 - 1)) / Math.sqrt(20_000));
});

test("pink noise keeps its deviation, and is correlated by 1 - dt / time from step to step", () => {
  const pink = columnOf(runBoth(modelOf(`x = RANDOM PINK NOISE(3, 2, 5, 0) ~~| ${times(0, 20_000, 1)}`)), "x");
  const deviations = pink.map((x) => x - 3);
  const variance = mean(deviations.map((d) => d * d));
  const lagged = mean(deviations.slice(1).map((d, i) => d * deviations[i]!)) / variance;
  // Standard errors of an autoregressive series with r = 0.8: √(2 (1 + r²) / (1 - r²) / n) of the variance, √((1 - r²) / n) of r.
  expect(Math.abs(variance / 4 - 1)).toBeLessThan(4 * Math.sqrt((2 * (1.64 / 0.36)) / 20_000));
  expect(Math.abs(lagged - 0.8)).toBeLessThan(4 * Math.sqrt(0.36 / 20_000));
});

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

test("calls, variables, elements, steps, seeds and NOISE SEED each have numbers of their own", () => {
  const seen = new Set<number>();
  const add = (values: readonly number[]) => {
    for (const value of values) seen.add(value);
    return values.length;
  };
  const model = `D: a, b ~~| x = RANDOM 0 1() + 0 * RANDOM 0 1() ~~| y = RANDOM 0 1() ~~| z[D] = RANDOM 0 1() ~~|
    u = RANDOM UNIFORM(0, 1, 3) ~~|`;
  let count = 0;
  for (const text of [model, `${model} NOISE SEED = 5 ~~|`]) {
    const run = runBoth(every(text));
    for (const name of ["x", "y", "z[a]", "z[b]", "u"]) count += add(columnOf(run, name));
  }
  expect(seen.size).toBe(count);
});

test("a future's numbers are its own: alone, in any block and beside any other", () => {
  const model = every("x = INTEG(RANDOM NORMAL(-9, 9, 0, 1, 0), k) ~~| k = 1 ~~|", 20);
  const { program } = compile(model, { inputs: ["k"], outputs: ["x"] });
  const machine = instantiateNow(program!);
  const { length } = program!.layout.times;
  const futures = 37;
  const all = new Float64Array(futures * length);
  machine.runMany(new Float64Array(futures).fill(1), all, futures, { seed: 9, future: 100 });
  for (let i = 0; i < futures; i++) {
    const alone = machine.run({}, { seed: 9, future: 100 + i }).columns[0]!;
    expect(alone).toEqual(all.slice(i * length, (i + 1) * length));
    expect(alone).toEqual(interpret(model, { outputs: ["x"], noise: { seed: 9, future: 100 + i } }).value!.columns[0]);
  }
  expect(new Set(all).size).toBe(1 + futures * (length - 1));
  expect(machine.run({}, { seed: 10, future: 100 }).columns[0]).not.toEqual(all.slice(0, length));
});

test("a draw is held between the stages of a step: under RK4 a stock of noise is what Euler makes of it", () => {
  const model = every("s = INTEG(n, 0) ~~| n = RANDOM UNIFORM(0, 1, 0) ~~|");
  const euler = columnOf(runBoth(model), "s");
  for (const method of ["rk2", "rk4"] as const) {
    const s = columnOf(runBoth({ ...model, simulation: { ...model.simulation, method } }), "s");
    for (const [i, value] of s.entries()) expect(value).toBeCloseTo(euler[i]!, 12);
  }
});

test("what is drawn at the start stays: INITIAL, and a constant of an initial value", () => {
  const run = runBoth(every("x = INITIAL(RANDOM 0 1()) ~~| s = INTEG(0, RANDOM 0 1()) ~~|"));
  for (const name of ["x", "s"]) expect(new Set(columnOf(run, name)).size).toBe(1);
});

test("RANDOM LOOKUP draws with its table as the density: the moments of a triangle, stretched and shifted", () => {
  const values = columnOf(
    runBoth(every("x = RANDOM LOOKUP(t, -100, 100, 10, 2, 0) ~~| t((0,0),(1,1),(3,0)) ~~|", 20_000)),
    "x",
  );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  // A triangle on 0 to 3 with its peak at 1: mean 4/3, variance 7/18.
  expect(mean).toBeCloseTo(10 + (2 * 4) / 3, 1);
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  expect(variance / ((4 * 7) / 18)).toBeCloseTo(1, 1);
  expect(Math.min(...values)).toBeGreaterThan(10);
  expect(Math.max(...values)).toBeLessThan(16);
  // Of the area, a third lies below the peak.
  expect(values.filter((value) => value < 12).length / values.length).toBeCloseTo(1 / 3, 1);
});

test("RANDOM LOOKUP keeps to its bounds", () => {
  const values = drawn("x = RANDOM LOOKUP(t, 11, 12, 10, 2, 0) ~~| t((0,1),(1,1),(2,0),(3,1)) ~~|");
  expect(Math.min(...values)).toBeGreaterThanOrEqual(11);
  expect(Math.max(...values)).toBeLessThanOrEqual(12);
});
