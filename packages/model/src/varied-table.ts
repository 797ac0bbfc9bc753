import { pureBuiltin } from "./builtin/register.ts";
import type { Definition, Equation, Expr, LookupTable, Model, Variable, VariableId } from "./model.ts";
import type { Span } from "./source/span.ts";
import { nameKey } from "./syntax/name-key.ts";
import { dimensionless } from "./units/unit.ts";

/**
 * How a constant changes a table y(x), wherever it is read. Every reading but the inverse is linear in the y-values, so that each is one
 * further term beside the table that is there, and the table itself stays what it is:
 *
 *     factor    c y(x)                        towards   (1 - c) y(x) + c z(x), z another table
 *     at        y(x) + (c - y_i) h_i(x), where h_i is 1 at the point i of the table and 0 at all others: its y-value becomes c
 */
export type TableChange =
  | { readonly kind: "factor" }
  | { readonly kind: "towards"; readonly other: string }
  | { readonly kind: "at"; readonly x: number };

export interface TableVariation {
  /** A lookup, or a variable whose equation holds one (WITH LOOKUP, a graphical function). */
  readonly table: string;
  readonly change: TableChange;
  /** What the constant is called, and who asks for it. */
  readonly name: string;
  readonly span: Span;
}

/** Why a table cannot be varied so. */
export type TableFault =
  | "no-table"
  | "no-other-table"
  | "other-shape"
  | "read-backwards"
  | "no-such-point"
  | "never-read";

/** The model with one constant more, at whose own value nothing is changed; or why there can be none. */
export function withVariedTable(model: Model, variation: TableVariation): Model | TableFault {
  const owner = variableOf(model, variation.table);
  if (owner === undefined) return "no-table";
  const reads = readsOf(model, owner);
  if (reads.length === 0) return owner.role === "lookup" ? "never-read" : "no-table";
  if (reads.some(({ reading }) => reading === "invert")) return "read-backwards";
  const id = model.variables.length as VariableId;
  const term = termOf(model, owner, reads, variation, id);
  if (typeof term === "string") return term;
  const equations = model.equations.map((equation) => rewritten(equation, owner, term.changed));
  const { name, span } = variation;
  const variable: Variable = {
    ...{ id, name, role: "constant", axes: [], unitsText: term.isValue ? owner.unitsText : "dmnl", span, hidden: true },
    ...{
      units: term.isValue ? owner.units : dimensionless,
      low: undefined,
      high: undefined,
      comment: "",
      group: undefined,
    },
  };
  const equation: Equation = {
    ...{ id: equations.length as Equation["id"], variable: id, loops: [], at: [], span },
    definition: { kind: "constant", values: [term.value], settable: true },
  };
  return { ...model, variables: [...model.variables, variable], equations: [...equations, equation] };
}

type Read = Extract<Expr, { kind: "lookup" }>;

interface TermMade {
  readonly changed: (read: Read) => Expr;
  /** Of the constant, in the model as written. */
  readonly value: number;
  /** Whether it is in the unit of the table's values. */
  readonly isValue: boolean;
}

function termOf(
  model: Model,
  owner: Variable,
  reads: readonly Read[],
  { change }: TableVariation,
  id: VariableId,
): TermMade | TableFault {
  const constant = (span: Span): Expr => ({ kind: "variable", id, at: [], span });
  switch (change.kind) {
    case "factor":
      return { changed: (read) => call("multiply", constant(read.span), read), value: 1, isValue: false };
    case "towards": {
      const other = variableOf(model, change.other);
      if (other?.role !== "lookup") return "no-other-table";
      if (other.axes.length > 0 && !sameAxes(other, owner)) return "other-shape";
      const changed = (read: Read): Expr => {
        const at = other.axes.length === 0 || "xs" in read.table ? [] : read.table.at;
        const rest = call("subtract", number(1, read.span), constant(read.span));
        const second: Read = { ...read, table: { variable: other.id, at } };
        return call("add", call("multiply", rest, read), call("multiply", constant(read.span), second));
      };
      return { changed, value: 0, isValue: false };
    }
    case "at": {
      const table = onlyTable(model, owner, reads);
      if (table === undefined) return "other-shape";
      const point = table.xs.indexOf(change.x);
      if (point === -1) return "no-such-point";
      const hat = { ...table, ys: table.ys.map((_, i) => (i === point ? 1 : 0)) };
      const value = table.ys[point]!;
      const changed = (read: Read): Expr => {
        const further = call("subtract", constant(read.span), number(value, read.span));
        return call("add", read, call("multiply", further, { ...read, table: hat }));
      };
      return { changed, value, isValue: true };
    }
  }
}

function variableOf({ variables }: Model, name: string): Variable | undefined {
  return variables.find((variable) => nameKey(variable.name) === nameKey(name));
}

function sameAxes(a: Variable, b: Variable): boolean {
  return a.axes.length === b.axes.length && a.axes.every(({ dimension }, i) => dimension === b.axes[i]!.dimension);
}

/** The one table that a name stands for; undefined where its elements, or its equations, have each their own. */
function onlyTable({ equations }: Model, { id, role }: Variable, reads: readonly Read[]): LookupTable | undefined {
  const own = equations.flatMap(({ variable, definition }) =>
    variable === id && definition.kind === "lookup" ? definition.tables : [],
  );
  const tables = role === "lookup" ? own : reads.flatMap(({ table }) => ("xs" in table ? [table] : []));
  return tables.length === 1 ? tables[0] : undefined;
}

function readsOf({ equations }: Model, owner: Variable): readonly Read[] {
  const reads: Read[] = [];
  for (const equation of equations)
    rewritten(equation, owner, (read) => {
      reads.push(read);
      return read;
    });
  return reads;
}

/** An equation with each reading of the table in it replaced. */
function rewritten(equation: Equation, owner: Variable, change: (read: Read) => Expr): Equation {
  const isOurs = ({ table }: Read) => ("xs" in table ? equation.variable === owner.id : table.variable === owner.id);
  const replace = (expr: Expr): Expr => {
    const whole = withParts(expr, replace);
    if (whole.kind !== "lookup" || !isOurs(whole)) return whole;
    // The last point that was passed is an x, whatever y-values there are.
    return whole.reading === "point before" ? whole : change(whole);
  };
  return { ...equation, definition: definitionWith(equation.definition, replace) };
}

function definitionWith(definition: Definition, replace: (expr: Expr) => Expr): Definition {
  switch (definition.kind) {
    case "constant":
    case "lookup":
    case "data":
      return definition;
    case "auxiliary": {
      const { value, initial } = definition;
      return { ...definition, value: replace(value), initial: initial && replace(initial) };
    }
    case "initial":
      return { ...definition, value: replace(definition.value) };
    case "stock":
      return { ...definition, initial: replace(definition.initial), rate: replace(definition.rate) };
    case "pipeline": {
      const { input, delay, initial } = definition;
      return { ...definition, input: replace(input), delay: replace(delay), initial: replace(initial) };
    }
    case "sample": {
      const { condition, input, initial } = definition;
      return { ...definition, condition: replace(condition), input: replace(input), initial: replace(initial) };
    }
    case "previous":
      return { ...definition, input: replace(definition.input), initial: replace(definition.initial) };
  }
}

function withParts(expr: Expr, replace: (part: Expr) => Expr): Expr {
  switch (expr.kind) {
    case "number":
    case "variable":
    case "position":
    case "carried":
      return expr;
    case "call":
      return { ...expr, args: expr.args.map(replace) };
    case "lookup":
      return { ...expr, x: replace(expr.x) };
    case "reduce":
      return { ...expr, body: replace(expr.body) };
    case "element":
      return { ...expr, offset: replace(expr.offset) };
    case "fold":
      return { ...expr, start: replace(expr.start), next: replace(expr.next) };
  }
}

function number(value: number, span: Span): Expr {
  return { kind: "number", value, span };
}

function call(id: string, ...args: readonly Expr[]): Expr {
  return { kind: "call", builtin: pureBuiltin(id), args, span: args.at(-1)!.span };
}
