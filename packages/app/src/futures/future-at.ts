import { openMachines, runRange } from "@sequitur/ensemble";
import { type Findings, planStudy, type Study } from "@sequitur/study";

/** One future, run again under every policy. */
export interface OpenedFuture {
  /** One an uncertainty. */
  readonly inputs: readonly number[];
  /** Each measure's own figure; shape [policy][measure]. */
  readonly figures: readonly (readonly number[])[];
}

/** Undefined where the study has no such future. */
export async function futureAt(
  study: Study,
  { futures, seed }: Findings,
  future: number,
): Promise<OpenedFuture | undefined> {
  if (future >= futures) return undefined;
  const { job } = planStudy(study, { futures, seed }).main;
  const { inputs, figures } = runRange(await openMachines(job), job, { first: future, end: future + 1 });
  // The measures' own figures stand first among those planned.
  return {
    inputs: inputs.map(([value]) => value!),
    figures: figures.map((columns) => study.measures.map((_, at) => columns[at]![0]!)),
  };
}
