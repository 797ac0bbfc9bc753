import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type Findings,
  findingsKey,
  outcomesOf,
  planStudy,
  type Study,
  type WrittenOutcomes,
  writeOutcomes,
} from "@sequitur/study";
import { storedFindings, storedOutcomes, storeFindings, storeOutcomes } from "./file/findings-store.ts";
import { dropOlder, openStores, ownStore, resultsOf, type StudyStore } from "./file/study-stores.ts";
import { type Fill, fillStores } from "./fill-stores.ts";
import { judge } from "./judge/judge.ts";
import { interruptible, keptOnStop } from "./terminal/interrupt.ts";

export interface RunOptions {
  readonly futures?: number;
  readonly seed?: number;
  readonly inputs?: readonly (readonly number[])[];
  readonly threads?: number;
  /** Where finished ranges are kept; in the study, if left out. */
  readonly store?: string;
  /** How stores are filled; on this machine's threads, if left out. */
  readonly fill?: Fill | undefined;
}

/** The findings of a study: those already stored if nothing that they depend on has changed, else made now and stored. */
export async function findingsOf(folder: string, study: Study, options: RunOptions): Promise<Findings> {
  const stored = await storedFindings(folder, findingsKey(study, options));
  return stored ?? (await makeFindings(folder, study, options)).findings;
}

export interface MadeFindings {
  readonly findings: Findings;
  readonly stores: readonly StudyStore[];
}

/** Makes the findings from the finished ranges that are kept, after running those that are not there yet, and stores them. */
export async function makeFindings(folder: string, study: Study, options: RunOptions): Promise<MadeFindings> {
  const plan = planStudy(study, options);
  const stores = await openStores(plan, [options.store ?? ownStore(folder)]);
  await interruptible(keptOnStop, (signal) => fillStores(stores, { ...options, signal }));
  const findings = await judge(plan, stores, options.threads);
  await storeFindings(folder, findingsKey(study, options), findings);
  if (options.store === undefined) await dropOlder(folder, stores);
  return { findings, stores };
}

/** What became of each claim in each future: what is stored, else read from the finished ranges, of which the missing ones are run. */
export async function outcomesFor(folder: string, study: Study, { digest }: Findings): Promise<WrittenOutcomes> {
  const stored = await storedOutcomes(folder, digest);
  if (stored !== undefined) return stored;
  const plan = planStudy(study);
  const stores = await openStores(plan, [ownStore(folder)]);
  await interruptible(keptOnStop, (signal) => fillStores(stores, { signal }));
  const outcomes = writeOutcomes(await outcomesOf(plan, resultsOf(stores)), digest);
  await storeOutcomes(folder, outcomes);
  return outcomes;
}

/** The findings, made from nothing: no range that was kept is used. */
export async function computeFindings(study: Study, options: RunOptions): Promise<Findings> {
  const scratch = await mkdtemp(join(tmpdir(), "sequitur-"));
  try {
    const plan = planStudy(study, options);
    const stores = await openStores(plan, [scratch]);
    await interruptible("stopped before the end.", (signal) => fillStores(stores, { ...options, signal }));
    return await judge(plan, stores, options.threads);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}
