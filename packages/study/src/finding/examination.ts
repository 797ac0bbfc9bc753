import { type InputTable, inputTable } from "@sequitur/analysis";
import { type Experiments, randomStream } from "@sequitur/ensemble";
import type { Columns } from "../claim/proposition.ts";
import type { PlannedJob, StudyPlan } from "../plan/plan-study.ts";
import { figureIndex } from "../plan/planned-figure.ts";
import type { Study } from "../read/study.ts";
import { type Past, pastOf } from "./past.ts";

/** What came of a plan's jobs. */
export interface StudyResults {
  readonly main: Experiments;
  readonly past: Experiments | undefined;
  readonly hinges: Experiments | undefined;
}

/** All that the claims of one study are judged by. */
export interface Examination {
  readonly study: Study;
  /** What the past says of every future run; undefined where nothing was observed. */
  readonly past: Past | undefined;
  /** Figures of the futures examined: those in which every figure is finite and whose past is plausible. */
  readonly examined: Columns;
  /** How many those are. */
  readonly futures: number;
  /** Their uncertain inputs. */
  readonly table: InputTable;
  /** Figures at the Saltelli design. */
  readonly hinges: Columns | undefined;
  /** Draw `i` of the stream that bootstrap samples are made from. */
  readonly uniform: (i: number) => number;
}

/** How many samples the bootstrap intervals of the hinges rest on. */
export const resamples = 500;

export function examine(plan: StudyPlan, { main, past: pastRuns, hinges }: StudyResults): Examination {
  const past = plan.past && pastRuns && pastOf(plan.past, pastRuns);
  const rows = finiteRows(main).filter((row) => past === undefined || past.plausible[row] === 1);
  return {
    study: plan.study,
    past,
    examined: picked(figureColumns(plan, plan.main, main), rows),
    futures: rows.length,
    table: inputTable(main.inputs.map((column) => pick(column, rows))),
    hinges: plan.hinges && hinges && figureColumns(plan, plan.hinges, hinges),
    uniform: bootstrapDraws(plan.seed, resamples * hingeRowsOf(plan)),
  };
}

function hingeRowsOf({ hinges }: StudyPlan): number {
  return hinges?.job.design.kind === "saltelli" ? hinges.job.design.base : 0;
}

/** Drawn once, as every claim is resampled alike. */
function bootstrapDraws(seed: number, count: number): (i: number) => number {
  const stream = randomStream(seed, "bootstrap");
  const draws = Float64Array.from({ length: count }, (_, i) => stream.uniform(i, 0, 0));
  return (i) => draws[i]!;
}

function figureColumns(plan: StudyPlan, { policies }: PlannedJob, { figures }: Experiments): Columns {
  return ({ policy, measure, figure }) =>
    figures[policies.indexOf(policy)]![figureIndex(plan.figures, { measure, figure })]!;
}

function finiteRows({ futures, failed }: Experiments): Uint32Array {
  const gone = new Set(failed);
  return Uint32Array.from({ length: futures }, (_, row) => row).filter((row) => !gone.has(row));
}

/** The same columns with only some rows; each is taken once. */
function picked(columns: Columns, rows: Uint32Array): Columns {
  const taken = new Map<Float64Array, Float64Array>();
  return (operand) => {
    const whole = columns(operand);
    const some = taken.get(whole) ?? pick(whole, rows);
    taken.set(whole, some);
    return some;
  };
}

function pick(column: Float64Array, rows: Uint32Array): Float64Array {
  return rows.length === column.length ? column : Float64Array.from(rows, (row) => column[row]!);
}
