import { builtinsNamed } from "../builtin/register.ts";
import { externalContent } from "../data/external-call.ts";
import type { DataSeries, Definition, Equation, LookupTable, Model } from "../model.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type {
  DefinitionSyntax,
  DimensionSyntax,
  LookupSyntax,
  NameSyntax,
  SyntaxExpr,
  SyntaxTree,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";

/**
 * A tree in which what the model takes from beside it stands in its own equations: numbers for constants, tables for lookups, tables over
 * time for data, and elements. XMILE has none of Vensim's calls for these, and its own <data> (1.0, 2.4) says no more than a file's name.
 * @param model  what the tree means, with what stands beside it
 */
export function withValuesInPlace(tree: SyntaxTree, model: Model, found: Diagnostic[]): SyntaxTree {
  reportPoints(tree, model, found);
  const placing = new Placing(model, found);
  return {
    ...tree,
    dimensions: tree.dimensions.map((dimension) => placing.dimension(dimension)),
    variables: tree.variables.flatMap((variable) => placing.variable(variable)),
  };
}

/** A function that reads the points of a data variable has none to read once they are a table over time. */
function reportPoints({ variables }: SyntaxTree, model: Model, found: Diagnostic[]): void {
  const data = new Set(model.variables.filter(({ role }) => role === "data").map(({ name }) => nameKey(name)));
  if (data.size === 0) return;
  const visit = (expr: SyntaxExpr): void => {
    if (expr.kind === "call" && readsPoints(expr.name) && expr.args.some((arg) => isOneOf(data, arg)))
      found.push(report("not-in-language", expr.nameSpan, { what: `what ${expr.name} reads`, language: "XMILE" }));
    for (const part of partsOf(expr)) visit(part);
  };
  for (const { definition } of variables) if (definition.kind !== "data") expressionsOf(definition).forEach(visit);
}

function readsPoints(name: string): boolean {
  return builtinsNamed("vensim", name).some(({ behaviour }) => behaviour.kind === "data");
}

function isOneOf(names: ReadonlySet<string>, expr: SyntaxExpr): boolean {
  return expr.kind === "reference" && names.has(nameKey(expr.name));
}

class Placing {
  private readonly model: Model;
  private readonly found: Diagnostic[];
  /** By where they stand in the file. */
  private readonly equations: ReadonlyMap<number, Equation>;

  constructor(model: Model, found: Diagnostic[]) {
    this.model = model;
    this.found = found;
    const own = model.equations.filter(({ variable }) => !model.variables[variable]!.hidden);
    this.equations = new Map(own.map((equation) => [equation.span.start, equation]));
  }

  dimension(dimension: DimensionSyntax): DimensionSyntax {
    const { name, span, external } = dimension;
    if (external === undefined) return dimension;
    const elements = this.model.dimensions.find((each) => nameKey(each.name) === nameKey(name))?.elements ?? [];
    this.reportChange(`What ${callOf(external)} reads`, "the elements themselves", external.span);
    return { ...dimension, external: undefined, elements: elements.map((each) => ({ name: each, span })) };
  }

  variable(variable: VariableSyntax): readonly VariableSyntax[] {
    const { definition, name, nameSpan } = variable;
    if (definition.kind === "equation" && definition.expression.kind === "text") {
      const what = `the text that "${name}" stands for`;
      this.found.push(report("lost-in-writing", nameSpan, { what, language: "XMILE" }));
      return [];
    }
    if (!isFromElsewhere(definition)) return [variable];
    const equation = this.equations.get(variable.span.start);
    return equation === undefined ? [variable] : this.placed(variable, equation);
  }

  private placed(variable: VariableSyntax, equation: Equation): readonly VariableSyntax[] {
    const { definition, nameSpan, name } = variable;
    const values = this.valuesOf(equation.definition, nameSpan);
    if (values === undefined) return [asEquation(variable)];
    const { expression } = definition as Extract<DefinitionSyntax, { kind: "equation" }>;
    const what = expression === undefined ? `The data of "${name}"` : `What ${callOf(expression)} reads for "${name}"`;
    const instead = equation.definition.kind === "data" ? "tables over time" : "the values themselves";
    this.reportChange(what, instead, nameSpan);
    return values.map((value, turn) => ({
      ...variable,
      subscripts: this.elementsAt(equation, turn, nameSpan),
      except: [],
      definition: value,
    }));
  }

  private valuesOf(definition: Definition, span: Span): readonly DefinitionSyntax[] | undefined {
    switch (definition.kind) {
      case "constant":
        return definition.values.map((value) => ({ kind: "equation", expression: makerAt(span).number(value) }));
      case "lookup":
        return definition.tables.map((table) => ({ kind: "lookup", lookup: lookupOf(table, span) }));
      case "data":
        return definition.series.map((series) => ({ kind: "equation", expression: this.overTime(series, span) }));
      case "auxiliary":
      case "initial":
      case "stock":
      case "pipeline":
      case "sample":
      case "previous":
        return undefined;
    }
  }

  /** A series as a table that is read at every moment as the engine reads the series: a point counts as reached a millionth of a step off. */
  private overTime({ times, values, interpolation }: DataSeries, span: Span): SyntaxExpr {
    const make = makerAt(span);
    const time = make.name("Time");
    const near = this.model.simulation.timeStep * 1e-6;
    const table = (xs: readonly number[], between: LookupTable["between"], ys = values): SyntaxExpr => ({
      kind: "lookup",
      lookup: lookupOf({ xs, ys, between, outside: "held" }, span),
      span,
    });
    if (times.length === 0) return { kind: "missing", span };
    switch (interpolation) {
      case "interpolate":
        return make.call("WITH LOOKUP", time, table(times, "linear"));
      case "hold-backward":
        return make.call("WITH LOOKUP", time, table([times[0]!, ...times.slice(1).map((each) => each - near)], "step"));
      case "look-forward": {
        const reached = times.map((each, point) => (point === times.length - 1 ? each : each + near));
        return make.call("LOOKUP FORWARD", table(reached, "linear"), time);
      }
      case "raw": {
        const missing = -(2 ** 109);
        const ends = times.flatMap((each) => [each - near, each + near]);
        const ys = [missing, ...values.flatMap((value) => [value, missing])];
        return make.call("WITH LOOKUP", time, table([times[0]! - 1, ...ends], "step", ys));
      }
    }
  }

  /** The elements that an equation defines as its loops turn. */
  private elementsAt({ variable, at, loops }: Equation, turn: number, span: Span): readonly NameSyntax[] {
    const { axes } = this.model.variables[variable]!;
    return at.map((index, axis) => {
      const position = index.kind === "fixed" ? index.position : index.positions[turnOf(loops, index.loop, turn)]!;
      return { name: axes[axis]!.elements[position]!, span };
    });
  }

  private reportChange(what: string, instead: string, span: Span): void {
    this.found.push(report("changed-in-writing", span, { what, instead }));
  }
}

function isFromElsewhere(definition: DefinitionSyntax): boolean {
  if (definition.kind === "data") return true;
  const isEquation = definition.kind === "equation" || definition.kind === "unchangeable";
  return isEquation && externalContent(definition.expression) !== undefined;
}

function callOf(expression: SyntaxExpr): string {
  return expression.kind === "call" ? expression.name : "an expression";
}

/** Data worked out in every step are an equation like any other. */
function asEquation(variable: VariableSyntax): VariableSyntax {
  const { definition } = variable;
  if (definition.kind !== "data" || definition.expression === undefined) return variable;
  return { ...variable, definition: { kind: "equation", expression: definition.expression } };
}

function lookupOf({ xs, ys, between, outside }: LookupTable, span: Span): LookupSyntax {
  return { points: xs.map((x, point) => ({ x, y: ys[point]! })), between, outside, span };
}

/** Which turn a loop takes in a combination of turns, the last loop fastest. */
function turnOf(loops: Equation["loops"], loop: number, combination: number): number {
  const faster = loops.slice(loop + 1).reduce((product, { size }) => product * size, 1);
  return Math.floor(combination / faster) % loops[loop]!.size;
}
