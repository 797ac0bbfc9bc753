import { rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { designSize, type Job, jobDigest, openStore, type Range, type Store } from "@sequitur/ensemble";
import type { StudyPlan, StudyResults } from "@sequitur/study";
import { diskFolder, joinedFolders, namesIn } from "./disk-folder.ts";

/** Where the finished ranges of one of a plan's jobs stand. */
export interface StudyStore {
  readonly kind: Kind;
  readonly store: Store;
  /** The number of the job's first future, when those of all jobs are counted through. */
  readonly offset: number;
}

/** What a job's futures are for: the shares, boxes and quantiles; what was observed; the hinges; the model's own checks, one by one. */
type Kind = "futures" | "past" | "hinges" | `check-${number}`;

/** Where a study's ranges are kept, unless a command says otherwise. */
export function ownStore(folder: string): string {
  return join(folder, ".sequitur");
}

/**
 * Opens the stores of a plan's jobs.
 * @param roots   folders to look in; what is written goes into the first
 * @param within  which futures are wanted, counted through all jobs; all, if left out
 */
export async function openStores(
  plan: StudyPlan,
  roots: readonly [string, ...string[]],
  within?: Range,
): Promise<readonly StudyStore[]> {
  const stores: StudyStore[] = [];
  let offset = 0;
  for (const { kind, job } of jobsOf(plan)) {
    const [first, ...others] = roots.map((root) => diskFolder(join(root, "runs", folderName(kind, jobDigest(job)))));
    const folder = others.length === 0 ? first! : joinedFolders([first!, ...others]);
    const store = await openStore(job, folder, within && shifted(within, -offset));
    stores.push({ kind, store, offset });
    offset += store.futures;
  }
  return stores;
}

/** Counted through in this order, so that a part of a run can be named by its first and last future. */
function jobsOf({ main, past, hinges, reality }: StudyPlan): readonly { readonly kind: Kind; readonly job: Job }[] {
  const some = (kind: Kind, planned: { readonly job: Job } | undefined) =>
    planned === undefined ? [] : [{ kind, job: planned.job }];
  const checks = reality.flatMap((planned, i) => some(`check-${i + 1}`, planned));
  return [...some("futures", main), ...some("past", past), ...some("hinges", hinges), ...checks];
}

/** All futures of a plan, counted through. */
export function futuresOf(plan: StudyPlan): Range {
  const sizes = jobsOf(plan).map(({ job }) => designSize(job.design, job.uncertainties.length));
  return { first: 0, end: sizes.reduce((sum, size) => sum + size, 0) };
}

/** What is missing, counted through. */
export function missingOf(stores: readonly StudyStore[]): readonly Range[] {
  return stores.flatMap(({ store, offset }) => store.missing().map((range) => shifted(range, offset)));
}

/** What stands in stores that nothing is missing from: read a column at a time, so that it need not fit into memory. */
export function resultsOf(stores: readonly StudyStore[]): StudyResults {
  const reader = (kind: Kind) => stores.find((one) => one.kind === kind)?.store.experiments();
  const reality = stores.filter(({ kind }) => kind.startsWith("check-")).map(({ store }) => store.experiments());
  return { main: mainStore(stores).experiments(), past: reader("past"), hinges: reader("hinges"), reality };
}

export function mainStore(stores: readonly StudyStore[]): Store {
  return stores.find(({ kind }) => kind === "futures")!.store;
}

export function shifted({ first, end }: Range, by: number): Range {
  return { first: first + by, end: end + by };
}

function folderName(kind: Kind, digest: string): string {
  return `${kind}-${digest.slice(0, 16)}`;
}

/** Runs are not told from older ones that may still be going on by anything but when they were last written to. */
const untouched = 3_600_000;

/** Takes away the ranges of earlier states of a study, which would otherwise fill the disk. */
export async function dropOlder(folder: string, stores: readonly StudyStore[]): Promise<void> {
  const runs = join(ownStore(folder), "runs");
  const kept = stores.map(({ kind, store }) => folderName(kind, store.digest));
  for (const name of await namesIn(runs)) {
    if (kept.includes(name)) continue;
    const { mtimeMs } = await stat(join(runs, name));
    if (Date.now() - mtimeMs > untouched) await rm(join(runs, name), { recursive: true, force: true });
  }
}
