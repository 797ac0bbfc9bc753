import { describe, expect, test } from "vitest";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { compromise } from "./compromise.ts";
import type { FoundPolicy } from "./policy-search-finding.ts";
import { reachedGain, settled } from "./policy-trial.ts";
import { searchPolicies } from "./search-policies.ts";

/** The tiny study, where a boost is paid for and its level of 10 months' gain is what is wanted. */
function studyWith(search: string) {
  const yaml = tinyStudy
    .get("study.yaml")!
    .replace(
      "policies:\n",
      `  spend: { variable: Extra, label: Spent, unit: item/Month, figure: { at: 10 }, better: lower }\npolicies:\n`,
    )
    .replace("high: 10, assumed", "high: 10, step: 0.5, assumed");
  return readStudy(new Map(tinyStudy).set("study.yaml", `${yaml}search:\n${search}`));
}

const goals = `  goals:
    - { measure: level, step: 5 item }
    - { measure: spend, step: 0.5 item/Month }
`;
const spentOf = ({ set }: FoundPolicy) => set[0]?.value ?? 0;
const options = { threads: 0, evaluations: 400, futures: 16, heldOut: 64 } as const;

describe("a front that is known: ten items for each spent a month", () => {
  const study = studyWith(goals).value!;

  test("all of it is found, and the middle of it is chosen", async () => {
    const finding = (await searchPolicies(study, options))!;
    const spent = finding.found.map(spentOf);
    expect(spent).toEqual(Array.from({ length: 21 }, (_, i) => 10 - i / 2));
    for (const policy of finding.found) {
      expect(policy.gains[0]).toBeCloseTo(10 * spentOf(policy), 9);
      expect(policy.gains[1]).toBeCloseTo(-spentOf(policy), 12);
      expect(policy.heldOutGains[0]).toBeCloseTo(policy.gains[0]!, 9);
    }
    // The last one leaves the lever as the model has it.
    expect(finding.found.at(-1)!.set).toEqual([]);
    expect(finding.chosen).toMatchObject({ set: [{ lever: "extra", value: 5 }], worseShare: 0, worseBox: null });
    expect(finding.studied.map(({ policy }) => policy)).toEqual(["as-is", "boost"]);
    expect(finding.studied[0]!.gains).toEqual([0, 0]);
    expect(finding.studied[1]!.gains[0]).toBeCloseTo(50, 9);
    expect({ searched: finding.searched, heldOut: finding.heldOut }).toEqual({ searched: 16, heldOut: 64 });
  });

  test("its volume, in steps, is that of a staircase of 21 once all is found, in every run", async () => {
    const { runs } = (await searchPolicies(study, options))!;
    // Steps of (5 item, 0.5 item/Month): points (-k, k) for k = 0 to 20, up to (1, 21).
    const stairs = Array.from({ length: 21 }, (_, k) => k + 1).reduce((sum, width) => sum + width, 0);
    expect(runs.map(({ trace }) => trace.at(-1)!.hypervolume / stairs)).toEqual([
      expect.closeTo(1, 9),
      expect.closeTo(1, 9),
    ]);
    expect(runs[0]!.trace[0]!.evaluations).toBe(100);
    expect(runs[0]!.trace.at(-1)!.archived).toBe(21);
  });

  test("the same bits again, and on two threads", async () => {
    const again = await searchPolicies(study, { ...options, threads: 2 });
    expect(again).toEqual(await searchPolicies(study, options));
  });
});

test("a limit is kept", async () => {
  const study = studyWith(`${goals}  limits:\n    - { measure: spend, worse-by: 3 item/Month }\n`).value!;
  const { found } = (await searchPolicies(study, options))!;
  expect(Math.max(...found.map(spentOf))).toBe(3);
});

test("a study that asks for none is not searched", async () => {
  expect(await searchPolicies(readStudy(tinyStudy).value!)).toBeUndefined();
});

describe("what a study may ask for is checked", () => {
  for (const [what, search, codes] of [
    ["a measure that is not there", goals.replace("level", "levl"), ["unknown-id"]],
    ["a measure without a better side", goals.replace("level", "gain"), ["no-better-side"]],
    ["a step in another unit", goals.replace("5 item }", "5 item/Month }"), ["wrong-unit"]],
    ["a share for a step", goals.replace("5 item }", "5 % }"), ["bad-amount"]],
    ["no step", goals.replace("5 item }", "0 item }"), ["bad-amount"]],
    ["a lever that is not there", `${goals}  levers: [extras]\n`, ["unknown-id"]],
    ["one goal", goals.split("\n").slice(0, 2).join("\n"), ["bad-value"]],
  ] as const)
    test(what, () => expect(studyWith(search).diagnostics.map(({ code }) => code)).toEqual(codes));
});

test("a gain is what most futures reach, and no number where some future gave none", () => {
  const gains = Float64Array.from([5, 1, 4, 2, 3, 0, 9, 8, 7, 6, 10]);
  expect(reachedGain(gains, 0.9)).toBeCloseTo(1, 12);
  expect(reachedGain(Float64Array.from([1, Number.NaN]), 0.9)).toBeNaN();
});

test("values stand on a lever's steps, in figures that people write", () => {
  const lever = { low: 0, high: 1, step: 0.1 } as Parameters<typeof settled>[0];
  expect([0.31, 0.96, 0.04, 1].map((value) => settled(lever, value))).toEqual([0.3, 1, 0, 1]);
  expect(settled({ ...lever, step: undefined }, 0.31)).toBe(0.31);
});

test("the compromise is nearest to the best in every goal", () => {
  const front = [
    [0, 10],
    [4, 5],
    [5, 4],
    [10, 0],
  ].map((each) => Float64Array.from(each));
  expect(compromise(front)).toBe(1);
  expect(compromise([])).toBeUndefined();
});
