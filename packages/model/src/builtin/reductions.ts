import type { Reduction } from "../model.ts";
import type { Builtin, UnitRule } from "./builtin.ts";
import { asFirst } from "./unit-rules.ts";

const XMILE_ARRAYS = "XMILE 1.0, 3.7.1";

const reduction = (
  by: Reduction | "mean",
  names: { readonly vensim?: string; readonly xmile?: string },
  says: string,
  source: string,
  units: UnitRule = asFirst,
): Builtin => ({
  id: `${by}-of-elements`,
  names,
  args: ["array"],
  units,
  behaviour: { kind: "reduction", by },
  says,
  source,
  cases: [],
});

export const sum = reduction(
  "sum",
  { vensim: "SUM", xmile: "SUM" },
  "The sum over all elements.",
  `vensim.com/documentation/fn_sum.html; ${XMILE_ARRAYS}`,
);

/** The unit of a product depends on how many factors there are, so only pure numbers are known. */
export const prod = reduction(
  "product",
  { vensim: "PROD", xmile: "PROD" },
  "The product over all elements.",
  `vensim.com/documentation/fn_prod.html; ${XMILE_ARRAYS}`,
  ([each]) => (each?.powers.size === 0 ? each : undefined),
);

export const vmin = reduction(
  "minimum",
  { vensim: "VMIN", xmile: "MIN" },
  "The smallest of all elements.",
  `vensim.com/documentation/fn_vmin.html; ${XMILE_ARRAYS}`,
);

export const vmax = reduction(
  "maximum",
  { vensim: "VMAX", xmile: "MAX" },
  "The largest of all elements.",
  `vensim.com/documentation/fn_vmax.html; ${XMILE_ARRAYS}`,
);

export const mean = reduction("mean", { xmile: "MEAN" }, "The mean of all elements.", XMILE_ARRAYS);
