import { readModel, readSyntax, source, writeModel } from "@sequitur/model";
import { expect, test } from "vitest";
import { expectAgreement } from "./engines/futures.ts";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

// What Vensim lets an equation say with subscripts, with numbers that can be worked out by hand.

for (const [what, equations, want] of [
  [
    "TABBED ARRAY",
    "d: a, b ~~| e: p, q, r ~~| x[d, e] = TABBED ARRAY(\n\t1\t2\t3\n\t4\t5\t6\n) ~~|",
    { "x[a,p]": 1, "x[a,r]": 3, "x[b,q]": 5 },
  ],
  [
    "six dimensions",
    `d1: (a1-a2) ~~| d2: (b1-b2) ~~| d3: (c1-c2) ~~| d4: (e1-e2) ~~| d5: (f1-f2) ~~| d6: (g1-g2) ~~|
    x[d1, d2, d3, d4, d5, d6] = d1 + 10 * d2 + 100 * d3 + 1000 * d4 + 10000 * d5 + 100000 * d6 ~~|
    s[d2] = SUM(x[d1!, d2, d3!, d4!, d5!, d6!]) ~~| y[d6, d1] = x[d1, b2, c1, e2, f1, d6] ~~|`,
    { "x[a2,b1,c2,e1,f2,g1]": 121212, "s[b1]": 32 * (1.5 + 10 + 166650), "y[g2,a1]": 212121 },
  ],
  [
    "several exceptions",
    `d: a, b, c ~~| e: p, q ~~| x[d, e] :EXCEPT: [a, p], [c, q] = 10 * d + e ~~| x[a, p] = -1 ~~| x[c, q] = -2 ~~|
    s = SUM(x[d!, e!]) ~~|`,
    { "x[a,p]": -1, "x[a,q]": 12, "x[b,p]": 21, "x[c,q]": -2, s: -3 + 12 + 21 + 22 + 31 },
  ],
  [
    "an exception for a subrange",
    "d: a, b, c ~~| low: a, b ~~| x[d] :EXCEPT: [low] = 1 ~~| x[low] = 10 * low ~~|",
    { "x[a]": 10, "x[b]": 20, "x[c]": 1 },
  ],
  [
    "one range twice: each with each",
    "d: a, b ~~| other <-> d ~~| v[d] = 2, 3 ~~| x[d, other] = v[d] * 10 + v[other] ~~| t[d] = SUM(x[other!, d]) ~~|",
    { "x[a,b]": 23, "x[b,a]": 32, "t[a]": 22 + 32 },
  ],
  [
    "one range twice: the diagonal",
    "d: a, b ~~| other <-> d ~~| x[d, other] :EXCEPT: [a, a], [b, b] = 0 ~~| x[a, a] = 1 ~~| x[b, b] = 1 ~~| y[d] = x[d, d] ~~|",
    { "x[a,b]": 0, "y[a]": 1, "y[b]": 1 },
  ],
  [
    "a mapping that names its elements",
    "d: a, b, c -> (e: p, q, r) ~~| e: p, q, r ~~| v[d] = 1, 2, 3 ~~| x[e] = v[d] ~~|",
    { "x[p]": 1, "x[q]": 2, "x[r]": 3 },
  ],
  [
    "several mappings",
    "d: a, b -> (e: q, p), f ~~| e: p, q ~~| f: s, t ~~| v[d] = 1, 2 ~~| x[e] = v[d] ~~| y[f] = v[d] ~~|",
    { "x[p]": 2, "x[q]": 1, "y[s]": 1, "y[t]": 2 },
  ],
  [
    "a mapping onto subranges",
    "city: a, b, c ~~| south: b, c ~~| land: n, s -> (city: a, south) ~~| tax[land] = 10, 20 ~~| x[city] = tax[land] ~~|",
    { "x[a]": 10, "x[b]": 20, "x[c]": 20 },
  ],
  [
    "elements and dimensions as values",
    "d: a, b, c ~~| tail: b, c ~~| x[d] = IF THEN ELSE(d = b, c * 10, d) ~~| y[tail] = tail ~~|",
    { "x[a]": 1, "x[b]": 30, "x[c]": 3, "y[b]": 2, "y[c]": 3 },
  ],
  [
    "each from the one before, in two variables",
    "d: (d1-d4) ~~| tail: (d2-d4) ~~| head: (d1-d3) -> tail ~~| x[d1] = 1 ~~| x[tail] = 2 * y[head] ~~| y[d] = x[d] + 1 ~~|",
    { "x[d4]": 22, "y[d4]": 23 },
  ],
  [
    "each from all that come before",
    "d: a, b, c ~~| x[a] = 1 ~~| x[b] = 2 * x[a] ~~| x[c] = x[a] + x[b] ~~| s = SUM(x[d!]) ~~|",
    { "x[c]": 3, s: 6 },
  ],
] as const) {
  const model = () => modelOf(`${equations}${times(0, 1, 1)}`);
  test(what, () => {
    const run = runBoth(model());
    for (const [name, value] of Object.entries<number>(want)) expect(columnOf(run, name)[0], name).toBe(value);
  });
  test(`${what}: in futures that differ`, () => expectAgreement(model()));
}

test("a marked dimension as a number is the place that the reduction is at; in XMILE it is not marked", () => {
  const equations = "d: (d1-d3) ~~| v[d] = 10, 20, 30 ~~| s = SUM(v[d!] * d!) ~~| t[d] = SUM(v[d!] * d! + d) ~~|";
  const text = source("m.mdl", `${equations} ${times(0, 1, 1)}`);
  const model = readModel(text).model!;
  const written = writeModel(readSyntax(text).value, model, "xmile").value!;
  for (const each of [model, readModel(source("m.xmile", written)).model!]) {
    const r = runBoth(each);
    expect(["s", "t[d1]", "t[d3]"].map((name) => columnOf(r, name)[0])).toEqual([140, 143, 149]);
  }
});
