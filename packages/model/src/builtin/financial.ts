import { dimensionless } from "../units/unit.ts";
import type { Builtin } from "./builtin.ts";
import { over, times } from "./unit-rules.ts";

export const npve: Builtin = {
  id: "npve",
  names: { vensim: "NPVE" },
  args: ["stream", "discount rate", "initial", "factor"],
  units: ([stream, rate, initial, factor], check) => {
    check.same(rate, over(dimensionless, check.timeUnit));
    check.dimensionless(factor, 3);
    return check.same(times(stream, check.timeUnit), initial);
  },
  behaviour: {
    kind: "memory",
    expand: ([stream, rate, initial, factor], make) => {
      const step = make.call("clock-step");
      const growth = make.call("add", make.number(1), make.call("multiply", rate!, step));
      const discount = make.stock("discount factor", make.call("divide", make.number(1), growth), (self) =>
        make.call("negate", make.call("multiply", self, make.call("divide", rate!, growth))),
      );
      const flow = make.auxiliary("discounted stream", make.call("multiply", stream!, discount));
      const sum = make.stock("value so far", initial!, () => flow);
      const now = make.call("add", sum, make.call("multiply", flow, step));
      return make.call("multiply", now, factor!);
    },
  },
  says: "The net present value of a stream, from the initial time to now, each step valued at its end as a spreadsheet does.",
  source: "www.vensim.com/documentation/function_changes.html",
  cases: [],
};
