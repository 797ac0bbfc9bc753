import type { Findings, Operand, Policy, Study } from "@sequitur/study";
import { leversUnder } from "../session/claim-charts.ts";
import type { Playground } from "../session/playground.ts";

/** A measure over time in one future. */
export interface FuturePath {
  /** Index of the future. */
  readonly future: number;
  readonly holds: boolean;
  readonly values: Float64Array;
}

/** Inputs of the playground for a future under a policy. */
export function rowUnder(study: Study, policy: Policy, inputs: readonly number[]): readonly number[] {
  return [...leversUnder(study, policy), ...inputs];
}

/** The operand's measure over time in each of some futures: run again, to the bits that its figure was read from. */
export function futurePaths(
  study: Study,
  { seed }: Findings,
  playground: Playground,
  operand: Operand,
  futures: readonly { readonly future: number; readonly holds: boolean; readonly inputs: readonly number[] }[],
): readonly FuturePath[] {
  const policy = study.policies.find(({ id }) => id === operand.policy)!;
  const series = seriesOf(study, playground, operand.measure);
  return futures.map(({ future, holds, inputs }) => {
    const [run] = playground.run([rowUnder(study, policy, inputs)], { seed, future });
    return { future, holds, values: run![series]! };
  });
}

/** Which of the playground's series a measure is of. */
export function seriesOf({ measures }: Study, { series }: Playground, measure: string): number {
  const variable = measures.find(({ id }) => id === measure)!.variable;
  return series.findIndex(({ name }) => name === variable);
}
