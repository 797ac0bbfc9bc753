import { describe, expect, test } from "vitest";
import type { CausalGraph, Link } from "./causal-graph.ts";
import { type LinkRun, linkScores } from "./link-score.ts";
import { dominanceAcross, dominantLoops } from "./loop-dominance.ts";
import { enumerateLoops } from "./loop-enumeration.ts";
import { loopScores, relativeScores } from "./loop-score.ts";
import { strongestLoops } from "./strongest-loops.ts";

/** A small model for these tests: auxiliaries in order, and stocks with the flows that fill and empty them. */
interface SmallModel {
  readonly stocks: Readonly<
    Record<string, { readonly start: number; readonly in: readonly string[]; readonly out: readonly string[] }>
  >;
  readonly equations: Readonly<
    Record<string, { readonly reads: readonly string[]; readonly is: (...values: readonly number[]) => number }>
  >;
}

/** Runs it in Euler steps, and supplies what link scores are made of. */
function run(
  { stocks, equations }: SmallModel,
  dt: number,
  steps: number,
): { graph: CausalGraph; run: LinkRun; names: readonly string[] } {
  const names = [...Object.keys(stocks), ...Object.keys(equations)];
  const at = (name: string) => names.indexOf(name);
  const values = names.map(() => new Float64Array(steps));
  for (let t = 0; t < steps; t++) {
    for (const [name, stock] of Object.entries(stocks)) {
      const flow = (each: readonly string[]) => each.reduce((sum, f) => sum + values[at(f)]![t - 1]!, 0);
      values[at(name)]![t] =
        t === 0 ? stock.start : values[at(name)]![t - 1]! + dt * (flow(stock.in) - flow(stock.out));
    }
    for (const [name, { reads, is }] of Object.entries(equations))
      values[at(name)]![t] = is(...reads.map((each) => values[at(each)]![t]!));
  }
  const links: Link[] = [];
  const alone: (Float64Array | undefined)[] = [];
  for (const [name, { reads, is }] of Object.entries(equations))
    for (const one of reads) {
      links.push({ from: at(one), to: at(name), kind: "instant" });
      alone.push(
        Float64Array.from({ length: steps }, (_, t) =>
          t === 0 ? 0 : is(...reads.map((each) => values[at(each)]![each === one ? t : t - 1]!)),
        ),
      );
    }
  for (const [name, stock] of Object.entries(stocks))
    for (const kind of ["in", "out"] as const)
      for (const flow of stock[kind]) {
        links.push({ from: at(flow), to: at(name), kind: `${kind}flow` });
        alone.push(undefined);
      }
  return { graph: { variables: names.length, links }, run: { values, alone }, names };
}

function analysed(model: SmallModel, dt: number, steps: number) {
  const { graph, run: values, names } = run(model, dt, steps);
  const links = linkScores(graph, values);
  const { loops } = enumerateLoops(graph);
  const scores = loopScores(loops, links);
  return { graph, names, values: values.values, links, loops, scores, relative: relativeScores(graph, loops, scores) };
}

const births = (rate: number) => ({ reads: ["people"], is: (p: number) => rate * p });
const people = (...out: readonly string[]) => ({ people: { start: 100, in: ["births"], out } });

describe("population (Schoenberg 2020): the parts of two loops of one stock are those of their gains", () => {
  test("births alone make all of it", () => {
    const { relative, scores } = analysed({ stocks: people(), equations: { births: births(0.1) } }, 1, 10);
    expect([...relative[0]!.subarray(1)]).toEqual(new Array(9).fill(1));
    expect(scores[0]![5]).toBeCloseTo(1, 9);
  });

  test("with a lifetime of 20 births make 67 % and deaths 33 %", () => {
    const model = {
      stocks: people("deaths"),
      equations: { births: births(0.1), deaths: { reads: ["people"], is: (p: number) => p / 20 } },
    };
    const { relative } = analysed(model, 1, 10);
    expect(relative[0]![5]).toBeCloseTo(2 / 3, 9);
    expect(relative[1]![5]).toBeCloseTo(-1 / 3, 9);
  });

  test("in balance no loop acts", () => {
    const model = {
      stocks: people("deaths"),
      equations: { births: births(0.1), deaths: { reads: ["people"], is: (p: number) => p / 10 } },
    };
    for (const score of analysed(model, 1, 10).relative) expect([...score]).toEqual(new Array(10).fill(0));
  });

  test("one net flow or two flows, it is the same (Schoenberg, Hayward & Eberlein 2023)", () => {
    const net = {
      stocks: { people: { start: 100, in: ["net"], out: [] } },
      equations: {
        births: births(0.1),
        deaths: { reads: ["people"], is: (p: number) => (p * p) / 2000 },
        net: { reads: ["births", "deaths"], is: (b: number, d: number) => b - d },
      },
    };
    const two = { stocks: people("deaths"), equations: { births: births(0.1), deaths: net.equations.deaths } };
    const [one, other] = [analysed(net, 1, 20), analysed(two, 1, 20)];
    for (const loop of [0, 1])
      for (const t of [1, 7, 19]) expect(one.relative[loop]![t]).toBeCloseTo(other.relative[loop]![t]!, 9);
  });
});

// Bass diffusion: dominance passes from the reinforcing to the balancing loop as the stock passes half the market.
describe("diffusion (Schoenberg, Davidsen & Eberlein 2020)", () => {
  const market = 1000;
  const bass: SmallModel = {
    stocks: {
      potential: { start: market - 1, in: [], out: ["adopting"] },
      adopters: { start: 1, in: ["adopting"], out: [] },
    },
    equations: { adopting: { reads: ["potential", "adopters"], is: (p, a) => (0.5 * p * a) / market } },
  };
  const { relative, values, loops, names } = analysed(bass, 0.02, 2000);
  const adopters = values[names.indexOf("adopters")]!;

  test("a balancing and a reinforcing loop, and each at all times the rest of the other", () => {
    expect(loops).toHaveLength(2);
    expect(relative[0]![1000]).toBeLessThan(0);
    expect(relative[1]![1000]).toBeGreaterThan(0);
    for (const t of [10, 750, 1900]) expect(relative[1]![t]! - relative[0]![t]!).toBeCloseTo(1, 9);
  });

  test("dominance shifts where half the market has adopted", () => {
    const shift = relative[1]!.findIndex((part, t) => t > 0 && part < 0.5);
    expect(Math.abs(adopters[shift]! / market - 0.5)).toBeLessThan(0.01);
  });

  test("which is what dominant loops of a period, and of many futures, say", () => {
    expect(dominantLoops(relative, { from: 1, to: 250 })[0]!.loop).toBe(1);
    expect(dominantLoops(relative, { from: 1500, to: 2000 })[0]!.loop).toBe(0);
    const later = relative.map((score) => score.subarray(1000));
    const earlier = relative.map((score) => score.subarray(0, 1000));
    const {
      leader,
      loops: across,
      leadsAt,
    } = dominanceAcross([earlier, earlier, later, earlier], { from: 1, to: 250 });
    expect([...leader]).toEqual([1, 1, 0, 1]);
    expect(across.map(({ leads }) => leads)).toEqual([0.25, 0.75]);
    expect(leadsAt.map((each) => each[50])).toEqual([0.25, 0.75]);
  });
});

// Three parties arm towards a mean of what the others have, after the model of Eberlein & Schoenberg 2020: eight loops. Once all grow
// alike at rate g, a loop through n stocks has the score of its gain over g to the n (Schoenberg, Hayward & Eberlein 2023).
describe("the arms race of three parties", () => {
  const arming = (own: string, first: string, a: number, second: string, b: number) => ({
    reads: [own, first, second],
    is: (mine: number, x: number, y: number) => (a * x + b * y - mine) / 10,
  });
  const stock = (start: number, flow: string) => ({ start, in: [flow], out: [] });
  const model: SmallModel = {
    stocks: { a: stock(50, "arming a"), b: stock(100, "arming b"), c: stock(150, "arming c") },
    equations: {
      "arming a": arming("a", "b", 0.6, "c", 0.5),
      "arming b": arming("b", "a", 0.5, "c", 0.6),
      "arming c": arming("c", "a", 0.6, "b", 0.5),
    },
  };
  const { graph, loops, links, scores, relative, values } = analysed(model, 0.25, 1201);
  const last = 1200;

  test("eight loops: three of one party, three of two, two of three", () => {
    expect(loops.map((loop) => loop.links.length / 2).sort()).toEqual([1, 1, 1, 2, 2, 2, 3, 3]);
  });

  test("in the long run each loop's score is its gain over the growth rate to the number of its stocks", () => {
    const growth = (values[0]![last]! / values[0]![last - 1]! - 1) / 0.25;
    const gains: Record<string, number> = { "1,0": 0.6, "2,0": 0.5, "0,1": 0.5, "2,1": 0.6, "0,2": 0.6, "1,2": 0.5 };
    for (const [l, loop] of loops.entries()) {
      const stocks = loop.links.map((link) => graph.links[link]!.from).filter((variable) => variable < 3);
      const steps = stocks.map((from, i) =>
        stocks.length === 1 ? -1 : gains[`${from},${stocks[(i + 1) % stocks.length]}`]!,
      );
      const want = steps.reduce((product, gain) => (product * gain) / 10 / growth, 1);
      expect(scores[l]![last]! / want).toBeCloseTo(1, 6);
    }
  });

  test("the two loops through all three parties drive it", () => {
    const leading = dominantLoops(relative, { from: 1000, to: 1201 });
    expect(leading.map(({ loop }) => loops[loop]!.links.length / 2)).toEqual([3, 3]);
  });

  test("the strongest path search finds loops of the model, the strongest of each time among them", () => {
    const all = loops.map((loop) => loop.links.join());
    const found = strongestLoops(graph, links).map((loop) => loop.links.join());
    for (const loop of found) expect(all).toContain(loop);
    for (const t of [1, 40, 400, 1200]) {
      const parts = relative.map((score) => Math.abs(score[t]!));
      expect(found).toContain(all[parts.indexOf(Math.max(...parts))]);
    }
    expect(strongestLoops(graph, links, { most: 3 })).toHaveLength(3);
  });
});

test("loops of groups that share nothing are not weighed against each other", () => {
  const graph: CausalGraph = {
    variables: 2,
    links: [0, 1].map((variable) => ({ from: variable, to: variable, kind: "instant" })),
  };
  const { loops } = enumerateLoops(graph);
  const scores = [Float64Array.from([5, 0]), Float64Array.from([-1e9, 0])];
  expect(relativeScores(graph, loops, scores).map((each) => [...each])).toEqual([
    [1, 0],
    [-1, 0],
  ]);
});
