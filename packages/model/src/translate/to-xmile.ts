import type { Model } from "../model.ts";
import { inlineMacros } from "../resolve/inline-macros.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { mapDefinition, mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { DefinitionSyntax, SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";
import { FreeNames } from "./free-name.ts";
import { FunctionTranslation, type Names } from "./function-translation.ts";
import { macroNames, modelNames } from "./scope-names.ts";
import { stepClockOf } from "./step-clock.ts";
import { type Flows, flowsOf, integrated } from "./stock-by-flows.ts";
import { withValuesInPlace } from "./values-in-place.ts";

/**
 * A tree that Vensim's reader made, in the forms that XMILE has: stocks with flows, graphs of their own, XMILE's functions.
 * @param model  what the tree means
 */
export function toXmile(tree: SyntaxTree, model: Model): Outcome<SyntaxTree> {
  const found: Diagnostic[] = [];
  const plain = withoutOutputs(withValuesInPlace(tree, model, found), found);
  const macros = plain.macros.map((macro) => {
    const scope = new ScopeTranslation(macro.variables, macroNames(plain, macro), found);
    return { ...macro, variables: scope.variables() };
  });
  const variables = new ScopeTranslation(plain.variables, modelNames(plain), found, model).variables();
  reportLosses(plain, found);
  return { value: { ...plain, dialect: "xmile", macros, variables, realityChecks: [] }, diagnostics: found };
}

/** What each variable stands over, by the key of its name; alike for two that have the same elements in the same order. */
function axesIn({ variables }: Model): ReadonlyMap<string, string> {
  return new Map(
    variables.map(({ name, axes }) => [
      nameKey(name),
      JSON.stringify(axes.map(({ dimension, elements }) => [dimension, ...elements])),
    ]),
  );
}

/** XMILE's macros have one value, so those with more are written out where they are called. */
function withoutOutputs(tree: SyntaxTree, found: Diagnostic[]): SyntaxTree {
  const several = tree.macros.filter(({ outputs }) => outputs.length > 0);
  if (several.length === 0) return tree;
  for (const { name, span } of several) {
    const instead = "the variables that each call of it makes, since a macro has one value in XMILE";
    found.push(report("changed-in-writing", span, { what: `The macro "${name}"`, instead }));
  }
  return inlineMacros(tree).value;
}

function reportLosses(tree: SyntaxTree, found: Diagnostic[]): void {
  const language = "XMILE";
  for (const { name, span } of tree.realityChecks)
    found.push(report("lost-in-writing", span, { what: `the reality check "${name}"`, language }));
  for (const { name, mappings, span } of tree.dimensions) {
    const instead = "one equation for each element where it is used";
    if (mappings.length > 0)
      found.push(report("changed-in-writing", span, { what: `The mapping of "${name}"`, instead }));
  }
}

/** The translation of the variables of the model, or of a macro. */
class ScopeTranslation {
  private readonly all: readonly VariableSyntax[];
  private readonly found: Diagnostic[];
  private readonly functions: FunctionTranslation;
  private readonly free: FreeNames;
  private readonly groups = new Map<string, VariableSyntax[]>();
  /** Flows that have a stock on this side already: material comes from one place and goes to one. */
  private readonly joined = { in: new Set<string>(), out: new Set<string>() };
  private readonly made: VariableSyntax[] = [];
  /** Of the model's variables; in a macro, where all are scalars and no time can be named, none. */
  private readonly axes: ReadonlyMap<string, string>;

  constructor(variables: readonly VariableSyntax[], names: Names, found: Diagnostic[], model?: Model) {
    this.all = variables;
    this.axes = model === undefined ? new Map() : axesIn(model);
    this.found = found;
    this.functions = new FunctionTranslation("vensim", names, found, model && stepClockOf(model));
    this.free = new FreeNames(variables.map(({ name }) => name));
    for (const variable of variables) {
      const key = nameKey(variable.name);
      const group = this.groups.get(key);
      if (group) group.push(variable);
      else this.groups.set(key, [variable]);
    }
  }

  variables(): readonly VariableSyntax[] {
    const stocks = new Map([...this.groups].flatMap(([key, group]) => this.stock(key, group)));
    const { joined } = this;
    return [...this.all, ...this.made.splice(0)].flatMap((variable) => {
      const flows = stocks.get(nameKey(variable.name));
      const stock = flows && integrated(variable);
      const isFlow = joined.in.has(nameKey(variable.name)) || joined.out.has(nameKey(variable.name));
      const definition = stock
        ? ({ kind: "stock", initial: stock.initial, nonNegative: false, ...flows } as const)
        : asFlow(variable.definition, isFlow);
      return this.translated({ ...variable, definition });
    });
  }

  /** Where each equation of a variable is an INTEG: its flows, made where they are no flows of its own. */
  private stock(key: string, group: readonly VariableSyntax[]): readonly (readonly [string, Flows])[] {
    const parts = group.map(integrated);
    if (!parts.every((part) => part !== undefined)) return [];
    const own = parts.map(({ rate }, k) => flowsOf(rate, group[k]!, (name, side) => this.canFlow(name, side, group)));
    const [first] = own;
    const flows = first && own.every((each) => each && isAlike(each, first)) ? first : this.netFlow(group);
    for (const { name } of flows.inflows) this.joined.in.add(nameKey(name));
    for (const { name } of flows.outflows) this.joined.out.add(nameKey(name));
    return [[key, flows]];
  }

  /** What has equations of its own, over the elements of the stock, may be drawn as a flow; a constant one can still be set. */
  private canFlow(name: string, direction: "in" | "out", [stock]: readonly VariableSyntax[]): boolean {
    const group = this.groups.get(nameKey(name)) ?? [];
    const isRate = group.every((each) => each.definition.kind === "equation" && !integrated(each));
    const isHere =
      group.every((each) => isOver(each, stock!)) ||
      (this.axes.has(nameKey(name)) && this.axes.get(nameKey(name)) === this.axes.get(nameKey(stock!.name)));
    return group.length > 0 && isRate && isHere && !this.joined[direction].has(nameKey(name));
  }

  private netFlow(group: readonly VariableSyntax[]): Flows {
    const { name: stock, nameSpan: span } = group[0]!;
    const name = this.free.take(`net flow of ${stock}`);
    for (const equation of group) {
      const definition: DefinitionSyntax = { kind: "equation", expression: integrated(equation)!.rate };
      this.made.push({ ...equation, name, definition, units: undefined, comment: "", supplementary: false });
    }
    const instead = `a flow of its own, "${name}"`;
    this.found.push(report("changed-in-writing", span, { what: `The rate of "${stock}"`, instead }));
    return { inflows: [{ name, span }], outflows: [] };
  }

  private translated(variable: VariableSyntax): readonly VariableSyntax[] {
    const { definition, name, nameSpan } = variable;
    if (definition.kind === "data") {
      const what = `that the values of "${name}" come from beside the model`;
      this.found.push(report("not-in-language", nameSpan, { what, language: "XMILE" }));
    }
    if (definition.kind === "unchangeable") {
      const what = `the mark that "${name}" may not be changed`;
      this.found.push(report("lost-in-writing", nameSpan, { what, language: "XMILE" }));
    }
    const graphs: VariableSyntax[] = [];
    const whole = definition.kind === "equation" || definition.kind === "flow" ? definition.expression : undefined;
    const translate = (expr: SyntaxExpr): SyntaxExpr =>
      this.withGraphs(this.functions.expression(expr), expr === whole, variable, graphs);
    const translated = mapDefinition(definition, translate);
    return [{ ...variable, definition: unlocked(translated) }, ...graphs];
  }

  /** XMILE has a graph beside an equation, not inside it: one inside becomes a variable of its own. */
  private withGraphs(expr: SyntaxExpr, isWhole: boolean, user: VariableSyntax, graphs: VariableSyntax[]): SyntaxExpr {
    const inner = (part: SyntaxExpr): SyntaxExpr => this.withGraphs(part, false, user, graphs);
    if (expr.kind === "text") {
      this.found.push(report("not-in-language", expr.span, { what: `"${expr.value}"`, language: "XMILE" }));
      return expr;
    }
    if (expr.kind === "lookup") return makerAt(expr.span).name(this.graph(expr, user, graphs));
    if (expr.kind !== "call" || nameKey(expr.name) !== "with lookup") return mapParts(expr, inner);
    const [x, table] = expr.args;
    if (table?.kind !== "lookup") return mapParts(expr, inner);
    if (isWhole) return { ...expr, args: [inner(x!), table] };
    return makerAt(expr.span).call(this.graph(table, user, graphs), inner(x!));
  }

  private graph(
    { lookup, span }: Extract<SyntaxExpr, { kind: "lookup" }>,
    user: VariableSyntax,
    graphs: VariableSyntax[],
  ): string {
    const name = this.free.take(`graph of ${user.name}`);
    const plain = { subscripts: [], except: [], units: undefined, comment: "", supplementary: false };
    graphs.push({ ...user, ...plain, name, definition: { kind: "lookup", lookup } });
    this.found.push(
      report("changed-in-writing", span, { what: "A table inside an equation", instead: `a graph, "${name}"` }),
    );
    return name;
  }
}

function asFlow(definition: DefinitionSyntax, isFlow: boolean): DefinitionSyntax {
  if (!isFlow || definition.kind !== "equation") return definition;
  return { kind: "flow", expression: definition.expression, nonNegative: false };
}

function unlocked(definition: DefinitionSyntax): DefinitionSyntax {
  return definition.kind === "unchangeable" ? { kind: "equation", expression: definition.expression } : definition;
}

/** Whether two variables stand over subscripts that are written alike. */
function isOver({ subscripts }: VariableSyntax, other: VariableSyntax): boolean {
  return (
    subscripts.length === other.subscripts.length &&
    subscripts.every(({ name }, k) => nameKey(name) === nameKey(other.subscripts[k]!.name))
  );
}

function isAlike(a: Flows, b: Flows): boolean {
  const keys = ({ inflows, outflows }: Flows) =>
    JSON.stringify([inflows, outflows].map((all) => all.map(({ name }) => nameKey(name))));
  return keys(a) === keys(b);
}
