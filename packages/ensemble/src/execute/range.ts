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

/** Runs one range in this thread; row r of the columns is future `range.first` + r. The job is a checked one, `machines` its own. */
export function runRange(machines: readonly Machine[], job: Job, range: Range): Columns {
  const values = new Float64Array(columnCount(job) * (range.end - range.first));
  openRanges(machines, job)(range, values);
  return columnsOf(job, values);
}

/** Makes what runs ranges of a checked job, one after the other, with buffers of its own: a block of futures at a time. */
export function openRanges(machines: readonly Machine[], job: Job): RunRange {
  const draw = openDraws(job);
  const runs = machines.map((machine) => openRuns(machine, job));

  return (range, into) => {
    const columns = columnsOf(job, into);
    draw(range.first, columns.inputs);
    sharedOut(job, columns, range).forEach((rows, model) => {
      const { block } = machines[model]!.layout;
      for (let at = 0; at < rows.length; at += block) runs[model]!(rows.subarray(at, at + block), range.first, columns);
    });
  };
}

/** The rows of the columns that each model is to run: blocks stay full however the rivals take turns. */
function sharedOut({ rivals }: Job, { inputs }: Columns, { first, end }: Range): readonly Uint32Array[] {
  const all = Uint32Array.from({ length: end - first }, (_, row) => row);
  if (rivals === undefined) return [all];
  const chosen = inputs[rivals.uncertainty]!;
  return [0, ...rivals.programs.map((_, at) => at + 1)].map((model) => all.filter((row) => chosen[row] === model));
}

// Writes the uncertain inputs of the futures from `first` on, as many as a column has rows.
function openDraws(job: Job) {
  const futures = openFutures(job);
  const drawn = new Float64Array(job.uncertainties.length);

  return (first: number, columns: readonly Float64Array[]) => {
    const count = columns[0]?.length ?? 0;
    for (let row = 0; row < count; row++) {
      futures.draw(first + row, drawn);
      for (let u = 0; u < drawn.length; u++) columns[u]![row] = drawn[u]!;
    }
  };
}

// Runs the futures in some rows of the columns, a block at most, under every policy; row 0 is future `first`.
function openRuns(machine: Machine, job: Job) {
  const { inputs, outputs, times, block } = machine.layout;
  const given = new Float64Array(block * inputs.length);
  const results = new Float64Array(block * times.length * outputs.length);
  const fillInputs = openInputs(job, machine.layout, given);
  const setLevers = openLevers(job, machine.layout, given);
  const readFigures = openFigures(job, machine.layout, results);

  return (rows: Uint32Array, first: number, columns: Columns) => {
    fillInputs(rows, columns.inputs);
    columns.figures.forEach((figures, policy) => {
      setLevers(policy, rows.length);
      machine.runMany(given, results, rows.length, { seed: job.seed, future: first, rows });
      readFigures(rows, figures);
    });
  };
}

// Writes the uncertain inputs of some rows of the columns into the program's own rows.
function openInputs({ uncertainties }: Job, layout: Layout, given: Float64Array) {
  const width = layout.inputs.length;
  for (let f = 0; f < layout.block; f++) given.set(layout.defaults, f * width);

  return (rows: Uint32Array, columns: readonly Float64Array[]) => {
    for (let u = 0; u < uncertainties.length; u++) {
      const { input } = uncertainties[u]!;
      for (let f = 0; f < rows.length; f++) given[f * width + input] = columns[u]![rows[f]!]!;
    }
  };
}

// Each policy sets every input that any of them sets, or what the one before had set would stay.
function openLevers(job: Job, layout: Layout, given: Float64Array) {
  const width = layout.inputs.length;
  const inputs = [...new Set(job.policies.flatMap(({ set }) => set.map(({ input }) => input)))];
  const levers = job.policies.map(({ set }) => {
    const values = new Map(set.map(({ input, value }) => [input, value]));
    return inputs.map((input) => ({ input, value: values.get(input) ?? layout.defaults[input]! }));
  });

  return (policy: number, count: number) => {
    for (const { input, value } of levers[policy]!) for (let f = 0; f < count; f++) given[f * width + input] = value;
  };
}

function openFigures(job: Job, layout: Layout, results: Float64Array) {
  const stride = layout.outputs.length;
  const series = stride * layout.times.length;
  const figures = job.figures.map((figure) => ({ output: figure.output, read: openFigure(figure, layout.times) }));

  return (rows: Uint32Array, columns: readonly Float64Array[]) => {
    figures.forEach(({ output, read }, at) => {
      const column = columns[at]!;
      for (let f = 0; f < rows.length; f++) column[rows[f]!] = read(results, f * series + output, stride);
    });
  };
}
