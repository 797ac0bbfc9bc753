import type { Expr } from "../model.ts";
import { isDimensionless } from "../units/algebra.ts";
import { dimensionless, type Unit } from "../units/unit.ts";
import type { Builtin, HiddenMaker, UnitRule } from "./builtin.ts";
import { over, times } from "./unit-rules.ts";

/**
 * The fractional growth of the input against its average over `time`; the average begins where growth at the rate `begin`
 * would have left it. TREND divides by the size of the average, FORECAST by the average itself (so say their pages).
 */
function growth(make: HiddenMaker, input: Expr, time: Expr, begin: Expr, divisor: (average: Expr) => Expr): Expr {
  const ahead = make.call("add", make.number(1), make.call("multiply", begin, time));
  const average = make.stock("average", make.call("divide", input, ahead), (self) =>
    make.call("divide", make.call("subtract", input, self), time),
  );
  const scale = make.call("multiply", time, divisor(average));
  return make.call("zidz", make.call("subtract", input, average), scale);
}

const perTime: UnitRule = ([, time, initial], check) => {
  check.time(time, 1);
  const rate = over(dimensionless, check.timeUnit);
  return initial && isDimensionless(initial) ? rate : check.same(rate, initial);
};

const inUnitOfInput: UnitRule = ([input, time, horizon], check) => {
  check.time(time, 1);
  check.time(horizon, 2);
  return input;
};

export const trend: Builtin = {
  id: "trend",
  names: { vensim: "TREND", xmile: "TREND" },
  args: ["input", "time", "initial?"],
  units: perTime,
  behaviour: {
    kind: "memory",
    expand: ([input, time, initial], make) =>
      growth(make, input!, time!, initial ?? make.number(0), (average) => make.call("abs", average)),
  },
  says: "The fractional rate at which the input grows, averaged over the time; begins at the initial rate.",
  source: "vensim.com/documentation/fn_trend.html; XMILE 1.0, 3.5.3",
  cases: [],
};

export const forecast: Builtin = {
  id: "forecast",
  names: { vensim: "FORECAST", xmile: "FORCST" },
  args: ["input", "time", "horizon", "initial?"],
  units: inUnitOfInput,
  behaviour: {
    kind: "memory",
    expand: ([input, time, horizon, initial], make) => {
      const rate = growth(make, input!, time!, initial ?? make.number(0), (average) => average);
      return make.call("multiply", input!, make.call("add", make.number(1), make.call("multiply", rate, horizon!)));
    },
  },
  says: "Where the input will be after the horizon, if it goes on growing as it did over the time.",
  source: "vensim.com/documentation/fn_forecast.html; XMILE 1.0, 3.5.3",
  cases: [],
};

function presentValueUnits(
  [stream, rate, initial, factor]: readonly (Unit | undefined)[],
  check: Parameters<UnitRule>[1],
) {
  check.same(rate, over(dimensionless, check.timeUnit));
  check.dimensionless(factor, 3);
  return check.same(times(stream, check.timeUnit), initial);
}

export const npv: Builtin = {
  id: "npv",
  names: { vensim: "NPV" },
  args: ["stream", "discount rate", "initial", "factor"],
  units: presentValueUnits,
  behaviour: {
    kind: "memory",
    expand: ([stream, rate, initial, factor], make) => {
      const step = make.call("clock-step");
      const discount = make.stock("discount factor", make.number(1), (self) => {
        const loss = make.call("divide", rate!, make.call("add", make.number(1), make.call("multiply", rate!, step)));
        return make.call("negate", make.call("multiply", self, loss));
      });
      const flow = make.auxiliary("discounted stream", make.call("multiply", stream!, discount));
      const sum = make.stock("value so far", initial!, () => flow);
      const now = make.call("add", sum, make.call("multiply", flow, step));
      return make.call("multiply", now, factor!);
    },
  },
  says: "The net present value of a stream, from the initial time to now.",
  source: "vensim.com/documentation/fn_npv.html",
  cases: [],
};
