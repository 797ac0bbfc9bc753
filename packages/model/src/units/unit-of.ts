import type { Builtin, UnitChecks } from "../builtin/builtin.ts";
import { builtins } from "../builtin/register.ts";
import type { Definition, Equation, Expr, LookupReading, Reduction, VariableId } from "../model.ts";
import { foldExpr } from "../resolve/hidden.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import { isDimensionless, sameUnit, unitText } from "./algebra.ts";
import { faultyUnit, plainNumber, type Unit } from "./unit.ts";

/** Answers what the unit of an expression is; faults inside it are reported once, and make it unknown. */
export interface UnitOracle {
  readonly timeUnit: Unit | undefined;
  readonly declared: ReadonlyMap<VariableId, Unit>;
  of(expr: Expr): Unit | undefined;
  /** The unit that a function's rule gives, for arguments in some units. */
  byRule(row: Builtin, args: readonly (Unit | undefined)[], at: RuleCall): Unit | undefined;
}

export interface RuleCall {
  readonly span: Span;
  readonly spans: readonly Span[];
  /** The values of arguments that are numbers. */
  readonly numbers: readonly (number | undefined)[];
}

export function unitOracle(
  tree: ResolvedTree,
  declared: ReadonlyMap<VariableId, Unit>,
  timeUnit: Unit | undefined,
  found: Diagnostic[],
): UnitOracle {
  const hidden = new Map<VariableId, Unit | undefined>();
  const equations = new Map(tree.equations.map((equation) => [equation.variable, equation]));
  const oracle: UnitOracle = {
    timeUnit,
    declared,
    of: (expr) => unitOf(expr, oracle, (id) => (tree.variables[id]!.hidden ? ofHidden(id) : declared.get(id))),
    byRule: (row, args, at) => {
      if (args.includes(faultyUnit)) return faultyUnit;
      const faults: Diagnostic[] = [];
      const unit = row.units(args, checksAt(row, at, timeUnit, faults));
      found.push(...faults);
      return faults.length > 0 ? faultyUnit : unit;
    },
  };
  const ofHidden = (id: VariableId): Unit | undefined => {
    if (hidden.has(id)) return hidden.get(id);
    // Set first, so that a hidden variable that needs itself ends here.
    hidden.set(id, undefined);
    const memory = tree.memories.get(id);
    const unit = memory
      ? ofCall(memory.builtin, memory.args, memory.span, oracle)
      : ofDefinition(equations.get(id), oracle);
    hidden.set(id, unit);
    return unit;
  };
  return oracle;
}

function unitOf(expr: Expr, oracle: UnitOracle, ofVariable: (id: VariableId) => Unit | undefined): Unit | undefined {
  switch (expr.kind) {
    case "number":
    case "position":
      return plainNumber;
    case "variable":
      return ofVariable(expr.id);
    case "call":
      return foldExpr(expr) === undefined ? ofCall(expr.builtin, expr.args, expr.span, oracle) : plainNumber;
    case "lookup":
      // A table gives the unit of its variable, whatever it is read at.
      oracle.of(expr.x);
      return "variable" in expr.table && givesItsValue[expr.reading] ? ofVariable(expr.table.variable) : undefined;
    case "reduce":
      return ofCall(reductionRow(expr.by), [expr.body], expr.span, oracle);
    case "element":
      return ofVariable(expr.id);
    case "fold":
      return oracle.of(expr.start);
    case "carried":
      return undefined;
  }
}

/** Whether a reading gives a value of the table itself; the others give an x, a slope or an area. */
const givesItsValue: Readonly<Record<LookupReading, boolean>> = {
  table: true,
  extrapolate: true,
  forward: true,
  backward: true,
  invert: false,
  slope: false,
  "area before": false,
  "point before": false,
};

function reductionRow(by: Reduction): Builtin {
  return builtins.find(({ behaviour }) => behaviour.kind === "reduction" && behaviour.by === by)!;
}

function ofCall(row: Builtin, args: readonly Expr[], span: Span, oracle: UnitOracle): Unit | undefined {
  const at = { span, spans: args.map((arg) => arg.span), numbers: args.map(foldExpr) };
  return oracle.byRule(row, args.map(oracle.of), at);
}

/** The unit of a hidden variable that stands for a structural call, such as an INITIAL inside an expression. */
function ofDefinition(equation: Equation | undefined, oracle: UnitOracle): Unit | undefined {
  if (equation === undefined) return undefined;
  const call = structuralCall(equation.definition);
  if (call) return ofCall(call.row, call.args, equation.span, oracle);
  return equation.definition.kind === "auxiliary" ? oracle.of(equation.definition.value) : undefined;
}

/** The structural function that a definition is made by, and its arguments; undefined where there is none. */
export function structuralCall(
  definition: Definition,
): { readonly row: Builtin; readonly args: readonly Expr[] } | undefined {
  switch (definition.kind) {
    case "auxiliary":
      return definition.initial && { row: formRow("active-initial"), args: [definition.value, definition.initial] };
    case "initial":
      return { row: formRow("initial"), args: [definition.value] };
    case "stock":
      return { row: formRow("stock"), args: [definition.rate, definition.initial] };
    case "pipeline":
      return { row: formRow("pipeline"), args: [definition.input, definition.delay, definition.initial] };
    case "sample":
      return { row: formRow("sample"), args: [definition.condition, definition.input, definition.initial] };
    case "previous":
      return { row: formRow("previous"), args: [definition.input, definition.initial] };
    case "constant":
    case "lookup":
    case "data":
      return undefined;
  }
}

function formRow(form: string): Builtin {
  return builtins.find(({ behaviour }) => behaviour.kind === "form" && behaviour.form === form)!;
}

function checksAt(
  row: Builtin,
  { span, spans, numbers }: RuleCall,
  timeUnit: Unit | undefined,
  faults: Diagnostic[],
): UnitChecks {
  // An operator has no name but how it is written: "a + b".
  const name = row.names.vensim ?? row.names.xmile ?? row.says.replace(/^a (.+) b$/u, '"$1"');
  return {
    timeUnit,
    number: (index) => numbers[index],
    same: (a, b) => {
      if (a === undefined || a === plainNumber) return b ?? a;
      if (b === undefined || b === plainNumber || sameUnit(a, b)) return a;
      faults.push(report("different-units", span, { name, first: unitText(a), second: unitText(b) }));
      return undefined;
    },
    dimensionless: (unit, index) => {
      if (unit === undefined || isDimensionless(unit)) return;
      faults.push(report("needs-pure-number", spans[index] ?? span, { name, unit: unitText(unit) }));
    },
    time: (unit, index) => {
      if (unit === undefined || timeUnit === undefined || unit === plainNumber || sameUnit(unit, timeUnit)) return;
      faults.push(report("needs-time", spans[index] ?? span, { name, unit: unitText(unit), time: unitText(timeUnit) }));
    },
  };
}
