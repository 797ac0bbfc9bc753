import { implausibility, implausible, quantileOf, quantilesOf, theil } from "@sequitur/analysis";
import type { ExperimentReader } from "@sequitur/ensemble";
import type { PlannedPast } from "../plan/plan-study.ts";
import type { PastPoint } from "../plan/planned-past.ts";
import type { HistoryFinding } from "./findings.ts";

/** What the past says of each future. No more than one point's figures of all futures are in memory at a time. */
export interface Past {
  readonly points: readonly PastPoint[];
  /** The figures at a point; shape [future]. */
  readonly simulated: ReadPoint;
  /** As the hindcast has them. Undefined where the study asks for none. */
  readonly hindcast: ReadPoint | undefined;
  /** How far off each series is at its worst point, in standard deviations; shape [future]. */
  readonly off: ReadonlyMap<string, Float64Array>;
  /** 1 where every series is met well enough, else 0; shape [future]. */
  readonly plausible: Uint8Array;
}

type ReadPoint = (point: number) => Promise<Float64Array>;

/** Holds each future's past against every series. */
export async function pastOf({ points, job }: PlannedPast, { figure, futures }: ExperimentReader): Promise<Past> {
  const simulated = (point: number) => figure(0, point);
  const hindcast = job.policies.length > 1 ? (point: number) => figure(1, point) : undefined;
  const off = await offBy(points, [...points.keys()], simulated);
  return { points, simulated, hindcast, off, plausible: plausibleBy(off, futures) };
}

/** @param asked  which of the points count */
async function offBy(
  points: readonly PastPoint[],
  asked: readonly number[],
  read: ReadPoint,
): Promise<ReadonlyMap<string, Float64Array>> {
  const worst = new Map<string, Float64Array>();
  for (const i of asked) {
    const { history, observed, variance } = points[i]!;
    const off = implausibility([{ observed, variance, simulated: await read(i) }]);
    const before = worst.get(history);
    worst.set(history, before === undefined ? off : off.map((value, future) => Math.max(value, before[future]!)));
  }
  return worst;
}

function plausibleBy(off: ReadonlyMap<string, Float64Array>, futures: number): Uint8Array {
  const plausible = new Uint8Array(futures).fill(1);
  for (const column of off.values())
    for (let future = 0; future < futures; future++) if (column[future]! > implausible) plausible[future] = 0;
  return plausible;
}

function seriesOf(points: readonly PastPoint[]): readonly string[] {
  return [...new Set(points.map(({ history }) => history))];
}

/** How the futures were matched to the past, series by series; `until` asks for the hindcast as well. */
export async function historyFinding(past: Past, until: number | undefined): Promise<HistoryFinding> {
  const { points, hindcast, off, plausible } = past;
  const futures = plausible.length;
  const series: HistoryFinding["series"][number][] = [];
  for (const [history, column] of off) {
    const setAside = column.filter((value) => value > implausible).length / futures;
    series.push({ history, setAside, fit: await fitOf(past, history) });
  }
  return {
    futures,
    plausible: count(plausible),
    cutoff: implausible,
    series,
    hindcast: until === undefined || hindcast === undefined ? null : await hindcastOf(until, points, hindcast, futures),
  };
}

/** The middle of the plausible futures against what was observed. */
async function fitOf(
  { points, simulated, plausible }: Past,
  history: string,
): Promise<HistoryFinding["series"][number]["fit"]> {
  const at = points.flatMap((point, i) => (point.history === history ? [i] : []));
  if (count(plausible) === 0) return null;
  const middle = new Float64Array(at.length);
  for (const [n, i] of at.entries()) middle[n] = quantileOf(kept(await simulated(i), plausible).sort(), 0.5);
  const { meanAbsolutePercent, ...error } = theil(
    middle,
    Float64Array.from(at, (i) => points[i]!.observed),
  );
  if (Number.isNaN(error.bias)) return null;
  return { ...error, meanAbsolutePercent: Number.isNaN(meanAbsolutePercent) ? null : meanAbsolutePercent };
}

/** Matched to what came before, how much of what came after lies in the band of nine futures in ten? */
async function hindcastOf(
  until: number,
  points: readonly PastPoint[],
  read: ReadPoint,
  futures: number,
): Promise<HistoryFinding["hindcast"]> {
  const known = points.flatMap(({ time }, i) => (time <= until ? [i] : []));
  const plausible = plausibleBy(await offBy(points, known, read), futures);
  const later = points.flatMap((point, i) => (point.time > until ? [i] : []));
  const covered = new Set<number>();
  for (const i of later) if (isInBand(points[i]!.observed, kept(await read(i), plausible))) covered.add(i);
  return {
    until,
    plausible: count(plausible),
    series: seriesOf(later.map((i) => points[i]!)).map((history) => {
      const own = later.filter((i) => points[i]!.history === history);
      return { history, points: own.length, covered: own.filter((i) => covered.has(i)).length };
    }),
  };
}

function isInBand(observed: number, values: Float64Array): boolean {
  if (values.length === 0) return false;
  const [low, high] = quantilesOf(values, [0.05, 0.95]);
  return observed >= low! && observed <= high!;
}

function kept(column: Float64Array, plausible: Uint8Array): Float64Array {
  return column.filter((_, future) => plausible[future] === 1);
}

function count(flags: Uint8Array): number {
  return flags.reduce((sum, one) => sum + one, 0);
}
