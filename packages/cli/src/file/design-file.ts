import { readFile } from "node:fs/promises";
import { readCsvTable, readParquetTable } from "@sequitur/ensemble";
import { givenInputs, type PlanOptions, type Study } from "@sequitur/study";
import { UsageError } from "../exit-code.ts";
import { cannotRead } from "./model-file.ts";

/** Help for the option that names such a file. */
export const designHelp =
  "examine the futures of this .csv or .parquet instead: a column for each uncertainty, a row a future";

/** The futures that a table gives, as an option of a plan; none where no file is named. Throws a `UsageError` where it does not do. */
export async function designOption(path: string | undefined, study: Study): Promise<Pick<PlanOptions, "inputs">> {
  if (path === undefined) return {};
  const bytes = await bytesOf(path);
  const isParquet = /\.(parquet|pq)$/i.test(path);
  const table = isParquet ? await readParquetTable(bytes) : readCsvTable(new TextDecoder().decode(bytes));
  if ("problem" in table) throw new UsageError(`"${path}": ${table.problem.says} ${table.problem.mend}`);
  const given = givenInputs(study, table.columns);
  if ("inputs" in given) return given;
  if ("stray" in given)
    throw new UsageError(
      `"${path}" chooses a model by ${given.stray} in "${given.chooser}", but the models are ${modelsText(study)}.`,
    );
  throw new UsageError(`"${path}" does not give every future a number for: ${given.missing.join(", ")}.`);
}

/** "0 (once), 1 (double)". */
function modelsText({ uncertainties, rivalModels }: Study): string {
  const { rivals } = uncertainties[rivalModels!.chosenBy]!;
  const named = rivals.toSorted((a, b) => a.value - b.value).map(({ id, value }) => `${value} (${id})`);
  return named.join(", ");
}

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    throw new UsageError(cannotRead(path, error));
  }
}
