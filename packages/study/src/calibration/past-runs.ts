import { calibrationMiss } from "@sequitur/analysis";
import { type Job, openMachines, runRange } from "@sequitur/ensemble";
import type { StudyPlan } from "../plan/plan-study.ts";
import type { PastPoint } from "../plan/planned-past.ts";

/** Runs the past for values of the uncertain constants that someone proposes. */
export interface PastRuns {
  readonly points: readonly PastPoint[];
  /** @param proposals  shape [proposals][uncertainty]    @returns  shape [proposals][point], in the points' units */
  run(proposals: readonly Float64Array[]): readonly Float64Array[];
}

/** In this thread, since a search waits for each few runs before it asks for the next. Undefined where nothing was observed. */
export async function openPastRuns({ past }: StudyPlan): Promise<PastRuns | undefined> {
  if (past === undefined) return undefined;
  const { points, job } = past;
  const machines = await openMachines(job);
  const run = (proposals: readonly Float64Array[]) => {
    const columns = job.uncertainties.map((_, at) => proposals.map((proposal) => proposal[at]!));
    const [figures] = runRange(machines, tableJob(job, columns), { first: 0, end: proposals.length }).figures;
    return proposals.map((_, row) => Float64Array.from(points, (_, at) => figures![at]![row]!));
  };
  return { points, run };
}

/** The baseline alone, without the hindcast's runs. */
function tableJob(job: Job, columns: readonly (readonly number[])[]): Job {
  return { ...job, design: { kind: "table", columns }, policies: job.policies.slice(0, 1) };
}

/** How far a run's past is off, in squared standard deviations of observation and model together. */
export function missOf(points: readonly PastPoint[], simulated: Float64Array): number {
  return calibrationMiss(
    points.map(({ observed, variance }, at) => ({
      simulated: simulated.subarray(at, at + 1),
      observed: Float64Array.of(observed),
      weight: 1 / Math.sqrt(variance),
    })),
  );
}
