import { test } from "vitest";
import { expectFaults } from "../testing/small-model.ts";

const given =
  "d: a, b, c ~~| e: p, q ~~| f: r, t ~~| s = 1 ~~| v[d] = 1, 2, 3 ~~| m[d, e] = 1 ~~| " +
  "pp: ptype, ppriority, pwidth, pextra ~~| c[e, pp] = 1, 2, 3, 0; 1, 2, 3, 0; ~~| w[e] = 1 ~~|\n";

for (const [what, equation, code] of [
  ["a scalar where a vector is wanted", "x[d] = VECTOR SORT ORDER(«s», 1) ~~|", "array-needed"],
  ["nothing to select from", "x = «VECTOR SELECT(s, v[a], 0, 0, 0)» ~~|", "nothing-to-reduce"],
  ["a matrix with one subscript", "x[e, f] = INVERT MATRIX(«w[e]», 2) ~~|", "array-needed"],
  ["a matrix that is not square", "x[d, e] = INVERT MATRIX(«m[d, e]», 2) ~~|", "square-matrix"],
  [
    "a matrix that is too large",
    "big: (b1-b121) ~~| wide <-> big ~~| m2[big, wide] = 1 ~~| y[big, wide] = INVERT MATRIX(«m2[big, wide]», 121) ~~|",
    "matrix-too-large",
  ],
  ["a profile that is given whole", "x[e] = ALLOCATE AVAILABLE(w[e], «c[e, pextra]», 1) ~~|", "profile-needed"],
  [
    "a kind of curve that is not computed",
    "k[e, pp] = 1, 2, 3, 0; 5, 2, 3, 0; ~~| x[e] = ALLOCATE AVAILABLE(w[e], «k[e, ptype]», 1) ~~|",
    "profile-kind",
  ],
  ["profiles of others", "k[d, pp] = 1 ~~| x[e] = «ALLOCATE AVAILABLE(w[e], k[a, ptype], 1)» ~~|", "profile-unmatched"],
  ["no table", "x = LOOKUP AREA(«s», 0, 1) ~~|", "table-needed"],
] as const)
  test(what, () => expectFaults(`${given}${equation}`, code));
