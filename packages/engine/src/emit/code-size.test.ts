import { readModel, source } from "@sequitur/model";
import { expect, test } from "vitest";
import { compile } from "../compile.ts";

const codeSection = 10;

/** Bytes of the code section: what the machine has to compile (WebAssembly Core Specification 2.0, §5.5.2). */
function codeBytes(elements: number, inputs: readonly string[], outputs: "all" | readonly string[]): number {
  const text = `{UTF-8}
E: (e1-e${elements}) ~~|
k[E] = 0.5 ~~|
s[E] = INTEG(rate[E], 1) ~~|
rate[E] = k[E] * (average - s[E]) + curve(s[E]) ~~|
curve((0,0),(1,0.5),(2,1)) ~~|
smoothed[E] = SMOOTH3(s[E], 3) ~~|
late[E] = DELAY FIXED(smoothed[E], 2, 0) ~~|
average = SUM(s[E!]) / ${elements} ~~|
INITIAL TIME = 0 ~~| FINAL TIME = 4 ~~| TIME STEP = 1 ~~| SAVEPER = 1 ~~|`;
  const { model } = readModel(source("arrays.mdl", text));
  const { program } = compile(model!, { inputs, outputs });
  return sizeOfSection(program!.bytes, codeSection);
}

function sizeOfSection(bytes: Uint8Array, wanted: number): number {
  let at = 8;
  const unsigned = () => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++]!;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
  };
  while (at < bytes.length) {
    const id = bytes[at++];
    const size = unsigned();
    if (id === wanted) return size;
    at += size;
  }
  return 0;
}

for (const [what, inputs, outputs] of [
  ["for one output", [], ["average"]],
  ["for all outputs", [], "all"],
  ["where one element differs from future to future", ["k[e2]"], "all"],
] as const)
  test(`an array's code is a loop, however long it is: ${what}`, () => {
    const [few, many] = [codeBytes(200, inputs, outputs), codeBytes(20_000, inputs, outputs)];
    // Longer counts and addresses take a byte or two more each.
    expect(many).toBeLessThan(few * 1.15);
  });
