import type { Layout, Machine } from "@sequitur/engine";
import { openFigure } from "../figure/figure.ts";
import type { Columns, Job, Range } from "../job.ts";
import { openFutures } from "./futures.ts";

/**
 * Runs a range of futures under every policy.
 * @param into  shape [column][future of the range], written in full; columns are the uncertainties, then each policy's figures
 */
export type RunRange = (range: Range, into: Float64Array) => void;

export function columnCount(job: Job): number {
  return job.uncertainties.length + job.policies.length * job.figures.length;
}

/** The columns that such values hold, as views of them. */
export function columnsOf(job: Job, values: Float64Array): Columns {
  const futures = values.length / Math.max(1, columnCount(job));
  const column = (at: number) => values.subarray(at * futures, (at + 1) * futures);
  const firstFigure = (policy: number) => job.uncertainties.length + policy * job.figures.length;
  return {
    inputs: job.uncertainties.map((_, at) => column(at)),
    figures: job.policies.map((_, policy) => job.figures.map((_, at) => column(firstFigure(policy) + at))),
  };
}

/** Runs one range in this thread; row r of the columns is future `range.first` + r. The job is a checked one. */
export function runRange(machine: Machine, job: Job, range: Range): Columns {
  const values = new Float64Array(columnCount(job) * (range.end - range.first));
  openRanges(machine, job)(range, values);
  return columnsOf(job, values);
}

/** Makes what runs ranges of a checked job, one after the other, with buffers of its own: a block of futures at a time. */
export function openRanges(machine: Machine, job: Job): RunRange {
  const { inputs, outputs, times, block } = machine.layout;
  const rows = new Float64Array(block * inputs.length);
  const results = new Float64Array(block * times.length * outputs.length);
  const drawRows = openRows(job, machine.layout, rows);
  const setLevers = openLevers(job, machine.layout, rows);
  const readFigures = openFigures(job, machine.layout, results);

  return (range, into) => {
    const columns = columnsOf(job, into);
    for (let first = range.first; first < range.end; first += block) {
      const piece = { first, count: Math.min(block, range.end - first), row: first - range.first };
      drawRows(piece, columns.inputs);
      columns.figures.forEach((figures, policy) => {
        setLevers(policy, piece.count);
        machine.runMany(rows, results, piece.count, { seed: job.seed, future: piece.first });
        readFigures(piece, figures);
      });
    }
  };
}

/** `count` futures from `first` on, that stand in the columns from `row` on. */
interface Piece {
  readonly first: number;
  readonly count: number;
  readonly row: number;
}

// Writes the uncertain inputs of a piece into the program's rows and into the columns.
function openRows(job: Job, layout: Layout, rows: Float64Array) {
  const width = layout.inputs.length;
  const futures = openFutures(job);
  const drawn = new Float64Array(job.uncertainties.length);
  for (let f = 0; f < layout.block; f++) rows.set(layout.defaults, f * width);

  return ({ first, count, row }: Piece, columns: readonly Float64Array[]) => {
    for (let f = 0; f < count; f++) {
      futures.draw(first + f, drawn);
      for (let u = 0; u < drawn.length; u++) {
        rows[f * width + job.uncertainties[u]!.input] = drawn[u]!;
        columns[u]![row + f] = drawn[u]!;
      }
    }
  };
}

// Each policy sets every input that any of them sets, or what the one before had set would stay.
function openLevers(job: Job, layout: Layout, rows: Float64Array) {
  const width = layout.inputs.length;
  const inputs = [...new Set(job.policies.flatMap(({ set }) => set.map(({ input }) => input)))];
  const levers = job.policies.map(({ set }) => {
    const values = new Map(set.map(({ input, value }) => [input, value]));
    return inputs.map((input) => ({ input, value: values.get(input) ?? layout.defaults[input]! }));
  });

  return (policy: number, count: number) => {
    for (const { input, value } of levers[policy]!) for (let f = 0; f < count; f++) rows[f * width + input] = value;
  };
}

function openFigures(job: Job, layout: Layout, results: Float64Array) {
  const stride = layout.outputs.length;
  const series = stride * layout.times.length;
  const figures = job.figures.map((figure) => ({ output: figure.output, read: openFigure(figure, layout.times) }));

  return ({ count, row }: Piece, columns: readonly Float64Array[]) => {
    figures.forEach(({ output, read }, at) => {
      const column = columns[at]!;
      for (let f = 0; f < count; f++) column[row + f] = read(results, f * series + output, stride);
    });
  };
}
