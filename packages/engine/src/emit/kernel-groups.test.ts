import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";
import { interpret } from "../interpret/interpret.ts";
import { instantiateNow } from "../machine.ts";

const times = "INITIAL TIME = 0 ~~| FINAL TIME = 3 ~~| TIME STEP = 0.5 ~~| SAVEPER = 0.5 ~~|";

/** Each kind of thing that a kernel may read, and that the same moment may write before it or after. */
const equations = `Place: e1, e2, e3 ~~|
p = 1.5 ~~|
s = INTEG(a - b, p) ~~|
first[Place] = 1, 2, 3 ~~|
t[Place] = INTEG(x[Place], first[Place]) ~~|
u = INTEG(EXP(-held) * SQRT(s), 2) ~~|
a = EXP(-s) ~~|
b = 0.1 * EXP(-a) ~~|
c = EXP(-u) + EXP(-0.5 * s) + EXP(0.25 * u) ~~|
x[e1] = 0.1 * EXP(-t[e1]) ~~|
x[e2] = 0.1 * EXP(-t[e1] * x[e1]) ~~|
x[e3] = 0.1 * EXP(-x[e2]) ~~|
y[Place] = x[Place] ^ p ~~|
most = VMAX(y[Place!]) ~~|
held = SAMPLE IF TRUE(s > 1.6, EXP(s), 1) ~~|
late = DELAY FIXED(EXP(u), 1, EXP(p)) ~~|
d = LN(held) + LN(late) + LN(most) + LN(y[e2]) + EXP(-late) ~~|
table((0,0),(1,1),(3,2)) ~~|
f = (table(s) + 1) ^ p + s ^ 3 + u ^ p + most ^ 0.5 + d ^ 0.5 ~~|`;

for (const [what, inputs] of [
  ["in the two lanes of one future", []],
  ["in the lanes of two futures", ["p"]],
] as const)
  test(`kernels that are computed together give what each gives at its place, ${what}`, () => {
    const { model, diagnostics: faults } = readModel(source("groups.mdl", `{UTF-8}\n${equations}\n${times}`));
    expect(faults).toEqual([]);
    const { program, diagnostics } = compile(model!, { inputs, outputs: "all" });
    expect(diagnostics).toEqual([]);
    const { value: want } = interpret(model!, { outputs: "all" });
    const got = instantiateNow(program!).run();
    expect(got.outputs).toEqual(want!.outputs);
    for (const [i, column] of got.columns.entries())
      expect([got.outputs[i], column]).toEqual([got.outputs[i], want!.columns[i]]);
    // Some were indeed computed together.
    expect(new TextDecoder("latin1").decode(program!.bytes)).toContain("exp 2");
  });
