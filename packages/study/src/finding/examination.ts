import { type InputTable, inputTable } from "@sequitur/analysis";
import { type ExperimentReader, randomStream } from "@sequitur/ensemble";
import type { Columns } from "../claim/proposition.ts";
import type { Operand } from "../claim/test.ts";
import type { PlannedJob, StudyPlan } from "../plan/plan-study.ts";
import { figureIndex } from "../plan/planned-figure.ts";
import type { Study } from "../read/study.ts";
import { type Past, pastOf } from "./past.ts";
import { tippingDraws } from "./tipping-finding.ts";

/** What came of a plan's jobs. */
export interface StudyResults {
  readonly main: ExperimentReader;
  readonly past: ExperimentReader | undefined;
  readonly hinges: ExperimentReader | undefined;
  /** One for each of the plan's. */
  readonly reality: readonly ExperimentReader[];
}

/** Reads the figures of some operands: a claim's few columns are in memory at a time, however many futures there are. */
export type ReadColumns = (operands: readonly Operand[]) => Promise<Columns>;

/** All that the claims of one study are judged by. */
export interface Examination {
  readonly study: Study;
  /** What the past says of every future run; undefined where nothing was observed. */
  readonly past: Past | undefined;
  /** Figures of the futures examined: those in which every figure is finite and whose past is plausible. */
  readonly examined: ReadColumns;
  /** How many those are. */
  readonly futures: number;
  /** Which those are, of the futures run. */
  readonly rows: Uint32Array;
  /** Their uncertain inputs. */
  readonly table: InputTable;
  /** Figures of every future run that gave numbers, its past plausible or not. */
  readonly finite: ReadColumns;
  /** Which those are. */
  readonly finiteRows: Uint32Array;
  /** Figures at the Saltelli design. */
  readonly hinges: ReadColumns | undefined;
  /** Draw `i` of the stream that bootstrap samples are made from. */
  readonly uniform: (i: number) => number;
}

/** How many samples the bootstrap intervals of the hinges rest on. */
export const resamples = 500;

export async function examine(plan: StudyPlan, { main, past: pastRuns, hinges }: StudyResults): Promise<Examination> {
  const past = plan.past && pastRuns && (await pastOf(plan.past, pastRuns));
  const finite = finiteRows(main);
  const rows = finite.filter((row) => past === undefined || past.plausible[row] === 1);
  const inputs: Float64Array[] = [];
  for (const at of plan.study.uncertainties.keys()) inputs.push(pick(await main.input(at), rows));
  return {
    study: plan.study,
    past,
    examined: columnReader(plan, plan.main, main, (column) => pick(column, rows)),
    futures: rows.length,
    rows,
    table: inputTable(inputs),
    finite: columnReader(plan, plan.main, main, (column) => pick(column, finite)),
    finiteRows: finite,
    hinges: plan.hinges && hinges && columnReader(plan, plan.hinges, hinges, (column) => column),
    uniform: bootstrapDraws(plan.seed, Math.max(resamples * hingeRowsOf(plan), tippingDraws)),
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

type Picked = (column: Float64Array) => Float64Array;

/** Each column is read once, however often the operands name it. */
function columnReader(
  plan: StudyPlan,
  { policies }: PlannedJob,
  reader: ExperimentReader,
  picked: Picked,
): ReadColumns {
  const placeOf = ({ policy, measure, figure }: Operand) =>
    [policies.indexOf(policy), figureIndex(plan.figures, { measure, figure })] as const;
  return async (operands) => {
    const read = new Map<string, Float64Array>();
    for (const place of operands.map(placeOf))
      if (!read.has(place.join())) read.set(place.join(), picked(await reader.figure(...place)));
    return (operand) => read.get(placeOf(operand).join())!;
  };
}

function finiteRows({ futures, failed }: ExperimentReader): Uint32Array {
  const gone = new Set(failed);
  return Uint32Array.from({ length: futures }, (_, row) => row).filter((row) => !gone.has(row));
}

function pick(column: Float64Array, rows: Uint32Array): Float64Array {
  return rows.length === column.length ? column : Float64Array.from(rows, (row) => column[row]!);
}
