import { type CmaSearch, cmaSearch, theil } from "@sequitur/analysis";
import { kernels } from "@sequitur/engine";
import { randomStream } from "@sequitur/ensemble";
import { planStudy } from "../plan/plan-study.ts";
import type { Rival, Study, Uncertainty } from "../read/study.ts";
import type { Calibration, Fit, FittedSeries } from "./calibration.ts";
import { boundsOf, isContinuous, thoseThatMatter, writtenValues } from "./past-effect.ts";
import { missOf, openPastRuns, type PastRuns } from "./past-runs.ts";

export interface CalibrationOptions {
  readonly seed?: number | undefined;
  /** Runs that a fit may take; it ends sooner where it comes to rest. */
  readonly evaluations?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called after each generation; `total` is what all fits may take. */
  readonly onProgress?: ((progress: { readonly done: number; readonly total: number }) => void) | undefined;
}

/** The search has come to rest where it varies no constant by more than this part of its range. */
const atRest = 1e-7;
/** A value nearer to an end than this part of its range lies at it. */
const endPart = 1e-3;

/**
 * Fits the uncertain constants to what was observed, within their ranges and within each rival structure, under the baseline policy:
 * the sum of squared misses, each in standard deviations of its observation, is made small by CMA-ES. Constants that change
 * nothing observed are left alone and named. The outcome is the same for the same study and seed on any machine.
 * @returns  undefined where no series of the study's history has a deviation to judge by
 */
export async function calibrateStudy(study: Study, options: CalibrationOptions = {}): Promise<Calibration | undefined> {
  const runs = await openPastRuns(planStudy(study));
  if (runs === undefined) return undefined;
  const { uncertainties } = study;
  const matters = thoseThatMatter(runs, uncertainties);
  const fitted = uncertainties.filter((one, at) => matters[at]! && isContinuous(one));
  const structures = combinations(uncertainties.filter((one, at) => matters[at]! && one.rivals.length > 0));
  const fits: Fit[] = [];
  for (const structure of structures) {
    const part = { index: fits.length, of: structures.length };
    fits.push(await fit({ study, runs, fitted, structure, part }, options));
  }
  return {
    fitted: fitted.map(idOf),
    idle: uncertainties.filter((_, at) => !matters[at]).map(idOf),
    held: uncertainties.filter((one, at) => matters[at]! && !isContinuous(one) && one.rivals.length === 0).map(idOf),
    fits,
  };
}

const idOf = ({ id }: Uncertainty) => id;

type Structure = readonly { readonly uncertainty: string; readonly rival: Rival }[];

/** Every choice of one rival each; one empty choice where there are none. */
function combinations(choices: readonly Uncertainty[]): readonly Structure[] {
  return choices.reduce<readonly Structure[]>(
    (all, { id, rivals }) => all.flatMap((some) => rivals.map((rival) => [...some, { uncertainty: id, rival }])),
    [[]],
  );
}

interface FitTask {
  readonly study: Study;
  readonly runs: PastRuns;
  readonly fitted: readonly Uncertainty[];
  readonly structure: Structure;
  /** Which of how many fits this is. */
  readonly part: { readonly index: number; readonly of: number };
}

async function fit(task: FitTask, options: CalibrationOptions): Promise<Fit> {
  const { study, runs, fitted, structure } = task;
  const written = writtenValues(study.uncertainties);
  for (const { uncertainty, rival } of structure) written[indexOf(study, uncertainty)] = rival.value;
  const withFitted = (point: Float64Array) => {
    const values = Float64Array.from(written);
    fitted.forEach(({ id }, i) => {
      values[indexOf(study, id)] = point[i]!;
    });
    return values;
  };
  const [before] = runs.run([written]);
  const missBefore = missOf(runs.points, before!);
  const search = fitted.length === 0 ? undefined : openSearch(task, written, options);
  if (search !== undefined) await settle(search, (points) => missesOf(runs, points.map(withFitted)), task, options);
  // Where the search found nothing better, the model stands as it is written.
  const best = search?.best !== undefined && search.best.cost < missBefore ? search.best.point : undefined;
  const values = best === undefined ? written : withFitted(best);
  const [after] = runs.run([values]);
  return {
    rivals: structure.map(({ uncertainty, rival }) => ({ uncertainty, rival: rival.id })),
    values: [...values],
    atEnd: fitted.filter((one) => isAtEnd(one, values[indexOf(study, one.id)]!)).map(idOf),
    missBefore,
    miss: missOf(runs.points, after!),
    evaluations: search?.evaluations ?? 0,
    settled: search === undefined || search.spread <= atRest,
    series: seriesOf(runs, before!, after!),
  };
}

function indexOf({ uncertainties }: Study, id: string): number {
  return uncertainties.findIndex((one) => one.id === id);
}

function openSearch({ study, fitted, part }: FitTask, written: Float64Array, { seed }: CalibrationOptions): CmaSearch {
  const stream = randomStream(seed ?? study.seed, "calibration");
  const bounds = fitted.map(boundsOf);
  return cmaSearch({
    low: Float64Array.from(bounds, ({ low }) => low),
    high: Float64Array.from(bounds, ({ high }) => high),
    start: Float64Array.from(fitted, ({ id }) => written[indexOf(study, id)]!),
    uniform: (i) => stream.uniform(i, part.index, 0),
    kernels,
  });
}

function missesOf({ run, points }: PastRuns, proposals: readonly Float64Array[]): readonly number[] {
  return run(proposals).map((simulated) => missOf(points, simulated));
}

type Judge = (points: readonly Float64Array[]) => readonly number[];

async function settle(search: CmaSearch, judge: Judge, { fitted, part }: FitTask, options: CalibrationOptions) {
  const limit = options.evaluations ?? 2000 * fitted.length;
  while (search.evaluations < limit && search.spread > atRest) {
    options.signal?.throwIfAborted();
    search.tell(judge(search.ask()));
    options.onProgress?.({ done: part.index * limit + search.evaluations, total: part.of * limit });
    // Lets Ctrl-C, or a page, have its turn.
    await new Promise((resume) => setTimeout(resume));
  }
}

function isAtEnd(one: Uncertainty, value: number): boolean {
  const { low, high } = boundsOf(one);
  return Math.min(value - low, high - value) < endPart * (high - low);
}

function seriesOf({ points }: PastRuns, before: Float64Array, after: Float64Array): readonly FittedSeries[] {
  return [...new Set(points.map(({ history }) => history))].map((history) => {
    const own = points.flatMap((point, at) => (point.history === history ? [at] : []));
    const observed = Float64Array.from(own, (at) => points[at]!.observed);
    const errorOf = (run: Float64Array) =>
      theil(
        Float64Array.from(own, (at) => run[at]!),
        observed,
      );
    return { history, points: own.length, before: errorOf(before), after: errorOf(after) };
  });
}
