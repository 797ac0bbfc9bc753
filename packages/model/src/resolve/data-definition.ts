import { columnKey } from "../data/column-key.ts";
import type { DataSet } from "../data/data-set.ts";
import { listedNames } from "../data/listed-names.ts";
import type { DataSeries, Definition } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { DataInterpolation, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import type { Turns } from "./left-hand-side.ts";
import { externalTurns } from "./turn-places.ts";

/**
 * The series of a data variable without an equation, from the last data set that has it (vensim.com/documentation/23480.html). Not every
 * element must have data (vensim.com/documentation/datformat.html), but one at least must.
 */
export function dataDefinition(
  draft: Draft,
  { scope, at }: Turns,
  syntax: VariableSyntax,
  interpolation: DataInterpolation,
): Definition | undefined {
  const { name, nameSpan } = syntax;
  const { turns } = externalTurns(draft, scope.variable, syntax, at, scope.loops);
  const series = turns.map(({ element }) => seriesOf(draft.dataSets, element, interpolation));
  const missing = turns.flatMap(({ element }, turn) => (series[turn] ? [] : [element]));
  if (missing.length === turns.length && turns.length > 0) {
    draft.found.push(report("data-missing", nameSpan, { name, element: missing[0]! }));
    return undefined;
  }
  const file = draft.dataSets.map((set) => set.file).join(", ");
  if (missing.length > 0) draft.found.push(report("data-gap", nameSpan, { elements: listedNames(missing), file }));
  return { kind: "data", series: series.map((one) => one ?? { times: [], values: [], interpolation }) };
}

function seriesOf(sets: readonly DataSet[], element: string, interpolation: DataInterpolation): DataSeries | undefined {
  const found = sets.findLast(({ series }) => series.has(columnKey(element)))?.series.get(columnKey(element));
  const points = found?.points.flatMap(({ time, value }) => (value === undefined ? [] : [{ time, value }])) ?? [];
  if (points.length === 0) return undefined;
  return { times: points.map(({ time }) => time), values: points.map(({ value }) => value), interpolation };
}
