import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { instantiateNow, type Machine } from "../machine.ts";

/** Kernels and their rare ways, tables, a loop with a kernel in it, a sum, a delay; `copies` makes the functions longer. */
function machineOf(method: string, copies: number): Machine {
  const more = Array.from(
    { length: copies },
    (_, i) => `more ${i} = s ^ (q / ${i + 3}) + LN(p + ${i}) + SIN(p * ${i}) ~~|`,
  );
  const text = `{UTF-8}
E: e1, e2, e3 ~~|
k[E] = 0.5, 1, 2 ~~|
p = 1 ~~|
q = 2 ~~|
curve((0,0),(1,0.5),(2,1),(5,3)) ~~|
s = INTEG(0.1 * EXP(-s) + curve(s) * 0.01 + late * 0.001, 1 + p * 0) ~~|
t[E] = INTEG(k[E] ^ q * 0.01, p) ~~|
late = DELAY FIXED(s, 1, q) ~~|
power = p ^ q + curve(p) ~~|
total = SUM(t[E!] ^ p) + power ~~|
${more.join("\n")}
INITIAL TIME = 0 ~~| FINAL TIME = 2 ~~| TIME STEP = 0.25 ~~| SAVEPER = 0.5 ~~|
***
.Control
***~~|
:L<%^E!@
15:0,0,0,${method},0,0
`;
  const { model } = readModel(source("side.mdl", text));
  const outputs = ["s", "total", "power", "late", ...more.map((_, i) => `more ${i}`)];
  const { program, diagnostics } = compile(model!, { inputs: ["p", "q"], outputs });
  expect(diagnostics).toEqual([]);
  return instantiateNow(program!);
}

// Among neighbours: powers that take the rare way, none that exist, infinities and no numbers.
const ps = [1, -2, 0, 1e308, 0.5, Number.NaN, -0.5, 2 ** -1074, 3, Number.POSITIVE_INFINITY, 1.25];
const qs = [2, 3, 0.5, 1.5, -1, 1, -2.5, Number.NaN, 0];

for (const [what, method, copies] of [
  ["four", 0, 0],
  ["two", 0, 60],
  ["one", 0, 600],
  ["four, between the moments of a step too", 5, 0],
  ["four, with steps of their own", 1, 0],
] as const)
  test(`pairs that are computed side by side, ${what} at a time, have the numbers that each has alone`, () => {
    const machine = machineOf(String(method), copies);
    const count = 23;
    const inputs = Float64Array.from({ length: count * 2 }, (_, i) => (i % 2 === 0 ? ps[i % 11]! : qs[i % 9]!));
    const length = machine.layout.times.length * machine.layout.outputs.length;
    const together = new Float64Array(count * length);
    machine.runMany(inputs, together);
    const alone = new Float64Array(count * length);
    for (let i = 0; i < count; i++)
      machine.runMany(inputs.subarray(i * 2, i * 2 + 2), alone.subarray(i * length, (i + 1) * length));
    expect(new BigUint64Array(together.buffer)).toEqual(new BigUint64Array(alone.buffer));
  });
