import type { PrimitiveName, TermKind } from "@sequitur/model";
import { primitives as signatures } from "@sequitur/model";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FunctionBuilder } from "../encode/function-builder.ts";
import { ModuleBuilder } from "../encode/module-builder.ts";
import { KernelLibrary } from "../kernel/kernel-library.ts";
import type { LaneOperand, ScalarValue } from "./primitive.ts";
import { evaluate, writeLanes } from "./primitives.ts";

const names = Object.keys(signatures) as PrimitiveName[];
const awkward = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 1e300, -1e300, 5e-324, Infinity, -Infinity, Number.NaN];
const number = fc.oneof(fc.constantFrom(...awkward), fc.double(), fc.double({ min: -20, max: 20 }));

describe.each(names)("%s", (name) => {
  const [result, ...kinds] = signatures[name] as readonly [TermKind, ...TermKind[]];
  const args = fc.tuple(...kinds.map((kind) => (kind === "truth" ? fc.boolean() : number)));

  test("lanes give the bits of the scalar meaning", () => {
    const run = compiled(kinds, result, (_, code, operands) => writeLanes(name, code, operands));
    fc.assert(
      fc.property(args, args, (first, second) => {
        expect(run(first, second)).toEqual([evaluate(name, first), evaluate(name, second)]);
      }),
      // A draw may try a hundred times, which is slow enough.
      { numRuns: name.startsWith("draw") ? 200 : 2000 },
    );
  });
});

// Where an operand is known, a cheaper form may be written: it must be the same function.
describe.each(["min", "max"] as const)("%s with a constant", (name) => {
  test.each(awkward.flatMap((c) => [[c, 0] as const, [c, 1] as const]))("%d as operand %i", (constant, place) => {
    const run = compiled(["number"], "number", (f, code, [x]) => {
      const known = { push: () => f.f64x2(constant), constant };
      writeLanes(name, code, place === 0 ? [known, x!] : [x!, known]);
    });
    for (const x of awkward)
      for (const other of awkward)
        expect(run([x], [other])).toEqual([evaluate(name, [x, constant]), evaluate(name, [other, constant])]);
  });
});

// The rows that JavaScript's own operators would get wrong, or that a reader may doubt. IEEE 754-2019, 5.3.1, 9.6, 5.9.
test.each([
  ["min", [0, -0], -0],
  ["max", [-0, 0], 0],
  ["min", [Number.NaN, -Infinity], Number.NaN],
  ["max", [Infinity, Number.NaN], Number.NaN],
  ["nearest", [2.5], 2],
  ["nearest", [-3.5], -4],
  ["nearest", [-0.5], -0],
  ["nearest", [2251799813685249.5], 2251799813685250],
  ["nearest", [0.49999999999999994], 0],
  ["trunc", [-0.4], -0],
  ["floor", [-7.9], -8],
  ["eq", [0, -0], true],
  ["ne", [Number.NaN, Number.NaN], true],
  ["truthOf", [Number.NaN], true],
  ["truthOf", [-0], false],
  ["numberOf", [true], 1],
  ["select", [false, 1, 2], 2],
] as const)("%s of %j", (name, args, want) => expect(evaluate(name, args)).toBe(want));

type Operands = readonly LaneOperand[];
type Code = Parameters<typeof writeLanes>[1];

/** Runs two-lane code for two futures at once; a truth goes in and comes out as a mask. */
function compiled(
  kinds: readonly TermKind[],
  result: TermKind,
  body: (f: FunctionBuilder, code: Code, operands: Operands) => void,
): (first: readonly ScalarValue[], second: readonly ScalarValue[]) => ScalarValue[] {
  const module = new ModuleBuilder();
  module.memory({ pages: 1 });
  module.exportMemory("memory");
  const kernels = new KernelLibrary(module, 1024);
  const f = module.function("run", { params: [], results: [] });
  const operands = kinds.map((_, index) => ({
    push: () => {
      f.i32(index * 16);
      f.access("v128.load");
    },
  }));
  f.i32(512);
  body(f, { f, kernels }, operands);
  f.access("v128.store");
  module.exportFunction("run", f);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()));
  const { buffer } = exports.memory as WebAssembly.Memory;
  const [numbers, bits] = [new Float64Array(buffer), new BigInt64Array(buffer)];
  const put = (at: number, value: ScalarValue): void => {
    if (typeof value === "boolean") bits[at] = value ? -1n : 0n;
    else numbers[at] = value;
  };
  const take = (at: number): ScalarValue => {
    if (result === "number") return numbers[at]!;
    expect([0n, -1n]).toContain(bits[at]);
    return bits[at] === -1n;
  };
  return (first, second) => {
    for (const [index, value] of first.entries()) put(index * 2, value);
    for (const [index, value] of second.entries()) put(index * 2 + 1, value);
    (exports.run as () => void)();
    return [take(64), take(65)];
  };
}
