import { errorWeights, finestLevel, stages, tolerance } from "../schedule/adaptive-step.ts";

type Row = readonly number[];

/** What a step is made with: the stocks at its start, their rates there, and a way to look at rates within it. */
export interface AdaptiveStep {
  readonly start: Row;
  readonly rates: Row;
  readonly length: number;
  /** Puts stocks where a row says, and gives their rates that part of the step after its start. */
  readonly ratesAt: (part: number, stocks: Row) => Row;
}

/** Where the stocks are after a step, as `schedule/adaptive-step.ts` says; NaN where it has not converged. */
export function afterAdaptiveStep(step: AdaptiveStep): Row {
  for (let level = 0; level <= finestLevel; level++) {
    const end = afterParts(step, 2 ** level);
    if (end !== undefined) return end;
  }
  return step.start.map(() => Number.NaN);
}

/** The same in so many even parts; undefined where some part is not good enough. */
function afterParts({ start, rates, length, ratesAt }: AdaptiveStep, parts: number): Row | undefined {
  const h = length / parts;
  let [from, first] = [start, rates];
  let isGood = true;
  for (let part = 0; part < parts; part++) {
    const looked: Row[] = [first];
    let to = from;
    for (const { at, weights } of stages) {
      to = from.map((stock, i) => stock + h * weighted(weights, looked, i));
      looked.push(ratesAt((part + at) / parts, to));
    }
    isGood &&= from.every((stock, i) => isWithin(h, stock, to[i]!, looked, i));
    [from, first] = [to, looked.at(-1)!];
  }
  return isGood ? from : undefined;
}

function weighted(weights: Row, looked: readonly Row[], i: number): number {
  const terms = weights.flatMap((weight, stage) => (weight === 0 ? [] : [weight * looked[stage]![i]!]));
  return terms.reduce((sum, term) => sum + term);
}

function isWithin(h: number, from: number, to: number, looked: readonly Row[], i: number): boolean {
  const error = Math.abs(h * weighted(errorWeights, looked, i));
  const change = Math.max(Math.abs(h * looked[0]![i]!), Math.abs(h * looked.at(-1)![i]!));
  return !(error > tolerance * Math.max(Math.max(Math.abs(from), Math.abs(to)), change));
}
