import { availableParallelism } from "node:os";
import {
  type FillOptions,
  fillStore,
  futuresIn,
  type Job,
  type Range,
  type Store,
  timeOfFuture,
} from "@sequitur/ensemble";
import { type StudyStore, shifted } from "./file/study-stores.ts";
import { duration, grouped, progressLine } from "./terminal/progress-line.ts";

/** Puts what is missing into a store: on this machine's threads, or on others'. */
export type Fill = (store: Store, options: FillOptions) => Promise<void>;

export interface FillStoresOptions {
  readonly threads?: number | undefined;
  /** Which futures are wanted, counted through all jobs; all, if left out. */
  readonly within?: Range | undefined;
  readonly signal: AbortSignal;
  /** On this machine's threads, if left out. */
  readonly fill?: Fill | undefined;
}

/** One store, and which of its futures are wanted. */
interface Part {
  readonly store: Store;
  readonly within: Range;
}

/** Runs what the stores of a plan do not have: says first how long that will take, then how far it is. */
export async function fillStores(stores: readonly StudyStore[], options: FillStoresOptions): Promise<void> {
  tellRefused(stores);
  const parts = stores.flatMap((store) => partOf(store, options.within));
  const waiting = parts.filter(({ store, within }) => store.missing(within).length > 0);
  if (waiting.length === 0) return;
  if (options.fill === undefined) console.error(await estimate(parts, options.threads ?? availableParallelism()));
  const line = progressLine("Running futures");
  try {
    for (const part of waiting) await fillPart(part, waiting, options, line.show);
  } finally {
    line.done();
  }
}

function partOf({ store, offset }: StudyStore, within?: Range): readonly Part[] {
  const { first, end } = within === undefined ? { first: 0, end: store.futures } : shifted(within, -offset);
  const part = { first: Math.max(0, first), end: Math.min(store.futures, end) };
  return part.first < part.end ? [{ store, within: part }] : [];
}

async function fillPart(
  part: Part,
  all: readonly Part[],
  { fill = fillStore, threads, signal }: FillStoresOptions,
  show: ReturnType<typeof progressLine>["show"],
): Promise<void> {
  const at = all.indexOf(part);
  const before = all.slice(0, at).reduce((sum, { within }) => sum + within.end - within.first, 0);
  const total = all.reduce((sum, { within }) => sum + within.end - within.first, 0);
  const later = all.slice(at + 1).reduce((sum, each) => sum + missingRuns(each), 0);
  await fill(part.store, {
    threads,
    signal,
    within: part.within,
    onProgress({ done, rate, secondsLeft }) {
      show({ done: before + done, total, rate, secondsLeft: secondsLeft + (rate > 0 ? later / rate : 0) });
    },
  });
}

/** Runs of the model that a part still needs. */
function missingRuns({ store, within }: Part): number {
  return futuresIn(store.missing(within)) * store.job.policies.length;
}

async function estimate(parts: readonly Part[], threads: number): Promise<string> {
  const { store } = parts.find((part) => missingRuns(part) > 0)!;
  const perRun = (await timeOfFuture(store.job)) / store.job.policies.length;
  const runs = parts.reduce((sum, part) => sum + missingRuns(part), 0);
  const bytes = parts.reduce((sum, part) => sum + missingRuns(part) * rowBytes(part.store.job), 0);
  const kept = parts.reduce((sum, part) => sum + keptFutures(part), 0);
  const onward = kept === 0 ? "" : ` ${grouped(kept)} futures are there from before.`;
  const time = duration((runs * perRun) / threads);
  return `${grouped(runs)} runs: about ${time} on ${counted(threads, "thread")}, ${size(bytes)} on disk.${onward}`;
}

function keptFutures({ store, within }: Part): number {
  return within.end - within.first - futuresIn(store.missing(within));
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** A row of a range's file holds the scenario, its inputs and its figures, each in eight bytes. */
function rowBytes({ uncertainties, figures }: Job): number {
  return 8 * (1 + uncertainties.length + figures.length);
}

function size(bytes: number): string {
  return bytes < 1e9 ? `${Math.ceil(bytes / 1e6)} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
}

/** Says which files were there but do not count. */
export function tellRefused(stores: readonly StudyStore[]): void {
  for (const { name, reason } of stores.flatMap(({ store }) => store.refused))
    console.error(`sequitur: ${name} is ${refusalWords[reason]}.`);
}

const refusalWords = {
  damaged: "cut short or not as it was written",
  foreign: "of another study, model or engine",
} as const;
