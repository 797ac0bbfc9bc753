import type { Dialect } from "@sequitur/model";

/** The shared models that cannot be written in a language, by the reason; all others that open go both ways. */
export const refused: Readonly<Record<Dialect, Readonly<Record<string, readonly string[]>>>> = {
  vensim: {},
  xmile: {},
};

/** Functions of XMILE's that no `.mdl` can be written with, by the reason, each in an equation that it is refused in. */
export const refusedFunctions: Readonly<Record<string, readonly string[]>> = {
  "Vensim has neither infinity nor what is no number": ["INF", "NAN"],
  "Vensim has no factorials, and its gamma function rounds otherwise": [
    "FACTORIAL(4)",
    "PERMUTATIONS(5, 2)",
    "COMBINATIONS(5, 2)",
  ],
  "Vensim has no inverse of the normal distribution": ["INVNORM(0.3)"],
  "Vensim has no logistic draw": ["LOGISTIC(1, 2)"],
  "Vensim's uniform draw has no further bounds, and its gamma draw no shape below 1": [
    "UNIFORM(0, 9, 1, 2, 3)",
    "GAMMA(0.5, 2)",
  ],
  "Vensim ranks no element by its place, and reads none between two": ["RANK(row[*], 2)", "INTERPOLATE(row[*], 0.5)"],
  "Vensim's LOOKUP AREA and LOOKUP INVERT are not those of a table over its whole length": [
    "LOOKUPAREA(table, 1)",
    "LOOKUPINV(table, 4)",
  ],
  "the number of stages is not known when the model is read": ["DELAYN(x, 2, o + 0, 1)"],
};

/** XMILE's functions that Vensim says otherwise: every one runs to the same bits from the `.mdl`. */
export const rewrittenFunctions: readonly string[] = [
  "PI",
  "INT(x)",
  "ROUND(x * 2.5)",
  "SAFEDIV(1, x, 7)",
  "LOG10(TIME + 1)",
  "PERCENT(x)",
  "GAMMALN(TIME + 0.5)",
  "ROOTN(x, 3)",
  "ROOTN(TIME, 4)",
  "CGROWTH(5)",
  "COUNTER(1, 4)",
  "PULSE(3, 1)",
  "PULSE(3, 1, 2)",
  "RAMP(2, 3)",
  "RAMP(2, 3, 5)",
  "DERIVN(x * x, 2)",
  "ENDVAL(x, 4)",
  "ENDVAL(x)",
  "SMTH1(x, 2)",
  "SMTH1(x, 2, 1)",
  "SMTH3(x, 2)",
  "SMTHN(x, 2, o, 1)",
  "DELAY1(x, 2)",
  "DELAY3(x, 2, 1)",
  "DELAYN(x, 2 + TIME / 10, o, 1)",
  "DELAYN(x, 2, 4)",
  "DELAY(x, 1.5, 2)",
  "PREVIOUS(x, 3)",
  "LOOKUP(table, x)",
  "(x) MOD 3",
  "SIZE(row[*])",
  "MEAN(row[*])",
  "STDDEV(row[*])",
  "row[TIME + 0]",
  "box[TIME / 2, 5 - TIME]",
  "SUM(box[*, x])",
  "RANDOM(1, 3, 7)",
  "UNIFORM(1, 2)",
  "NORMAL(0, 1) + NORMAL(0, 1)",
  "NORMAL(1, 2, 5, 0, 2)",
  "EXPRND(2)",
  "POISSON(3)",
  "BETA(2, 3)",
  "BINOMIAL(10, 0.3)",
  "GAMMA(2, 3)",
  "GEOMETRIC(0.3)",
  "TRIANGULAR(1, 2, 4)",
  "LOGNORMAL(2, 1)",
  "WEIBULL(2, 3)",
  "PARETO(2, 3)",
];
