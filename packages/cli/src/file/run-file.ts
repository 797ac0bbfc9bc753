import { writeText } from "./text-file.ts";

/** One run as a table: time down the rows, a column per variable element. */
export interface RunTable {
  readonly times: readonly number[];
  readonly names: readonly string[];
  /** shape [time][name], row by row */
  readonly values: Float64Array;
}

/** Writes a run to a file, or to standard output for "-"; tabs between columns for `.tab` and `.tsv`, else commas. */
export async function writeRun(path: string, run: RunTable): Promise<void> {
  const text = runText(run, /\.(tab|tsv)$/i.test(path) ? "\t" : ",");
  await writeText(path, text);
}

/** Numbers are written so that reading them gives the same bits. */
export function runText({ times, names, values }: RunTable, separator: "," | "\t"): string {
  const width = names.length;
  const rows = times.map((time, row) =>
    [time, ...values.subarray(row * width, (row + 1) * width)].map(String).join(separator),
  );
  const header = ["Time", ...names].map((name) => quoted(name, separator)).join(separator);
  return `${[header, ...rows].join("\n")}\n`;
}

function quoted(name: string, separator: string): string {
  return name.includes(separator) || /["\n\r]/.test(name) ? `"${name.replaceAll('"', '""')}"` : name;
}
