import { writeFile } from "node:fs/promises";
import { openFutures, type Store } from "@sequitur/ensemble";
import type { Study } from "@sequitur/study";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "./model-file.ts";

/** Writes a row for each future that gave a figure which is not finite: which one, under which policies, and its uncertain inputs. */
export async function writeFailures(path: string, study: Study, store: Store): Promise<void> {
  const { job } = store;
  const futures = openFutures(job);
  const drawn = new Float64Array(job.uncertainties.length);
  const rows = store.failures().map(({ future, policies }) => {
    futures.draw(future, drawn);
    return [future, policies.map((at) => job.policies[at]!.name).join(" "), ...drawn].join(",");
  });
  const header = ["scenario", "policies", ...study.uncertainties.map(({ id }) => id)].join(",");
  try {
    await writeFile(path, `${[header, ...rows].join("\n")}\n`);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
