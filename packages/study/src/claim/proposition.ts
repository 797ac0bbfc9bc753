import { quantileOf } from "@sequitur/analysis";
import type { Amount, Operand, Test } from "./test.ts";

/** Gives the figure of an operand in each future, shape [future]. */
export type Columns = (operand: Operand) => Float64Array;

/** What a test says of each future. */
export interface Evaluation {
  /** 1 where it is true, else 0; shape [future]. */
  readonly holds: Uint8Array;
  /** How far it is passed (above 0) or missed (below 0), in the proposition's unit; shape [future]. */
  readonly margin: Float64Array;
}

/** A test made ready to be evaluated over any futures. */
export interface Proposition {
  /** Of the margin; "1" where margins of different units were put on one scale. */
  readonly unit: string;
  evaluate(columns: Columns): Evaluation;
}

/**
 * Makes a test ready. Its truth is exact; its margin is continuous, so that sensitivity can be read from it: for a comparison
 * the amount to spare, for `all` the least margin of the parts, for `any` the greatest, for `not` the opposite. Where parts
 * are in different units, each is first divided by the median size of its margin over `reference`, so none outweighs the rest.
 */
export function propositionOf(test: Test, reference: Columns): Proposition {
  switch (test.kind) {
    case "all":
    case "any":
      return composition(test.kind, commonScale(test.parts, reference));
    case "not":
      return negation(propositionOf(test.part, reference));
    case "lower":
    case "higher":
    case "within":
    case "above":
    case "below":
      return { unit: test.left.unit, evaluate: (columns) => compare(test, columns) };
  }
}

type Comparison = Exclude<Test, { readonly kind: "all" | "any" | "not" }>;

function compare(test: Comparison, columns: Columns): Evaluation {
  const left = columns(test.left);
  switch (test.kind) {
    case "above":
      return evaluation(left.length, (i) => strict(left[i]! - test.limit));
    case "below":
      return evaluation(left.length, (i) => strict(test.limit - left[i]!));
    case "within": {
      const right = columns(test.right);
      return evaluation(left.length, (i) => {
        const spare = amountAt(test.by, right[i]!) - Math.abs(left[i]! - right[i]!);
        return { holds: spare >= 0, margin: spare };
      });
    }
    case "lower":
    case "higher": {
      const right = columns(test.right);
      const [more, less] = test.kind === "lower" ? [right, left] : [left, right];
      return evaluation(left.length, (i) => {
        const difference = more[i]! - less[i]!;
        const margin = difference - amountAt(test.by, right[i]!);
        // Two values that are the same are not "lower by at least 10 %", though 10 % of 0 is 0.
        return { holds: difference > 0 && margin >= 0, margin };
      });
    }
  }
}

interface Moment {
  readonly holds: boolean;
  readonly margin: number;
}

function strict(margin: number): Moment {
  return { holds: margin > 0, margin };
}

function amountAt(by: Amount, right: number): number {
  return by.kind === "fraction" ? by.value * Math.abs(right) : by.value;
}

function evaluation(futures: number, at: (i: number) => Moment): Evaluation {
  const holds = new Uint8Array(futures);
  const margin = new Float64Array(futures);
  for (let i = 0; i < futures; i++) {
    const moment = at(i);
    holds[i] = Number(moment.holds);
    margin[i] = moment.margin;
  }
  return { holds, margin };
}

function negation({ unit, evaluate }: Proposition): Proposition {
  const opposite = ({ holds, margin }: Evaluation) => ({
    holds: holds.map((one) => 1 - one),
    margin: margin.map((value) => -value),
  });
  return { unit, evaluate: (columns) => opposite(evaluate(columns)) };
}

/** The parts as they are where they share a unit, else on one scale. */
function commonScale(tests: readonly Test[], reference: Columns): readonly Proposition[] {
  const parts = tests.map((test) => propositionOf(test, reference));
  return parts.every(({ unit }) => unit === parts[0]!.unit)
    ? parts
    : parts.map((part) => scaled(part, typicalSize(part.evaluate(reference).margin)));
}

function scaled({ evaluate }: Proposition, size: number): Proposition {
  const divided = ({ holds, margin }: Evaluation) => ({ holds, margin: margin.map((value) => value / size) });
  return { unit: "1", evaluate: (columns) => divided(evaluate(columns)) };
}

/** The median size of a margin; 1 where that is nothing to divide by. */
function typicalSize(margin: Float64Array): number {
  const median = quantileOf(margin.map(Math.abs).sort(), 0.5);
  return median > 0 && Number.isFinite(median) ? median : 1;
}

function composition(kind: "all" | "any", parts: readonly Proposition[]): Proposition {
  const pick = kind === "all" ? Math.min : Math.max;
  const both = (a: Evaluation, b: Evaluation): Evaluation => ({
    holds: a.holds.map((one, i) => pick(one, b.holds[i]!)),
    margin: a.margin.map((value, i) => pick(value, b.margin[i]!)),
  });
  return { unit: parts[0]!.unit, evaluate: (columns) => parts.map(({ evaluate }) => evaluate(columns)).reduce(both) };
}

/** Every operand of a test, in the order of mention. */
export function operandsOf(test: Test): readonly Operand[] {
  switch (test.kind) {
    case "all":
    case "any":
      return test.parts.flatMap(operandsOf);
    case "not":
      return operandsOf(test.part);
    case "above":
    case "below":
      return [test.left];
    case "lower":
    case "higher":
    case "within":
      return [test.left, test.right];
  }
}
