import { digestOfBytes } from "../digest/digest.ts";
import { jobDigest } from "../digest/job-digest.ts";
import type { Experiments, Job } from "../job.ts";
import { writeRangeFile } from "./range-file.ts";
import { rangeName } from "./range-name.ts";

/** A whole table as one Parquet file, the same as a store would keep it: for a reader to take away. */
export async function experimentsFile(job: Job, experiments: Experiments) {
  const range = { first: 0, end: experiments.futures };
  const bytes = writeRangeFile(job, jobDigest(job), range, experiments);
  return { name: rangeName(range, await digestOfBytes(bytes)), bytes };
}
