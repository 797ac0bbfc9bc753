import { builtinsNamed } from "../builtin/register.ts";
import type { Definition } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { DataInterpolation, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import type { Turns } from "./left-hand-side.ts";
import { placesAt } from "./references.ts";
import { seriesByPlace } from "./series-by-place.ts";
import { startValue } from "./start-value.ts";

export type Call = Extract<SyntaxExpr, { kind: "call" }>;

export function isTimeShift(expression: SyntaxExpr): expression is Call {
  if (expression.kind !== "call") return false;
  const [row] = builtinsNamed("vensim", expression.name);
  return row?.behaviour.kind === "data" && row.behaviour.reading === "shifted";
}

/** TIME SHIFT(data, shift): the points of a data variable, each so much earlier (vensim.com/documentation/fn_time_shift.html). */
export function shifted(
  draft: Draft,
  { scope }: Turns,
  { name, args, span }: Call,
  interpolation: DataInterpolation,
): Definition | undefined {
  const [data, by] = args.map((arg) => resolveExpression(draft, scope, arg));
  if (data === undefined || by === undefined || args.length !== 2) {
    draft.found.push(report("argument-count", span, { name, wanted: "2 arguments (data, shift)", given: args.length }));
    return undefined;
  }
  const series = data.kind === "variable" ? seriesByPlace(draft, data.id) : undefined;
  if (data.kind !== "variable" || series === undefined || series.size === 0) {
    draft.found.push(report("shift-of-no-data", args[0]!.span, { name, argument: argumentName(args[0]!) }));
    return undefined;
  }
  const shift = startValue(draft, by);
  if (shift === undefined || shift.mayChange) {
    draft.found.push(report("constant-shift", args[1]!.span, { name }));
    return undefined;
  }
  for (const id of shift.from) draft.structural.add(id);
  const sizes = draft.variables[data.id]!.axes.map(({ elements }) => elements.length);
  const moved = placesAt(data.at, scope.loops, sizes).map((place) => {
    const { times, values } = series.get(place) ?? { times: [], values: [] };
    return { times: times.map((time) => time - shift.value), values, interpolation };
  });
  return { kind: "data", series: moved };
}

export function argumentName(argument: SyntaxExpr): string {
  return argument.kind === "reference" || argument.kind === "call" ? argument.name : "this";
}
