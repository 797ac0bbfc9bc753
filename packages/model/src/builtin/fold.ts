import { type ClockReading, type PrimitiveName, primitives, type Term, type TimeReading } from "./term.ts";

/**
 * The value of a term where it can be worked out without a run and to the same bits everywhere: undefined where it reads the
 * clock and no `times` are given, or needs a primitive that IEEE 754 leaves open (exp, sin …), which are the engine's.
 */
export function fold(term: Term, args: readonly number[], times?: Times): number | undefined {
  const value = foldTo(term, args, times);
  return typeof value === "number" ? value : undefined;
}

/** What the clock shows. */
export type Times = Readonly<Record<TimeReading, number> & Partial<Record<ClockReading, number>>>;

type Value = number | boolean;

function foldTo(term: Term, args: readonly number[], times: Times | undefined): Value | undefined {
  switch (term.kind) {
    case "literal":
      return term.value;
    case "argument":
      return args[term.index];
    case "clock":
      return times?.[term.reading];
    case "primitive": {
      const values = term.args.map((arg) => foldTo(arg, args, times));
      return values.every((value) => value !== undefined) ? applied(term.name, values) : undefined;
    }
  }
}

const onNumbers: Partial<Record<PrimitiveName, (a: number, b: number) => Value | undefined>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  neg: (a) => -a,
  abs: Math.abs,
  sqrt: Math.sqrt,
  min: Math.min,
  max: Math.max,
  floor: Math.floor,
  ceil: Math.ceil,
  trunc: Math.trunc,
  nearest: toEven,
  lt: (a, b) => a < b,
  le: (a, b) => a <= b,
  gt: (a, b) => a > b,
  ge: (a, b) => a >= b,
  eq: (a, b) => a === b,
  ne: (a, b) => a !== b,
  truthOf: (a) => a !== 0,
  pow: wholePower,
};

const onTruths: Partial<Record<PrimitiveName, (a: boolean, b: boolean) => Value>> = {
  and: (a, b) => a && b,
  or: (a, b) => a || b,
  not: (a) => !a,
  numberOf: (a) => (a ? 1 : 0),
};

function applied(name: PrimitiveName, values: readonly Value[]): Value | undefined {
  if (name === "select") return values[0] === true ? values[1] : values[2];
  const truths = primitives[name][1] === "truth";
  const [a, b] = values;
  return truths ? onTruths[name]?.(a === true, b === true) : onNumbers[name]?.(Number(a), Number(b));
}

function toEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest < 0.5 || (rest === 0.5 && down % 2 === 0)) return x < 0 && down === 0 ? -0 : down;
  return x < 0 && down === -1 ? -0 : down + 1;
}

/** 10^6 and its like: whole numbers whose power is exact, so that there is only one right answer. */
function wholePower(base: number, exponent: number): number | undefined {
  if (!Number.isSafeInteger(base) || !Number.isInteger(exponent) || exponent < 0 || exponent > 60) return undefined;
  let power = 1;
  for (let i = 0; i < exponent; i++) power *= base;
  return Number.isSafeInteger(power) ? power : undefined;
}
