import {
  type Experiments,
  experimentsFile,
  type Job,
  type RunOptions,
  readParquetTable,
  runEnsemble,
} from "@sequitur/ensemble";
import { type Findings, planStudy, type Study } from "@sequitur/study";

/** Every future under every policy, as the terminal keeps it: a Parquet file with inputs and figures. */
export async function futuresParquet(study: Study, findings: Findings, options: RunOptions) {
  const { job, experiments } = await futures(study, findings, options);
  return experimentsFile(job, experiments);
}

/** The same as a table of text, with the same names of columns. */
export async function futuresCsv(study: Study, findings: Findings, options: RunOptions): Promise<string> {
  const { bytes } = await futuresParquet(study, findings, options);
  const table = await readParquetTable(bytes);
  if ("problem" in table) throw new Error(table.problem.says);
  const { columns } = table;
  const names = [...columns.keys()];
  const all = [...columns.values()];
  const rows = Array.from({ length: all[0]?.length ?? 0 }, (_, row) =>
    all.map((column) => cell(column[row])).join(","),
  );
  return [names.map(cell).join(","), ...rows, ""].join("\n");
}

async function futures(
  study: Study,
  { futures, seed }: Findings,
  options: RunOptions,
): Promise<{ readonly job: Job; readonly experiments: Experiments }> {
  const { job } = planStudy(study, { futures, seed }).main;
  return { job, experiments: await runEnsemble(job, options) };
}

/** RFC 4180: quoted where a comma, a quote or the end of a line stands in it. */
function cell(value: unknown): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
