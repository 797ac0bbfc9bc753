import { builtinsNamed, takesMarked } from "../builtin/register.ts";
import type { Span } from "../source/span.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { DerivedDimensions } from "./derived-dimensions.ts";
import { call, type WrittenName } from "./written-name.ts";

/**
 * Functions in which a bare array stands for all of its elements (XMILE 1.0, 3.7.1.3; PROD and INTERPOLATE are Stella's), besides
 * those of a vendor that go over marked elements.
 */
const arrayFunctions = new Set(["sum", "prod", "mean", "min", "max", "size", "stddev", "rank", "interpolate"]);

export function isArrayFunction({ parts }: WrittenName): boolean {
  if (parts.length === 1) return arrayFunctions.has(nameKey(parts[0] ?? ""));
  return builtinsNamed("xmile", parts.join(".")).some(takesMarked);
}

/**
 * What XMILE says with a function over arrays, where the tree has another way: SIZE is a number, and MIN and MAX of any mix of
 * arrays and scalars take two at a time, an array first reduced to one value. Undefined where the call can stay as it is.
 */
export function arrayCall(
  name: WrittenName,
  args: readonly SyntaxExpr[],
  span: Span,
  derived: DerivedDimensions,
): SyntaxExpr | undefined {
  const key = isArrayFunction(name) ? nameKey(name.parts[0] ?? "") : "";
  if (key === "min" || key === "max") return extreme(name, args, span);
  if (key === "mean" && args.length > 1) return meanOf(args, span);
  const size = key === "size" && args.length === 1 ? sizeOf(args[0]!, derived) : undefined;
  return size === undefined ? undefined : { kind: "number", value: size, span };
}

function extreme(name: WrittenName, args: readonly SyntaxExpr[], span: Span): SyntaxExpr | undefined {
  if (args.length < 2) return undefined;
  const callOf = (...inner: readonly SyntaxExpr[]) => call(name, [], inner, span);
  return args
    .map((arg) => (openLoops(arg).length === 0 ? arg : callOf(arg)))
    .reduce((left, right) => callOf(left, right));
}

/** MEAN of several values, which are no arrays then (iseesystems.com/resources/help/v3, Array builtins). */
function meanOf(args: readonly SyntaxExpr[], span: Span): SyntaxExpr {
  const sum = args.reduce((left, right): SyntaxExpr => ({ kind: "binary", op: "add", left, right, span }));
  return { kind: "binary", op: "divide", left: sum, right: { kind: "number", value: args.length, span }, span };
}

/** How many elements a reduction over an expression runs through; undefined where it holds no whole array. */
function sizeOf(expression: SyntaxExpr, derived: DerivedDimensions): number | undefined {
  const sizes = openLoops(expression).map(({ name }) => derived.sizeOf(name));
  if (sizes.length === 0) return undefined;
  return sizes.reduce<number | undefined>((product, size) => product && size && product * size, 1);
}

/** The dimensions that an expression runs through and that no reduction inside it takes up, each once. */
function openLoops(expression: SyntaxExpr): readonly SubscriptSyntax[] {
  if (isReduction(expression)) return [];
  const own = expression.kind === "reference" ? expression.subscripts.filter(({ bang }) => bang) : [];
  const all = [...own, ...partsOf(expression).flatMap(openLoops)];
  return all.filter(({ name }, index) => all.findIndex((each) => each.name === name) === index);
}

/** MIN and MAX reduce where they have one argument only. */
function isReduction(expression: SyntaxExpr): boolean {
  if (expression.kind !== "call" || !isArrayFunction({ parts: expression.name.split("."), span: expression.span }))
    return false;
  return expression.args.length === 1 || !/^(?:min|max)$/iu.test(expression.name);
}
