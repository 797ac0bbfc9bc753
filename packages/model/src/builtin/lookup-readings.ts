import type { Builtin, UnitRule } from "./builtin.ts";
import { asFirst, times } from "./unit-rules.ts";

const readingBy = (
  reading: Extract<Builtin["behaviour"], { kind: "reading" }>["reading"],
  names: { readonly vensim?: string; readonly xmile?: string },
  says: string,
  source: string,
  units: UnitRule = asFirst,
): Builtin => ({
  id: (names.vensim ?? names.xmile ?? "").toLowerCase().replaceAll(" ", "-"),
  names,
  args: ["table", reading === "inverse" ? "y" : "x"],
  units,
  behaviour: { kind: "reading", reading },
  says,
  source,
  cases: [],
});

export const lookup = readingBy(
  "table",
  { xmile: "LOOKUP" },
  "The table read at x.",
  "iseesystems.com/resources/help/v2, Graphical function builtins (not in XMILE 1.0)",
);

export const lookupExtrapolate = readingBy(
  "extrapolate",
  { vensim: "LOOKUP EXTRAPOLATE" },
  "The table read at x; beyond its ends the first or last slope goes on.",
  "vensim.com/documentation/fn_lookup_extrapolate.html",
);

export const lookupForward = readingBy(
  "forward",
  { vensim: "LOOKUP FORWARD" },
  "The y of the first point at or after x.",
  "vensim.com/documentation/fn_lookup_forward.html",
);

export const lookupBackward = readingBy(
  "backward",
  { vensim: "LOOKUP BACKWARD" },
  "The y of the last point at or before x.",
  "vensim.com/documentation/fn_lookup_backward.html",
);

export const lookupInverse = readingBy(
  "inverse",
  { xmile: "LOOKUPINV" },
  "The x at which the table is y; the table must rise, or fall, all along.",
  "iseesystems.com/resources/help/v2, Graphical function builtins; outside the table's y, the nearest end: not checked",
  () => undefined,
);

export const lookupArea = readingBy(
  "area",
  { xmile: "LOOKUPAREA" },
  "The area under the table from its first point to x.",
  "iseesystems.com/resources/help/v2, Graphical function builtins; held to a run of Stella's (tests of BPTK-Py); beyond its ends: not checked",
  ([table, x]) => times(table, x),
);
