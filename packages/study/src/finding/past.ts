import { implausibility, implausible, quantileOf, quantilesOf, theil } from "@sequitur/analysis";
import type { ExperimentReader } from "@sequitur/ensemble";
import type { PlannedPast } from "../plan/plan-study.ts";
import type { PastPoint } from "../plan/planned-past.ts";
import type { HistoryFinding } from "./findings.ts";

/** What the past says of each future. */
export interface Past {
  readonly points: readonly PastPoint[];
  /** shape [point][future] */
  readonly simulated: readonly Float64Array[];
  /** As the hindcast has it; the same shape. Undefined where the study asks for none. */
  readonly hindcast: readonly Float64Array[] | undefined;
  /** 1 where every series is met well enough, else 0; shape [future]. */
  readonly plausible: Uint8Array;
}

/** Holds each future's past against every series. */
export async function pastOf({ points, job }: PlannedPast, { figure, futures }: ExperimentReader): Promise<Past> {
  const columns = (policy: number) => Promise.all(points.map((_, at) => figure(policy, at)));
  const simulated = await columns(0);
  const hindcast = job.policies.length > 1 ? await columns(1) : undefined;
  return { points, simulated, hindcast, plausible: plausibleBy(points, simulated, futures) };
}

function plausibleBy(points: readonly PastPoint[], simulated: readonly Float64Array[], futures: number): Uint8Array {
  const plausible = new Uint8Array(futures).fill(1);
  for (const history of seriesOf(points)) {
    const off = implausibilityOf(history, points, simulated);
    for (let future = 0; future < futures; future++) if (off[future]! > implausible) plausible[future] = 0;
  }
  return plausible;
}

function seriesOf(points: readonly PastPoint[]): readonly string[] {
  return [...new Set(points.map(({ history }) => history))];
}

function implausibilityOf(
  history: string,
  points: readonly PastPoint[],
  simulated: readonly Float64Array[],
): Float64Array {
  const own = points.flatMap((point, i) => (point.history === history ? [{ ...point, simulated: simulated[i]! }] : []));
  return implausibility(own);
}

/** How the futures were matched to the past, series by series; `until` asks for the hindcast as well. */
export function historyFinding(
  { points, simulated, hindcast, plausible }: Past,
  until: number | undefined,
): HistoryFinding {
  const futures = plausible.length;
  return {
    futures,
    plausible: count(plausible),
    cutoff: implausible,
    series: seriesOf(points).map((history) => {
      const off = implausibilityOf(history, points, simulated);
      const setAside = off.filter((value) => value > implausible).length / futures;
      return { history, setAside, fit: fitOf(history, points, simulated, plausible) };
    }),
    hindcast: until === undefined || hindcast === undefined ? null : hindcastOf(until, points, hindcast, futures),
  };
}

/** The middle of the plausible futures against what was observed. */
function fitOf(
  history: string,
  points: readonly PastPoint[],
  simulated: readonly Float64Array[],
  plausible: Uint8Array,
): HistoryFinding["series"][number]["fit"] {
  const at = points.flatMap((point, i) => (point.history === history ? [i] : []));
  if (count(plausible) === 0) return null;
  const middle = Float64Array.from(at, (i) => quantileOf(kept(simulated[i]!, plausible).sort(), 0.5));
  const { meanAbsolutePercent, ...error } = theil(
    middle,
    Float64Array.from(at, (i) => points[i]!.observed),
  );
  if (Number.isNaN(error.bias)) return null;
  return { ...error, meanAbsolutePercent: Number.isNaN(meanAbsolutePercent) ? null : meanAbsolutePercent };
}

/** Matched to what came before, how much of what came after lies in the band of nine futures in ten? */
function hindcastOf(
  until: number,
  points: readonly PastPoint[],
  simulated: readonly Float64Array[],
  futures: number,
): HistoryFinding["hindcast"] {
  const known = points.flatMap(({ time }, i) => (time <= until ? [i] : []));
  const plausible = plausibleBy(
    known.map((i) => points[i]!),
    known.map((i) => simulated[i]!),
    futures,
  );
  const later = points.flatMap((point, i) => (point.time > until ? [i] : []));
  const inBand = (i: number): boolean => {
    const values = kept(simulated[i]!, plausible);
    if (values.length === 0) return false;
    const [low, high] = quantilesOf(values, [0.05, 0.95]);
    return points[i]!.observed >= low! && points[i]!.observed <= high!;
  };
  return {
    until,
    plausible: count(plausible),
    series: seriesOf(later.map((i) => points[i]!)).map((history) => {
      const own = later.filter((i) => points[i]!.history === history);
      return { history, points: own.length, covered: own.filter(inBand).length };
    }),
  };
}

function kept(column: Float64Array, plausible: Uint8Array): Float64Array {
  return column.filter((_, future) => plausible[future] === 1);
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, one) => sum + one, 0);
}
