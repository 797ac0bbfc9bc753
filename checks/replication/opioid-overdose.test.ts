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
const outputs = ["Deaths since 2022", "Years with use disorder", "overdose deaths", "heroin survival"] as const;
type Lever = (typeof levers)[number];
type Output = (typeof outputs)[number];

const machine = instantiateNow(programOf());
const last = (name: Output, set: Partial<Record<Lever, number>> = {}) => figuresOf(name, set).at(-1)!;
const change = (set: Partial<Record<Lever, number>>) =>
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
  { size: 0.1, published: [-5.6, -1.4, -1.7], ours: [-3.91, -1.85, -1.49] },
  { size: 0.2, published: [-11.3, -2.7, -3.6], ours: [-7.82, -3.64, -3.17] },
  { size: 0.5, published: [-29.2, -6.4, -10.5], ours: [-19.6, -8.64, -9.81] },
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

function programOf(): NonNullable<ReturnType<typeof compile>["program"]> {
  const { model, diagnostics } = readModel(source(file, readFileSync(new URL(file, folder), "utf8")));
  if (model === undefined) throw new Error(diagnostics.map(({ code }) => code).join());
  return compile(model, { inputs: levers, outputs }).program!;
}

function figuresOf(name: Output, set: Partial<Record<Lever, number>> = {}): Float64Array {
  return machine.run({ ...set }).columns[outputs.indexOf(name)]!;
}
