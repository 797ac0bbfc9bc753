import { combine, raise } from "../units/algebra.ts";
import { dimensionless, plainNumber, type Unit } from "../units/unit.ts";
import type { UnitRule } from "./builtin.ts";

type Known = Unit | undefined;

export const times = (a: Known, b: Known): Known => product(a, b, 1);
export const over = (a: Known, b: Known): Known => product(a, b, -1);
export const toThe = (a: Known, power: number): Known => (a ? raise(a, power) : undefined);

function product(a: Known, b: Known, power: 1 | -1): Known {
  if (a === plainNumber && b === plainNumber) return plainNumber;
  return a && b ? combine(a, 1, b, power) : undefined;
}

/** So much for each unit of time, over a time; a plain number may be that already. */
export const overSomeTime = (rate: Known, time: Known): Known => (rate === plainNumber ? rate : times(rate, time));
export const eachTime = (amount: Known, time: Known): Known => (amount === plainNumber ? amount : over(amount, time));

/** Every argument in one unit, and the result in it too. */
export const allAlike: UnitRule = (args, check) => args.reduce((known, unit) => check.same(known, unit), undefined);

/** The unit of the first argument, whatever the others are. */
export const asFirst: UnitRule = ([first]) => first;

/** Pure numbers in, a pure number out. */
export const pureNumbers: UnitRule = (args, check) => {
  for (const [index, arg] of args.entries()) check.dimensionless(arg, index);
  return dimensionless;
};

/** All in one unit, and the result a truth or a ratio: dimensionless. */
export const compared: UnitRule = (args, check) => {
  allAlike(args, check);
  return dimensionless;
};

/** Something, a time to delay or smooth it by, and (where given) an initial value of it. */
export const overTime: UnitRule = ([input, time, initial], check) => {
  check.time(time, 1);
  return check.same(input, initial);
};

/** base ^ exponent: known where the exponent is a number, or where the base has no unit anyway. */
export const powerUnits: UnitRule = ([base, exponent], check) => {
  check.dimensionless(exponent, 1);
  const value = check.number(1);
  if (base?.powers.size === 0) return dimensionless;
  return value === undefined ? undefined : toThe(base, value);
};
