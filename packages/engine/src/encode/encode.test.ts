import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ByteWriter } from "./byte-writer.ts";
import type { FunctionBuilder } from "./function-builder.ts";
import { type PlainInstruction, plain } from "./instruction.ts";
import { ModuleBuilder, pagesFor } from "./module-builder.ts";
import type { Signature } from "./value-type.ts";

const written = (write: (to: ByteWriter) => void): number[] => {
  const to = new ByteWriter();
  write(to);
  return [...to.toBytes()];
};

/** A module with one function, exported as "run", and a page of memory, exported as "memory". */
function instantiate(signature: Signature, body: (f: FunctionBuilder) => void) {
  const module = new ModuleBuilder();
  module.memory({ pages: 1 });
  const f = module.function("run", signature);
  body(f);
  module.exportFunction("run", f);
  module.exportMemory("memory");
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes({ names: true })));
  const memory = exports.memory as WebAssembly.Memory;
  return { run: exports.run as (...args: (number | bigint)[]) => number | bigint, memory };
}

describe("LEB128", () => {
  // The worked examples of DWARF 4, figures 22 and 23, and the edges of each length.
  test.each([
    [2, [2]],
    [127, [127]],
    [128, [0x80, 1]],
    [129, [0x81, 1]],
    [12857, [0xb9, 0x64]],
    [16383, [0xff, 0x7f]],
    [16384, [0x80, 0x80, 1]],
    [0xffffffff, [0xff, 0xff, 0xff, 0xff, 0x0f]],
  ])("%i unsigned", (value, bytes) => expect(written((to) => to.u32(value))).toEqual(bytes));

  test.each([
    [2, [2]],
    [-2, [0x7e]],
    [63, [63]],
    [64, [0xc0, 0]],
    [-64, [0x40]],
    [-65, [0xbf, 0x7f]],
    [127, [0xff, 0]],
    [-127, [0x81, 0x7f]],
    [128, [0x80, 1]],
    [-128, [0x80, 0x7f]],
    [0x7fffffff, [0xff, 0xff, 0xff, 0xff, 0x07]],
    [-0x80000000, [0x80, 0x80, 0x80, 0x80, 0x78]],
  ])("%i signed", (value, bytes) => {
    expect(written((to) => to.s32(value))).toEqual(bytes);
    expect(written((to) => to.s64(BigInt(value)))).toEqual(bytes);
  });

  test("constants come back from a module as they went in", () => {
    fc.assert(
      fc.property(fc.integer(), fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (small, large) => {
        expect(instantiate({ params: [], results: ["i32"] }, (f) => f.i32(small)).run()).toBe(small);
        expect(instantiate({ params: [], results: ["i64"] }, (f) => f.i64(large)).run()).toBe(large);
      }),
      { numRuns: 100 },
    );
  });
});

test("every instruction without immediates has the code that an engine knows it by", () => {
  for (const [name, from, to] of plainSignatures()) {
    const { run } = instantiate({ params: [], results: ["i32"] }, (f) => {
      for (const type of from)
        ({ i32: () => f.i32(1), i64: () => f.i64(1n), f64: () => f.f64(1), v128: () => f.f64x2(1) })[type]();
      f.op(name);
      if (to !== "none") {
        const kept = f.local(to);
        f.set(kept);
      }
      f.i32(7);
    });
    expect(run(), name).toBe(7);
  }
});

type Type = "i32" | "i64" | "f64" | "v128";

/** What each instruction takes and gives, read off its name. */
function* plainSignatures(): Generator<[PlainInstruction, Type[], Type | "none"]> {
  for (const name of Object.keys(plain) as PlainInstruction[]) {
    if (name === "unreachable" || name === "return" || name === "select") continue;
    yield [name, ...signatureOf(name)];
  }
}

function signatureOf(name: PlainInstruction): [Type[], Type | "none"] {
  if (name === "drop") return [["v128"], "none"];
  const [shape = "", what = ""] = name.split(".");
  const scalar = shape === "i32" || shape === "i64" || shape === "f64";
  const type = scalar ? shape : "v128";
  if (what === "splat") return [[{ i32x4: "i32", i64x2: "i64", f64x2: "f64" }[shape] as Type], "v128"];
  if (what === "wrap_i64") return [["i64"], "i32"];
  const source = /_(i32|i64|f64)(_[su])?$/.exec(what)?.[1];
  if (scalar && source) return [[source as Type], type];
  if (/^(any_true|all_true|bitmask)$/.test(what)) return [["v128"], "i32"];
  if (what === "bitselect") return [["v128", "v128", "v128"], "v128"];
  if (!scalar && /^sh[lr]/.test(what)) return [["v128", "i32"], "v128"];
  if (scalar && what === "eqz") return [[type], "i32"];
  if (/^(clz|ctz|popcnt|abs|neg|ceil|floor|trunc|nearest|sqrt|not|extend_.*|convert_.*|trunc_sat_.*)$/.test(what))
    return [[type], type];
  const compares = scalar && /^(eq|ne|[lg][te](_[su])?)$/.test(what);
  return [[type, type], compares ? "i32" : type];
}

test("loops, branches and locals: the greatest common divisor", () => {
  const { run } = instantiate({ params: ["i32", "i32"], results: ["i32"] }, (f) => {
    const [a, b] = f.params as [(typeof f.params)[0], (typeof f.params)[0]];
    const rest = f.local("i32");
    f.block((exit) => {
      f.loop((again) => {
        f.get(b);
        f.op("i32.eqz");
        f.brIf(exit);
        f.get(a);
        f.get(b);
        f.op("i32.rem_u");
        f.set(rest);
        f.get(b);
        f.set(a);
        f.get(rest);
        f.set(b);
        f.br(again);
      });
    });
    f.get(a);
  });
  expect([run(48, 36), run(17, 5), run(0, 9)]).toEqual([12, 1, 9]);
});

test("if with a result takes one side", () => {
  const { run } = instantiate({ params: ["i32"], results: ["f64"] }, (f) => {
    f.get(f.params[0]!);
    f.if(
      () => f.f64(1.5),
      () => f.f64(-0),
      "f64",
    );
  });
  expect(run(3)).toBe(1.5);
  expect(run(0)).toBe(-0);
});

test("vectors go through memory, lane by lane", () => {
  const { run, memory } = instantiate({ params: [], results: ["f64"] }, (f) => {
    const v = f.local("v128");
    f.i32(64);
    f.f64x2(3, 4);
    f.access("v128.store", 16);
    f.i32(88);
    f.i32(80);
    f.access("v128.load64_splat");
    f.accessLane("v128.load64_lane", 1);
    f.tee(v);
    f.lane("f64x2.extract_lane", 0);
    f.get(v);
    f.lane("f64x2.extract_lane", 1);
    f.op("f64.sub");
    f.i32(8);
    f.get(v);
    f.f64x2(5, 6);
    f.shuffle64(1, 2);
    f.access("v128.store");
  });
  expect(run()).toBe(-1);
  expect([...new Float64Array(memory.buffer, 8, 2)]).toEqual([4, 5]);
  expect([...new Float64Array(memory.buffer, 80, 2)]).toEqual([3, 4]);
});

test("imports, globals, data and calls between functions", () => {
  const module = new ModuleBuilder();
  const twice = module.importFunction("host", "twice", { params: ["f64"], results: ["f64"] });
  module.importMemory("host", "memory", { pages: 1, maximum: 2 });
  const count = module.global("i32", -70_000);
  const main = module.function("main", { params: [], results: ["f64"] });
  const helper = module.function("helper", { params: ["f64"], results: ["f64"] });
  main.i32(0);
  main.access("f64.load", 1024);
  main.call(helper);
  helper.get(helper.params[0]!);
  helper.call(twice);
  helper.i32(1);
  helper.getGlobal(count);
  helper.op("i32.add");
  helper.setGlobal(count);
  module.data(1024, new Uint8Array(new Float64Array([21]).buffer));
  module.exportFunction("main", main);
  module.exportGlobal("count", count);
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes()), {
    host: { memory, twice: (x: number) => 2 * x },
  });
  expect((exports.main as () => number)()).toBe(42);
  expect((exports.count as WebAssembly.Global).value).toBe(-69_999);
});

test("names show in a stack trace", () => {
  const module = new ModuleBuilder();
  const f = module.function("births per year", { params: [], results: [] });
  f.op("unreachable");
  module.exportFunction("run", f);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module.toBytes({ names: true })));
  let trace = "";
  try {
    (exports.run as () => void)();
  } catch (error) {
    trace = String((error as Error).stack);
  }
  expect(trace).toContain("births per year");
});

test("memory is filled and copied, and pages are counted", () => {
  const { run, memory } = instantiate({ params: [], results: [] }, (f) => {
    for (const value of [0, 7, 4]) f.i32(value);
    f.fillMemory();
    for (const value of [100, 2, 4]) f.i32(value);
    f.copyMemory();
  });
  run();
  expect([...new Uint8Array(memory.buffer, 98, 8)]).toEqual([0, 0, 7, 7, 0, 0, 0, 0]);
  expect([0, 1, 65_536, 65_537].map(pagesFor)).toEqual([0, 1, 1, 2]);
});
