import { compile, instantiateNow, interpret } from "@sequitur/engine";
import type { IntegrationMethod, Model } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

const under = (method: IntegrationMethod, model: Model): Model => ({
  ...model,
  simulation: { ...model.simulation, method },
});

// A pendulum without friction, x = cos t, and growth in a rising climate, s = e^(t²/2): what they are after 2 is known.
const smooth = (step: number) =>
  modelOf(`x = INTEG(v, 1) ~~| v = INTEG(-x, 0) ~~| s = INTEG(s * Time, 1) ~~| ${times(0, 2, step, 2)}`);

function errorAt(method: IntegrationMethod, step: number, name: "x" | "s"): number {
  const end = columnOf(runBoth(under(method, smooth(step))), name).at(-1)!;
  return Math.abs(end - (name === "x" ? Math.cos(2) : Math.exp(2)));
}

// log2(error(dt) / error(dt / 2)) is the order of the method: 1, 2, 4 (Hairer, Nørsett & Wanner 1993, II.1 and II.3).
for (const [method, order, step] of [
  ["euler", 1, 2 ** -9],
  ["rk2", 2, 2 ** -7],
  ["heun", 2, 2 ** -7],
  ["rk4", 4, 2 ** -4],
] as const)
  for (const name of ["x", "s"] as const)
    test(`${method} gains ${order} binary digits of ${name} where the step is halved`, () => {
      const observed = Math.log2(errorAt(method, step, name) / errorAt(method, step / 2, name));
      expect(Math.abs(observed - order)).toBeLessThan(0.1);
    });

test("of the two methods of order 2, Vensim's looks at the middle of a step and XMILE's at its ends", () => {
  // A rate of t²: by the middle 1/4, by the ends (0 + 1) / 2.
  const vensim = modelOf(`s = INTEG(Time * Time, 0) ~~| ${times(0, 1, 1)}`);
  const xmile = modelOf(
    `<xmile><sim_specs method="RK2"><start>0</start><stop>1</stop><dt>1</dt></sim_specs><model><variables>
    <stock name="s"><eqn>0</eqn><inflow>f</inflow></stock><flow name="f"><eqn>TIME * TIME</eqn></flow>
    </variables></model></xmile>`,
    "m.xmile",
  );
  expect(columnOf(runBoth(under("rk2", vensim)), "s")).toEqual([0, 1 / 4]);
  expect(columnOf(runBoth(xmile), "s")).toEqual([0, 1 / 2]);
});

describe("the adaptive method", () => {
  test.each([2, 1, 0.25, 0.1])("is as exact as it says whatever the step: %d", (step) => {
    // 10^-6 a part, of stocks whose errors do not grow by more than they do themselves.
    expect(errorAt("rk45", step, "x")).toBeLessThan(1e-5);
    expect(errorAt("rk45", step, "s") / Math.exp(2)).toBeLessThan(1e-5);
  });

  test("goes as finely as the stiffest stock needs, which a fixed step cannot follow", () => {
    // s follows a falling target within 1/200 of a unit: s = e^-t (1 - 1/200)^-1 once the start is forgotten.
    const model = modelOf(`s = INTEG((EXP(-Time) - s) * 200, 0) ~~| ${times(0, 3, 1)}`);
    const s = columnOf(runBoth(under("rk45", model)), "s");
    for (const at of [1, 2, 3]) expect(s[at]! / (Math.exp(-at) / (1 - 1 / 200)) - 1).toBeLessThan(1e-4);
    expect(Math.abs(columnOf(runBoth(under("rk4", model)), "s")[3]!)).toBeGreaterThan(1e6);
  });

  test("gives a future the same bits alone, beside others, and whatever is asked of it", () => {
    const model = under(
      "rk45",
      modelOf(
        `s = INTEG(k * s * (1 - s), 0.01) ~~| u = INTEG(-9 * k * u, 1) ~~| k = 1 ~~| w = Time * 2 ~~| ${times(0, 4, 1)}`,
      ),
    );
    const ks = [0.5, 40, 1, 300, 2, 7, 0.01];
    const { program } = compile(model, { inputs: ["k"], outputs: ["s", "w"] });
    const machine = instantiateNow(program!);
    const out = new Float64Array(ks.length * 10);
    machine.runMany(Float64Array.from(ks), out, ks.length);
    for (const [i, k] of ks.entries()) {
      const alone = machine.run({ k });
      const { value } = interpret(model, { set: { k }, outputs: ["s"] });
      expect(alone.columns[0]).toEqual(Float64Array.from([0, 1, 2, 3, 4], (save) => out[i * 10 + save * 2]!));
      expect(alone.columns[0]).toEqual(value!.columns[0]);
    }
  });

  test("says NaN where no division is fine enough: 1 / (1 - t) has no value after 1", () => {
    const s = columnOf(runBoth(under("rk45", modelOf(`s = INTEG(s * s, 1) ~~| ${times(0, 2, 0.5)}`))), "s");
    expect(s[1]).toBeCloseTo(2, 5);
    expect(s.slice(3).every((value) => !Number.isFinite(value) || value > 1e9)).toBe(true);
  });
});

// Inputs that move by steps stand still within one, under every method (vensim.com/documentation/rungekutta.html).
describe.each(["euler", "rk2", "heun", "rk4", "rk45"] as const)("under %s", (method) => {
  const run = runBoth(
    under(
      method,
      modelOf(`p = INTEG(PULSE(2, 0), 0) ~~| r = INTEG(STEP(3, 4), 0) ~~| d = DELAY FIXED(Time, 3, -1) ~~|
        td = INTEG(d, 0) ~~| h = SAMPLE IF TRUE(MODULO(Time, 2) = 0, Time, 0) ~~| th = INTEG(h, 0) ~~|
        x = RANDOM UNIFORM(0, 1, 0) ~~| tx = INTEG(x, 0) ~~| ${times(0, 6, 1)}`),
    ),
  );
  const column = (name: string) => columnOf(run, name);

  test("a pulse is one step long and a step begins at once", () => {
    expectNear(column("p"), [0, 0, 0, 1, 1, 1, 1]);
    expectNear(column("r"), [0, 0, 0, 0, 0, 3, 6]);
  });

  test("a fixed delay counts steps and moves once in each", () => {
    expectNear(column("d"), [-1, -1, -1, 0, 1, 2, 3]);
    expectNear(column("td"), [0, -1, -2, -3, -3, -2, 0]);
  });

  test("a sample is taken once a step, and kept in it", () => {
    expectNear(column("h"), [0, 0, 2, 2, 4, 4, 6]);
    expectNear(column("th"), [0, 0, 0, 2, 4, 8, 12]);
  });

  test("a random number is drawn once a step", () => {
    const drawn = column("x");
    const sums = drawn.map((_, i) => drawn.slice(0, i).reduce((sum, x) => sum + x, 0));
    expectNear(column("tx"), sums);
  });
});

function expectNear(got: readonly number[], want: readonly number[]): void {
  expect(got).toHaveLength(want.length);
  for (const [i, value] of want.entries()) expect(got[i], `at ${i}`).toBeCloseTo(value, 9);
}
