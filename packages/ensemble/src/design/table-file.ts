import { parquetReadObjects } from "hyparquet";
import type { Problem } from "../problem.ts";

/** A table of numbers by column, as a file holds it. */
export type NamedColumns = ReadonlyMap<string, readonly number[]>;

/** Either a table, or what is wrong with the file. */
export type TableFile = { readonly columns: NamedColumns } | { readonly problem: Problem };

/** Reads comma-separated text: names in the first line, then numbers. What is no number becomes NaN, for who needs it to refuse. */
export function readCsvTable(text: string): TableFile {
  const [header, ...rows] = text
    .replace(/^\ufeff/, "")
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== "")
    .map(cellsOf);
  if (header === undefined) return { problem: fileProblem("It has no line of names.") };
  const ragged = rows.findIndex((cells) => cells.length !== header.length);
  if (ragged >= 0)
    return { problem: fileProblem(`Row ${ragged + 1} has ${rows[ragged]!.length} values for ${header.length} names.`) };
  return { columns: new Map(header.map((name, at) => [name, rows.map((cells) => numberIn(cells[at]!))])) };
}

/** Reads a Parquet file, plain or compressed by Snappy: what `sequitur run` and most other tools write. */
export async function readParquetTable(bytes: Uint8Array<ArrayBuffer>): Promise<TableFile> {
  try {
    const rows = await parquetReadObjects({ file: bytes.slice().buffer });
    const names = Object.keys(rows[0] ?? {});
    return { columns: new Map(names.map((name) => [name, rows.map((row) => Number(row[name]))])) };
  } catch (error) {
    return { problem: fileProblem(error instanceof Error ? `${error.message}.` : "It is no Parquet file.") };
  }
}

function fileProblem(says: string): Problem {
  return { code: "design-file", says, mend: "Write a row of names, then a row of numbers for each future." };
}

function numberIn(cell: string): number {
  return cell.trim() === "" ? Number.NaN : Number(cell);
}

/** Source: RFC 4180. A quoted cell may hold commas, and quotes written twice; none holds a line's end here, as names need none. */
function cellsOf(line: string): readonly string[] {
  return [...`,${line}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? "").trim() : quoted.replaceAll('""', '"'),
  );
}
