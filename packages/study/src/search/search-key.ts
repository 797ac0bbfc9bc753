import { engineVersion } from "@sequitur/engine";
import { digestOfJson } from "@sequitur/ensemble";
import { digestOfFiles } from "../finding/digest.ts";
import type { Study } from "../read/study.ts";
import { type PolicySearchOptions, searchDefaults } from "./search-policies.ts";

/** Raised whenever a search comes to find others from the same runs, so that stored ones are not taken for new. */
const reckoning = 1;

/** What a finished search is stored under: the same for the same files, seed, size and engine. */
export function searchKey(study: Study, options: PolicySearchOptions = {}): string {
  const { seed = study.seed } = options;
  const { runs, evaluations, futures, heldOut } = searchDefaults;
  const size = {
    runs: options.runs ?? runs,
    evaluations: options.evaluations ?? evaluations,
    futures: options.futures ?? futures,
    heldOut: options.heldOut ?? heldOut,
  };
  return digestOfJson({ files: digestOfFiles(study), seed, ...size, engine: engineVersion, reckoning });
}
