import type { LookupReading } from "../model.ts";
import type { Builtin } from "./builtin.ts";
import { expressionWriter } from "./expression-writer.ts";
import { spread } from "./spread.ts";
import { areaTo } from "./table-area.ts";

const measure = (reading: LookupReading, vensim: string, says: string, source: string): Builtin => ({
  id: vensim.toLowerCase().replaceAll(" ", "-"),
  names: { vensim },
  args: ["table", "x"],
  units: () => undefined,
  behaviour: { kind: "reading", reading },
  says,
  source,
  cases: [],
});

export const lookupInvert = measure(
  "invert",
  "LOOKUP INVERT",
  "The x at which the table first goes through a value; held at the ends of what it takes.",
  "vensim.com/documentation/fn_vector_lookup.html (modes 5 and 8); a table that goes up and down, not checked",
);

export const lookupSlope = measure(
  "slope",
  "LOOKUP SLOPE",
  "The slope of the table at x, at a point of the piece that begins there; 0 beyond its ends.",
  "vensim.com/documentation/fn_vector_lookup.html (modes 6 and 9); at a point, not checked",
);

export const lookupAreaBetween = spread({
  id: "lookup-area",
  names: { vensim: "LOOKUP AREA" },
  args: ["table", "start", "end"],
  takes: ["table", "value", "value"],
  units: () => undefined,
  expand: (make, table, start, end) => {
    const { sub } = expressionWriter(make);
    return sub(areaTo(make, table, end), areaTo(make, table, start));
  },
  says: "The area under the table from start to end; beyond the table's ends it is as high as there.",
  source: "vensim.com/documentation/fn_lookup_area.html",
});
