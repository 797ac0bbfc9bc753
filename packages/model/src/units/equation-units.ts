import { over } from "../builtin/unit-rules.ts";
import type { Equation, Expr } from "../model.ts";
import type { ResolvedTree } from "../resolve/resolved-tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { sameUnit, unitText } from "./algebra.ts";
import { faultyUnit, plainNumber, type Unit } from "./unit.ts";
import { structuralCall, type UnitOracle } from "./unit-of.ts";

/** Holds what an equation gives to the unit of the variable that it defines. */
export function checkEquation(tree: ResolvedTree, oracle: UnitOracle, equation: Equation, found: Diagnostic[]): void {
  const { definition, variable } = equation;
  const { name } = tree.variables[variable]!;
  const own = oracle.declared.get(variable);
  if (definition.kind === "stock") {
    checkStock(name, own, definition, oracle, found);
    return;
  }
  const call = structuralCall(definition);
  const right = call ? undefined : definition.kind === "auxiliary" ? definition.value : undefined;
  const given = right ? oracle.of(right) : call && byStructure(call, equation, oracle);
  const span = right?.span ?? equation.span;
  if (differ(own, given))
    found.push(report("equation-units", span, { name, unit: unitText(own!), given: unitText(given!) }));
}

function byStructure(
  { row, args }: NonNullable<ReturnType<typeof structuralCall>>,
  { span }: Equation,
  oracle: UnitOracle,
): Unit | undefined {
  const at = { span, spans: args.map((arg) => arg.span), numbers: [] };
  return oracle.byRule(row, args.map(oracle.of), at);
}

/** A stock's rate is in its unit over time, and its initial value in its unit. */
function checkStock(
  name: string,
  own: Unit | undefined,
  { rate, initial }: { readonly rate: Expr; readonly initial: Expr },
  oracle: UnitOracle,
  found: Diagnostic[],
): void {
  const wanted = over(own, oracle.timeUnit);
  const [given, begins] = [oracle.of(rate), oracle.of(initial)];
  if (differ(wanted, given)) {
    const facts = {
      name,
      unit: unitText(own!),
      wanted: unitText(wanted!),
      given: unitText(given!),
      time: unitText(oracle.timeUnit!),
    };
    found.push(report("rate-units", rate.span, facts));
  }
  if (differ(own, begins))
    found.push(report("initial-units", initial.span, { name, unit: unitText(own!), given: unitText(begins!) }));
}

function differ(own: Unit | undefined, given: Unit | undefined): boolean {
  if (own === undefined || given === undefined || given === plainNumber || given === faultyUnit) return false;
  return !sameUnit(own, given);
}
