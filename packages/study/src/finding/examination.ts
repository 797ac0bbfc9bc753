import type { ExperimentReader } from "@sequitur/ensemble";
import type { Columns } from "../claim/proposition.ts";
import type { Operand } from "../claim/test.ts";
import type { PlannedJob, StudyPlan } from "../plan/plan-study.ts";
import { figureIndex } from "../plan/planned-figure.ts";
import type { Study } from "../read/study.ts";
import { type Past, pastOf } from "./past.ts";

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
  /** An uncertain input of theirs. */
  readonly input: (uncertainty: number) => Promise<Float64Array>;
  /** The inputs by which verdicts are split: between rival structures, or by what sources say. By their positions. */
  readonly splitting: ReadonlyMap<number, Float64Array>;
  /** How many of them, from the first, stand for all where a question is asked of all inputs at once. */
  readonly told: number;
  /** Figures of every future run that gave numbers, its past plausible or not. */
  readonly finite: ReadColumns;
  /** Which those are. */
  readonly finiteRows: Uint32Array;
  /** Figures at the Saltelli design. */
  readonly hinges: ReadColumns | undefined;
}

/**
 * Boxes and what information is worth are asked of no more futures than these: they would be told no better, and all inputs of all
 * futures would not fit into memory. The first of an even design are spread as evenly as the whole.
 */
const toldAtMost = 65_536;

export async function examine(plan: StudyPlan, { main, past: pastRuns, hinges }: StudyResults): Promise<Examination> {
  const past = plan.past && pastRuns && (await pastOf(plan.past, pastRuns));
  const finite = finiteRows(main);
  const rows = finite.filter((row) => past === undefined || past.plausible[row] === 1);
  const input = async (uncertainty: number) => pick(await main.input(uncertainty), rows);
  const splitting = new Map<number, Float64Array>();
  for (const [at, { rivals, conflict }] of plan.study.uncertainties.entries())
    if (rivals.length + conflict.length > 0) splitting.set(at, await input(at));
  return {
    study: plan.study,
    past,
    examined: columnReader(plan, plan.main, main, (column) => pick(column, rows)),
    futures: rows.length,
    rows,
    input,
    splitting,
    told: Math.min(rows.length, toldAtMost),
    finite: columnReader(plan, plan.main, main, (column) => pick(column, finite)),
    finiteRows: finite,
    hinges: plan.hinges && hinges && columnReader(plan, plan.hinges, hinges, (column) => column),
  };
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
