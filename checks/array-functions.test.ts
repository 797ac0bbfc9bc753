import { expect, test } from "vitest";
import { expectAgreement } from "./engines/futures.ts";
import { columnOf, modelOf, runBoth, times } from "./engines/run-both.ts";

// Small models whose numbers can be worked out by hand, in both engines.

const dims = "d: a, b, c ~~| e: p, q ~~| sorted: s1, s2, s3 -> d ~~| pprofile: ptype, ppriority, pwidth, pextra ~~|";
const vector = "v[d] = 30, 10, 20 ~~| m[d, e] = 1, 2; 3, 4; 5, 6; ~~| w[d] = 0, 2, 3 ~~|";
const MISSING = -(2 ** 109);

for (const [what, equations, want] of [
  ["VECTOR SELECT: weighted sum", "x = VECTOR SELECT(w[d!], v[d!], -1, 0, 0)", { x: 80 }],
  ["VECTOR SELECT: product", "x = VECTOR SELECT(w[d!], v[d!], -1, 1, 0)", { x: 1200 }],
  ["VECTOR SELECT: smallest", "x = VECTOR SELECT(w[d!], v[d!], -1, 2, 0)", { x: 20 }],
  ["VECTOR SELECT: largest", "x = VECTOR SELECT(w[d!], v[d!], -1, 3, 0)", { x: 60 }],
  ["VECTOR SELECT: mean", "x = VECTOR SELECT(w[d!], v[d!], -1, 4, 0)", { x: 40 }],
  ["VECTOR SELECT: product of powers", "x = VECTOR SELECT(w[d!], v[d!] / 10, -1, 5, 0)", { x: 8 }],
  ["VECTOR SELECT: sum of elements", "x = VECTOR SELECT(w[d!], v[d!], -1, 6, 0)", { x: 30 }],
  ["VECTOR SELECT: product of elements", "x = VECTOR SELECT(w[d!], v[d!], -1, 7, 0)", { x: 200 }],
  ["VECTOR SELECT: smallest element", "x = VECTOR SELECT(w[d!], v[d!], -1, 8, 0)", { x: 10 }],
  ["VECTOR SELECT: largest element", "x = VECTOR SELECT(w[d!], v[d!], -1, 9, 0)", { x: 20 }],
  ["VECTOR SELECT: mean of elements", "x = VECTOR SELECT(w[d!], v[d!], -1, 10, 0)", { x: 15 }],
  ["VECTOR SELECT: nothing selected", "x = VECTOR SELECT(0 * w[d!], v[d!], -1, 0, 0)", { x: -1 }],
  ["VECTOR SELECT: over one of two", "x[e] = VECTOR SELECT(w[d!], m[d!, e], -1, 0, 0)", { "x[p]": 21, "x[q]": 26 }],
  ["VECTOR SELECT: an action by name", "act = 6 ~~| x = VECTOR SELECT(w[d!], v[d!], -1, act, 0)", { x: 30 }],
  // The inner function takes both subscripts that are marked inside it.
  ["VECTOR SELECT: inside a sum", "x = SUM(VECTOR SELECT(w[d!], m[d!, e!], -1, 0, 0) * m[a, e!])", { x: 47 + 2 * 47 }],

  ["VECTOR ELM MAP: by a number", "x = VECTOR ELM MAP(v[a], 2)", { x: 20 }],
  ["VECTOR ELM MAP: by a value", "x = VECTOR ELM MAP(v[a], Time)", { x: 30 }],
  ["VECTOR ELM MAP: past the end", "x = VECTOR ELM MAP(v[c], 1)", { x: MISSING }],
  ["VECTOR ELM MAP: before the start", "x = VECTOR ELM MAP(v[a], -1)", { x: MISSING }],
  ["VECTOR ELM MAP: a fraction", "x = VECTOR ELM MAP(v[a], 1.9)", { x: 10 }],
  [
    "VECTOR ELM MAP: the one before",
    "x[d] = IF THEN ELSE(d = a, 7, VECTOR ELM MAP(v[d], -1))",
    { "x[a]": 7, "x[b]": 30, "x[c]": 10 },
  ],
  ["VECTOR ELM MAP: through two subscripts", "x = VECTOR ELM MAP(m[a, p], 3)", { x: 4 }],
  [
    "VECTOR ELM MAP: rows and columns by arithmetic",
    "x[d, e] = VECTOR ELM MAP(m[a, p], (d - 1) * ELMCOUNT(e) + (e - 1))",
    { "x[a,p]": 1, "x[b,q]": 4, "x[c,p]": 5 },
  ],
  ["VECTOR ELM MAP: elements as numbers", "x = VECTOR ELM MAP(v[a], c - a)", { x: 20 }],
  [
    "VECTOR ELM MAP: each element from the one before, which it does not need itself",
    "x[d] = IF THEN ELSE(d = a, 1, 2 * VECTOR ELM MAP(x[d], -1))",
    { "x[a]": 1, "x[b]": 2, "x[c]": 4 },
  ],
  [
    "VECTOR ELM MAP: each element from the one after",
    "x[d] = IF THEN ELSE(d = c, 1, 2 * VECTOR ELM MAP(x[d], 1))",
    { "x[a]": 4, "x[b]": 2, "x[c]": 1 },
  ],

  ["VECTOR SORT ORDER: upwards", "x[d] = VECTOR SORT ORDER(v[d], 1)", { "x[a]": 1, "x[b]": 2, "x[c]": 0 }],
  ["VECTOR SORT ORDER: downwards", "x[d] = VECTOR SORT ORDER(v[d], 0)", { "x[a]": 0, "x[b]": 2, "x[c]": 1 }],
  [
    "VECTOR SORT ORDER: into another range",
    "x[sorted] = VECTOR SORT ORDER(v[d], 1)",
    { "x[s1]": 1, "x[s2]": 2, "x[s3]": 0 },
  ],
  [
    "VECTOR SORT ORDER: ties stay",
    "t[d] = 5, 4, 5 ~~| x[d] = VECTOR SORT ORDER(t[d], 1)",
    { "x[a]": 1, "x[b]": 0, "x[c]": 2 },
  ],
  [
    "VECTOR SORT ORDER: each row",
    "x[d, e] = VECTOR SORT ORDER(m[d, e], -1)",
    { "x[a,p]": 1, "x[a,q]": 0, "x[c,p]": 1 },
  ],
  ["VECTOR RANK: upwards", "x[d] = VECTOR RANK(v[d], 1)", { "x[a]": 3, "x[b]": 1, "x[c]": 2 }],
  ["VECTOR RANK: downwards", "x[d] = VECTOR RANK(v[d], -1)", { "x[a]": 1, "x[b]": 3, "x[c]": 2 }],
  ["VECTOR RANK: of an expression", "x[d] = VECTOR RANK(1 / v[d], 1)", { "x[a]": 1, "x[b]": 3, "x[c]": 2 }],
  [
    "VECTOR REORDER",
    "so[sorted] = VECTOR SORT ORDER(v[d], 1) ~~| x[sorted] = VECTOR REORDER(v[d], so[sorted])",
    { "x[s1]": 10, "x[s2]": 20, "x[s3]": 30 },
  ],
  ["the median by sorting", "so[sorted] = VECTOR SORT ORDER(v[d], 1) ~~| x = VECTOR ELM MAP(v[a], so[s2])", { x: 20 }],
  ["VECTOR REORDER: out of the vector", "x[d] = VECTOR REORDER(v[d], 3)", { "x[a]": Number.NaN }],

  ["VECTOR LOOKUP: between", "x = VECTOR LOOKUP(v[a], 0.5, 0, 2, 0)", { x: 20 }],
  ["VECTOR LOOKUP: held", "x = VECTOR LOOKUP(v[a], -5, 0, 2, 0)", { x: 30 }],
  ["VECTOR LOOKUP: at the last", "x = VECTOR LOOKUP(v[a], 2, 0, 2, 0)", { x: 20 }],
  ["VECTOR LOOKUP: area", "x = VECTOR LOOKUP(v[a], 1.5, 0, 2, 1)", { x: 20 + 5 + 1.25 }],
  ["VECTOR LOOKUP: area beyond", "x = VECTOR LOOKUP(v[a], 3, 0, 2, 1)", { x: 20 + 15 + 20 }],
  ["VECTOR LOOKUP: area before", "x = VECTOR LOOKUP(v[a], -1, 0, 2, 1)", { x: -30 }],
  ["VECTOR LOOKUP: the one before", "x = VECTOR LOOKUP(v[a], 0.9, 0, 2, 2)", { x: 30 }],
  ["VECTOR LOOKUP: beyond", "x = VECTOR LOOKUP(v[a], 3, 0, 2, 3)", { x: 30 }],
  ["VECTOR LOOKUP: the one after", "x = VECTOR LOOKUP(v[a], 0.1, 0, 2, 4)", { x: 10 }],
  ["VECTOR LOOKUP: the x of a value", "x = VECTOR LOOKUP(v[a], 15, 10, 30, 5)", { x: 17.5 }],
  ["VECTOR LOOKUP: the x of a value never taken", "x = VECTOR LOOKUP(v[a], 50, 10, 30, 5)", { x: 10 }],
  ["VECTOR LOOKUP: slope", "x = VECTOR LOOKUP(v[a], 0.5, 0, 1, 6)", { x: 20 }],
  ["VECTOR LOOKUP: slope beyond is 0", "x = VECTOR LOOKUP(v[a], 1, 0, 1, 6)", { x: 0 }],
  ["VECTOR LOOKUP: area beyond, going on", "x = VECTOR LOOKUP(v[a], 3, 0, 2, 7)", { x: 35 + 25 }],
  ["VECTOR LOOKUP: the x of a value beyond", "x = VECTOR LOOKUP(v[a], 50, 10, 30, 8)", { x: 0 }],
  ["VECTOR LOOKUP: slope going on", "x = VECTOR LOOKUP(v[a], -7, 0, 2, 9)", { x: -20 }],
  ["VECTOR LOOKUP: along the last subscript", "x[d] = VECTOR LOOKUP(m[d, p], 0.5, 0, 1, 0)", { "x[b]": 3.5 }],

  ["LOOKUP AREA: within a piece", "L((0,1), (1,1), (2,2)) ~~| x = LOOKUP AREA(L, 0, 1)", { x: 1 }],
  ["LOOKUP AREA: beyond", "L((0,1), (1,1), (2,2)) ~~| x = LOOKUP AREA(L, 2, 4)", { x: 4 }],
  ["LOOKUP AREA: over pieces", "L((0,1), (1,1), (2,2)) ~~| x = LOOKUP AREA(L, 0.5, 2.5)", { x: 3 }],
  ["LOOKUP AREA: backwards and before", "L((0,1), (1,1), (2,2)) ~~| x = LOOKUP AREA(L, 1, -2)", { x: -3 }],
  ["LOOKUP SLOPE", "L((0,1), (1,1), (2,2)) ~~| x = LOOKUP SLOPE(L, 1)", { x: 1 }],
  ["LOOKUP SLOPE: beyond", "L((0,1), (1,3)) ~~| x = LOOKUP SLOPE(L, -1)", { x: 0 }],
  ["LOOKUP INVERT: rising", "L((0,1), (1,1.5), (2,2)) ~~| x = LOOKUP INVERT(L, 1.75)", { x: 1.5 }],
  ["LOOKUP INVERT: falling", "L((0,4), (1,3), (3,1)) ~~| x = LOOKUP INVERT(L, 2)", { x: 2 }],
  ["LOOKUP INVERT: up and down again", "L((0,0), (1,2), (2,0), (4,4)) ~~| x = LOOKUP INVERT(L, 3)", { x: 3.5 }],
  ["LOOKUP INVERT: never taken", "L((0,4), (1,3), (3,1)) ~~| x = LOOKUP INVERT(L, 0)", { x: 3 }],
  [
    "LOOKUP AREA: of each of several tables",
    "L[a]((0,1), (2,1)) ~~| L[b]((0,0), (2,2)) ~~| L[c]((0,2), (2,0)) ~~| x[d] = LOOKUP AREA(L[d], 0, 1)",
    { "x[a]": 1, "x[b]": 0.5, "x[c]": 1.5 },
  ],

  ["INVERT MATRIX of 1", "o: z ~~| n: y ~~| k[o, n] = 4 ~~| x[o, n] = INVERT MATRIX(k[o, n], 1)", { "x[z,y]": 0.25 }],
  [
    "INVERT MATRIX of 2",
    "f: r, t ~~| k[e, f] = 2, 1; 4, 4; ~~| x[e, f] = INVERT MATRIX(k[e, f], 2)",
    { "x[p,r]": 1, "x[p,t]": -0.25, "x[q,r]": -1, "x[q,t]": 0.5 },
  ],
  [
    "INVERT MATRIX whose first pivot is 0",
    "f: r, t ~~| k[e, f] = 0, 2; 4, 0; ~~| x[e, f] = INVERT MATRIX(k[e, f], 2)",
    { "x[p,r]": 0, "x[p,t]": 0.25, "x[q,r]": 0.5, "x[q,t]": 0 },
  ],
  [
    "INVERT MATRIX with the subscripts the other way round on the left",
    "f: r, t ~~| k[e, f] = 0, 2; 4, 8; ~~| x[f, e] = INVERT MATRIX(k[e, f], 2)",
    { "x[r,p]": -1, "x[r,q]": 0.25, "x[t,p]": 0.5, "x[t,q]": 0 },
  ],
  [
    "DETERMINANT",
    "f: r, t, u ~~| k[d, f] = 0, 2, 1; 1, 0, 0; 0, 0, 3; ~~| x = DETERMINANT(k[a, r], 3) ~~| y = DETERMINANT(k[a, r])",
    { x: -6, y: -6 },
  ],
  [
    "DETERMINANT of a singular matrix",
    "f: r, t ~~| k[e, f] = 1, 2; 2, 4; ~~| x = 0 + DETERMINANT(k[p, r], 2)",
    { x: 0 },
  ],
] as const) {
  const model = () => modelOf(`${dims}${vector}${equations} ~~|${times(0, 0, 1)}`);
  test(what, () => {
    const run = runBoth(model());
    for (const [name, value] of Object.entries<number>(want)) expect(columnOf(run, name)[0], name).toBe(value);
  });
  test(`${what}: in futures that differ`, () => expectAgreement(model()));
}

test("what never changes is there for what is computed of an input before the first step", () =>
  expectAgreement(modelOf(`b = EXP(1) ~~| k = 2 ~~| c = b * k ~~|${times(0, 1, 1)}`)));
