import type { DimensionTable, NamedDimension } from "../resolve/dimension-table.ts";
import type { NamedAxis, NamedVariable } from "../resolve/draft.ts";
import { type LeftSubscript, leftSubscript } from "../resolve/left-hand-side.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { NameSyntax, SubscriptSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";

/** The arrays of a model (or macro), as far as writing an equation depends on them. */
export interface Arrays {
  readonly dimensions: DimensionTable;
  /** By the keys of their names. */
  readonly variables: ReadonlyMap<string, NamedVariable>;
}

/**
 * Where an equation is written: once for all elements of its variable, or for one of them, at which every dimension of the left side
 * stands at one element.
 */
export interface Place {
  /** The dimensions that the variable is declared with. */
  readonly declared: readonly NamedDimension[];
  /** What each dimension on the left stands at; undefined where the equation is for all elements. */
  readonly bindings: readonly { readonly dimension: NamedDimension; readonly element: string }[] | undefined;
}

/** The dimensions that a variable is declared with, and its equations: one for all elements, or each element's own. */
export interface ArrayShape {
  readonly declared: readonly NamedDimension[];
  readonly whole: VariableSyntax | undefined;
  readonly elements: readonly {
    readonly subscripts: readonly string[];
    readonly equation: VariableSyntax;
    readonly place: Place;
    /** Which of the values in the equation's list of constants is this element's. */
    readonly turn: number;
  }[];
}

export function shapeOf(group: readonly VariableSyntax[], arrays: Arrays): ArrayShape {
  const [first] = group;
  const axes = arrays.variables.get(nameKey(fullName(first!)))?.axes ?? [];
  const left = lefts(first!, arrays);
  if (group.length === 1 && first && isWhole(first, left, arrays)) {
    const declared = left.map(({ dimension }) => arrays.dimensions.at(dimension!));
    return { declared, whole: first, elements: [] };
  }
  const declared = axes.map(({ dimension }) => arrays.dimensions.at(dimension));
  return { declared, whole: undefined, elements: group.flatMap((each) => elementsOf(each, declared, axes, arrays)) };
}

export function fullName({ modulePath, name }: VariableSyntax): string {
  return [...modulePath, name].join(".");
}

function lefts({ subscripts }: VariableSyntax, { dimensions }: Arrays): readonly LeftSubscript[] {
  return subscripts.flatMap((subscript) => leftSubscript(dimensions, subscript) ?? []);
}

function isWhole(equation: VariableSyntax, left: readonly LeftSubscript[], arrays: Arrays): boolean {
  const own = new Set(left.map(({ dimension }) => dimension));
  if (own.has(undefined) || own.size < left.length || equation.except.length > 0) return false;
  const { definition } = equation;
  if (left.length === 0) return true;
  if (definition.kind === "lookup") return false;
  const dimensions = new Set(left.map(({ dimension }) => arrays.dimensions.at(dimension!)));
  return expressionsOf(definition).every((expression) => isOpen(expression, dimensions, arrays));
}

/** Whether an expression can be written with the names of its dimensions: each is on the left, or reduced over. */
function isOpen(expr: SyntaxExpr, own: ReadonlySet<NamedDimension>, arrays: Arrays): boolean {
  if (expr.kind === "array") return false;
  const names = expr.kind === "reference" || expr.kind === "call" ? expr.subscripts : [];
  const isOwn = (dimension: NamedDimension | undefined) => dimension === undefined || own.has(dimension);
  const here = names.every(
    (each) => each.bang || each.dimension !== undefined || isOwn(arrays.dimensions.find(each.name)),
  );
  const value = expr.kind === "reference" && isValue(expr, arrays) ? isOwn(arrays.dimensions.find(expr.name)) : true;
  return here && value && partsOf(expr).every((part) => isOpen(part, own, arrays));
}

/** A dimension or an element that is used as a number. */
export function isValue({ name }: Extract<SyntaxExpr, { kind: "reference" }>, arrays: Arrays): boolean {
  if (arrays.variables.has(nameKey(name))) return false;
  return arrays.dimensions.find(name) !== undefined || arrays.dimensions.homeOf(name) !== undefined;
}

function elementsOf(
  equation: VariableSyntax,
  declared: readonly NamedDimension[],
  axes: readonly NamedAxis[],
  arrays: Arrays,
): ArrayShape["elements"] {
  const left = lefts(equation, arrays);
  const loops = [...new Set(left.flatMap(({ dimension }) => dimension ?? []))].map((id) => arrays.dimensions.at(id));
  const holes = equation.except.map((names) => holeOf(names, arrays));
  return combinations(loops.map(({ elements }) => elements.keys)).flatMap((keys, turn) => {
    const at = left.map((one) =>
      one.dimension === undefined ? one.elements.keys[0]! : keys[loops.indexOf(arrays.dimensions.at(one.dimension))]!,
    );
    if (holes.some((hole) => hole.every((part, k) => part.has(at[k]!)))) return [];
    const bindings = left.map((one, k) => ({
      dimension: arrays.dimensions.at(one.dimension ?? axes[k]!.dimension),
      element: at[k]!,
    }));
    const subscripts = at.map((key, k) => elementName(axes[k]!, key));
    return [{ subscripts, equation, place: { declared, bindings }, turn }];
  });
}

function elementName({ elements }: NamedAxis, key: string): string {
  return elements.names[elements.placeOf(key) ?? -1] ?? key;
}

function holeOf(names: readonly NameSyntax[], { dimensions }: Arrays): readonly ReadonlySet<string>[] {
  return names.map((name) => new Set(leftSubscript(dimensions, name)?.elements.keys ?? []));
}

function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.reduce<readonly (readonly string[])[]>(
    (rows, list) => rows.flatMap((row) => list.map((key) => [...row, key])),
    [[]],
  );
}

/** The element that a dimension stands at where an equation is for one element; undefined where it stands at none. */
export function elementAt(name: string, { bindings = [] }: Place, { dimensions }: Arrays): string | undefined {
  const dimension = dimensions.find(name);
  if (dimension === undefined) return undefined;
  const own = bindings.toReversed().find((binding) => binding.dimension === dimension);
  if (own !== undefined) return own.element;
  for (const { dimension: to, element } of bindings.toReversed()) {
    const counterparts = dimensions.counterparts(dimension, to);
    if (typeof counterparts !== "string") return counterparts[to.elements.placeOf(element)!];
  }
  return undefined;
}

/** The subscripts of a reference: those that it has, or the ones that it means where it has none. */
export function subscriptsOf(
  { name, subscripts, span }: Extract<SyntaxExpr, { kind: "reference" | "call" }>,
  arrays: Arrays,
): readonly SubscriptSyntax[] {
  const axes = arrays.variables.get(nameKey(name))?.axes ?? [];
  if (subscripts.length > 0 || axes.length === 0) return subscripts;
  return axes.map(({ dimension }) => ({
    name: arrays.dimensions.at(dimension).name,
    bang: false,
    index: undefined,
    span,
  }));
}
