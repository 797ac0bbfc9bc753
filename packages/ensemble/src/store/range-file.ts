import { type FileMetaData, parquetMetadata, type SchemaElement } from "hyparquet";
import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import { type Failure, failuresIn } from "../execute/failure.ts";
import type { Columns, Job, Range } from "../job.ts";
import { columnNames, leverInputs } from "./column-names.ts";

/**
 * A finished range as a Parquet file. A row is one future under one policy, a row group all futures under one policy: so the table is
 * the one that exploratory modelling knows (EMA Workbench's experiments and outcomes side by side), and a column under a policy
 * stands in one piece. Figures and uncertain inputs are plain doubles, neither compressed nor packed, as they hardly can be.
 */
export interface RangeFile {
  readonly range: Range;
  /** Futures in which some policy gave a figure that is not finite, and the positions of these policies. */
  readonly failed: readonly Failure[];
  /** Where the doubles of an uncertain input stand in the file: one a future, in order. */
  input(uncertainty: number): Place;
  figure(policy: number, figure: number): Place;
}

/** A stretch of a file's bytes. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** What a file says of itself, in Parquet's own place for that. */
const jobKey = "sequitur.job";
const rangeKey = "sequitur.range";
const failedKey = "sequitur.failed";

/** Row r of the columns is future `range.first` + r. */
export function writeRangeFile(job: Job, digest: string, range: Range, columns: Columns): Uint8Array<ArrayBuffer> {
  const kvMetadata = [
    { key: jobKey, value: digest },
    { key: rangeKey, value: JSON.stringify([range.first, range.end]) },
    { key: failedKey, value: JSON.stringify(failuresIn(columns, range).map((one) => [one.future, one.policies])) },
  ];
  const writer = new ByteWriter(bytesOf(job, range));
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(job),
    codec: "UNCOMPRESSED",
    statistics: false,
    kvMetadata,
  });
  const rowGroupSize = range.end - range.first;
  job.policies.forEach((_, policy) => {
    file.write({ columnData: columnData(job, range, columns, policy), rowGroupSize, pageSize: 0 });
  });
  file.finish();
  return new Uint8Array(writer.getBuffer());
}

/** Enough for the doubles and most of what else there is. */
function bytesOf({ uncertainties, figures, policies }: Job, { first, end }: Range): number {
  return 8 * policies.length * (end - first) * (2 + uncertainties.length + figures.length) + 65_536;
}

function schemaOf(job: Job): SchemaElement[] {
  const names = columnNames(job);
  const doubles = [...names.uncertainties, ...names.levers, ...names.figures];
  return [
    { name: "experiments", num_children: 2 + doubles.length },
    { name: names.scenario, type: "INT64", repetition_type: "REQUIRED" },
    { name: names.policy, type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
    ...doubles.map((name): SchemaElement => ({ name, type: "DOUBLE", repetition_type: "REQUIRED" })),
  ];
}

function columnData(job: Job, range: Range, columns: Columns, policy: number): ColumnSource[] {
  const names = columnNames(job);
  const futures = range.end - range.first;
  const { name, set } = job.policies[policy]!;
  const plain = (data: readonly Float64Array[], called: readonly string[]): ColumnSource[] =>
    data.map((column, at) => ({ name: called[at]!, data: column, encoding: "PLAIN" }));
  const levers = leverInputs(job).map((input, at): ColumnSource => {
    const value = set.find((one) => one.input === input)?.value ?? job.program.layout.defaults[input]!;
    return { name: names.levers[at]!, data: new Float64Array(futures).fill(value) };
  });
  return [
    { name: names.scenario, data: BigInt64Array.from({ length: futures }, (_, at) => BigInt(range.first + at)) },
    { name: names.policy, data: new Array<string>(futures).fill(name) },
    ...plain(columns.inputs, names.uncertainties),
    ...levers,
    ...plain(columns.figures[policy]!, names.figures),
  ];
}

/**
 * Reads what a file of this job says of itself and where its columns stand; undefined where it is another job's, or no such file.
 * @param bytes  all of the file
 */
export function readRangeFile(job: Job, digest: string, bytes: Uint8Array<ArrayBuffer>): RangeFile | undefined {
  const metadata = metadataOf(bytes);
  const facts = metadata && factsOf(metadata);
  if (metadata === undefined || facts === undefined || facts.job !== digest) return undefined;
  const names = columnNames(job);
  const futures = facts.range.end - facts.range.first;
  const inputs = names.uncertainties.map((name) => placeOf(metadata, 0, name, futures));
  const figures = job.policies.map((_, at) => names.figures.map((name) => placeOf(metadata, at, name, futures)));
  if ([...inputs, ...figures.flat()].includes(undefined)) return undefined;
  return rangeFile(facts, inputs as Place[], figures as Place[][]);
}

// Apart, so that a file that is kept in mind does not keep all its metadata there.
function rangeFile(
  { range, failed }: Facts,
  inputs: readonly Place[],
  figures: readonly (readonly Place[])[],
): RangeFile {
  return { range, failed, input: (at) => inputs[at]!, figure: (policy, at) => figures[policy]![at]! };
}

function metadataOf(bytes: Uint8Array<ArrayBuffer>): FileMetaData | undefined {
  try {
    return parquetMetadata(bytes.buffer);
  } catch {
    return undefined;
  }
}

interface Facts extends Pick<RangeFile, "range" | "failed"> {
  readonly job: string;
}

function factsOf({ key_value_metadata: pairs }: FileMetaData): Facts | undefined {
  const said = (key: string) => pairs?.find((pair) => pair.key === key)?.value;
  const [job, range, failed] = [said(jobKey), said(rangeKey), said(failedKey)];
  if (job === undefined || range === undefined || failed === undefined) return undefined;
  const [first, end]: [number, number] = JSON.parse(range);
  const failures: [number, number[]][] = JSON.parse(failed);
  return { job, range: { first, end }, failed: failures.map(([future, policies]) => ({ future, policies })) };
}

// The doubles are the end of the one page that a column has in a row group: before them stands the page's header alone.
function placeOf({ row_groups }: FileMetaData, group: number, name: string, futures: number): Place | undefined {
  const column = row_groups[group]?.columns.find(
    ({ meta_data }) => meta_data?.path_in_schema.join() === name,
  )?.meta_data;
  if (column === undefined || column.codec !== "UNCOMPRESSED" || column.encodings.join() !== "PLAIN") return undefined;
  const length = 8 * futures;
  return { offset: Number(column.data_page_offset) + Number(column.total_compressed_size) - length, length };
}
