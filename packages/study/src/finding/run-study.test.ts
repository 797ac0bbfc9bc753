import { describe, expect, test } from "vitest";
import { givenInputs } from "../plan/given-inputs.ts";
import { readStudy } from "../read/read-study.ts";
import { tinyStudy } from "../tiny-study.ts";
import { digestOf } from "./digest.ts";
import { findingsSchema } from "./findings.ts";
import { findingsKey } from "./findings-key.ts";
import { runStudy } from "./run-study.ts";

const study = readStudy(tinyStudy).value!;
const futures = 8192;
const findings = await runStudy(study, { futures, threads: 0 });
const claim = (id: string) => findings.claims.find((each) => each.id === id)!;

describe("a study whose answers are known is answered so", () => {
  test("half of all futures pass a hundred", () => {
    const { verdict, share, interval, margin } = claim("above-hundred");
    expect(verdict).toBe("about-half");
    expect(share).toBeCloseTo(0.5, 2);
    expect(interval![0]).toBeLessThan(share!);
    expect(interval![1]).toBeGreaterThan(share!);
    // start + 10 inflow - 100: a triangle from -100 to 100.
    expect(margin!.unit).toBe("item");
    expect(margin!.quantiles.p50 / 100).toBeCloseTo(0, 2);
    expect(margin!.quantiles.p95 / 100).toBeCloseTo(1 - Math.sqrt(0.1), 2);
  });

  test("both inputs matter alike, and one that changes nothing does not", () => {
    const { hinges } = claim("above-hundred");
    expect(hinges.map(({ uncertainty, named }) => [uncertainty, named]).sort()).toEqual([
      ["inflow", true],
      ["noise", false],
      ["start", true],
    ]);
    expect(hinges.at(-1)).toMatchObject({ uncertainty: "noise", total: { value: 0 } });
    for (const { first, total } of hinges.slice(0, 2)) {
      expect(first.value).toBeCloseTo(0.5, 1);
      expect(total.value).toBeCloseTo(0.5, 1);
    }
  });

  test("it fails where both are low, and the box says so", () => {
    const { limits, density, coverage } = claim("above-hundred").box!;
    expect(limits.map(({ uncertainty, low }) => [uncertainty, low])).toEqual([
      ["start", null],
      ["inflow", null],
    ]);
    expect(density).toBeGreaterThan(0.75);
    expect(coverage).toBeGreaterThanOrEqual(0.5);
  });

  test("knowing either of the two that matter, one would be right in a quarter more futures; in half more knowing both", () => {
    // It holds with chance x where start is 100 x, so one is right in E max(x, 1 - x) = 3/4, and knowing nothing in 1/2.
    const { perfect, ranked } = claim("above-hundred").information!;
    expect(perfect).toBeCloseTo(0.5, 2);
    expect(ranked.slice(0, 2).map(({ uncertainty, told }) => [uncertainty, told])).toEqual(
      expect.arrayContaining([
        ["start", true],
        ["inflow", true],
      ]),
    );
    for (const { value } of ranked.slice(0, 2)) expect(Math.abs(value - 0.25)).toBeLessThan(0.02);
    expect(ranked[2]).toMatchObject({ uncertainty: "noise", told: false });
    expect(claim("boost-raises").information).toBeNull();
  });

  test("it tips half way along the input that it hinges on most, and nowhere where it always holds", () => {
    const { uncertainty, value, low, high, holds } = claim("above-hundred").tipping!;
    // Given one of the two inputs, the share rises evenly from 0 to 1 with it.
    const middle = uncertainty === "start" ? 50 : 5;
    expect(holds).toBe("above");
    expect(value / middle).toBeCloseTo(1, 1);
    expect(low).toBeLessThan(middle * 1.02);
    expect(high).toBeGreaterThan(middle * 0.98);
    expect(claim("boost-raises").tipping).toBeNull();
  });

  test("what is always 50 more is the more robust by every metric of worth, and never regretted", () => {
    const { policies, measures, regret } = findings.robustness;
    expect(policies).toEqual(["as-is", "boost"]);
    const [level] = measures;
    expect(measures.map(({ measure }) => measure)).toEqual(["level"]);
    const best = (name: string) => level!.metrics.find(({ metric }) => metric === name)!.best;
    for (const name of ["maximin", "maximax", "hurwicz", "laplace", "minimaxRegret", "percentileRegret"])
      expect(best(name)).toEqual(["boost"]);
    expect(level!.metrics.find(({ metric }) => metric === "minimaxRegret")!.worth[0]).toBeCloseTo(-50, 9);
    expect(regret!.fromBest[1]).toBe(0);
  });

  test("what always and what never holds", () => {
    expect(claim("boost-raises")).toMatchObject({ verdict: "all", share: 1, box: null });
    expect(claim("boost-raises").margin!.quantiles.p50).toBeCloseTo(1, 9);
    expect(claim("boost-lowers")).toMatchObject({ verdict: "none", share: 0, box: null });
  });

  test("a composition, with a value at another time", () => {
    // 20 inflow > start, or start + 10 inflow >= 100: over the unit square 2y > x or x + y >= 1, all but a triangle of 1/6.
    expect(claim("grows-by-half").share).toBeCloseTo(5 / 6, 2);
  });

  test("what the model cannot say has a verdict of its own", () => {
    expect(claim("is-right")).toMatchObject({
      verdict: "outside-boundary",
      share: null,
      interval: null,
      hinges: [],
      box: null,
    });
  });

  test("policies against the baseline, in the same futures", () => {
    const [base, boost] = findings.policies.map(({ measures }) => measures[0]!);
    expect([base!.change, base!.betterShare]).toEqual([null, null]);
    expect(boost!.change!.p5).toBeCloseTo(50, 9);
    expect(boost!.betterShare).toBe(1);
    expect(findings.policies[1]!.measures[1]!.betterShare).toBeNull();
    expect(findings.measures[0]!.baseline.p50).toBeCloseTo(100, 0);
  });
});

test("findings have the shape that their schema says, and survive being written", () => {
  const read = JSON.parse(JSON.stringify(findings));
  expect(findingsSchema.parse(read)).toEqual(read);
  expect(digestOf(read)).toBe(findings.digest);
});

test("a changed figure has another digest", () => {
  expect(digestOf({ ...findings, failed: 1 })).not.toBe(findings.digest);
});

test("the same study gives the same findings on any number of threads", async () => {
  for (const threads of [1, 2]) expect((await runStudy(study, { futures, threads })).digest).toBe(findings.digest);
});

test("another seed or number of futures gives other findings, under another key", async () => {
  const other = await runStudy(study, { futures, seed: 2, threads: 0 });
  expect(other.digest).not.toBe(findings.digest);
  const keys = [{}, { seed: 2 }, { futures: 100 }].map((options) => findingsKey(study, options));
  expect(new Set(keys).size).toBe(3);
  expect(findingsKey(study, { seed: 1, futures: 16384 })).toBe(keys[0]);
});

test("how lines end does not change the key; what they say does", () => {
  const crlf = new Map([...tinyStudy].map(([name, text]) => [name, text.replaceAll("\n", "\r\n")]));
  expect(findingsKey(readStudy(crlf).value!)).toBe(findingsKey(study));
  const said = new Map(tinyStudy).set("claims.yaml", tinyStudy.get("claims.yaml")!.replace("A book", "The book"));
  expect(findingsKey(readStudy(said).value!)).not.toBe(findingsKey(study));
});

test("progress goes up to every future of both designs, and no further", async () => {
  const seen: number[] = [];
  let total = 0;
  await runStudy(study, {
    futures: 256,
    threads: 0,
    onProgress: (progress) => {
      seen.push(progress.done);
      total = progress.total;
    },
  });
  expect(seen.at(-1)).toBe(total);
  expect(seen.toSorted((a, b) => a - b)).toEqual(seen);
});

test("an aborted run rejects", async () => {
  await expect(runStudy(study, { futures: 4096, threads: 0, signal: AbortSignal.abort() })).rejects.toThrow();
});

describe("uncertainties that go together", () => {
  const together = (rank: number) => {
    const correlations = `correlations: [{ between: [start, inflow], rank: ${rank}, assumed: true }]\nmeasures:`;
    return readStudy(
      new Map(tinyStudy).set("study.yaml", tinyStudy.get("study.yaml")!.replace("measures:", correlations)),
    );
  };
  const margins = async (rank: number) => {
    const { claims } = await runStudy(together(rank).value!, { futures, threads: 0 });
    return claims.find(({ id }) => id === "above-hundred")!;
  };

  test("widen what rests on their sum, or narrow it; what it hinges on is asked of each alone", async () => {
    const [same, against] = [await margins(0.95), await margins(-0.95)];
    const width = ({ margin }: typeof same) => margin!.quantiles.p95 - margin!.quantiles.p5;
    expect(width(same)).toBeGreaterThan(1.2 * width(claim("above-hundred")));
    expect(width(against)).toBeLessThan(0.5 * width(claim("above-hundred")));
    expect(same.hinges).toEqual(claim("above-hundred").hinges);
  });
});

describe("futures that are given", () => {
  const columns = new Map([
    ["start", [0, 40, 100, 80]],
    ["Inflow", [1, 2, 3, 4]],
    ["noise", [1, 1, 2, 2]],
  ]);

  test("are those that are examined, by id or by the model's name", async () => {
    const given = givenInputs(study, columns);
    const inputs = "inputs" in given ? given.inputs : [];
    const found = await runStudy(study, { inputs, threads: 0 });
    // start + 10 inflow: 10, 60, 130, 120.
    expect(found.claims.find(({ id }) => id === "above-hundred")!.share).toBe(0.5);
    expect([found.futures, found.measures[0]!.baseline.p50]).toEqual([4, 90]);
    expect([typeof found.inputs, findings.inputs]).toEqual(["string", null]);
    expect(findingsKey(study, { inputs })).not.toBe(findingsKey(study, { futures: 4 }));
  });

  test("must give every uncertainty a number", () => {
    const lacking = new Map(columns).set("noise", [1, Number.NaN, 2, 2]);
    lacking.delete("start");
    expect(givenInputs(study, lacking)).toEqual({ missing: ["start", "noise"] });
  });
});
