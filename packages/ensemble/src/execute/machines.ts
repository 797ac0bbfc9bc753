import { instantiate, type Machine, type Program } from "@sequitur/engine";
import type { Job } from "../job.ts";

/** Every program of a job: its own, then its rivals in the order of the values that choose them. */
export function programsOf({ program, rivals }: Pick<Job, "program" | "rivals">): readonly Program[] {
  return [program, ...(rivals?.programs ?? [])];
}

/** Brings them to life, in that order, for one thread. */
export function openMachines(job: Pick<Job, "program" | "rivals">): Promise<readonly Machine[]> {
  return Promise.all(programsOf(job).map(instantiate));
}
