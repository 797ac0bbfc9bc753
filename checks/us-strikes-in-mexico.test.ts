import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, instantiateNow } from "@sequitur/engine";
import { randomStream } from "@sequitur/ensemble";
import { type Model, readModel, source } from "@sequitur/model";
import { readStudy, type Study } from "@sequitur/study";
import { describe, expect, test } from "vitest";

/*
 * What a modeller would try on the first study's model before believing it (Barlas 1996, System Dynamics Review 12, 183-210): extreme
 * conditions, integration error, balance of what flows, signs, and a policy of nothing.
 */
const folder = new URL("../studies/us-strikes-in-mexico/", import.meta.url).pathname;
const files = new Map(
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /^(?!\.).*\.(?:ya?ml|mdl|csv)$/u.test(file))
    .map((file) => [file, readFileSync(join(folder, file), "utf8")]),
);
const study: Study = readStudy(files).value!;
const text = files.get(study.modelFile)!;
const stocks = study.model.variables.filter(({ role }) => role === "stock").map(({ name }) => name);
const measured = [...new Set(study.measures.map(({ variable }) => variable))];
const levers = study.levers.map(({ variable }) => variable);

type Inputs = Readonly<Record<string, number>>;
type Runs = (inputs: Inputs) => ReadonlyMap<string, Float64Array>;

function runner(model: Model, outputs: readonly string[], inputs: readonly string[] = levers): Runs {
  const machine = instantiateNow(compile(model, { inputs, outputs }).program!);
  return (set) => {
    const { columns } = machine.run({ ...set });
    return new Map(outputs.map((name, at) => [name, columns[at]!.slice()]));
  };
}

function modelWith(from: string, to: string): Model {
  expect(text).toContain(from);
  return readModel(source(study.modelFile, text.replace(from, to))).model!;
}

const settings = study.policies.map(({ id, set }) => [id, settingOf(set)] as const);

function settingOf(set: Study["policies"][number]["set"]): Inputs {
  const variableOf = (lever: string) => study.levers.find(({ id }) => id === lever)!.variable;
  return Object.fromEntries(set.map(({ lever, value }) => [variableOf(lever), value]));
}

describe.each(settings)("integration error: %s", (_, setting) => {
  const plain = runner(study.model, measured)(setting);

  test("a step of half the length moves no measure at the end by 0.1 % or more", () => {
    const half = modelWith("TIME STEP = 0.03125", "TIME STEP = 0.015625");
    expect(movedBy(plain, runner(half, measured)(setting), 1e-3)).toEqual([]);
  });
  test("nor does the Runge-Kutta method by 0.2 %", () => {
    const model: Model = { ...study.model, simulation: { ...study.model.simulation, method: "rk4" } };
    expect(movedBy(plain, runner(model, measured)(setting), 2e-3)).toEqual([]);
  });
});

/** Measures that end further apart than a share of their size, each with how far. */
function movedBy(
  a: ReadonlyMap<string, Float64Array>,
  b: ReadonlyMap<string, Float64Array>,
  limit: number,
): readonly (readonly [string, number])[] {
  return [...a].flatMap(([name, values]) => {
    const [one, other] = [values.at(-1)!, b.get(name)!.at(-1)!];
    const apart = Math.abs(one - other) / Math.max(Math.abs(one), 1e-9);
    return Math.abs(one - other) > 1e-9 && apart >= limit ? [[name, apart] as const] : [];
  });
}

describe("balance: a stock changes by what flows, and by nothing else", () => {
  const everyStep = modelWith("SAVEPER = 0.125", "SAVEPER = 0.03125");
  for (const [stock, inflows, outflows] of [
    [
      "Cartel members",
      ["recruiting"],
      ["leaving", "being arrested", "killed in conflict", "members killed in strikes", "followers lost with leaders"],
    ],
    ["Fentanyl in transit", ["making fentanyl"], ["arriving or seized"]],
    ["Fentanyl labs", ["labs set up"], ["labs closed by Mexican forces", "labs destroyed in strikes"]],
  ] as const)
    test.each(settings)(`${stock}: %s`, (_, setting) => {
      const columns = runner(everyStep, [stock, ...inflows, ...outflows])(setting);
      const level = columns.get(stock)!;
      const flow = (names: readonly string[], at: number) =>
        names.reduce((sum, name) => sum + columns.get(name)![at]!, 0);
      for (let at = 0; at + 1 < level.length; at++) {
        const next = level[at]! + 0.03125 * (flow(inflows, at) - flow(outflows, at));
        expect(Math.abs(level[at + 1]! / next - 1)).toBeLessThan(1e-9);
      }
    });
});

describe("signs and extremes", () => {
  const { uncertainties } = study;
  const run = runner(study.model, stocks, [...levers, ...uncertainties.map(({ variable }) => variable)]);
  const draws = randomStream(7, "monte-carlo");
  const future = (i: number): Inputs =>
    Object.fromEntries(
      uncertainties.map(({ variable, low, high, rivals }, k) => {
        const u = draws.uniform(i, k, 0);
        return [variable, rivals.length > 0 ? Math.round(u) : low + u * (high - low)];
      }),
    );

  test.each(settings)("no stock goes below 0 or out of bounds in 50 futures: %s", (_, setting) => {
    for (let i = 0; i < 50; i++) expect(spoiled(run({ ...future(i), ...setting }))).toEqual([]);
  });
  test("nor with a thousand times the strikes", () => {
    for (let i = 0; i < 20; i++) expect(spoiled(run({ ...future(i), "strike tempo": 1e4 }))).toEqual([]);
  });

  function spoiled(columns: ReadonlyMap<string, Float64Array>): readonly string[] {
    return [...columns]
      .filter(([, values]) => values.some((value) => !(value >= 0 && value < 1e12)))
      .map(([name]) => name);
  }
});

test("with hardly a member there are no killings by groups and no supply", () => {
  const outputs = ["organised crime homicides", "making fentanyl"];
  const none = runner(study.model, outputs, ["initial cartel members"])({ "initial cartel members": 1e-3 });
  for (const name of outputs) expect(Math.max(...none.get(name)!)).toBeLessThan(0.01);
});

test("a campaign of no strikes is the status quo to the last bit, whatever is sought or hidden", () => {
  const run = runner(study.model, measured);
  const still = run({});
  const idle = run({ "strike tempo": 0, covertness: 1, "consent sought": 1, "share of strikes on facilities": 1 });
  for (const [name, values] of still) expect([name, idle.get(name)]).toEqual([name, values]);
});
