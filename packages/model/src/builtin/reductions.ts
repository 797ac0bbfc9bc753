import type { Reduction } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { ArraySummary, Builtin, UnitRule } from "./builtin.ts";
import { asFirst } from "./unit-rules.ts";

const XMILE_ARRAYS = "XMILE 1.0, 3.7.1";

const reduction = (
  by: Reduction | ArraySummary,
  names: { readonly vensim?: string; readonly xmile?: string },
  says: string,
  source: string,
  units: UnitRule = asFirst,
  more: readonly string[] = [],
): Builtin => ({
  id: `${by}-of-elements`,
  names,
  args: ["array", ...more],
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

const ISEE_ARRAYS = "iseesystems.com/resources/help/v10, Array builtins";

/** A run of Stella's (in the tests of BPTK-Py, "test_array_extended") shows that the squares are divided by how many there are. */
export const stddev = reduction(
  "deviation",
  { xmile: "STDDEV" },
  "The standard deviation of all elements, as of a whole population.",
  XMILE_ARRAYS,
);

export const rank = reduction(
  "rank",
  { xmile: "RANK" },
  "The number of the element that has this place when all are sorted from the smallest up; of equal ones the first, or as the third argument sorts them.",
  `${XMILE_ARRAYS}; ${ISEE_ARRAYS}`,
  ([array, place, next], check) => {
    check.dimensionless(place, 1);
    check.same(next, next);
    return array === undefined ? undefined : dimensionless;
  },
  ["rank", "then by?"],
);

export const interpolate = reduction(
  "interpolation",
  { xmile: "INTERPOLATE" },
  "The value between the elements, from 0 at the first to 1 at the last of each dimension, on straight lines.",
  `${ISEE_ARRAYS}; held to a run of Stella's (tests of BPTK-Py, "test_interpolate")`,
  asFirst,
  ["fraction", ...["second", "third", "fourth", "fifth", "sixth"].map((which) => `${which} fraction?`)],
);
