import type { Expr } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { Builtin, HiddenMaker } from "./builtin.ts";
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

/** Whether the next moment is in another fiscal period; they are counted from the initial time. */
function endsPeriod(make: HiddenMaker, period: Expr): Expr {
  const step = make.call("clock-step");
  const since = make.call("subtract", make.call("clock-stepTime"), make.call("clock-initial"));
  const count = (time: Expr) => make.call("int", make.call("divide", time, period));
  // Half a step later, so that rounding does not move the end of a period.
  const now = make.call("add", since, make.call("divide", step, make.number(2)));
  return make.auxiliary("end of a period", make.call("less", count(now), count(make.call("add", now, step))));
}

/**
 * Of what is paid in a period, a share comes out at once, and as much in each of the periods after it. The last place is what has been
 * paid in this period so far; before it, the periods that are over, the oldest first.
 */
export const depreciateStraightline: Builtin = {
  id: "depreciate-straightline",
  names: { vensim: "DEPRECIATE STRAIGHTLINE" },
  args: ["stream", "lifetime", "fiscal period", "initial"],
  units: ([stream, lifetime, period, initial], check) => {
    check.time(lifetime, 1);
    check.time(period, 2);
    return check.same(stream, initial);
  },
  behaviour: {
    kind: "memory",
    expand: ([stream, lifetime, period, initial], make) => {
      const ratio = make.call("add", make.call("divide", lifetime!, period!), make.number(0.5));
      const count = make.constant(make.call("int", ratio), "number of fiscal periods in the lifetime");
      if (count === undefined) return stream!;
      const ends = endsPeriod(make, period!);
      const paid = make.auxiliary("paid", make.call("multiply", stream!, make.call("clock-step")));
      const whole = make.call("multiply", initial!, period!);
      const isPlace = (place: Expr, which: number) => make.call("equal", place, make.number(which));
      const choose = (test: Expr, yes: Expr, no: Expr) => make.call("if-then-else", test, yes, no);
      const periods = make.track("paid by period", count, {
        initial: (place) => choose(isPlace(place, count), make.number(0), whole),
        next: (place, behind, self) => {
          const coming = choose(isPlace(place, count - 1), make.call("add", behind, paid), behind);
          const staying = choose(isPlace(place, count), make.call("add", self, paid), self);
          return choose(ends, choose(isPlace(place, count), make.number(0), coming), staying);
        },
      });
      const over = make.call("divide", make.call("subtract", periods.sum, periods.last), period!);
      return make.call("divide", make.call("add", stream!, over), make.number(count));
    },
  },
  says: "The straight-line depreciation of what a stream invests: an equal share in each fiscal period of the lifetime.",
  source: "vensim.com/documentation/fn_depreciate_straightline.html",
  cases: [],
};
