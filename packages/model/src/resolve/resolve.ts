import { readDataSet } from "../data/data-set.ts";
import { externalExpressions, namedTexts } from "../data/external-call.ts";
import { withExternalElements } from "../data/external-elements.ts";
import type { Beside } from "../data/file-content.ts";
import { TableReader } from "../data/table-reader.ts";
import type { Definition, Dimension, Simulation, VariableId } from "../model.ts";
import type { Diagnostic, Outcome } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { SyntaxExpr, SyntaxTree, VariableSyntax } from "../syntax/syntax-tree.ts";
import { declareBelts, noBelts } from "./belt.ts";
import { defineBelt } from "./conveyor.ts";
import { checkCoverage } from "./coverage.ts";
import { declare } from "./declarations.ts";
import { define } from "./definition.ts";
import { inTurn } from "./definition-order.ts";
import { dimensionTable, type NamedDimension } from "./dimension-table.ts";
import type { Draft, NamedVariable } from "./draft.ts";
import { outflowLimits } from "./outflow-limits.ts";
import type { ResolvedTree, ResolvedVariable } from "./resolved-tree.ts";
import { shiftStocks } from "./shift.ts";
import { placeOfTimes, timeNames, variablesWithTimes } from "./time-variables.ts";

/**
 * Finds out, in a tree without modules and macros, what every name means, and takes apart what has a memory. Undefined where the model has no times to run it at;
 * any other fault leaves a NaN in its place, and an error among the diagnostics.
 */
export function resolve(tree: SyntaxTree, beside: Beside): Outcome<ResolvedTree | undefined> {
  const plain = draftOf(tree, beside);
  const { first, then } = inTurn(plain);
  for (const { variable, equation } of first) define(plain, variable, equation);
  const draft = { ...plain, belts: declareBelts(plain) };
  for (const { variable, equation } of then) define(draft, variable, equation);
  for (const belt of draft.belts.all) defineBelt(draft, belt);
  shiftStocks(draft);
  checkCoverage(draft);
  const timeVariables = timeVariablesOf(draft, placeOfTimes(tree));
  return { value: timeVariables && finished(tree, draft, timeVariables), diagnostics: draft.found };
}

function draftOf(tree: SyntaxTree, beside: Beside): Draft {
  const found: Diagnostic[] = [];
  const texts = namedTexts(tree);
  const tables = new TableReader(beside, found);
  const dimensions = dimensionTable(withExternalElements(tree, texts, tables, found));
  found.push(...dimensions.diagnostics);
  const dataSets = beside.dataSets.map((set) => readDataSet(set));
  found.push(...dataSets.flatMap(({ diagnostics }) => diagnostics));
  const syntax = withoutTexts(variablesWithTimes(tree), externalExpressions(tree));
  const { named, variables } = declare(syntax, dimensions.value, found);
  const time = timeVariable(tree, named, variables, found);
  return {
    dialect: tree.dialect,
    dimensions: dimensions.value,
    named: new Map([...named, [nameKey(time.name), { id: time.id, name: time.name, axes: [], syntax: [] }]]),
    limits: outflowLimits(syntax),
    invalidIndexValue: tree.invalidIndexValue ?? 0,
    belts: noBelts,
    hiddenDimensions: [],
    method: tree.simulation.method,
    variables: variables.toSpliced(time.id, 1, time),
    equations: [],
    hiddenNames: new Map(),
    noiseCalls: new Map(),
    memories: new Map(),
    shifts: [],
    structural: new Set(),
    tables,
    texts,
    dataSets: dataSets.map(({ value }) => value),
    series: new Map(),
    dataTables: new Map(),
    found,
  };
}

/** Without the variables that are texts, where calls that read files name them: they have no value in a run. */
function withoutTexts(variables: readonly VariableSyntax[], calls: readonly SyntaxExpr[]): readonly VariableSyntax[] {
  const named = new Set(
    calls.flatMap(partsOf).flatMap((part) => (part.kind === "reference" ? [nameKey(part.name)] : [])),
  );
  return variables.filter(
    ({ name, definition }) =>
      !(definition.kind === "equation" && definition.expression.kind === "text" && named.has(nameKey(name))),
  );
}

/** Time itself, which no equation of the file may define. */
function timeVariable(
  tree: SyntaxTree,
  named: ReadonlyMap<string, NamedVariable>,
  variables: readonly ResolvedVariable[],
  found: Diagnostic[],
): ResolvedVariable {
  const taken = named.get(nameKey(timeNames.time));
  if (taken) found.push(report("reserved-name", variables[taken.id]!.span, { name: taken.name }));
  const step = named.get(nameKey(timeNames.timeStep));
  const units = tree.simulation.timeUnits ?? (step && variables[step.id]!.unitsText) ?? "";
  return {
    id: taken?.id ?? (variables.length as VariableId),
    name: timeNames.time,
    role: "time",
    axes: [],
    unitsText: units,
    unitsSpan: step && variables[step.id]!.unitsSpan,
    low: undefined,
    high: undefined,
    comment: "",
    group: undefined,
    hidden: false,
    span: placeOfTimes(tree),
  };
}

function timeVariablesOf(draft: Draft, place: Span): Simulation["timeVariables"] | undefined {
  const idOf = (name: string): VariableId | undefined => {
    const variable = draft.named.get(nameKey(name));
    if (variable === undefined) draft.found.push(report("missing-time", place, { name, given: givenAs(draft, name) }));
    return variable?.id;
  };
  const time = idOf(timeNames.time);
  const initialTime = idOf(timeNames.initialTime);
  const finalTime = idOf(timeNames.finalTime);
  const timeStep = idOf(timeNames.timeStep);
  const saveStep = idOf(timeNames.saveStep);
  if (time === undefined || initialTime === undefined || finalTime === undefined) return undefined;
  if (timeStep === undefined || saveStep === undefined) return undefined;
  return { time, initialTime, finalTime, timeStep, saveStep };
}

/** What a file of the dialect says a time by. */
function givenAs({ dialect }: Draft, name: string): string {
  const element = dialect === "xmile" ? xmileTimes.get(name) : undefined;
  return element === undefined ? `a constant "${name}"` : `<${element}> to <sim_specs>`;
}

const xmileTimes: ReadonlyMap<string, string> = new Map([
  [timeNames.initialTime, "start"],
  [timeNames.finalTime, "stop"],
  [timeNames.timeStep, "dt"],
]);

function finished(tree: SyntaxTree, draft: Draft, timeVariables: Simulation["timeVariables"]): ResolvedTree {
  const { name, groups, realityChecks, drawing, unitSynonyms } = tree;
  return {
    name,
    dimensions: [...draft.dimensions.all.map(dimensionOf), ...draft.hiddenDimensions],
    variables: withRoles(draft),
    equations: draft.equations.map((equation) =>
      equation.definition.kind === "constant" && draft.structural.has(equation.variable)
        ? { ...equation, definition: { ...equation.definition, settable: false } }
        : equation,
    ),
    memories: draft.memories,
    timeVariables,
    timeUnits: draft.variables[timeVariables.time]!.unitsText,
    method: tree.simulation.method,
    unitSynonyms,
    unitDefinitions: tree.unitDefinitions ?? [],
    groups,
    realityChecks,
    drawing,
  };
}

function dimensionOf({ id, name, elements, span }: NamedDimension): Dimension {
  return {
    id,
    name,
    get elements() {
      return elements.names;
    },
    span,
  };
}

/** What its equations make of a variable: a stock where one of them is one, a constant where all are. */
function withRoles({ variables, equations }: Draft): readonly ResolvedVariable[] {
  const kinds = variables.map(() => new Set<Definition["kind"]>());
  for (const { variable, definition } of equations) kinds[variable]!.add(definition.kind);
  return variables.map((variable, id) => {
    const made = kinds[id]!;
    if (made.has("stock")) return { ...variable, role: "stock" };
    const [only] = made.size === 1 ? made : [];
    if (only === "constant" || only === "data" || only === "lookup") return { ...variable, role: only };
    return variable.role === "data" ? { ...variable, role: "auxiliary" } : variable;
  });
}
