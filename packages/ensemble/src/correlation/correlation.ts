import { kernels } from "@sequitur/engine";
import type { Problem } from "../problem.ts";
import { choleskyFactor } from "./cholesky.ts";

/** How strongly two uncertainties go together: Spearman's rank correlation, which is that of their ranks whatever their distributions. */
export interface Correlation {
  /** Positions of two uncertainties. */
  readonly between: readonly [number, number];
  /** Above -1 and below 1. */
  readonly rank: number;
}

/** The correlated uncertainties, rising, and the factor that makes independent normal numbers correlated ones. */
export interface CorrelationPlan {
  readonly dimensions: readonly number[];
  /** Lower triangle, row by row, shape [dimension][dimension]. */
  readonly factor: Float64Array;
}

/** What is wrong with the correlations of so many uncertainties, if anything. */
export function checkCorrelations(correlations: readonly Correlation[], uncertainties: number): Problem | undefined {
  for (const [at, { between, rank }] of correlations.entries()) {
    const [a, b] = between;
    if (a === b || ![a, b].every((one) => Number.isInteger(one) && one >= 0 && one < uncertainties))
      return correlationProblem(`Uncertainties ${a} and ${b} cannot be correlated.`, "Name two that are there.");
    if (!(rank > -1 && rank < 1))
      return correlationProblem(`A rank correlation is ${rank}.`, "Give a number between -1 and 1.");
    if (correlations.slice(0, at).some((one) => one.between.includes(a) && one.between.includes(b)))
      return correlationProblem("Two uncertainties are correlated twice.", "Name each pair once.");
  }
  if (planCorrelations(correlations) !== undefined) return undefined;
  return correlationProblem(
    "These correlations cannot hold together: where two each go with a third, they must go with each other as well.",
    "Give the missing pairs their correlations, or weaken some.",
  );
}

function correlationProblem(says: string, mend: string): Problem {
  return { code: "correlation", says, mend };
}

/** Undefined where no numbers can be correlated in this way. */
export function planCorrelations(correlations: readonly Correlation[]): CorrelationPlan | undefined {
  const dimensions = [...new Set(correlations.flatMap(({ between }) => between))].sort((a, b) => a - b);
  const size = dimensions.length;
  const matrix = new Float64Array(size * size);
  for (let d = 0; d < size; d++) matrix[d * size + d] = 1;
  for (const { between, rank } of correlations) {
    const [a, b] = between.map((one) => dimensions.indexOf(one)) as [number, number];
    matrix[a * size + b] = matrix[b * size + a] = normalCorrelation(rank);
  }
  const factor = choleskyFactor(matrix, size);
  return factor && { dimensions, factor };
}

/**
 * The correlation of two normal numbers whose ranks are correlated so.
 * Source: Kruskal 1958, J. Am. Stat. Assoc. 53, 814-861, after Pearson 1907.
 */
function normalCorrelation(rank: number): number {
  return 2 * kernels.sin((Math.PI * rank) / 6);
}
