import { type Findings, findingsKey, runStudy, type Study } from "@sequitur/study";
import { storedFindings, storeFindings } from "./file/findings-store.ts";
import { progressLine } from "./terminal/progress-line.ts";

export interface RunOptions {
  readonly futures?: number;
  readonly seed?: number;
  readonly threads?: number;
}

/** The findings of a study: those already stored if nothing that they depend on has changed, else made now and stored. */
export async function findingsOf(folder: string, study: Study, options: RunOptions): Promise<Findings> {
  const key = findingsKey(study, options);
  const stored = await storedFindings(folder, key);
  if (stored !== undefined) return stored;
  const findings = await computeFindings(study, options);
  await storeFindings(folder, key, findings);
  return findings;
}

/** Runs every future with a progress line on standard error; Ctrl-C stops the workers and ends the process. */
export async function computeFindings(study: Study, options: RunOptions): Promise<Findings> {
  const line = progressLine("Running futures");
  try {
    return await runStudy(study, { ...options, onProgress: (progress) => line.show(progress) });
  } finally {
    line.done();
  }
}
