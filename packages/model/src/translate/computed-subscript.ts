import type { NamedVariable } from "../resolve/draft.ts";
import type { SyntaxExpr } from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";

type Reference = Extract<SyntaxExpr, { kind: "reference" }>;

/**
 * `x[i, n]` with a position `n` that is computed, as Vensim says it: VECTOR ELM MAP counts on from the first element, row by row; where
 * there is no such position XMILE has 0 (1.0, 3.7.1).
 */
export function elementMap(reference: Reference, { axes }: NamedVariable): SyntaxExpr {
  const { subscripts, span } = reference;
  const make = makerAt(span);
  const computed = subscripts.flatMap(({ index }, axis) => (index === undefined ? [] : [{ index, axis }]));
  const sizeOf = (axis: number) => axes[axis]!.elements.size;
  const strideOf = (axis: number) => axes.slice(axis + 1).reduce((size, { elements }) => size * elements.size, 1);
  const first = subscripts.map((each, axis) =>
    each.index === undefined ? each : { name: axes[axis]!.elements.names[0]!, bang: false, index: undefined, span },
  );
  const isThere = computed
    .map(({ index, axis }) => {
      const isNotBefore = make.binary("greater-or-equal", index, make.number(1));
      return make.binary("and", isNotBefore, make.binary("less", index, make.number(sizeOf(axis) + 1)));
    })
    .reduce((all, each) => make.binary("and", all, each));
  const offset = computed
    .map(({ index, axis }) => {
      const places = make.binary("subtract", make.call("INTEGER", index), make.number(1));
      return strideOf(axis) === 1 ? places : make.binary("multiply", places, make.number(strideOf(axis)));
    })
    .reduce((all, each) => make.binary("add", all, each));
  const element = make.call("VECTOR ELM MAP", { ...reference, subscripts: first }, offset);
  return make.call("IF THEN ELSE", isThere, element, make.number(0));
}
