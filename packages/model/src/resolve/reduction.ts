import type { ArraySummary } from "../builtin/builtin.ts";
import { arityOf, builtinsNamed, takesMarked } from "../builtin/register.ts";
import type { Expr, Reduction } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { summarize } from "./array-summary.ts";
import type { Call } from "./call.ts";
import type { NamedDimension } from "./dimension-table.ts";
import type { Draft } from "./draft.ts";
import { faulty, resolveExpression } from "./expression.ts";
import { type Scope, withReduction } from "./scope.ts";

/** SUM(x[region!]) and its like: a loop for each dimension that is marked inside, however often it is used there. */
export function resolveReduction(draft: Draft, scope: Scope, by: Reduction | ArraySummary, call: Call): Expr {
  const dimensions = markedDimensions(draft, call.args);
  if (dimensions.length === 0) {
    draft.found.push(report("nothing-to-reduce", call.span, { name: call.name }));
    return faulty(call.span);
  }
  if (isSummary(by)) return summarize(draft, scope, by, call, dimensions);
  const inside = withReduction(scope, dimensions);
  const body = resolveExpression(draft, inside, call.args[0]!);
  return { kind: "reduce", by, loops: inside.loops.slice(scope.loops.length), body, span: call.span };
}

const summaries: ReadonlySet<string> = new Set<ArraySummary>(["mean", "deviation", "rank", "interpolation"]);

function isSummary(by: Reduction | ArraySummary): by is ArraySummary {
  return summaries.has(by);
}

/** ELMCOUNT(dimension), or in XMILE SIZE(array[*]). */
export function countElements(draft: Draft, call: Call): Expr {
  const [arg] = call.args;
  const named = arg?.kind === "reference" ? draft.dimensions.find(arg.name) : undefined;
  const dimensions = named ? [named] : markedDimensions(draft, call.args);
  if (dimensions.length === 0) {
    draft.found.push(report("dimension-needed", call.span, { name: call.name }));
    return faulty(call.span);
  }
  const value = dimensions.reduce((product, { elements }) => product * elements.size, 1);
  return { kind: "number", value, span: call.span };
}

/** The dimensions marked with `!` in some expressions, each once, but not those that a reduction further in takes. */
export function markedDimensions(draft: Draft, expressions: readonly SyntaxExpr[]): readonly NamedDimension[] {
  const marked = new Set<NamedDimension>();
  const take = (subscripts: readonly SubscriptSyntax[]) => {
    for (const { name, bang } of subscripts) {
      const dimension = bang ? draft.dimensions.find(name) : undefined;
      if (dimension) marked.add(dimension);
    }
  };
  for (const expression of expressions) visitSubscripts(draft, expression, take);
  return [...marked];
}

function visitSubscripts(
  draft: Draft,
  expression: SyntaxExpr,
  take: (subscripts: readonly SubscriptSyntax[]) => void,
): void {
  switch (expression.kind) {
    case "reference":
      take(expression.subscripts);
      return;
    case "call":
      if (isReduction(draft, expression)) return;
      take(expression.subscripts);
      for (const arg of expression.args) visitSubscripts(draft, arg, take);
      return;
    case "unary":
      visitSubscripts(draft, expression.operand, take);
      return;
    case "binary":
      visitSubscripts(draft, expression.left, take);
      visitSubscripts(draft, expression.right, take);
      return;
    case "number":
    case "missing":
    case "lookup":
    case "array":
    case "text":
    case "faulty":
      return;
  }
}

function isReduction(draft: Draft, call: Call): boolean {
  const rows = builtinsNamed(draft.dialect, call.name);
  return rows.some((row) => {
    const { least, most } = arityOf(row);
    return takesMarked(row) && call.args.length >= least && call.args.length <= most;
  });
}
