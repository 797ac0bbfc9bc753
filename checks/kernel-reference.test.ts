import { existsSync, readFileSync } from "node:fs";
import { kernels } from "@sequitur/engine";
import { describe, expect, test } from "vitest";

// The kernels beside correctly rounded results that another library made: mpmath with 300 bits, `../shared/reference/kernels.csv`.
// A row is a function, its arguments and the result, each the 16 hexadecimal digits of a double.
const file = new URL("../../shared/reference/kernels.csv", import.meta.url);
const ourNames: Readonly<Record<string, string>> = { gamma_ln: "lnGamma", norm_inv: "normInv" };

// Far below it the file's search for the inverse had not ended: the share below its result at 5.5e-90 is 2 % off, at 8.4e-80 8e-13.
const smallestShare = 1e-70;

const view = new DataView(new ArrayBuffer(8));

function doubleOf(hex: string): number {
  view.setBigUint64(0, BigInt(`0x${hex}`));
  return view.getFloat64(0);
}

/** Doubles in their order as integers, 0 for either zero; neighbours are 1 apart. */
function place(value: number): bigint {
  view.setFloat64(0, value);
  const bits = view.getBigInt64(0);
  return bits < 0n ? -(bits & 0x7fffffffffffffffn) : bits;
}

function unitsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Infinity;
  const apart = place(a) - place(b);
  return Number(apart < 0n ? -apart : apart);
}

function isKernel(name: string): name is keyof typeof kernels {
  return name in kernels;
}

if (!existsSync(file)) test.skip("kernels (skipped: no ../shared/reference beside the repository)");
else
  describe("kernels beside mpmath", () => {
    const rows = readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().split(","));
    for (const name of new Set(rows.map(([function_]) => function_!)))
      test(`${name} is within a unit in the last place`, () => {
        const ours = ourNames[name] ?? name;
        if (!isKernel(ours)) throw new Error(`No kernel "${name}".`);
        const kernel: (x: number, y: number) => number = kernels[ours];
        for (const [function_, x, y, result] of rows) {
          const [a, b] = [doubleOf(x!), y ? doubleOf(y) : 0];
          if (function_ !== name || (name === "norm_inv" && a < smallestShare)) continue;
          const [got, want] = [kernel(a, b), doubleOf(result!)];
          if (unitsApart(got, want) > 1) throw new Error(`${name}(${a}, ${b}) is ${got}, exactly ${want}`);
        }
        expect(rows.some(([function_]) => function_ === name)).toBe(true);
      });
  });
