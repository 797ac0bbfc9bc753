import fc from "fast-check";
import { expect, test } from "vitest";
import { ModuleBuilder } from "../encode/module-builder.ts";
import { KernelLibrary } from "./kernel-library.ts";
import { type KernelName, kernelFunctions } from "./kernels.ts";
import type { Kernel } from "./operations.ts";
import { scalarOperations } from "./scalar-operations.ts";

const awkward = [0, -0, 1, -1, 0.5, -2.5, 2, 1e300, -1e300, 5e-324, Infinity, -Infinity, Number.NaN];
const number = fc.oneof(fc.constantFrom(...awkward), fc.double(), fc.double({ min: -20, max: 20 }));
const pure = (Object.keys(kernelFunctions) as KernelName[]).filter((name) => !name.startsWith("draw"));

test.each(pure)("%s of two vectors at a call gives each lane what it gives alone", (name) => {
  const kernel: Kernel = kernelFunctions[name];
  const arity = kernel.length - 1;
  const run = ofTwo(name, arity);
  const args = fc.array(fc.array(number, { minLength: arity, maxLength: arity }), { minLength: 4, maxLength: 4 });
  fc.assert(
    fc.property(args, (lanes) => {
      expect(run(lanes)).toEqual(lanes.map((own) => kernel<number, number, boolean>(scalarOperations, ...own)));
    }),
    { numRuns: 500 },
  );
});

/** Takes the arguments of four lanes, two a vector, and gives their results. */
function ofTwo(name: KernelName, arity: number): (lanes: readonly (readonly number[])[]) => number[] {
  const module = new ModuleBuilder();
  module.memory({ pages: 1 });
  module.exportMemory("memory");
  const kernels = new KernelLibrary(module, 1024);
  const f = module.function("run", { params: [], results: [] });
  for (let i = 0; i < arity * 2; i++) {
    f.i32(i * 16);
    f.access("v128.load");
  }
  kernels.call(f, name, arity, 2);
  const results = [f.local("v128"), f.local("v128")];
  for (const local of results.toReversed()) f.set(local);
  for (const [i, local] of results.entries()) {
    f.i32(512 + i * 16);
    f.get(local);
    f.access("v128.store");
  }
  module.exportFunction("run", f);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()));
  const numbers = new Float64Array((exports.memory as WebAssembly.Memory).buffer);
  return (lanes) => {
    for (const [lane, own] of lanes.entries())
      for (const [arg, value] of own.entries()) numbers[((lane >> 1) * arity + arg) * 2 + (lane & 1)] = value;
    (exports.run as () => void)();
    return [...numbers.subarray(64, 68)];
  };
}
