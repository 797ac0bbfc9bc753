import { builtinsNamed } from "../builtin/register.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import type { BinaryOp, SyntaxExpr } from "../syntax/syntax-tree.ts";

/**
 * The positions along each dimension of the element with a number that counts row by row (XMILE 1.0, 3.3.2). A number that no element
 * has makes the first position one that none has.
 */
export function flatIndices(sizes: readonly number[], place: SyntaxExpr): readonly SyntaxExpr[] {
  const { span } = place;
  const number = (value: number): SyntaxExpr => ({ kind: "number", value, span });
  const binary = (op: BinaryOp, left: SyntaxExpr, right: SyntaxExpr): SyntaxExpr => ({
    kind: "binary",
    op,
    left,
    right,
    span,
  });
  const floor = (x: SyntaxExpr): SyntaxExpr => ({
    kind: "call",
    name: "INT",
    nameSpan: span,
    subscripts: [],
    args: [x],
    outputs: [],
    span,
  });
  if (sizes.length === 1) return [place];
  const before = binary("subtract", floor(place), number(1));
  return sizes.map((size, axis) => {
    const stride = sizes.slice(axis + 1).reduce((product, each) => product * each, 1);
    const rows = stride === 1 ? before : floor(binary("divide", before, number(stride)));
    return binary("add", axis === 0 ? rows : binary("modulo", rows, number(size)), number(1));
  });
}

/** Whether an expression gives another number each time that it stands in an equation. */
export function isDrawn(expr: SyntaxExpr): boolean {
  const isDraw = expr.kind === "call" && builtinsNamed("xmile", expr.name).some(({ args }) => args.includes("seed?"));
  return isDraw || partsOf(expr).some(isDrawn);
}
