import { nameKey } from "../syntax/name-key.ts";
import type { BinaryOp, RealityCheckSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";

/** A variable that is to be as a comparison has it. */
export interface Forcing {
  readonly variable: Extract<SyntaxExpr, { kind: "reference" }>;
  readonly op: Ordering | "equal";
  readonly value: SyntaxExpr;
}

type Ordering = Extract<BinaryOp, "less" | "less-or-equal" | "greater" | "greater-or-equal">;

/** More than these are not run for one check. */
const mostWays = 8;

/**
 * Every way in which a condition can be made true: what is forced at once, for each side of an `:OR:` by itself. Conditions are
 * comparisons of variables and names of test inputs (vensim.com/documentation/20965.html, 20970.html).
 * @param faults  why it is not run, for each thing that those pages do not say how to force
 */
export function waysOf(
  condition: SyntaxExpr,
  inputs: ReadonlyMap<string, RealityCheckSyntax>,
  faults: string[],
): readonly (readonly Forcing[])[] {
  const ways = waysIn(condition, inputs, faults);
  if (ways.length > mostWays) faults.push(`its condition can be met in more than ${mostWays} ways`);
  for (const way of ways)
    if (new Set(way.map(({ variable }) => nameKey(variable.name))).size < way.length)
      faults.push("its condition forces one variable twice");
  return ways.slice(0, mostWays);
}

function waysIn(
  expr: SyntaxExpr,
  inputs: ReadonlyMap<string, RealityCheckSyntax>,
  faults: string[],
): readonly (readonly Forcing[])[] {
  if (expr.kind === "reference") return testInput(expr, inputs, faults);
  if (expr.kind === "binary" && expr.op === "or")
    return [...waysIn(expr.left, inputs, faults), ...waysIn(expr.right, inputs, faults)];
  if (expr.kind === "binary" && expr.op === "and") {
    const [first, second] = [waysIn(expr.left, inputs, faults), waysIn(expr.right, inputs, faults)];
    // One too many is enough to be told so.
    return first.flatMap((one) => second.map((other) => [...one, ...other])).slice(0, mostWays + 1);
  }
  if (expr.kind !== "binary" || !isForcible(expr.op))
    return refused(faults, "its condition is more than comparisons, :AND: and :OR:");
  const { op, left, right } = expr;
  if (left.kind !== "reference") return refused(faults, "its condition compares what is not a variable");
  return [[{ variable: left, op, value: right }]];
}

const forcible: readonly BinaryOp[] = ["equal", "less", "less-or-equal", "greater", "greater-or-equal"];

function isForcible(op: BinaryOp): op is Forcing["op"] {
  return forcible.includes(op);
}

function testInput(
  { name, subscripts }: Forcing["variable"],
  inputs: ReadonlyMap<string, RealityCheckSyntax>,
  faults: string[],
): readonly (readonly Forcing[])[] {
  const input = inputs.get(nameKey(name));
  if (input === undefined) return refused(faults, `"${name}" is no test input of the model`);
  const given = subscripts.map((each) => nameKey(each.name)).join();
  if (given !== input.subscripts.map((each) => nameKey(each.name)).join())
    return refused(faults, `it has the test input "${name}" with other subscripts than that is defined with`);
  const { condition } = input;
  if (condition?.kind !== "binary" || condition.op !== "equal" || condition.left.kind !== "reference")
    return refused(faults, `the test input "${name}" is not of the form "variable = expression"`);
  return [[{ variable: condition.left, op: "equal", value: condition.right }]];
}

function refused(faults: string[], reason: string): readonly [] {
  faults.push(reason);
  return [];
}
