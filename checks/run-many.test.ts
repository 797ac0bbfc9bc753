import { compile, instantiateNow } from "@sequitur/engine";
import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";

// Running futures must leave no work for a garbage collector, or a long ensemble would stop for it again and again.

const model = (rate: string) => `{UTF-8}
r = 0.1 ~~|
s = INTEG(${rate}, 1) ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 4 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|`;

for (const [what, rate] of [
  ["a model that draws nothing", "r * s"],
  ["one that draws random numbers", "r * s * RANDOM UNIFORM(0, 1, 0)"],
] as const)
  test(`runMany allocates nothing: ${what}`, () => {
    const { program } = compile(readModel(source("m.mdl", model(rate))).model!, { inputs: ["r"], outputs: ["s"] });
    const machine = instantiateNow(program!);
    const futures = 3;
    const inputs = Float64Array.from({ length: futures }, (_, i) => i / 10);
    const out = new Float64Array(futures * machine.layout.times.length);
    const noise = { seed: 7, future: 0 };
    const calls = (count: number) => {
      const before = process.memoryUsage().heapUsed;
      for (let i = 0; i < count; i++) machine.runMany(inputs, out, futures, noise);
      return process.memoryUsage().heapUsed - before;
    };
    calls(20_000);
    // One number a call would be 120 KB or more, every time; what the machine itself does now and then is not there every time.
    expect(Math.min(...Array.from({ length: 10 }, () => calls(10_000)))).toBeLessThan(100_000);
  });
