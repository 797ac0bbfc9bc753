import { builtinsNamed } from "../builtin/register.ts";
import type { DataSeries, Definition, Expr } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { DataInterpolation, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Draft } from "./draft.ts";
import { resolveExpression } from "./expression.ts";
import type { Turns } from "./left-hand-side.ts";
import { placesAt } from "./references.ts";
import { seriesByPlace } from "./series-by-place.ts";
import { startValue } from "./start-value.ts";

export type Call = Extract<SyntaxExpr, { kind: "call" }>;

/** Whether a data equation makes its points of those of another data variable: TIME SHIFT, CUMULATE and CUMULATEF. */
export function isMadeData(expression: SyntaxExpr): expression is Call {
  return expression.kind === "call" && makingOf(expression) !== undefined;
}

type Making = "shifted" | "cumulated" | "cumulated-at-end";

function makingOf({ name }: Call): Making | undefined {
  const [row] = builtinsNamed("vensim", name);
  if (row?.behaviour.kind !== "data") return undefined;
  const { reading } = row.behaviour;
  return reading === "shifted" || reading === "cumulated" || reading === "cumulated-at-end" ? reading : undefined;
}

/** The points that such an equation makes (vensim.com/documentation/fn_time_shift.html, fn_cumulate.html). */
export function madeData(
  draft: Draft,
  { scope }: Turns,
  call: Call,
  interpolation: DataInterpolation,
): Definition | undefined {
  const making = makingOf(call)!;
  const { name, args, span } = call;
  const wanted = making === "shifted" ? "2 arguments (data, shift)" : "1 argument (data)";
  const [data, by] = args.map((arg) => resolveExpression(draft, scope, arg));
  if (data === undefined || args.length !== (making === "shifted" ? 2 : 1)) {
    draft.found.push(report("argument-count", span, { name, wanted, given: args.length }));
    return undefined;
  }
  const series = data.kind === "variable" ? seriesByPlace(draft, data.id) : undefined;
  if (data.kind !== "variable" || series === undefined || series.size === 0) {
    draft.found.push(report("shift-of-no-data", args[0]!.span, { name, argument: argumentName(args[0]!) }));
    return undefined;
  }
  const shift = by === undefined ? 0 : shiftOf(draft, by, name);
  if (shift === undefined) return undefined;
  const sizes = draft.variables[data.id]!.axes.map(({ elements }) => elements.length);
  const made = placesAt(data.at, scope.loops, sizes).map((place) => {
    const points = series.get(place) ?? { times: [], values: [] };
    return { ...pointsMade(making, points, shift), interpolation };
  });
  return { kind: "data", series: made };
}

function shiftOf(draft: Draft, by: Expr, name: string): number | undefined {
  const shift = startValue(draft, by);
  if (shift === undefined || shift.mayChange) {
    draft.found.push(report("constant-shift", by.span, { name }));
    return undefined;
  }
  for (const id of shift.from) draft.structural.add(id);
  return shift.value;
}

type Points = Pick<DataSeries, "times" | "values">;

function pointsMade(making: Making, { times, values }: Points, shift: number): Points {
  let sum = 0;
  const sums = values.map((value) => {
    sum += value;
    return sum;
  });
  switch (making) {
    case "shifted":
      return { times: times.map((time) => time - shift), values };
    case "cumulated":
      return { times, values: sums };
    case "cumulated-at-end":
      return { times: times.slice(-1), values: sums.slice(-1) };
  }
}

export function argumentName(argument: SyntaxExpr): string {
  return argument.kind === "reference" || argument.kind === "call" ? argument.name : "this";
}
