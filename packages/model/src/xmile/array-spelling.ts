import { builtinsNamed } from "../builtin/register.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { LeftSubscriptSyntax, SubscriptSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { arrayCall, isArrayFunction } from "./array-function.ts";
import type { DerivedDimensions } from "./derived-dimensions.ts";
import type { NamedDimensionSyntax } from "./dimensions.ts";
import { flatIndices, isDrawn } from "./flat-index.ts";
import type { Scope } from "./scope.ts";
import { call, type WrittenName } from "./written-name.ts";
import type { WrittenSubscript } from "./written-subscript.ts";

/** The variable whose equation is read: its dimensions, and the one element of each where the equation is for that element. */
export interface EquationOwner {
  readonly name: string;
  readonly dimensions: readonly NamedDimensionSyntax[];
  readonly elements: readonly LeftSubscriptSyntax[] | undefined;
}

/** The dimensions of the subscripts before one: those given by name, and those that stand for all of their elements. */
interface EarlierSubscripts {
  readonly named: readonly NamedDimensionSyntax[];
  readonly whole: readonly NamedDimensionSyntax[];
}

/**
 * Puts what XMILE lets an equation say of arrays (1.0, 3.7.1) into the few forms of the tree: subscripts that are left out, `*`,
 * `1:3`, `@2`, numbers for elements, `Location.Boston`, whole arrays in SUM and its like.
 */
export class ArraySpelling {
  readonly isArrayFunction = isArrayFunction;
  private readonly scope: Scope;
  private readonly owner: EquationOwner;
  private readonly derived: DerivedDimensions;
  private readonly found: Diagnostic[];

  constructor(scope: Scope, owner: EquationOwner, derived: DerivedDimensions, found: Diagnostic[]) {
    this.scope = scope;
    this.owner = owner;
    this.derived = derived;
    this.found = found;
  }

  reference(name: WrittenName, written: readonly WrittenSubscript[] | undefined, inArrayCall: boolean): SyntaxExpr {
    if (isSelf(name) && (!inArrayCall || written !== undefined)) return this.self(name.span);
    if (isSelf(name)) return this.wholeSelf(name.span);
    const position = written === undefined ? this.positionOf(name) : undefined;
    if (position !== undefined) return { kind: "number", value: position, span: name.span };
    const dimensions = this.scope.dimensionsOf(name) ?? [];
    const subscripts =
      written === undefined
        ? this.leftOut(name, dimensions, inArrayCall)
        : this.spellOut(name, dimensions, written, inArrayCall);
    return { kind: "reference", name: this.scope.qualified(name), subscripts, span: name.span };
  }

  call(
    name: WrittenName,
    written: readonly WrittenSubscript[] | undefined,
    args: readonly SyntaxExpr[],
    span: Span,
  ): SyntaxExpr {
    const rewritten = written === undefined ? arrayCall(name, args, span, this.derived) : undefined;
    if (rewritten !== undefined) return rewritten;
    const dimensions = this.scope.dimensionsOf(name) ?? [];
    const [place] = args;
    if (written === undefined && dimensions.length > 0 && args.length === 1 && !this.scope.isGraph(name))
      return this.flat(name, dimensions, place!, span);
    const subscripts =
      written === undefined ? this.leftOut(name, dimensions, false) : this.spellOut(name, dimensions, written, false);
    return call({ parts: [this.scope.qualified(name)], span: name.span }, subscripts, args, span);
  }

  /** `A(n)`: the element with this number, counted row by row (3.3.2). */
  private flat(
    name: WrittenName,
    dimensions: readonly NamedDimensionSyntax[],
    place: SyntaxExpr,
    span: Span,
  ): SyntaxExpr {
    if (dimensions.length > 1 && isDrawn(place)) {
      const what = "takes an element of several dimensions by a number that is drawn";
      this.found.push(report("unsupported-in-xmile", place.span, { name: this.owner.name, what }));
    }
    const subscripts = flatIndices(
      dimensions.map(({ elements }) => elements.length),
      place,
    ).map((index): SubscriptSyntax => ({ name: "", bang: false, index, span: place.span }));
    return { kind: "reference", name: this.scope.qualified(name), subscripts, span };
  }

  /**
   * `A'` reverses the order of A's dimensions. Dimensions are matched by name, so that only one that A has twice is in another
   * place for it.
   */
  transposed(expression: SyntaxExpr, mark: Span): SyntaxExpr {
    if (expression.kind === "reference") {
      const origins = expression.subscripts.map(({ name }) => this.derived.originOf(name));
      const isSquare = new Set(origins).size < origins.length;
      return isSquare ? { ...expression, subscripts: expression.subscripts.toReversed() } : expression;
    }
    const what = "is transposed without being an array";
    this.found.push(report("unsupported-in-xmile", mark, { name: this.owner.name, what }));
    return expression;
  }

  /** The subscripts of the owner's left side. A dimension that it has twice must have two names there. */
  ownSubscripts(span: Span): readonly LeftSubscriptSyntax[] {
    const { dimensions, elements } = this.owner;
    return elements ?? dimensions.map((_, index) => ({ name: this.ownDimension(index).name, span }));
  }

  private self(span: Span): SyntaxExpr {
    const subscripts = this.ownSubscripts(span).map((subscript) => ({
      ...subscript,
      span,
      bang: false,
      index: undefined,
    }));
    return { kind: "reference", name: this.owner.name, subscripts, span };
  }

  /** In SIZE and its like SELF is all of the array. */
  private wholeSelf(span: Span): SyntaxExpr {
    const { name, dimensions } = this.owner;
    const subscripts = dimensions.map((dimension, index) => this.whole(dimension, before(dimensions, index), span));
    return { kind: "reference", name, subscripts, span };
  }

  /** `Location.Boston` is the position of Boston; where the equation is for one element, so is the dimension's name alone. */
  private positionOf({ parts }: WrittenName): number | undefined {
    const dimension = this.scope.dimension(parts[0] ?? "");
    if (dimension === undefined) return undefined;
    if (parts.length === 2) return indexOf(dimension, parts[1] ?? "") + 1 || undefined;
    const at = this.owner.dimensions.indexOf(dimension);
    const element = parts.length === 1 ? this.owner.elements?.[at] : undefined;
    return element && indexOf(dimension, element.name) + 1;
  }

  private leftOut(
    name: WrittenName,
    dimensions: readonly NamedDimensionSyntax[],
    inArrayCall: boolean,
  ): readonly SubscriptSyntax[] {
    const { span } = name;
    if (inArrayCall)
      return dimensions.map((dimension, index) => this.whole(dimension, before(dimensions, index), span));
    return dimensions.flatMap((dimension, index) => {
      const own = this.ownSubscript(dimension, before(dimensions, index), span);
      if (own === undefined) this.found.push(report("loose-array", span, { name: name.parts.join(".") }));
      return own ?? [];
    });
  }

  private spellOut(
    name: WrittenName,
    dimensions: readonly NamedDimensionSyntax[],
    written: readonly WrittenSubscript[],
    inArrayCall: boolean,
  ): readonly SubscriptSyntax[] {
    const facts = { name: name.parts.join("."), given: written.length, dimensions: dimensions.length };
    if (dimensions.length > 0 && written.length > dimensions.length)
      this.found.push(report("too-many-subscripts", written[dimensions.length]!.span, facts));
    if (written.length < dimensions.length) this.found.push(report("too-few-subscripts", name.span, facts));
    return written.flatMap((subscript, index) => {
      const dimension = dimensions[index];
      return dimension === undefined
        ? this.unknownSubscript(subscript)
        : (this.subscript(subscript, dimension, this.earlier(dimensions, written, index), inArrayCall) ?? []);
    });
  }

  private earlier(
    dimensions: readonly NamedDimensionSyntax[],
    written: readonly WrittenSubscript[],
    index: number,
  ): EarlierSubscripts {
    const known = before(dimensions, index);
    const isNamed = (dimension: NamedDimensionSyntax, at: number) => this.dimensionIn(written[at]) === dimension;
    const isWhole = (dimension: NamedDimensionSyntax, at: number) =>
      written[at]?.kind === "all" || (isNamed(dimension, at) && !this.owner.dimensions.includes(dimension));
    return { named: known.filter(isNamed), whole: known.filter(isWhole) };
  }

  private dimensionIn(written: WrittenSubscript | undefined): NamedDimensionSyntax | undefined {
    const parts = written?.kind === "name" ? written.name.parts : [];
    return parts.length === 1 ? this.scope.dimension(parts[0] ?? "") : undefined;
  }

  /** A subscript of something that is not known as an array: left to the phase that looks names up. */
  private unknownSubscript(written: WrittenSubscript): readonly SubscriptSyntax[] {
    return written.kind === "name" ? [plain(written.name.parts.join("."), written.span)] : [];
  }

  private subscript(
    written: WrittenSubscript,
    dimension: NamedDimensionSyntax,
    earlier: EarlierSubscripts,
    inArrayCall: boolean,
  ): SubscriptSyntax | undefined {
    switch (written.kind) {
      case "all": {
        const all = written.of === undefined ? dimension : this.scope.dimension(written.of);
        if (all === undefined) return plain(written.of ?? "", written.span);
        return inArrayCall
          ? this.whole(all, earlier.whole, written.span)
          : this.ownWhole(all, [...earlier.named, ...earlier.whole], written.span);
      }
      case "position":
        return this.ownAt(written.position, written.span);
      case "range":
        return this.range(written, dimension, inArrayCall);
      case "index":
        return this.indexed(written.index, dimension);
      case "name":
        return this.named(written.name, dimension, earlier, inArrayCall);
    }
  }

  private whole(
    dimension: NamedDimensionSyntax,
    earlier: readonly NamedDimensionSyntax[],
    span: Span,
  ): SubscriptSyntax {
    const used = count(this.owner.dimensions, dimension) + count(earlier, dimension);
    return { ...plain(this.derived.alias(dimension, used).name, span), bang: true };
  }

  /** The owner's dimension as its left side names it. */
  ownDimension(index: number): NamedDimensionSyntax {
    const dimension = this.owner.dimensions[index]!;
    return this.derived.alias(dimension, count(before(this.owner.dimensions, index), dimension));
  }

  /** The owner's subscript for a dimension that both have: the second for the second, where both have it twice. */
  private ownSubscript(
    dimension: NamedDimensionSyntax,
    earlier: readonly NamedDimensionSyntax[],
    span: Span,
  ): SubscriptSyntax | undefined {
    const places = this.owner.dimensions.flatMap((each, index) => (each === dimension ? [index] : []));
    const place = places[count(earlier, dimension)] ?? places[0];
    return place === undefined ? undefined : this.ownAt(place + 1, span);
  }

  /** @param position of one of the owner's dimensions, counted from 1 */
  private ownAt(position: number, span: Span): SubscriptSyntax | undefined {
    const own = this.ownSubscripts(span)[position - 1];
    if (own !== undefined) return { ...own, span, bang: false, index: undefined };
    const { name, dimensions } = this.owner;
    this.reportPosition(`dimension ${position}`, name, dimensions.length, span);
    return undefined;
  }

  private reportPosition(position: string, dimension: string, size: number, span: Span): void {
    this.found.push(report("no-such-position", span, { position, dimension, size }));
  }

  private range(
    { from, to, span }: Extract<WrittenSubscript, { kind: "range" }>,
    dimension: NamedDimensionSyntax,
    inArrayCall: boolean,
  ): SubscriptSyntax | undefined {
    const [first, last] = [this.fixedIndex(from, dimension), this.fixedIndex(to, dimension)];
    if (first === undefined || last === undefined || first > last) {
      const what = "takes a range with ends that are not fixed, rising elements";
      this.found.push(report("unsupported-in-xmile", span, { name: this.owner.name, what }));
      return undefined;
    }
    if (!inArrayCall) return this.slice(dimension, first, last - first + 1, span);
    return { ...plain(this.derived.subrange(dimension, first, last, span).name, span), bang: true };
  }

  /** A range outside SUM and its like: its first element goes with the first of an owner's dimension that has as many. */
  private slice(dimension: NamedDimensionSyntax, first: number, size: number, span: Span): SubscriptSyntax | undefined {
    const place = this.owner.dimensions.findIndex(({ elements }) => elements.length === size);
    const own = place < 0 ? undefined : this.ownDimension(place);
    if (own === undefined) {
      this.found.push(report("loose-array", span, { name: dimension.name }));
      return undefined;
    }
    if (first === 0 && own === dimension) return plain(own.name, span);
    return this.byPosition(own, dimension, first, span);
  }

  /** The element as many places after `first` as the left side stands at in one of its own dimensions. */
  private byPosition(
    own: NamedDimensionSyntax,
    dimension: NamedDimensionSyntax,
    first: number,
    span: Span,
  ): SubscriptSyntax | undefined {
    const at = this.positionOf({ parts: [own.name], span });
    if (at !== undefined) return this.indexed({ kind: "number", value: at + first, span }, dimension);
    const here: SyntaxExpr = { kind: "reference", name: own.name, subscripts: [], span };
    const before: SyntaxExpr = { kind: "number", value: first, span };
    const index: SyntaxExpr = { kind: "binary", op: "add", left: here, right: before, span };
    return { name: "", bang: false, index: first === 0 ? here : index, span };
  }

  /** `*` outside SUM and its like: the array's elements go with those of the same dimension on the left. */
  private ownWhole(
    dimension: NamedDimensionSyntax,
    earlier: readonly NamedDimensionSyntax[],
    span: Span,
  ): SubscriptSyntax | undefined {
    const own = this.ownSubscript(dimension, earlier, span);
    if (own === undefined) this.found.push(report("loose-array", span, { name: dimension.name }));
    return own;
  }

  /** Counted from 0; undefined where it is computed. */
  private fixedIndex(written: WrittenSubscript, dimension: NamedDimensionSyntax): number | undefined {
    const element =
      written.kind === "index"
        ? this.indexed(written.index, dimension)
        : written.kind === "name"
          ? plain(written.name.parts.at(-1) ?? "", written.span)
          : undefined;
    const index = element === undefined ? -1 : indexOf(dimension, element.name);
    return index < 0 ? undefined : index;
  }

  private indexed(index: SyntaxExpr, dimension: NamedDimensionSyntax): SubscriptSyntax | undefined {
    if (index.kind !== "number") return { name: "", bang: false, index, span: index.span };
    const element = dimension.elements[index.value - 1];
    if (element !== undefined) return { ...plain(element.name, index.span), dimension: dimension.name };
    this.reportPosition(`position ${index.value}`, dimension.name, dimension.elements.length, index.span);
    return undefined;
  }

  /** An element goes before a variable of the same name (3.7.1, footnote). */
  private named(
    name: WrittenName,
    dimension: NamedDimensionSyntax,
    earlier: EarlierSubscripts,
    inArrayCall: boolean,
  ): SubscriptSyntax | undefined {
    const { parts, span } = name;
    const element = dimension.elements[indexOf(dimension, parts.at(-1) ?? "")];
    const qualifier = parts.length === 2 ? this.scope.dimension(parts[0] ?? "") : dimension;
    if (element !== undefined && qualifier === dimension)
      return { ...plain(element.name, span), dimension: dimension.name };
    const other = parts.length === 1 ? this.scope.dimension(parts[0] ?? "") : undefined;
    if (other === undefined) return this.variableIndex(name);
    const own = this.ownSubscript(other, earlier.named, span);
    // A dimension that shares no names with this one counts by its position.
    if (own !== undefined && !other.elements.every((each) => indexOf(dimension, each.name) >= 0))
      return this.byPosition(other, dimension, 0, span);
    return own ?? (inArrayCall ? this.whole(other, earlier.whole, span) : plain(other.name, span));
  }

  /** A variable, or a function without arguments such as TIME. */
  private variableIndex(name: WrittenName): SubscriptSyntax {
    const isVariable = this.scope.dimensionsOf(name) !== undefined;
    const [first, ...rest] = name.parts;
    const isFunction = rest.length === 0 && builtinsNamed("xmile", first!).some(({ args }) => args.length === 0);
    if (!isVariable && !isFunction) return plain(name.parts.join("."), name.span);
    return { name: "", bang: false, index: this.reference(name, undefined, false), span: name.span };
  }
}

function isSelf({ parts }: WrittenName): boolean {
  return parts.length === 1 && nameKey(parts[0] ?? "") === "self";
}

function plain(name: string, span: Span): SubscriptSyntax {
  return { name, bang: false, index: undefined, span };
}

function indexOf({ elements }: NamedDimensionSyntax, name: string): number {
  const key = nameKey(name);
  return elements.findIndex((element) => nameKey(element.name) === key);
}

function before<T>(all: readonly T[], index: number): readonly T[] {
  return all.slice(0, index);
}

function count<T>(all: readonly T[], one: T): number {
  return all.filter((each) => each === one).length;
}
