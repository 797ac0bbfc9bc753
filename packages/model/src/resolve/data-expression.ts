import { fold } from "../builtin/fold.ts";
import type { DataSeries, Definition, Expr, Index, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { DataInterpolation, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import { valueAt } from "./data-points.ts";
import type { Draft } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import type { Turns } from "./left-hand-side.ts";
import { isMadeData, madeData } from "./made-data.ts";
import { placesAt } from "./references.ts";
import { seriesByPlace } from "./series-by-place.ts";
import { externalTurns } from "./turn-places.ts";

/**
 * `x := expression` over other data and constants: worked out once at the points of the data, so that what stands between them is
 * read as this variable says (vensim.com/documentation/dataequations.html). What cannot be worked out here is computed in every step.
 */
export function dataExpression(
  draft: Draft,
  turns: Turns,
  syntax: VariableSyntax,
  expression: SyntaxExpr,
  interpolation: DataInterpolation,
): Definition | undefined {
  if (isMadeData(expression)) return madeData(draft, turns, expression, interpolation);
  const value = resolveExpression(draft, turns.scope, expression);
  const places = externalTurns(draft, turns.scope.variable, syntax, turns.at, turns.scope.loops).turns.length;
  const sources = sourcesOf(draft, value);
  const isPlain = sources?.constants.size === 0 || interpolation !== "interpolate";
  const series = sources && isPlain ? worked(value, turns, places, sources, interpolation) : undefined;
  if (series && sources) {
    for (const id of sources.constants.keys()) draft.structural.add(id);
    return { kind: "data", series };
  }
  // Between points a sum of interpolated values is the interpolated sum, and constants can still be changed.
  if (sources === undefined || interpolation !== "interpolate")
    draft.found.push(report("data-expression", expression.span, { name: syntax.name }));
  return { kind: "auxiliary", value, initial: undefined };
}

/** What the variables of an expression are: their series and their constants, by place. */
interface Sources {
  readonly data: ReadonlyMap<VariableId, ReadonlyMap<number, DataSeries>>;
  readonly constants: ReadonlyMap<VariableId, ReadonlyMap<number, number>>;
  readonly sizes: (id: VariableId) => readonly number[];
}

/** Undefined where something else than data and constants is used. */
function sourcesOf(draft: Draft, value: Expr): Sources | undefined {
  const data = new Map<VariableId, ReadonlyMap<number, DataSeries>>();
  const constants = new Map<VariableId, ReadonlyMap<number, number>>();
  for (const id of variablesIn(value)) {
    const series = seriesByPlace(draft, id);
    const numbers = series.size > 0 ? undefined : constantsOf(draft, id);
    if (series.size > 0) data.set(id, series);
    else if (numbers) constants.set(id, numbers);
    else return undefined;
  }
  const sizes = (id: VariableId) => draft.variables[id]!.axes.map(({ elements }) => elements.length);
  return data.size === 0 ? undefined : { data, constants, sizes };
}

function variablesIn(expr: Expr): readonly VariableId[] {
  switch (expr.kind) {
    case "variable":
      return [expr.id];
    case "call":
      return expr.args.flatMap(variablesIn);
    case "reduce":
      return variablesIn(expr.body);
    case "lookup":
      return variablesIn(expr.x);
    case "element":
      return [expr.id, ...variablesIn(expr.offset)];
    case "fold":
      return [...variablesIn(expr.start), ...variablesIn(expr.next)];
    case "number":
    case "position":
    case "carried":
      return [];
  }
}

function constantsOf(draft: Draft, id: VariableId): ReadonlyMap<number, number> | undefined {
  const sizes = draft.variables[id]!.axes.map(({ elements }) => elements.length);
  const values = new Map<number, number>();
  for (const { variable, at, loops, definition } of draft.equations) {
    if (variable !== id) continue;
    if (definition.kind !== "constant") return undefined;
    for (const [turn, place] of placesAt(at, loops, sizes).entries()) values.set(place, definition.values[turn]!);
  }
  return values.size === 0 ? undefined : values;
}

/** The series of every turn; undefined where the expression needs more than arithmetic. */
function worked(
  value: Expr,
  { scope }: Turns,
  turnCount: number,
  sources: Sources,
  interpolation: DataInterpolation,
): readonly DataSeries[] | undefined {
  const all: DataSeries[] = [];
  for (let turn = 0; turn < turnCount; turn++) {
    const placeOf = (id: VariableId, at: readonly Index[]) => placesAt(at, scope.loops, sources.sizes(id))[turn]!;
    const used = seriesIn(value, placeOf, sources);
    const times = [...new Set(used.flatMap((series) => series.times))].sort((a, b) => a - b);
    const available = times.filter((time) => used.every((series) => valueAt(series, time) !== undefined));
    const values = available.map((time) => evaluated(value, time, placeOf, sources));
    if (!values.every((each) => each !== undefined)) return undefined;
    all.push({ times: available, values, interpolation });
  }
  return all;
}

type PlaceOf = (id: VariableId, at: readonly Index[]) => number;

function seriesIn(expr: Expr, placeOf: PlaceOf, sources: Sources): readonly DataSeries[] {
  if (expr.kind === "call") return expr.args.flatMap((arg) => seriesIn(arg, placeOf, sources));
  if (expr.kind !== "variable") return [];
  const series = sources.data.get(expr.id)?.get(placeOf(expr.id, expr.at));
  return series ? [series] : [];
}

function evaluated(expr: Expr, time: number, placeOf: PlaceOf, sources: Sources): number | undefined {
  switch (expr.kind) {
    case "number":
      return expr.value;
    case "variable": {
      const place = placeOf(expr.id, expr.at);
      const series = sources.data.get(expr.id)?.get(place);
      return series ? valueAt(series, time) : sources.constants.get(expr.id)?.get(place);
    }
    case "call": {
      const args = expr.args.map((arg) => evaluated(arg, time, placeOf, sources));
      return args.every((arg) => arg !== undefined) ? fold(expr.builtin.behaviour.meaning, args) : undefined;
    }
    case "position":
    case "lookup":
    case "element":
    case "fold":
    case "carried":
    case "reduce":
      return undefined;
  }
}
