import type { Expr } from "../model.ts";
import { dimensionless } from "../units/unit.ts";
import type { Builtin, HiddenMaker } from "./builtin.ts";
import { expressionWriter } from "./expression-writer.ts";
import { remembering } from "./remembering.ts";
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

/** Whether the next moment is in another fiscal period; they are counted from the initial time, or from another one. */
function endsPeriod(make: HiddenMaker, period: Expr, from = make.call("clock-initial")): Expr {
  const step = make.call("clock-step");
  const since = make.call("subtract", make.call("clock-stepTime"), from);
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

function signOf(make: HiddenMaker, value: Expr): Expr {
  const { less, sub } = expressionWriter(make);
  return sub(less(0, value), less(value, 0));
}

/** How many turns the search for a rate takes: what is left of the range from -1 to 1 is less than a double can tell from 0.1. */
const halvings = 52;

/**
 * What a schedule takes of each period's payments, period after period. As in the straight line, the last place is what has been paid in
 * this period so far; the one before it, what was paid in the period before.
 */
export const depreciateBySchedule = remembering({
  id: "depreciate-by-schedule",
  names: { vensim: "DEPRECIATE BY SCHEDULE" },
  args: ["stream", "schedule", "initial", "lifetime", "fiscal start"],
  takes: ["value", "vector", "vector-or-value", "value", "value"],
  units: ([stream, , initial, lifetime, start], check) => {
    check.time(lifetime, 3);
    check.time(start, 4);
    return check.same(stream, initial);
  },
  expand: (make, stream, schedule, initial, lifetime, start) => {
    const { add, sub, mul, div, equal, choose, step } = expressionWriter(make);
    const count = schedule.size;
    const period = make.auxiliary("fiscal period", div(lifetime, count));
    const ends = endsPeriod(make, period, make.initial("fiscal start", start));
    const paid = make.auxiliary("paid", mul(stream, step()));
    const share = make.track("schedule", count, {
      initial: (place) => schedule.further(sub(place, 1), 0),
      next: (_, __, self) => self,
    });
    const periods = make.track("paid by period", count, {
      initial: () => make.number(0),
      next: (place, behind, self) => {
        const isLast = equal(place, count);
        const coming = choose(equal(place, count - 1), add(behind, paid), behind);
        return choose(ends, choose(isLast, 0, coming), choose(isLast, add(self, paid), self));
      },
    });
    // Place 1 of the initial depreciation is the period that it is now.
    const begun = make.track("initial depreciation", count, {
      initial: (place) => ("further" in initial ? initial.further(sub(place, 1), 0) : initial),
      next: (_, behind, self) => choose(ends, behind, self),
    });
    const whole = make.auxiliary("whole of the schedule", share.sum);
    const earlier = periods.total((self, _, place) =>
      choose(equal(place, count), 0, mul(self, schedule.further(sub(count, place), 0))),
    );
    const now = add(mul(stream, share.first), div(earlier, period));
    return add(begun.first, div(now, whole));
  },
  says:
    "The depreciation of what a stream invests by a schedule: what share in the fiscal period of the payment, in the next one, and so on, " +
    "brought to 1 in all; and an initial depreciation, period by period.",
  source:
    "vensim.com/documentation/fn_depreciate_by_schedule.html; that the initial depreciation is a rate, not checked",
});

/**
 * The rate at which what was paid and received so far is worth nothing, by halving the range of the rates while the worth keeps the sign
 * that it has next to -1; :NA: where it never changes.
 */
export const internalRateOfReturn = remembering({
  id: "internal-rate-of-return",
  names: { vensim: "INTERNAL RATE OF RETURN" },
  args: ["stream", "fiscal period", "initial", "initial time"],
  takes: ["value", "value", "value", "value"],
  units: ([stream, period, initial, time], check) => {
    check.time(period, 1);
    check.time(time, 3);
    check.same(initial, times(stream, check.timeUnit));
    return dimensionless;
  },
  expand: (make, stream, period, initial, time) => {
    const { add, sub, mul, div, power, equal, less, choose, step, now, floor } = expressionWriter(make);
    const count = make.periods(period);
    if (count === undefined) return undefined;
    const start = make.call("clock-initial");
    const which = make.auxiliary("period", floor(div(add(sub(now(), start), div(step(), 2)), period)));
    const paid = make.auxiliary("paid", mul(stream, step()));
    // Of the payments of this step, which belong to it, nothing is kept yet.
    const flows = make.track("flows", count, {
      initial: () => make.number(0),
      next: (place, _, self) => add(self, choose(equal(sub(place, 1), which), paid, 0)),
    });
    const begun = make.initial("periods before the initial payment", div(sub(time, start), period));
    const worth = (rate: Expr) => {
      const growth = make.call("add", make.number(1), rate);
      const later = flows.total((self, _, place) =>
        div(add(self, choose(equal(sub(place, 1), which), paid, 0)), power(growth, place)),
      );
      return add(div(initial, power(growth, begun)), later);
    };
    const least = make.auxiliary("worth next to -1", worth(make.number(2 ** -20 - 1)));
    const most = make.auxiliary("worth at 1", worth(make.number(1)));
    const rate = make.auxiliary(
      "rate",
      make.repeat(halvings, make.number(0), (carried, turn) => {
        const width = power(0.5, turn);
        const isAbove = less(0, mul(worth(carried), signOf(make, least)));
        return choose(isAbove, add(carried, width), sub(carried, width));
      }),
    );
    return choose(less(mul(signOf(make, least), signOf(make, most)), 0), rate, make.number(-(2 ** 109)));
  },
  says: "The rate for each fiscal period at which a stream, from its initial payment to now, has a net present value of 0; :NA: where there is none between -1 and 1.",
  source: "vensim.com/documentation/fn_internal_rate_of_return.html",
});
