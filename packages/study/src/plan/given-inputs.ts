import type { NamedColumns } from "@sequitur/ensemble";
import type { Study } from "../read/study.ts";

/** The inputs of futures that a table gives, as `PlanOptions` takes them; or what the table lacks. */
export type GivenInputs =
  | { readonly inputs: readonly (readonly number[])[] }
  /** Ids of uncertainties without a column, or with one that holds what is not a finite number. */
  | { readonly missing: readonly string[] }
  /** The uncertainty that chooses a model, and a number in its column that chooses none. */
  | { readonly chooser: string; readonly stray: number };

/**
 * Finds each uncertainty's column: by its id, or by the name of the model's constant, as a run's own files have it. Those have a row for each
 * future under each policy, or for each check that it breaks: rows that name the same `scenario`, with the same inputs, are one future.
 */
export function givenInputs({ uncertainties, rivalModels }: Study, columns: NamedColumns): GivenInputs {
  const found = uncertainties.map(({ id, variable }) => ({
    id,
    column: columns.get(id) ?? columns.get(variable) ?? [],
  }));
  const missing = found.filter(({ column }) => column.length === 0 || !column.every(Number.isFinite));
  if (missing.length > 0) return { missing: missing.map(({ id }) => id) };
  const chooser = rivalModels && uncertainties[rivalModels.chosenBy]!;
  const chosen = rivalModels === undefined ? [] : found[rivalModels.chosenBy]!.column;
  const stray = chosen.find((value) => !chooser!.rivals.some((rival) => rival.value === value));
  if (stray !== undefined) return { chooser: chooser!.id, stray };
  const inputs = found.map(({ column }) => column);
  const rows = rowsOnce(columns.get("scenario"), inputs);
  return { inputs: inputs.map((column) => rows.map((row) => column[row]!)) };
}

/** The first row of each future. Where a scenario comes again with other inputs the name means something else, and every row counts. */
function rowsOnce(scenario: readonly number[] | undefined, inputs: readonly (readonly number[])[]): readonly number[] {
  const all = [...(inputs[0] ?? []).keys()];
  if (scenario === undefined || !scenario.every(Number.isFinite)) return all;
  const first = new Map<number, number>();
  for (const row of all) if (!first.has(scenario[row]!)) first.set(scenario[row]!, row);
  const isSame = (row: number) => inputs.every((column) => column[row] === column[first.get(scenario[row]!)!]);
  return all.every(isSame) ? [...first.values()] : all;
}
