import type { ArraySummary } from "../builtin/builtin.ts";
import type { Expr, Index, Reduction } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Call } from "./call.ts";
import type { NamedDimension } from "./dimension-table.ts";
import type { Draft } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import { hide } from "./hidden.ts";
import { type Scope, withReduction } from "./scope.ts";

/** MEAN, STDDEV, RANK and INTERPOLATE over the elements of some dimensions, made of sums. */
export function summarize(
  draft: Draft,
  scope: Scope,
  by: ArraySummary,
  call: Call,
  dimensions: readonly NamedDimension[],
): Expr {
  const pass = new Pass(draft, scope, dimensions, call);
  switch (by) {
    case "mean":
      return meanOf(pass);
    case "deviation":
      return deviationOf(pass);
    case "rank":
      return rankOf(pass);
    case "interpolation":
      return interpolated(pass);
  }
}

/** One loop after the other over the dimensions, inside a scope. */
class Pass {
  readonly draft: Draft;
  readonly scope: Scope;
  readonly inside: Scope;
  readonly dimensions: readonly NamedDimension[];
  readonly call: Call;

  constructor(draft: Draft, scope: Scope, dimensions: readonly NamedDimension[], call: Call) {
    this.draft = draft;
    this.scope = scope;
    this.inside = withReduction(scope, dimensions);
    this.dimensions = dimensions;
    this.call = call;
  }

  /** The same once more, inside the loops of this one. */
  within(): Pass {
    return new Pass(this.draft, this.inside, this.dimensions, this.call);
  }

  get count(): number {
    return this.dimensions.reduce((product, { elements }) => product * elements.size, 1);
  }

  number(value: number): Expr {
    return { kind: "number", value, span: this.call.span };
  }

  apply(id: string, ...args: readonly Expr[]): Expr {
    return operator(id, this.call.span, ...args);
  }

  /** An argument at the element that the loops stand at. */
  element(argument: number): Expr {
    return resolveExpression(this.draft, this.inside, this.call.args[argument]!);
  }

  /** A value that the loops do not change, computed outside them. */
  outside(value: Expr, name: string): Expr {
    if (value.kind === "number") return value;
    const { draft, scope, call } = this;
    const owner = `${name} of ${scope.variable.name}`;
    return hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, call.span).reference;
  }

  reduce(by: Reduction, body: Expr): Expr {
    const loops = this.inside.loops.slice(this.scope.loops.length);
    return { kind: "reduce", by, loops, body, span: this.call.span };
  }

  /** Where one of the loops stands, counted from 1. */
  place(dimension: number): Expr {
    const loop = this.scope.loops.length + dimension;
    const positions = this.dimensions[dimension]!.elements.order;
    const at: Index = { kind: "loop", loop, positions };
    return { kind: "position", at, span: this.call.span };
  }

  /** The number of the element that the loops stand at, row by row, counted from 1. */
  numberOfElement(): Expr {
    return this.dimensions
      .map((_, dimension) => this.place(dimension))
      .reduce((before, place, dimension) => {
        const size = this.number(this.dimensions[dimension]!.elements.size);
        const rows = this.apply("subtract", before, this.number(1));
        return this.apply("add", this.apply("multiply", rows, size), place);
      });
  }
}

function meanOf(pass: Pass): Expr {
  return pass.apply("divide", pass.reduce("sum", pass.element(0)), pass.number(pass.count));
}

function deviationOf(pass: Pass): Expr {
  const mean = pass.outside(meanOf(pass), "mean");
  const off = pass.apply("subtract", pass.element(0), mean);
  const squares = pass.reduce("sum", pass.apply("multiply", off, off));
  return pass.apply("sqrt", pass.apply("divide", squares, pass.number(pass.count)));
}

/** An element's place is one more than how many come before it; the sum over all elements has one term that is not 0. */
function rankOf(pass: Pass): Expr {
  const { draft, scope, inside, call } = pass;
  const wanted = pass.outside(resolveExpression(draft, scope, call.args[1]!), "rank");
  const others = pass.within();
  const isBefore = pass.apply("if-then-else", comesBefore(others, pass), pass.number(1), pass.number(0));
  const before = pass.apply("add", others.reduce("sum", isBefore), pass.number(1));
  // A variable of its own for each element, so that no sum stands inside a sum, which Vensim cannot write.
  const definition = { kind: "auxiliary", value: before, initial: undefined } as const;
  const place = hide(draft, inside, `place of ${scope.variable.name}`, definition, call.span).reference;
  const isIt = pass.apply("equal", place, pass.apply("int", wanted));
  return pass.reduce("sum", pass.apply("if-then-else", isIt, pass.numberOfElement(), pass.number(0)));
}

/** Whether the element of the inner loops is sorted before that of the outer ones: by value, by the next array, by number. */
function comesBefore(inner: Pass, outer: Pass): Expr {
  const keys: (readonly [Expr, Expr])[] = [[inner.element(0), outer.element(0)]];
  if (outer.call.args[2] !== undefined) keys.push([inner.element(2), outer.element(2)]);
  const last = inner.apply("less", inner.numberOfElement(), outer.numberOfElement());
  return keys.reduceRight<Expr>((next, [here, there]) => {
    const isTie = inner.apply("and", inner.apply("equal", here, there), next);
    return inner.apply("or", inner.apply("less", here, there), isTie);
  }, last);
}

/** The sum of all elements, each by how near it is: 1 at it, 0 at its neighbours. */
function interpolated(pass: Pass): Expr {
  const { draft, scope, call, dimensions } = pass;
  const fractions = call.args.slice(1);
  if (fractions.length !== dimensions.length) {
    const wanted = `the array and ${dimensions.length} fractions, one for each dimension`;
    draft.found.push(report("argument-count", call.span, { name: call.name, wanted, given: call.args.length }));
    return faulty(call.span);
  }
  const weights = fractions.map((fraction, dimension) => {
    const [zero, one] = [pass.number(0), pass.number(1)];
    const within = pass.apply("max", pass.apply("min", resolveExpression(draft, scope, fraction), one), zero);
    const steps = pass.number(dimensions[dimension]!.elements.size - 1);
    const at = pass.outside(pass.apply("add", pass.apply("multiply", within, steps), one), "place");
    const away = pass.apply("abs", pass.apply("subtract", at, pass.place(dimension)));
    return pass.apply("max", pass.apply("subtract", one, away), zero);
  });
  return pass.reduce(
    "sum",
    weights.reduce((product, weight) => pass.apply("multiply", product, weight), pass.element(0)),
  );
}
