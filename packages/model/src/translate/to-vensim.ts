import type { Model } from "../model.ts";
import { withConvertedFlows } from "../resolve/converted-flows.ts";
import { declare } from "../resolve/declarations.ts";
import { type DimensionTable, dimensionTable } from "../resolve/dimension-table.ts";
import type { NamedVariable } from "../resolve/draft.ts";
import { flattenModules } from "../resolve/flatten-modules.ts";
import { type OutflowLimits, outflowLimits } from "../resolve/outflow-limits.ts";
import { timeNames, variablesWithTimes } from "../resolve/time-variables.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { expressionsOf, mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type {
  DefinitionSyntax,
  LookupSyntax,
  NameSyntax,
  SyntaxExpr,
  SyntaxTree,
  VariableSyntax,
} from "../syntax/syntax-tree.ts";
import { elementMap } from "./computed-subscript.ts";
import { makerAt } from "./expression-maker.ts";
import { withFitMacros } from "./fit-macros.ts";
import { FreeNames } from "./free-name.ts";
import { FunctionTranslation, type Names } from "./function-translation.ts";
import { withAllArguments } from "./macro-arguments.ts";
import { macroNames, modelNames } from "./scope-names.ts";
import { withSums } from "./summary-of-elements.ts";
import { withoutBelts } from "./without-belts.ts";

/**
 * A tree that XMILE's reader made, in the forms that Vensim has: no modules, INTEG, tables read by functions, Vensim's functions.
 * @param model  what the tree means
 */
export function toVensim(tree: SyntaxTree, model: Model): Outcome<SyntaxTree> {
  const found: Diagnostic[] = [];
  const flat = withAllArguments(withFitMacros(withConvertedFlows(flattenModules(tree)), found));
  const { tree: plain, settled } = withoutBelts({ ...flat, variables: variablesWithTimes(flat) }, model, found);
  const dimensions = dimensionTable(plain.dimensions).value;
  const macros = plain.macros.map((macro) => {
    const scope = new ScopeTranslation(macro.variables, macroNames(plain, macro), dimensions, found, new Set());
    const inputs = macro.inputs.map(({ name, span }) => ({ name, span }));
    return { ...macro, inputs, variables: scope.variables() };
  });
  const variables = new ScopeTranslation(plain.variables, modelNames(plain), dimensions, found, settled).variables();
  for (const { name, equation } of plain.unitDefinitions ?? [])
    found.push(report("lost-in-writing", equation.span, { what: `what the unit "${name}" is`, language: "Vensim" }));
  reportTimeUnits(plain, found);
  if (plain.invalidIndexValue !== undefined) reportComputedIndices(plain, found);
  return { value: { ...plain, dialect: "vensim", macros, variables, unitDefinitions: [] }, diagnostics: found };
}

/** Vensim's Time has the units of TIME STEP, whatever the run of an XMILE file says. */
function reportTimeUnits({ simulation, variables }: SyntaxTree, found: Diagnostic[]): void {
  const step = variables.find(({ name }) => nameKey(name) === nameKey(timeNames.timeStep))?.units?.text;
  const { timeUnits, span } = simulation;
  if (timeUnits === undefined || span === undefined || step === undefined || timeUnits === step) return;
  const facts = { what: `The time unit "${timeUnits}"`, instead: `"${step}", the unit of TIME STEP` };
  found.push(report("changed-in-writing", span, facts));
}

/** Where an index that no element has gives no number, which Vensim does not have. */
function reportComputedIndices({ variables, macros }: SyntaxTree, found: Diagnostic[]): void {
  const visit = (expr: SyntaxExpr): void => {
    const isComputed = expr.kind === "reference" && expr.subscripts.some(({ index }) => index !== undefined);
    const facts = { what: "no number for an index that no element has", language: "Vensim" };
    if (isComputed) found.push(report("not-in-language", expr.span, facts));
    for (const part of partsOf(expr)) visit(part);
  };
  for (const { definition } of [...variables, ...macros.flatMap((macro) => macro.variables)])
    for (const expression of expressionsOf(definition)) visit(expression);
}

/** The translation of the variables of the model, or of a macro. */
class ScopeTranslation {
  private readonly all: readonly VariableSyntax[];
  private readonly functions: FunctionTranslation;
  private readonly found: Diagnostic[];
  private readonly free: FreeNames;
  private readonly limits: OutflowLimits;
  /** Lookups that Vensim reads by a function of another name. */
  private readonly readings = new Map<string, string>();
  private readonly dimensions: DimensionTable;
  private readonly named: ReadonlyMap<string, NamedVariable>;

  /** Flows whose limits stand in their equations already. */
  private readonly settled: ReadonlySet<string>;

  constructor(
    variables: readonly VariableSyntax[],
    names: Names,
    dimensions: DimensionTable,
    found: Diagnostic[],
    settled: ReadonlySet<string>,
  ) {
    this.settled = settled;
    this.dimensions = dimensions;
    this.all = variables;
    this.found = found;
    this.functions = new FunctionTranslation("xmile", names, found);
    this.free = new FreeNames(variables.map(({ name }) => name));
    this.limits = outflowLimits(variables);
    this.named = declare(variables, dimensions, []).named;
    for (const { name, definition } of variables) {
      const reading = definition.kind === "lookup" ? readingOf(definition.lookup) : undefined;
      if (reading !== undefined) this.readings.set(nameKey(name), reading);
    }
  }

  variables(): readonly VariableSyntax[] {
    return this.all.flatMap((variable) => this.translated(variable));
  }

  private translated(variable: VariableSyntax): readonly VariableSyntax[] {
    const graphs: VariableSyntax[] = [];
    const put = (what: string, value: SyntaxExpr) => this.put(what, value, variable, graphs);
    const translate = (expr: SyntaxExpr) =>
      this.withReadings(this.functions.expression(withSums(expr, this.dimensions, put)), variable, graphs);
    const definition = this.definition(variable, mapDefinition(variable.definition, translate));
    return [{ ...variable, definition }, ...graphs];
  }

  private definition(variable: VariableSyntax, definition: DefinitionSyntax): DefinitionSyntax {
    switch (definition.kind) {
      case "stock":
        return this.integration(variable, definition);
      case "flow":
        return this.limited(
          variable,
          definition.nonNegative ? notBelowZero(definition.expression) : definition.expression,
        );
      case "equation":
        return this.limits.byFlow.has(nameKey(variable.name)) && !this.settled.has(nameKey(variable.name))
          ? this.limited(variable, definition.expression)
          : definition;
      case "lookup": {
        const { points, span } = definition.lookup;
        return { kind: "lookup", lookup: { points, between: "linear", outside: "held", span } };
      }
      case "conveyor":
      case "driven": {
        const { name, nameSpan } = variable;
        const what = `what "${name}" does, which is a conveyor or one of its flows`;
        this.found.push(report("not-in-language", nameSpan, { what, language: "Vensim" }));
        return definition;
      }
      case "unchangeable":
      case "data":
        return definition;
    }
  }

  /** What `stockRate` makes of a stock's flows, as an equation. */
  private integration(
    variable: VariableSyntax,
    { initial, inflows, outflows, nonNegative }: Extract<DefinitionSyntax, { kind: "stock" }>,
  ): DefinitionSyntax {
    const make = makerAt(variable.nameSpan);
    const net = this.less(variable, this.total(variable, inflows), outflows);
    const isShared = nonNegative && this.limits.shared.has(nameKey(variable.name));
    const rate = isShared ? make.call("MAX", net, make.negate(this.perStep(variable, variable.name))) : net;
    return { kind: "equation", expression: make.call("INTEG", rate, initial) };
  }

  /** What `limited` makes of a flow out of a stock that may not fall below zero, as an equation. */
  private limited(variable: VariableSyntax, own: SyntaxExpr): DefinitionSyntax {
    const limit = this.limits.byFlow.get(nameKey(variable.name));
    if (limit === undefined || own.kind === "array") return { kind: "equation", expression: own };
    const make = makerAt(variable.nameSpan);
    const there = this.perStep(variable, limit.stock);
    const coming = limit.inflows.length === 0 ? there : make.binary("add", there, this.total(variable, limit.inflows));
    const most = this.less(variable, coming, limit.earlier);
    return { kind: "equation", expression: make.call("MIN", own, most) };
  }

  private perStep(variable: VariableSyntax, stock: string): SyntaxExpr {
    const make = makerAt(variable.nameSpan);
    return make.binary("divide", this.at(variable, { name: stock, span: variable.nameSpan }), make.name("TIME STEP"));
  }

  private total(variable: VariableSyntax, flows: readonly NameSyntax[]): SyntaxExpr {
    const make = makerAt(variable.nameSpan);
    const [first, ...rest] = flows.map((flow) => this.at(variable, flow));
    return rest.reduce((sum, flow) => make.binary("add", sum, flow), first ?? make.number(0));
  }

  private less(variable: VariableSyntax, from: SyntaxExpr, flows: readonly NameSyntax[]): SyntaxExpr {
    const make = makerAt(variable.nameSpan);
    return flows.reduce((rest, flow) => make.binary("subtract", rest, this.at(variable, flow)), from);
  }

  /** A stock or flow at the elements of an equation. */
  private at({ subscripts }: VariableSyntax, { name, span }: NameSyntax): SyntaxExpr {
    const count = this.named.get(nameKey(name))?.axes.length ?? 0;
    const own = subscripts.slice(0, count).map((each) => ({ ...each, bang: false, index: undefined }));
    return { kind: "reference", name, subscripts: own, span };
  }

  /** A table that jumps between its points, or goes on beyond them, is read by the function that does so. */
  private withReadings(expr: SyntaxExpr, user: VariableSyntax, graphs: VariableSyntax[]): SyntaxExpr {
    const inside = mapParts(expr, (part) => this.withReadings(part, user, graphs));
    if (inside.kind === "reference" && inside.subscripts.some(({ index }) => index !== undefined)) {
      const variable = this.named.get(nameKey(inside.name));
      return variable ? elementMap(inside, variable) : inside;
    }
    if (inside.kind !== "call") return inside;
    const make = makerAt(inside.span);
    const key = nameKey(inside.name);
    const [x, table] = inside.args;
    const reading = this.readings.get(key);
    const named: SyntaxExpr = {
      kind: "reference",
      name: inside.name,
      subscripts: inside.subscripts,
      span: inside.span,
    };
    if (reading !== undefined && x) return make.call(reading, named, x);
    const inline = key === "with lookup" && table?.kind === "lookup" ? readingOf(table.lookup) : undefined;
    if (inline === undefined || table?.kind !== "lookup") return inside;
    return make.call(inline, make.name(this.graph(table.lookup, user, graphs)), x!);
  }

  /** A value that an equation needs inside a sum, in a variable beside it. */
  private put(what: string, value: SyntaxExpr, user: VariableSyntax, beside: VariableSyntax[]): SyntaxExpr {
    const name = this.free.take(`${what} in ${user.name}`);
    const definition = { kind: "equation", expression: this.functions.expression(value) } as const;
    beside.push({ ...user, name, units: undefined, comment: "", definition });
    const subscripts = user.subscripts.map((each) => ({ ...each, bang: false, index: undefined }));
    return { kind: "reference", name, subscripts, span: value.span };
  }

  private graph(lookup: LookupSyntax, user: VariableSyntax, graphs: VariableSyntax[]): string {
    const name = this.free.take(`graph of ${user.name}`);
    const held: LookupSyntax = { ...lookup, between: "linear", outside: "held" };
    const plain = { subscripts: [], except: [], units: undefined, comment: "" };
    graphs.push({ ...user, ...plain, name, definition: { kind: "lookup", lookup: held } });
    const facts = { what: `The graph of "${user.name}"`, instead: `a lookup, "${name}", and a function that reads it` };
    this.found.push(report("changed-in-writing", lookup.span, facts));
    return name;
  }
}

function readingOf({ between, outside }: LookupSyntax): string | undefined {
  if (between === "step") return "LOOKUP BACKWARD";
  return outside === "extrapolated" ? "LOOKUP EXTRAPOLATE" : undefined;
}

function notBelowZero(value: SyntaxExpr): SyntaxExpr {
  const make = makerAt(value.span);
  return make.call("MAX", make.number(0), value);
}
