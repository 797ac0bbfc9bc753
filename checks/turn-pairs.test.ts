import { readModel, source } from "@sequitur/model";
import { describe, expect, test } from "vitest";
import { expectSameBits, interpreted, runCompiled } from "./engines/futures.ts";

// Where there is one future, its arrays are computed two elements at a time: to the last bit what one after the other gives.

/** Array equations over a dimension of so many elements; each line is one that two turns at once could do wrongly. */
const cases: Readonly<Record<string, readonly string[]>> = {
  "kernels, and a rare way of one": ["a[E] = (k[E] - 1) ^ 1.5 + EXP(-s[E]) + LN(k[E])"],
  "a chain in one loop": ["a[E] = k[E] * s[E]", "b[E] = a[E] / (1 + a[E])", "total = SUM(b[E!])"],
  "sums, products, and both extremes": ["total = SUM(s[E!] * k[E!]) + PROD(k[E!]) + VMAX(s[E!] / k[E!]) - VMIN(s[E!])"],
  "a sum that does not turn": ["total = SUM(IF THEN ELSE(k[E!] > 0, Time, Time)) + SUM(s[E!])"],
  "a matrix, and sums along either side": [
    "m[E, F] = k[E] * q[F] + s[E]",
    "a[E] = SUM(m[E, F!])",
    "c[F] = SUM(m[E!, F])",
    "total = SUM(m[E!, F!])",
  ],
  "what another element is": ["a[E] = s[e1] + s[E]", "d[rest] = s[rest] - a[rest]"],
  "places of their own": ["a[E] = VECTOR ELM MAP(s[e1], MODULO(k[E] * 7, 1))"],
  "a table for all": ["a[E] = curve(s[E])"],
  "a table for each": ["each[E]((0,0),(1,0.5),(3,2))", "a[E] = each[E](s[E])"],
  "delays of their own": ["a[E] = DELAY FIXED(s[E], 0.5, k[E])", "b[E] = SMOOTH3(s[E], k[E])"],
  "samples kept": ["a[E] = SAMPLE IF TRUE(s[E] > 0.9, Time + k[E], k[E])"],
  "no numbers, and infinities": ["a[E] = 1 / (k[E] - 0.75)", "b[E] = LN(k[E] - 0.9)", "total = SUM(b[E!])"],
};

for (const size of [1, 2, 3, 5, 8, 11])
  describe(`over ${size} elements`, () => {
    for (const [what, lines] of Object.entries(cases))
      test(what, () => {
        const { model, diagnostics } = readModel(source("pairs.mdl", textOf(size, lines)));
        expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
        const [compiled] = runCompiled(model!, { inputs: [], outputs: "all" }, [{}]);
        expectSameBits(compiled!, interpreted(model!, {}));
      });
  });

function textOf(size: number, lines: readonly string[]): string {
  const names = Array.from({ length: size }, (_, i) => `e${i + 1}`);
  return `{UTF-8}
E: ${names} ~~|
first: e1 ~~|
rest: ${size > 1 ? names.slice(1) : names} ~~|
F: f1, f2, f3 ~~|
k[E] = ${names.map((_, i) => 0.5 + i / 4)} ~~|
q[F] = 1, 2, 4 ~~|
curve((0,0),(1,0.5),(2,1),(5,3)) ~~|
s[E] = INTEG(0.1 * k[E] - 0.05 * s[E], k[E]) ~~|
${lines.map((line) => `${line} ~~|`).join("\n")}
INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 0.25 ~~| SAVEPER = 0.5 ~~|`;
}
