import { describe, expect, test } from "vitest";
import { hashed } from "../testing/draws.ts";
import { designColumn, pairedColumn } from "../testing/saltelli-column.ts";
import {
  type Factor,
  gStar,
  ishigami,
  ishigamiIndices,
  partialVariances,
  productIndex,
  productTotal,
} from "../testing/test-functions.ts";
import { pairedBlocks, saltelliBlocks } from "./saltelli-blocks.ts";
import { secondOrderIndices, totalInteractions } from "./sobol-pairs.ts";

const options = { uniform: hashed, resamples: 100 };
const base = 2 ** 14;

const g: readonly Factor[] = [0, 1, 4.5, 9].map((a) => ({ a }));
// The shift moves the function about and changes no index.
const gStarFactors: readonly Factor[] = [0, 0.1, 0.2, 0.3].map((a, i) => ({ a, power: 0.5, shift: 0.2 * i }));

describe("Ishigami: x1 and x3 interact, nothing else does (Ishigami & Homma 1990)", () => {
  for (const [name, pairs] of [
    ["second order", secondOrderIndices(pairedBlocks(pairedColumn(ishigami, 3, base), 3), options)],
    ["total interaction", totalInteractions(saltelliBlocks(designColumn(ishigami, 3, base), 3), options)],
  ] as const)
    test(name, () => {
      const found = new Map(pairs.map(({ inputs, index }) => [inputs.join(""), index]));
      expect([...found.keys()]).toEqual(["01", "02", "12"]);
      for (const [pair, want] of [
        ["01", 0],
        ["02", ishigamiIndices.second13],
        ["12", 0],
      ] as const)
        expect(Math.abs(found.get(pair)!.value - want)).toBeLessThan(0.005);
      expect(found.get("02")!.converged).toBe(true);
    });
});

describe("products of independent factors: the closed forms V_i V_j / V and that times the others' (1 + V_k)", () => {
  for (const [name, factors] of [
    ["Sobol' g", g],
    ["G*", gStarFactors],
  ] as const)
    test(name, () => {
      const variances = partialVariances(factors);
      const f = gStar(factors);
      const second = secondOrderIndices(pairedBlocks(pairedColumn(f, 4, base), 4), options);
      const total = totalInteractions(saltelliBlocks(designColumn(f, 4, base), 4), options);
      expect(second).toHaveLength(6);
      for (const { inputs, index } of second)
        expect(Math.abs(index.value - productIndex(variances, inputs))).toBeLessThan(0.004);
      for (const { inputs, index } of total)
        expect(Math.abs(index.value - productTotal(variances, inputs))).toBeLessThan(0.004);
    });
});

test("two inputs that only add have none, to the last bit", () => {
  const column = pairedColumn((x) => 8 * x[0]! + (x[1]! > 0.5 ? 1 : 0), 3, 64);
  const pairs = secondOrderIndices(pairedBlocks(column, 3), options);
  for (const { inputs, index } of pairs) if (inputs[1] === 2) expect(index.value).toBe(0);
});

test("an outcome that never varies has no pairs to tell", () => {
  for (const { index } of totalInteractions(saltelliBlocks(new Float64Array(40).fill(2), 2), options))
    expect(index).toMatchObject({ value: Number.NaN, converged: false });
});
