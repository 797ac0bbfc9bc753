import { pure } from "./pure.ts";
import { apply, type Term } from "./term.ts";

const { add, sub, mul, div, neg, pow, eq, select } = apply;

const source =
  "the equation of an annuity, pv (1 + r)^n + pmt ((1 + r)^n - 1) / r + fv = 0, as spreadsheets have these functions; order and signs held to " +
  "BPTK-Py's reading of Stella's (financial builtins), which has the last argument as 0 only: another one not checked";

/** What payments of 1, each at the end of its period, come to with interest after so many periods. */
function saved(rate: Term, periods: Term): Term {
  return select(eq(rate, 0), periods, div(sub(pow(add(1, rate), periods), 1), rate));
}

const grown = (rate: Term, periods: Term): Term => pow(add(1, rate), periods);

export const pmt = pure({
  id: "pmt",
  names: { xmile: "PMT" },
  args: ["rate", "periods", "present value", "future value?"],
  defaults: [0],
  units: ([rate, periods, present, future], check) => {
    check.dimensionless(rate, 0);
    check.dimensionless(periods, 1);
    return check.same(present, future);
  },
  meaning: (rate, periods, present, future) =>
    neg(div(add(mul(present, grown(rate, periods)), future), saved(rate, periods))),
  says: "The payment, at the end of each period, that pays off the present value and leaves the future one; what is paid out is negative.",
  source,
  cases: [
    [[0, 4, 1000, 0], -250],
    [[0, 4, 1000, -200], -200],
    [[1, 2, 300, 0], -400],
    [[1, 2, 0, 300], -100],
  ],
});

export const pv = pure({
  id: "pv",
  names: { xmile: "PV" },
  args: ["rate", "periods", "payment", "future value?"],
  defaults: [0],
  units: ([rate, periods, payment, future], check) => {
    check.dimensionless(rate, 0);
    check.dimensionless(periods, 1);
    return check.same(payment, future);
  },
  meaning: (rate, periods, payment, future) =>
    neg(div(add(future, mul(payment, saved(rate, periods))), grown(rate, periods))),
  says: "What payments at the end of each period, and the future value, are worth now; what is paid out is negative.",
  source,
  cases: [
    [[0, 4, -250, 0], 1000],
    [[1, 2, -400, 0], 300],
    [[1, 2, 0, -300], 75],
  ],
});

export const fv = pure({
  id: "fv",
  names: { xmile: "FV" },
  args: ["rate", "periods", "payment", "present value?"],
  defaults: [0],
  units: ([rate, periods, payment, present], check) => {
    check.dimensionless(rate, 0);
    check.dimensionless(periods, 1);
    return check.same(payment, present);
  },
  meaning: (rate, periods, payment, present) =>
    neg(add(mul(present, grown(rate, periods)), mul(payment, saved(rate, periods)))),
  says: "What payments at the end of each period, and the present value, come to in the end; what is paid out is negative.",
  source,
  cases: [
    [[0, 4, -250, 0], 1000],
    [[1, 2, -100, 0], 300],
    [[1, 2, 0, -75], 300],
  ],
});
