import { designSize } from "../design/designs.ts";
import { digestOfBytes } from "../digest/digest.ts";
import { jobDigest } from "../digest/job-digest.ts";
import type { Failure } from "../execute/failure.ts";
import { columnsOf } from "../execute/range.ts";
import { missingFrom } from "../execute/ranges.ts";
import type { Job, Range } from "../job.ts";
import type { ExperimentReader } from "./experiment-reader.ts";
import type { Folder } from "./folder.ts";
import { type Place, type RangeFile, readRangeFile, writeRangeFile } from "./range-file.ts";
import { parseRangeName, rangeName } from "./range-name.ts";

/** The finished ranges of one job. */
export interface Store {
  readonly job: Job;
  /** What the futures rest on: see `jobDigest`. */
  readonly digest: string;
  readonly futures: number;
  /** Files that were there but are not right, and why; those ranges are missing. */
  readonly refused: readonly Refusal[];
  /** Futures that are not there, or what of a range is not; rising. */
  missing(within?: Range): readonly Range[];
  /** Keeps a finished range: `values` as a thread sends them, shape [column][future of the range]. */
  add(range: Range, values: Float64Array): Promise<void>;
  /** Keeps a file that was made elsewhere. Says why not, if it is not right. */
  take(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Refusal | undefined>;
  /** What failed, and under which policies: rising. */
  failures(): readonly Failure[];
  /** All that is there, once nothing is missing. */
  experiments(): ExperimentReader;
}

export interface Refusal {
  readonly name: string;
  readonly reason: "damaged" | "foreign";
}

/**
 * Looks at every file of a folder: each is read once, and counts only if it is whole, as it was written, and of this very job.
 * @param within  which futures to look for; all, if left out
 */
export async function openStore(job: Job, folder: Folder, within?: Range): Promise<Store> {
  const store = new FolderStore(job, folder);
  const names = (await folder.names()).filter((name) => isWithin(parseRangeName(name)?.range, within));
  for (const name of names.toSorted()) await store.find(name);
  return store;
}

function isWithin(range: Range | undefined, within: Range | undefined): boolean {
  if (range === undefined || within === undefined) return range !== undefined;
  return range.first < within.end && within.first < range.end;
}

class FolderStore implements Store {
  readonly job: Job;
  readonly digest: string;
  readonly futures: number;
  readonly refused: Refusal[] = [];
  readonly #folder: Folder;
  readonly #files = new Map<string, RangeFile>();

  constructor(job: Job, folder: Folder) {
    this.job = job;
    this.digest = jobDigest(job);
    this.futures = designSize(job.design, job.uncertainties.length);
    this.#folder = folder;
  }

  /** A damaged file is of no use to anyone, and makes room; one of another job may be. */
  async find(name: string): Promise<void> {
    const refusal = await this.#check(name, await this.#folder.read(name));
    if (refusal === undefined) return;
    this.refused.push(refusal);
    if (refusal.reason === "damaged") await this.#folder.remove(name);
  }

  missing(within: Range = { first: 0, end: this.futures }): readonly Range[] {
    return missingFrom(
      within,
      [...this.#files.values()].map(({ range }) => range),
    );
  }

  async add(range: Range, values: Float64Array): Promise<void> {
    const bytes = writeRangeFile(this.job, this.digest, range, columnsOf(this.job, values));
    await this.#keep(rangeName(range, await digestOfBytes(bytes)), bytes);
  }

  async take(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Refusal | undefined> {
    const refusal = await this.#check(name, bytes);
    if (refusal === undefined) await this.#folder.write(name, bytes);
    return refusal;
  }

  failures(): readonly Failure[] {
    const all = [...this.#files.values()].flatMap(({ failed }) => failed);
    // Ranges may overlap where stores were put together.
    const once = new Map(all.filter(({ future }) => future < this.futures).map((one) => [one.future, one]));
    return [...once.values()].sort((a, b) => a.future - b.future);
  }

  experiments(): ExperimentReader {
    return {
      futures: this.futures,
      failed: this.failures().map(({ future }) => future),
      input: (uncertainty) => this.#column((file) => file.input(uncertainty)),
      figure: (policy, figure) => this.#column((file) => file.figure(policy, figure)),
    };
  }

  async #keep(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.#folder.write(name, bytes);
    this.#files.set(name, this.#read(bytes)!);
  }

  async #check(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Refusal | undefined> {
    const said = parseRangeName(name);
    if (said === undefined || !(await digestOfBytes(bytes)).startsWith(said.digest)) return { name, reason: "damaged" };
    const file = this.#read(bytes);
    if (file === undefined || file.range.first !== said.range.first || file.range.end !== said.range.end)
      return { name, reason: "foreign" };
    this.#files.set(name, file);
    return undefined;
  }

  #read(bytes: Uint8Array<ArrayBuffer>): RangeFile | undefined {
    return readRangeFile(this.job, this.digest, bytes);
  }

  async #column(placeIn: (file: RangeFile) => Place): Promise<Float64Array> {
    const column = new Float64Array(this.futures);
    for (const [name, file] of this.#files) {
      // More futures may be kept than are asked for now.
      if (file.range.first >= this.futures) continue;
      const { offset, length } = placeIn(file);
      const values = new Float64Array(await this.#folder.slice(name, offset, length));
      column.set(values.subarray(0, this.futures - file.range.first), file.range.first);
    }
    return column;
  }
}
