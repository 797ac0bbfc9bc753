import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { compile, instantiateNow } from "@sequitur/engine";
import { randomStream } from "@sequitur/ensemble";
import { drawnDiagrams, type Model, readModel, readVensim, source, structureOf } from "@sequitur/model";
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
// What accumulates or lags is written with a capital, as is usual: stocks, and levels that follow something with a delay.
const stocks = study.model.variables
  .filter(({ name, role, hidden }) => !hidden && role !== "constant" && role !== "time" && /^[A-Z]/.test(name))
  .map(({ name }) => name);
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

test("with hardly a member there are no killings by groups, no supply and no retaliation beyond the background", () => {
  const outputs = ["organised crime homicides", "making fentanyl", "US service members killed"];
  const none = runner(
    study.model,
    [...outputs, "retaliation attacks"],
    ["initial cartel members", ...levers],
  )({
    "initial cartel members": 1e-3,
    "strike tempo": 10,
    "ground campaign": 1,
  });
  for (const name of outputs) expect(Math.max(...none.get(name)!)).toBeLessThan(0.01);
  expect(Math.max(...none.get("retaliation attacks")!)).toBeLessThan(0.501);
});

describe("extreme conditions (Barlas 1996, the second of his structure tests)", () => {
  const everything = [...new Set([...measured, ...stocks])];
  const constants = study.model.variables
    .filter(({ role, group, hidden }) => role === "constant" && group !== "Control" && !hidden)
    .map(({ name }) => name);
  const run = runner(study.model, [...everything, "making fentanyl", "overdose conditions"], constants);
  const campaign = { "strike tempo": 10, covertness: 0.5 };
  const ends = (inputs: Inputs) => {
    const columns = run(inputs);
    return (name: string) => columns.get(name)!.at(-1)!;
  };
  const highest = (inputs: Inputs, name: string) => Math.max(...run(inputs).get(name)!);

  test("no opportunities: nothing is struck, nobody is killed by strikes, and no strike is known", () => {
    const none = { ...campaign, "opportunities at full intelligence": 0 };
    for (const name of ["strikes carried out", "civilians killed in strikes", "Hidden strikes", "Conflict from splits"])
      expect([name, highest(none, name)]).toEqual([name, 0]);
    const still = ends({});
    for (const name of ["Cartel members", "Cooperation", "Opposition in Mexico"])
      expect([name, ends(none)(name)]).toEqual([name, still(name)]);
  });
  test("all precursors gone: no product, the price at its ceiling, and only the deaths that substitutes cause", () => {
    const gone = ends({
      "interdiction effort": 1,
      "greatest precursor squeeze": 1,
      "lasting share of precursor control": 1,
      "lasting share of the observed shock": 0,
    });
    // A fully built programme is reached from below: e to the power of minus ten is left after ten years.
    expect(gone("fentanyl reaching the US")).toBeLessThan(5);
    expect(gone("Fentanyl price")).toBeGreaterThan(9.9);
    const supplied = ends({ "lasting share of the observed shock": 0 })("US synthetic opioid deaths");
    expect(gone("US synthetic opioid deaths") / supplied).toBeLessThan(0.25);
    expect(gone("US synthetic opioid deaths") / supplied).toBeGreaterThan(0.1);
  });
  test("no users: no demand, no deaths and no earnings from opioids", () => {
    const none = ends({
      "initial people out of treatment": 1e-6,
      "initial people in treatment": 1e-6,
      "new cases beyond those who stop": 0,
      "fatal overdoses at full exposure": 0,
    });
    for (const name of ["US synthetic opioid deaths", "People in treatment"]) expect(none(name)).toBeLessThan(0.01);
  });
  test("everyone arrested, or nobody recruited: groups die out, and do not go below none", () => {
    for (const inputs of [{ "normal arrests": 1e9 }, { "normal recruitment rate": 0 }]) {
      const members = run(inputs).get("Cartel members")!;
      expect(Math.min(...members)).toBeGreaterThanOrEqual(0);
      expect(members.at(-1)!).toBeLessThan(members[0]! / 4);
    }
  });
  test("leaders replaced at once: no post stays vacant, however many fall", () => {
    const quick = { ...campaign, "leader replacement time": 0.04, "leaders removed per leadership strike": 1 };
    expect(Math.min(...run(quick).get("Leaders in place")!)).toBeGreaterThan(96);
  });
  test("all strikes kept and never exposed: publics know of none, and the state only what it notices", () => {
    const unseen = { covertness: 1, "time to exposure": 1e9, "share noticed by the host": 0 };
    // Attacks in answer would be seen.
    const hidden = { "strike tempo": 10, ...unseen, "attacks per strike": 0 };
    const still = ends({});
    for (const name of ["Cooperation", "Opposition in Mexico", "Support at home", "Standing abroad"])
      expect(ends(hidden)(name) / still(name)).toBeCloseTo(1, 5);
  });
  test("consent that is sought and breaks at the first grievance ends a joint campaign, and with it the harm", () => {
    const fragile = { "strike tempo": 10, "consent sought": 1, "fragility of consent": 1e3 };
    const firm = { ...fragile, "fragility of consent": 0 };
    expect(ends(fragile)("strikes carried out")).toBeLessThan(ends(firm)("strikes carried out") / 2);
    expect(ends(firm)("Consent in force")).toBeCloseTo(1, 6);
  });
  test("nothing that a programme can reach: effort changes its cost and nothing else", () => {
    const useless = {
      "greatest effect of prevention": 0,
      "attainable gain in rule of law": 0,
      "greatest effect of financial measures": 0,
    };
    const still = ends(useless);
    const effort = ends({ ...useless, "recruitment prevention": 1, "rule of law effort": 1, "financial measures": 1 });
    for (const name of everything.filter((name) => !/programme cost|Prevention coverage|Financial pressure/.test(name)))
      expect([name, effort(name)]).toEqual([name, still(name)]);
    expect(effort("programme cost")).toBeGreaterThan(3e9);
  });
  test("no demand growth, no drift, no campaign: a steady state of supply once the record has ended", () => {
    const last = run({ "drift of conflict": 0, "lasting share of the observed shock": 1 });
    const supply = last.get("fentanyl reaching the US")!;
    expect(supply.at(-1)! / supply.at(-9)!).toBeCloseTo(1, 2);
  });
});

test("a campaign of no strikes is the status quo to the last bit, whatever is sought or hidden", () => {
  const run = runner(study.model, measured);
  const still = run({});
  const idle = run({ "strike tempo": 0, covertness: 1, "consent sought": 1, "share of strikes on facilities": 1 });
  for (const [name, values] of still) expect([name, idle.get(name)]).toEqual([name, values]);
});

describe("the model reads like one", () => {
  const own = study.model.variables.filter(({ hidden, role }) => !hidden && role !== "time");
  const cited = new Set(study.sources.map(({ id }) => id));

  test("120 to 200 equations, beside the constants", () => {
    const equations = own.filter(({ role }) => role !== "constant").length;
    expect(equations).toBeGreaterThanOrEqual(120);
    expect(equations).toBeLessThanOrEqual(200);
  });
  test("every variable has a unit, a comment, and a source or what it is instead", () => {
    const bare = own.filter(({ unitsText, comment }) => {
      const ids = [...comment.matchAll(/\[([a-z0-9, \s-]+)\]/g)].flatMap(([, list]) => list!.split(/,\s*/));
      const isCited = ids.length > 0 && ids.every((id) => cited.has(id.trim()));
      const says = /assumed|judgement|fitted|lever:|conversion|by definition|setting of the run/i.test(comment);
      return unitsText.trim() === "" || comment.trim().length < 10 || !(isCited || says);
    });
    expect(bare.map(({ name }) => name)).toEqual([]);
  });
  test("a source that a comment cites is one of the study's", () => {
    const ids = own.flatMap(({ comment }) => [...comment.matchAll(/\[([a-z][a-z0-9]+-?[a-z0-9, \s-]*)\]/g)]);
    const unknown = ids.flatMap(([, list]) => list!.split(/,\s*/)).filter((id) => !cited.has(id.trim()));
    expect(unknown).toEqual([]);
  });

  const { value: tree } = readVensim(source(study.modelFile, text));
  const views = drawnDiagrams(tree, structureOf(tree));
  test("its drawing has a named view for each sector, none of them a heap", () => {
    expect(views.map(({ name }) => name)).toEqual(study.model.groups.map(({ name }) => name));
    for (const { name, nodes } of views) expect([name, nodes.length <= 80]).toEqual([name, true]);
  });
  test("every variable is drawn once in its own sector, stocks as boxes and flows with valves", () => {
    const drawn = views.flatMap(({ name: view, nodes }) =>
      nodes.filter(({ shadow, kind }) => !shadow && kind !== "cloud").map(({ name, kind }) => ({ view, name, kind })),
    );
    expect(drawn.map(({ name }) => name).toSorted()).toEqual(own.map(({ name }) => name).toSorted());
    for (const { name, group, role } of own) {
      const found = drawn.find((node) => node.name === name)!;
      expect([name, found.view, found.kind === "stock"]).toEqual([name, group, role === "stock"]);
    }
    for (const flow of ["recruiting", "making fentanyl", "strikes carried out", "leaders removed in strikes"])
      expect(drawn.find(({ name }) => name === flow)?.kind).toBe("flow");
  });
  test("nothing in a view lies on anything else", () => {
    for (const { name, nodes } of views) expect([name, overlaps(nodes)]).toEqual([name, []]);
  });
});

type Node = ReturnType<typeof drawnDiagrams>[number]["nodes"][number];

function overlaps(nodes: readonly Node[]): readonly string[] {
  return nodes.flatMap((a, i) =>
    nodes
      .slice(i + 1)
      .filter((b) => Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2)
      .map((b) => `${a.name} on ${b.name}`),
  );
}
