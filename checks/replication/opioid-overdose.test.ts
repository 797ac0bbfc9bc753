import { readFileSync } from "node:fs";
import { compile, instantiateNow } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";

/*
 * An aggregate stand-in for the SOURCE model of opioid use. Reference: its base projection and its tables of policy results, in the public
 * repository FDA/SOURCE; published as Lim et al. 2022, PNAS 119, e2115714119, and Stringfellow et al. 2022, Science Advances 8.
 */
const folder = new URL("../../studies/replications/opioid-overdose/", import.meta.url);
const file = "model/opioid-overdose.mdl";

const levers = ["change of fentanyl effect", "change of naloxone kits", "change of relapse"] as const;
const inputs = [...levers, "high fentanyl"] as const;
const outputs = ["Deaths since 2022", "Years with use disorder", "overdose deaths", "heroin survival"] as const;
type Input = (typeof inputs)[number];
type Output = (typeof outputs)[number];

const machine = instantiateNow(programOf());
const last = (name: Output, set: Partial<Record<Input, number>> = {}) => figuresOf(name, set).at(-1)!;
const change = (set: Partial<Record<Input, number>>) =>
  100 * (last("Deaths since 2022", set) / last("Deaths since 2022") - 1);

describe("what is published of the overdose block comes back", () => {
  test("survival of a heroin overdose: 0.78814 in 2022, 0.751101 in 2032", () => {
    expect(figuresOf("heroin survival")[0]).toBeCloseTo(0.78814, 4);
    expect(last("heroin survival")).toBeCloseTo(0.751101, 4);
  });
  test("deaths in 2022, to which one number is fitted: 63,296", () =>
    expect(Math.abs(figuresOf("overdose deaths")[0]! / 63_296 - 1)).toBeLessThan(0.001));
});

describe("the base run is within 10 % of the published one", () => {
  for (const [name, published, ours] of [
    ["Deaths since 2022", 541_753, 587_609],
    ["Years with use disorder", 28_915_310, 29_877_342],
  ] as const)
    test(`${name}: ${published}`, () => {
      expect(Math.abs(last(name) / published - 1)).toBeLessThan(0.1);
      expect(Math.abs(last(name) / ours - 1)).toBeLessThan(1e-4);
    });
});

// One line a size of change: fentanyl effect, naloxone kits, returns to use disorder; in percent of the deaths of the base run.
const policies = [
  { size: 0.1, published: [-5.6, -1.4, -1.7], ours: [-3.48, -1.65, -1.49] },
  { size: 0.2, published: [-11.3, -2.7, -3.6], ours: [-7.0, -3.26, -3.17] },
  { size: 0.5, published: [-29.2, -6.4, -10.5], ours: [-17.8, -7.76, -9.81] },
] as const;

describe.each(policies)("changes of $size", ({ size, published, ours }) => {
  const found = levers.map((lever) => change({ [lever]: lever === "change of naloxone kits" ? size : -size }));

  test("give what the README says", () => {
    for (const [i, want] of ours.entries()) expect(found[i]).toBeCloseTo(want, 1);
  });
  test("cut deaths, as published, and the one of fentanyl most", () => {
    expect(found.map(Math.sign)).toEqual(published.map(Math.sign));
    expect(Math.min(...found)).toBe(found[0]);
    expect(Math.min(...published)).toBe(published[0]);
  });
  test("order naloxone and relapse as published only at the largest size", () => {
    expect(published[2]).toBeLessThan(published[1]);
    expect(found[2]! < found[1]!).toBe(size === 0.5);
  });
  test("are as large in the README", () => {
    const text = readFileSync(new URL("README.md", folder), "utf8").replaceAll("−", "-");
    for (const value of found) expect(text).toContain(value.toFixed(1));
  });
});

describe("with high fentanyl", () => {
  const high = { "high fentanyl": 1 } as const;
  const deaths = last("Deaths since 2022", high);

  test("survival of a heroin overdose is the published one: 0.752232 to 0.703729, over what rescue leaves", () => {
    const survival = figuresOf("heroin survival", high);
    expect(survival[0]).toBeCloseTo(0.752232, 4);
    expect(survival.at(-1)).toBeCloseTo(0.703729, 4);
  });
  test("deaths are 10.6 % above the published 666,236, outside the tolerance of 10 %", () => {
    expect(100 * (deaths / 666_236 - 1)).toBeCloseTo(10.6, 1);
  });
  test("and 25.4 % above the base run, where the published ones are 23.0", () => {
    expect(100 * (666_236 / 541_753 - 1)).toBeCloseTo(23, 1);
    expect(100 * (deaths / last("Deaths since 2022") - 1)).toBeCloseTo(25.4, 1);
  });

  // Published deaths under each policy; ours in percent of the run without one.
  const rows = [
    { size: 0.1, published: [624_215, 657_263, 655_089], ours: [-3.82, -1.61, -1.46] },
    { size: 0.2, published: [581_013, 648_561, 642_885], ours: [-7.71, -3.17, -3.12] },
    { size: 0.5, published: [444_318, 624_007, 597_914], ours: [-19.8, -7.57, -9.69] },
  ] as const;
  test.each(rows)("changes of $size give what the README says, in the published direction", (row) => {
    const { size, published, ours } = row;
    const text = readFileSync(new URL("README.md", folder), "utf8").replaceAll("−", "-");
    for (const [i, lever] of levers.entries()) {
      const set = { ...high, [lever]: lever === "change of naloxone kits" ? size : -size };
      const found = 100 * (last("Deaths since 2022", set) / deaths - 1);
      expect(found).toBeCloseTo(ours[i]!, 1);
      expect(text).toContain(found.toFixed(1));
      expect(text).toContain((100 * (published[i]! / 666_236 - 1)).toFixed(1));
      expect(published[i]!).toBeLessThan(666_236);
    }
  });
});

function programOf(): NonNullable<ReturnType<typeof compile>["program"]> {
  const { model, diagnostics } = readModel(source(file, readFileSync(new URL(file, folder), "utf8")));
  if (model === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return compile(model, { inputs, outputs }).program!;
}

function figuresOf(name: Output, set: Partial<Record<Input, number>> = {}): Float64Array {
  return machine.run({ ...set }).columns[outputs.indexOf(name)]!;
}
