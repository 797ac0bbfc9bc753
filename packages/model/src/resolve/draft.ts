import type { DataSet } from "../data/data-set.ts";
import type { NamedTexts } from "../data/external-call.ts";
import type { TableReader } from "../data/table-reader.ts";
import type {
  Axis,
  DataSeries,
  Definition,
  Dimension,
  DimensionId,
  Equation,
  EquationId,
  Index,
  Loop,
  VariableId,
  VariableRole,
} from "../model.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import type { Dialect, IntegrationMethod, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { Belts } from "./belt.ts";
import type { DataTables } from "./data-points.ts";
import type { DimensionTable } from "./dimension-table.ts";
import type { ElementSet } from "./element-set.ts";
import type { OutflowLimits } from "./outflow-limits.ts";
import type { MemoryCall, ResolvedVariable } from "./resolved-tree.ts";
import type { Shift } from "./shift.ts";

/** A variable of the file: what is known of it before any right-hand side is read. */
export interface NamedVariable {
  readonly id: VariableId;
  readonly name: string;
  readonly axes: readonly NamedAxis[];
  readonly syntax: readonly VariableSyntax[];
}

/** An axis with what is needed to look things up in it. */
export interface NamedAxis {
  readonly dimension: DimensionId;
  readonly elements: ElementSet;
}

/** An axis of the model, which makes its names where someone reads them. */
export function axisOver(dimension: DimensionId, elements: ElementSet): Axis {
  return {
    dimension,
    size: elements.size,
    get elements() {
      return elements.names;
    },
  };
}

/** The resolved tree while it is being made; it lives no longer than one call of `resolve`. */
export interface Draft {
  readonly dialect: Dialect;
  readonly dimensions: DimensionTable;
  /** By the keys of their names. */
  readonly named: ReadonlyMap<string, NamedVariable>;
  readonly limits: OutflowLimits;
  /** What an index that no element has gives. */
  readonly invalidIndexValue: number;
  readonly belts: Belts;
  /** The slats of conveyors; their ids follow those of the model's dimensions. */
  readonly hiddenDimensions: Dimension[];
  readonly method: IntegrationMethod;
  /** All variables so far, the hidden ones too; ids are positions. */
  readonly variables: ResolvedVariable[];
  readonly equations: Equation[];
  /** How many hidden variables have been given each name, so that no two are called the same. */
  readonly hiddenNames: Map<string, number>;
  /** How many random calls the equations of each variable have had, so that each draws its own numbers. */
  readonly noiseCalls: Map<VariableId, number>;
  readonly memories: Map<VariableId, MemoryCall>;
  /** Stocks whose elements are moved on by a call elsewhere. */
  readonly shifts: Shift[];
  /** Constants that the model's structure was made from: they cannot change any more. */
  readonly structural: Set<VariableId>;
  /** What stands in files beside the model. */
  readonly tables: TableReader;
  readonly texts: NamedTexts;
  readonly dataSets: readonly DataSet[];
  /** The series of each data variable, an entry for each equation that gives some. */
  readonly series: Map<VariableId, SeriesEquation[]>;
  readonly dataTables: Map<VariableId, DataTables>;
  readonly found: Diagnostic[];
}

export type SeriesEquation = Pick<Equation, "at" | "loops"> & { readonly series: readonly DataSeries[] };

export function addEquation(
  draft: Draft,
  equation: {
    readonly variable: VariableId;
    readonly loops: readonly Loop[];
    readonly at: readonly Index[];
    readonly definition: Definition;
    readonly span: Span;
  },
): void {
  draft.equations.push({ id: draft.equations.length as EquationId, ...equation });
  const { variable, at, loops, definition } = equation;
  if (definition.kind !== "data") return;
  draft.series.set(variable, [...(draft.series.get(variable) ?? []), { at, loops, series: definition.series }]);
}

/** Adds a variable of our own making, under a name that nothing else has. */
export function addHidden(
  draft: Draft,
  hidden: {
    readonly name: string;
    readonly role: VariableRole;
    readonly axes: readonly Axis[];
    readonly group: string | undefined;
    readonly span: Span;
  },
): VariableId {
  const id = draft.variables.length as VariableId;
  const count = (draft.hiddenNames.get(hidden.name) ?? 0) + 1;
  draft.hiddenNames.set(hidden.name, count);
  const name = count === 1 ? hidden.name : `${hidden.name} (${count})`;
  const nothing = { unitsText: "", unitsSpan: undefined, low: undefined, high: undefined, comment: "" };
  draft.variables.push({ id, ...hidden, ...nothing, name, hidden: true });
  return id;
}
