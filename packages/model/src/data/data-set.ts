import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import type { Source } from "../source/source.ts";
import { columnKey } from "./column-key.ts";
import { readDatFile } from "./dat-file.ts";
import { readTable } from "./table.ts";

/** What was observed, or what another run gave: a series for each variable element. */
export interface DataSet {
  readonly file: string;
  /** By the key of its name. */
  readonly series: ReadonlyMap<string, NamedSeries>;
}

export interface NamedSeries {
  /** As the file writes it. */
  readonly name: string;
  /** By rising time. A value is undefined where the file has a time but leaves the value out. */
  readonly points: readonly DataPoint[];
}

export interface DataPoint {
  readonly time: number;
  readonly value: number | undefined;
}

/** Reads a `.dat` file, or a table of values: `.tab`, `.csv`. A name that comes twice is one series; a later value for a time counts. */
export function readDataSet(source: Source): Outcome<DataSet> {
  const found: Diagnostic[] = [];
  const read = /\.dat$/iu.test(source.file) ? readDatFile(source, found) : readTable(source, found);
  const series = new Map<string, NamedSeries>();
  for (const { name, points } of read) {
    const before = series.get(columnKey(name));
    series.set(columnKey(name), { name: before?.name ?? name, points: risen([...(before?.points ?? []), ...points]) });
  }
  return { value: { file: source.file, series }, diagnostics: found };
}

/** By rising time, the last one of each. */
export function risen<P extends { readonly time: number }>(points: readonly P[]): readonly P[] {
  return [...new Map(points.map((point) => [point.time, point])).values()].sort((a, b) => a.time - b.time);
}
