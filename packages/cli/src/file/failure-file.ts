import { writeFile } from "node:fs/promises";
import { openFutures, type Store } from "@sequitur/ensemble";
import type { BrokenCheck, Study } from "@sequitur/study";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "./model-file.ts";

/** Writes a row for each future that gave a figure which is not finite: which one, under which policies, and its uncertain inputs. */
export async function writeFailures(path: string, study: Study, store: Store): Promise<void> {
  const { job } = store;
  const rows = store.failures().map(({ future, policies }) => ({
    future,
    cells: [policies.map((at) => job.policies[at]!.name).join(" ")],
  }));
  await writeRows(path, study, store, ["policies"], rows);
}

/** Writes a row for each check that a future breaks: which future, which check, under which policies, and the uncertain inputs. */
export async function writeBroken(
  path: string,
  study: Study,
  store: Store,
  broken: readonly BrokenCheck[],
): Promise<void> {
  const rows = broken.map(({ future, check, policies }) => ({ future, cells: [quoted(check), policies.join(" ")] }));
  await writeRows(path, study, store, ["check", "policies"], rows);
}

/** The name of a model's own check may be any text. */
function quoted(name: string): string {
  return /[",\n]/u.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}

interface Row {
  readonly future: number;
  readonly cells: readonly string[];
}

async function writeRows(
  path: string,
  study: Study,
  { job }: Store,
  columns: readonly string[],
  rows: readonly Row[],
): Promise<void> {
  const futures = openFutures(job);
  const drawn = new Float64Array(job.uncertainties.length);
  const lines = rows.map(({ future, cells }) => {
    futures.draw(future, drawn);
    return [future, ...cells, ...drawn].join(",");
  });
  const header = ["scenario", ...columns, ...study.uncertainties.map(({ id }) => id)].join(",");
  try {
    await writeFile(path, `${[header, ...lines].join("\n")}\n`);
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
