import { dimensionless } from "../units/unit.ts";
import type { PureBuiltin } from "./builtin.ts";
import { pure } from "./pure.ts";
import { apply, literal, type PrimitiveName } from "./term.ts";
import { pureNumbers } from "./unit-rules.ts";

interface Spelling {
  readonly vensim?: string;
  readonly xmile?: string;
}

/** A row that is one primitive under another name. */
function kernel(primitive: PrimitiveName, names: Spelling, says: string, cases: PureBuiltin["cases"]): PureBuiltin {
  const name = names.vensim ?? names.xmile ?? primitive;
  return pure({
    id: name.toLowerCase().replaceAll(" ", "-"),
    names,
    args: ["x"],
    units: pureNumbers,
    meaning: (x) => apply[primitive](x),
    says,
    source: `vensim.com/documentation/fn_${name.toLowerCase().replaceAll(" ", "_")}.html${names.xmile ? "; XMILE 1.0, 3.5.1" : ""}`,
    cases,
  });
}

const both = (name: string): Spelling => ({ vensim: name, xmile: name });

export const exp = kernel("exp", both("EXP"), "e to the power of x.", [
  [[0], 1],
  [[Number.NEGATIVE_INFINITY], 0],
]);
export const ln = kernel("ln", both("LN"), "The natural logarithm.", [
  [[1], 0],
  [[0], Number.NEGATIVE_INFINITY],
  [[-1], Number.NaN],
]);
export const sin = kernel("sin", both("SIN"), "The sine of an angle in radians.", [
  [[0], 0],
  [[-0], -0],
]);
export const cos = kernel("cos", both("COS"), "The cosine of an angle in radians.", [[[0], 1]]);
export const tan = kernel("tan", both("TAN"), "The tangent of an angle in radians.", [[[0], 0]]);
export const arcsin = kernel("asin", both("ARCSIN"), "The angle in radians whose sine is x.", [
  [[0], 0],
  [[2], Number.NaN],
]);
export const arccos = kernel("acos", both("ARCCOS"), "The angle in radians whose cosine is x.", [
  [[1], 0],
  [[-2], Number.NaN],
]);
export const arctan = kernel("atan", both("ARCTAN"), "The angle in radians whose tangent is x.", [[[0], 0]]);
export const sinh = kernel("sinh", { vensim: "SINH" }, "The hyperbolic sine.", [[[0], 0]]);
export const cosh = kernel("cosh", { vensim: "COSH" }, "The hyperbolic cosine.", [[[0], 1]]);
export const tanh = kernel("tanh", { vensim: "TANH" }, "The hyperbolic tangent.", [
  [[0], 0],
  [[Number.POSITIVE_INFINITY], 1],
]);
export const gammaLn = kernel("lnGamma", { vensim: "GAMMA LN" }, "The natural logarithm of the gamma function.", [
  [[1], 0],
  [[2], 0],
]);

export const log = pure({
  id: "log",
  names: { vensim: "LOG" },
  args: ["x", "base"],
  units: pureNumbers,
  meaning: (x, base) => apply.div(apply.ln(x), apply.ln(base)),
  says: "The logarithm of x to a base.",
  source: "vensim.com/documentation/fn_log.html",
  cases: [[[1, 10], 0]],
});

export const log10 = pure({
  id: "log10",
  names: { xmile: "LOG10" },
  args: ["x"],
  units: pureNumbers,
  meaning: (x) => apply.div(apply.ln(x), apply.ln(10)),
  says: "The logarithm to the base of 10.",
  source: "XMILE 1.0, 3.5.1",
  cases: [
    [[1], 0],
    [[10], 1],
  ],
});

export const pi = pure({
  id: "pi",
  names: { xmile: "PI" },
  args: [],
  units: () => dimensionless,
  meaning: () => literal(Math.PI),
  says: "The ratio of a circle's circumference to its diameter.",
  source: "XMILE 1.0, 3.5.1",
  cases: [[[], Math.PI]],
});

export const inf = pure({
  id: "inf",
  names: { xmile: "INF" },
  args: [],
  units: () => undefined,
  meaning: () => literal(Number.POSITIVE_INFINITY),
  says: "Infinity.",
  source: "XMILE 1.0, 3.5.1",
  cases: [[[], Number.POSITIVE_INFINITY]],
});
