import { binomialTail } from "../share/binomial-tail.ts";
import { type Box, boxOf, countInterest, type Futures, futuresAt, rowsInside } from "./box.ts";
import { type PrimOptions, primTrajectory } from "./prim.ts";

/**
 * Quasi-p-value of each limit of a box: the probability that as many futures as lie in it, drawn at the density that the box has
 * without this limit, would hold at least as many of interest. Small where the limit is more than a chance of the sample; a
 * "quasi" one, since the limits were chosen to make it small.
 * @returns  shape [limits], in [0, 1]
 * Source: Bryant & Lempert 2010, Technol. Forecast. Soc. Change 77, 34-49, appendix on statistical significance.
 */
export function quasiPValues(futures: Futures, { limits }: Box): readonly number[] {
  const rows = rowsInside(futures, limits);
  const hits = countInterest(futures.interest, rows);
  return limits.map((freed) => {
    const { density } = boxOf(
      futures,
      limits.filter((limit) => limit !== freed),
    );
    return binomialTail(hits, rows.length, density);
  });
}

/** How often other halves of the futures limit this input too. */
export interface Reproducibility {
  readonly input: number;
  /** Share of halves in which the box of the same coverage limits it. */
  readonly atCoverage: number;
  /** Share of halves in which the box of the same density limits it; a half that reaches no such density counts as not. */
  readonly atDensity: number;
}

export interface ResamplingOptions {
  /** Draw `i` of a stream of numbers in [0, 1): the only source of chance. */
  readonly uniform: (i: number) => number;
  readonly resamples?: number;
  readonly prim?: PrimOptions;
}

/**
 * Whether the limits of a box depend on which futures were drawn: PRIM runs again over random halves of them, and on each
 * trajectory the last box with at least this coverage, and the first with at least this density, are asked which inputs they limit.
 * @returns  an entry for every input, in order
 * Source: Bryant & Lempert 2010, the resampling test.
 */
export function boxReproducibility(
  futures: Futures,
  box: Box,
  { uniform, resamples = 50, prim = {} }: ResamplingOptions,
): readonly Reproducibility[] {
  const size = futures.interest.length;
  const boxes = Array.from({ length: resamples }, (_, r) => {
    const half = futuresAt(
      futures,
      halfOf(size, (i) => uniform(r * size + i)),
    );
    const trajectory = primTrajectory(half, prim);
    return {
      coverage: trajectory.findLast((each) => each.coverage >= box.coverage),
      density: trajectory.find((each) => each.density >= box.density),
    };
  });
  const share = (input: number, kind: "coverage" | "density") =>
    boxes.filter((each) => each[kind]?.limits.some((limit) => limit.input === input)).length / resamples;
  return futures.table.columns.map((_, input) => ({
    input,
    atCoverage: share(input, "coverage"),
    atDensity: share(input, "density"),
  }));
}

/** Half of the rows, drawn without replacement, rising (Fisher & Yates; Knuth 1997, algorithm P). */
function halfOf(size: number, uniform: (i: number) => number): Uint32Array {
  const rows = Uint32Array.from({ length: size }, (_, row) => row);
  const half = Math.floor(size / 2);
  for (let i = 0; i < half; i++) {
    const other = i + Math.floor(uniform(i) * (size - i));
    [rows[i], rows[other]] = [rows[other]!, rows[i]!];
  }
  return rows.slice(0, half).sort();
}
