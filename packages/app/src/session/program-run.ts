import { instantiate, type Machine, type Program } from "@sequitur/engine";

/** Compiled models that take the same rows: plain data, so that a worker can be sent them. */
export interface Programs {
  readonly programs: readonly [Program, ...Program[]];
  /** The column whose value says which of them runs a row, 0 the first; undefined where there is one. */
  readonly chosenBy: number | undefined;
}

/** For models that draw random numbers. */
export interface RowNoise {
  readonly seed: number;
  /** The index of each row's future; or of the first row's, from which the others are counted on. */
  readonly future: number | readonly number[];
}

/**
 * Runs one future a row.
 * @param rows   shape [future][input]
 * @param noise  what one run in a terminal has, if not said
 * @returns      shape [future][output], each a series over the saved times
 */
export type RunRows = (rows: readonly (readonly number[])[], noise?: RowNoise) => readonly (readonly Float64Array[])[];

export async function openPrograms({ programs, chosenBy }: Programs): Promise<RunRows> {
  const machines = await Promise.all(programs.map((program) => instantiate(program)));
  if (chosenBy === undefined) return (rows, noise) => runRows(machines[0]!, rows, noise);
  return (rows, noise) => {
    const results: (readonly Float64Array[])[] = [];
    for (const [model, machine] of machines.entries()) {
      const own = [...rows.keys()].filter((row) => Math.round(rows[row]![chosenBy]!) === model);
      const given = own.map((row) => rows[row]!);
      const found = runRows(machine, given, noise && { ...noise, future: own.map((row) => futureOf(noise, row)) });
      for (const [at, row] of own.entries()) results[row] = found[at]!;
    }
    return results;
  };
}

function futureOf({ future }: RowNoise, row: number): number {
  return typeof future === "number" ? future + row : future[row]!;
}

/** Rows of a model that draws are run one by one where their futures do not follow each other. */
function runRows(
  machine: Machine,
  rows: readonly (readonly number[])[],
  noise: RowNoise | undefined,
): readonly (readonly Float64Array[])[] {
  if (noise === undefined) return runTogether(machine, rows, undefined);
  const { seed, future } = noise;
  if (typeof future === "number") return runTogether(machine, rows, { seed, future });
  if (!machine.layout.noisy) return runTogether(machine, rows, { seed, future: 0 });
  return rows.map((row, at) => runTogether(machine, [row], { seed, future: future[at]! })[0]!);
}

function runTogether(
  machine: Machine,
  rows: readonly (readonly number[])[],
  noise: { readonly seed: number; readonly future: number } | undefined,
): readonly (readonly Float64Array[])[] {
  const { times, outputs } = machine.layout;
  const [saves, width] = [times.length, outputs.length];
  const out = new Float64Array(rows.length * saves * width);
  machine.runMany(Float64Array.from(rows.flat()), out, rows.length, noise);
  return rows.map((_, row) =>
    outputs.map((_, column) => {
      const series = new Float64Array(saves);
      for (let save = 0; save < saves; save++) series[save] = out[(row * saves + save) * width + column]!;
      return series;
    }),
  );
}
