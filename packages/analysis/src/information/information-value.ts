import { risingOrder } from "../quantile/rising-order.ts";
import { classCount, classesOf } from "../sensitivity/given-data.ts";
import { momentsOf, varianceOf } from "../summary/moments.ts";

/** What it would be worth to know one input before choosing, in the unit of the benefit. */
export interface InformationValue {
  readonly input: number;
  /** What the choice would gain on average; never below 0. */
  readonly value: number;
  /** Interval of 95 %. */
  readonly low: number;
  readonly high: number;
  /** What it could not exceed: the same counted on the very futures that the choice was made by. */
  readonly atMost: number;
  /** Whether the interval lies above 0: below that the input may well be worth nothing. */
  readonly told: boolean;
}

/** An input's futures in classes of equal size, each split in two along the input by turns. Made once, it serves every question about it. */
export interface SplitInput {
  readonly classes: number;
  /** Shape [future]: 2 × the class, and 1 more in its second half. */
  readonly cell: Uint16Array;
}

export function splitInput(column: Float64Array): SplitInput {
  const order = risingOrder(column);
  const { count, of } = classesOf(column, classCount(column.length), order);
  const cell = Uint16Array.from(of, (one) => 2 * one);
  // By turns along the whole input, so that both halves of every class are spread alike.
  for (let position = 1; position < order.length; position += 2) cell[order[position]!]! += 1;
  return { classes: count, cell };
}

/** Benefit of each policy in each future, more is better, finite. Shape [policy][future]. */
export type Benefits = readonly Float64Array[];

/**
 * Expected value of partial perfect information of each input, from any ensemble: how much better the choice of a policy would do
 * if the input were known first, E_x[max_d E[B_d | x]] - max_d E[B_d]. Futures are cut by the input into classes of equal size, and
 * E[B_d | x] is the mean in the class: Strong & Oakley 2013, Med. Decis. Making 33, 755-766; the quantity: Raiffa 1968; its use
 * on runs that are already there: Strong, Oakley & Brennan 2014, Med. Decis. Making 34, 311-326.
 *
 * The plain estimate rewards chance, as the greatest of noisy means is too great. So each class is split in two along the input
 * by turns; each half is decided by the means of the other, and its futures count what that decision brings: such an estimate errs
 * to the low side, by choosing worse on half the futures, and what it finds is there. Both are given: `value` and `atMost`. The
 * interval is that of a mean of what each future counts. With the share of a claim for benefit (`claimBenefits`) the value is in how
 * many more futures one would be right about the claim.
 * @param inputs  shape [input], of the futures of the benefits      @returns  by falling value
 */
export function informationValues(inputs: readonly SplitInput[], benefits: Benefits): readonly InformationValue[] {
  return inputs
    .map((split, input) => ({ input, ...knowing(split, benefits) }))
    .sort((a, b) => b.value - a.value || a.input - b.input);
}

/**
 * What all inputs together would be worth: E[max_d B_d] - max_d E[B_d], which no input's value exceeds.
 * Source: Raiffa 1968, Decision Analysis, the expected value of perfect information.
 */
export function perfectInformationValue(benefits: Benefits): number {
  const best = benefits.reduce((high, benefit) => high.map((value, future) => Math.max(value, benefit[future]!)));
  return meanOf(best) - Math.max(...benefits.map(meanOf));
}

/** The benefit of saying that a claim holds, and of saying that it fails: 1 where that is right. */
export function claimBenefits(holds: Uint8Array): Benefits {
  return [Float64Array.from(holds), Float64Array.from(holds, (one) => 1 - one)];
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function knowing({ classes, cell }: SplitInput, benefits: Benefits): Omit<InformationValue, "input"> {
  const sums = benefits.map((benefit) => cellSums(benefit, cell, classes));
  const decided = Array.from({ length: 2 * classes }, (_, at) => bestOf(sums.map((sum) => sum[at ^ 1]!)));
  const unknowing = benefits[bestOf(benefits.map(meanOf))]!;
  const gains = unknowing.map((own, future) => benefits[decided[cell[future]!]!]![future]! - own);
  const mean = meanOf(gains);
  const reach = 1.959963984540054 * Math.sqrt(varianceOf(momentsOf(gains)) / gains.length);
  return {
    value: Math.max(0, mean),
    low: Math.max(0, mean - reach),
    high: Math.max(0, mean + reach),
    atMost: bestSum(sums, classes) / cell.length - meanOf(unknowing),
    told: mean - reach > 0,
  };
}

/** Sums by class and half. Shape [2 × classes]. */
function cellSums(values: Float64Array, cell: Uint16Array, classes: number): Float64Array {
  const sums = new Float64Array(2 * classes);
  values.forEach((value, future) => {
    sums[cell[future]!]! += value;
  });
  return sums;
}

/** The position of the greatest, the first of those alike. */
function bestOf(values: readonly number[]): number {
  return values.indexOf(Math.max(...values));
}

/** What the best policy of each class, by the class's own futures, brings there, added up. */
function bestSum(sums: readonly Float64Array[], classes: number): number {
  let total = 0;
  for (let at = 0; at < classes; at++) total += Math.max(...sums.map((sum) => sum[2 * at]! + sum[2 * at + 1]!));
  return total;
}
