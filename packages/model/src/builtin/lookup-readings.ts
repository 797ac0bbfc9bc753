import type { LookupReading } from "../model.ts";
import type { Builtin } from "./builtin.ts";
import { asFirst } from "./unit-rules.ts";

const readingBy = (
  reading: LookupReading,
  names: { readonly vensim?: string; readonly xmile?: string },
  says: string,
  source: string,
): Builtin => ({
  id: (names.vensim ?? names.xmile ?? "").toLowerCase().replaceAll(" ", "-"),
  names,
  args: ["table", "x"],
  units: asFirst,
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
