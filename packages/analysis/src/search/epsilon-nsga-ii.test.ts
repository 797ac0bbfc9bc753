import { describe, expect, test } from "vitest";
import { even, hashedStream } from "../testing/draws.ts";
import { constr, dtlz2, type SearchProblem, zdt1, zdt2, zdt3 } from "../testing/search-problems.ts";
import { epsilonArchive } from "./epsilon-archive.ts";
import { type PolicySearch, policySearch } from "./epsilon-nsga-ii.ts";
import { hypervolume } from "./hypervolume.ts";

function searchFor({ low, high, judge }: SearchProblem, epsilons: readonly number[], evaluations: number, seed = 1) {
  const search = policySearch({
    low,
    high,
    epsilons: Float64Array.from(epsilons),
    uniform: hashedStream(seed),
    pow: Math.pow,
    window: 50,
  });
  while ((search.trace.at(-1)?.evaluations ?? 0) < evaluations)
    for (const { id, levers } of search.ask()) search.tell(id, judge(levers));
  return search;
}

const frontOf = (search: PolicySearch) => search.solutions.map(({ objectives }) => objectives);

/** By how much the front found has to be moved, in each objective, to be as good as every point of the true one. */
function shortfall(found: readonly Float64Array[], truth: readonly (readonly number[])[]): number {
  const from = (point: readonly number[]) =>
    Math.min(...found.map((other) => Math.max(...point.map((value, i) => other[i]! - value))));
  return Math.max(...truth.map(from));
}

const line = Array.from({ length: 201 }, (_, i) => i / 200);

// The true fronts: f2 = 1 - √f1, 1 - f1², and of 1 - √f1 - f1 sin(10 π f1) what nothing before it beats. An archive of boxes can
// promise one epsilon; the tolerance is two, additive (Zitzler et al. 2003).
describe("ZDT1 to 3: within 2 ε of every point of the true front after 20,000 evaluations", () => {
  const epsilon = 0.01;
  const zdt3Front = (f: number) => 1 - Math.sqrt(f) - f * Math.sin(10 * Math.PI * f);
  for (const [name, problem, truth, volume] of [
    ["ZDT1", zdt1, line.map((f) => [f, 1 - Math.sqrt(f)]), 2 / 3],
    ["ZDT2", zdt2, line.map((f) => [f, 1 - f * f]), 1 / 3],
    [
      "ZDT3",
      zdt3,
      line.map((f) => [f, zdt3Front(f)]).filter(([f, g], _, all) => all.every(([a, b]) => a! >= f! || b! > g!)),
      undefined,
    ],
  ] as const)
    test(name, () => {
      const front = frontOf(searchFor(problem, [epsilon, epsilon], 20_000));
      expect(shortfall(front, truth)).toBeLessThan(2 * epsilon);
      // What lies under the true front is ∫ √f and ∫ f².
      if (volume !== undefined) expect(hypervolume(front, Float64Array.from([1, 1]))).toBeGreaterThan(0.97 * volume);
    });
});

describe("DTLZ2 with three objectives, 30,000 evaluations", () => {
  const epsilon = 0.06;
  const search = searchFor(dtlz2, [epsilon, epsilon, epsilon], 30_000);
  const front = frontOf(search);

  test("within 2 ε of every point of the unit sphere", () => {
    const angles = Array.from({ length: 21 }, (_, i) => (i / 20) * (Math.PI / 2));
    const sphere = angles.flatMap((a) =>
      angles.map((b) => [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)]),
    );
    expect(shortfall(front, sphere)).toBeLessThan(2 * epsilon);
  });

  test("no solution lies off the sphere by more than two hundredths", () => {
    for (const f of front) expect(Math.sqrt(f.reduce((sum, value) => sum + value * value, 0))).toBeLessThan(1.02);
  });

  // The true volume is 1.1³ - π / 6; an archive of boxes 0.06 wide cannot have all of it.
  test("its hypervolume is at least 0.98 of that of an archive that was shown the sphere itself", () => {
    const ideal = epsilonArchive(new Float64Array(3).fill(epsilon));
    for (let n = 0; n < 20_000; n++) {
      const levers = Float64Array.from([even(n, 0), even(n, 1), ...new Float64Array(10).fill(0.5)]);
      ideal.add({ levers, ...dtlz2.judge(levers) });
    }
    const reference = new Float64Array(3).fill(1.1);
    const best = hypervolume(
      ideal.solutions.map(({ objectives }) => objectives),
      reference,
    );
    expect(best).toBeLessThan(1.331 - Math.PI / 6);
    expect(hypervolume(front, reference)).toBeGreaterThan(0.98 * best);
  });

  test("progress rises, then flattens, and the search has begun anew", () => {
    const { trace } = search;
    const at = (evaluations: number) => trace.find((each) => each.evaluations >= evaluations)!.progress;
    expect(at(5_000) - at(500)).toBeGreaterThan(3 * (at(29_000) - at(24_500)));
    expect(trace.at(-1)!.restarts).toBeGreaterThan(0);
    trace.slice(1).forEach((each, i) => {
      expect(each.progress).toBeGreaterThanOrEqual(trace[i]!.progress);
    });
  });
});

// Deb et al. 2002, table V: f2 = (7 - 9 f1) / f1 from f1 = 7/18 to 2/3 along a constraint, then 1 / f1 up to 1.
test("constraints: the front along them is met, and nothing archived breaks one", () => {
  const search = searchFor(constr, [0.01, 0.05], 10_000);
  const truth = line.map((t) => 7 / 18 + (t * 11) / 18).map((f) => [f, f < 2 / 3 ? (7 - 9 * f) / f : 1 / f]);
  expect(search.solutions.every(({ violation }) => violation === 0)).toBe(true);
  expect(shortfall(frontOf(search), truth)).toBeLessThan(0.1);
});

describe("asking and telling", () => {
  const options = { ...dtlz2, epsilons: new Float64Array(3).fill(0.1), uniform: hashedStream(5), pow: Math.pow };

  test("a generation may be judged in any order", () => {
    const [forwards, backwards] = [policySearch(options), policySearch(options)];
    for (let generation = 0; generation < 5; generation++) {
      for (const { id, levers } of forwards.ask()) forwards.tell(id, dtlz2.judge(levers));
      for (const { id, levers } of backwards.ask().toReversed()) backwards.tell(id, dtlz2.judge(levers));
    }
    expect(backwards.ask()).toEqual(forwards.ask());
    expect(backwards.solutions).toEqual(forwards.solutions);
  });

  test("what is judged is not asked for again, and nothing may be told twice", () => {
    const search = policySearch(options);
    const [first] = search.ask();
    search.tell(first!.id, dtlz2.judge(first!.levers));
    expect(search.ask().map(({ id }) => id)).not.toContain(first!.id);
    expect(search.ask()).toHaveLength(99);
    expect(() => search.tell(first!.id, dtlz2.judge(first!.levers))).toThrow("No candidate 0 waits");
  });

  test("a candidate whose objectives are not numbers does not stop the search, nor is it kept", () => {
    const judge = (levers: Float64Array) =>
      levers[0]! > 0.5 ? { objectives: new Float64Array(3).fill(Number.NaN), violation: 0 } : dtlz2.judge(levers);
    const { solutions } = searchFor({ ...dtlz2, judge }, [0.1, 0.1, 0.1], 2000);
    expect(solutions.length).toBeGreaterThan(5);
    for (const { levers } of solutions) expect(levers[0]).toBeLessThanOrEqual(0.5);
  });
});
