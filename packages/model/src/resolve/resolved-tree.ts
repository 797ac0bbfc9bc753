import type { Builtin } from "../builtin/builtin.ts";
import type { Dimension, Equation, Expr, Simulation, Variable, VariableId } from "../model.ts";
import type { Span } from "../source/span.ts";
import type {
  DrawingSyntax,
  GroupSyntax,
  IntegrationMethod,
  RealityCheckSyntax,
  UnitsSyntax,
} from "../syntax/syntax-tree.ts";

/** A model in which every name is resolved and every function with a memory taken apart; not yet in any order. */
export interface ResolvedTree {
  readonly name: string;
  readonly dimensions: readonly Dimension[];
  readonly variables: readonly ResolvedVariable[];
  readonly equations: readonly Equation[];
  /** For each hidden variable that stands for a whole call of a function with a memory: that call. */
  readonly memories: ReadonlyMap<VariableId, MemoryCall>;
  readonly timeVariables: Simulation["timeVariables"];
  readonly timeUnits: string;
  readonly method: IntegrationMethod;
  readonly unitSynonyms: readonly (readonly string[])[];
  readonly unitDefinitions: readonly { readonly name: string; readonly equation: UnitsSyntax }[];
  readonly groups: readonly GroupSyntax[];
  readonly realityChecks: readonly RealityCheckSyntax[];
  readonly drawing: DrawingSyntax | undefined;
}

/** A variable whose unit is still text. */
export interface ResolvedVariable extends Omit<Variable, "units"> {
  readonly unitsSpan: Span | undefined;
}

export interface MemoryCall {
  readonly builtin: Builtin;
  readonly args: readonly Expr[];
  readonly span: Span;
}
