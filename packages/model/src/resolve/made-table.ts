import type { Expr, LookupTable } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Call } from "./call.ts";
import type { Draft } from "./draft.ts";
import { faulty, operator } from "./expression.ts";
import { lookupTable, type Table } from "./lookup-reading.ts";

/** LOOKUPINV and LOOKUPAREA: other tables, made from the one that is given, of which one must be known where the model is read. */
export function readMade(draft: Draft, reading: "area" | "inverse", table: Table, x: Expr, call: Call): Expr {
  const known = pointsOf(draft, table);
  if (known !== undefined) return reading === "area" ? areaTo(known, x) : inverse(draft, known, x, call);
  draft.found.push(report("table-of-many", call.span, { name: call.name }));
  return faulty(call.span);
}

/** The points of a table that is known where the model is read. */
export function pointsOf(draft: Draft, table: Table): LookupTable | undefined {
  const known = "xs" in table ? table : scalarTable(draft, table.variable);
  return known !== undefined && known.xs.length > 0 ? known : undefined;
}

/** The table of a lookup variable without subscripts. */
function scalarTable(draft: Draft, id: number): LookupTable | undefined {
  const variable = [...draft.named.values()].find((each) => each.id === id);
  const [only, ...others] = variable?.syntax ?? [];
  if (variable === undefined || variable.axes.length > 0 || others.length > 0) return undefined;
  return only?.definition.kind === "lookup" ? lookupTable(only.definition.lookup) : undefined;
}

/** On the piece that x is on: the area up to its first point, and a trapezium from there. Beyond its ends the table counts no more. */
function areaTo(table: LookupTable, x: Expr): Expr {
  const { xs, ys } = table;
  const { span } = x;
  const last = xs.length - 1;
  const step = table.between === "step";
  const slopes = xs.map((each, i) => (i < last && !step ? (ys[i + 1]! - ys[i]!) / (xs[i + 1]! - each || 1) : 0));
  const areas: number[] = [0];
  for (let i = 0; i < last; i++) {
    const width = xs[i + 1]! - xs[i]!;
    areas.push(areas[i]! + width * (step ? ys[i]! : (ys[i]! + ys[i + 1]!) / 2));
  }
  const number = (value: number): Expr => ({ kind: "number", value, span });
  const call = (id: string, ...args: readonly Expr[]) => operator(id, span, ...args);
  const held = call("max", call("min", x, number(xs[last]!)), number(xs[0]!));
  const read = (values: readonly number[]): Expr => {
    const made: LookupTable = { xs, ys: values, between: "step", outside: "held" };
    return { kind: "lookup", table: made, reading: "table", x: held, span };
  };
  const beyond = call("subtract", held, read(xs));
  const mean = call("add", read(ys), call("multiply", read(slopes), call("divide", beyond, number(2))));
  return call("add", read(areas), call("multiply", beyond, mean));
}

/** A table that only rises or only falls, turned around. */
function inverse(draft: Draft, { xs, ys }: LookupTable, y: Expr, call: Call): Expr {
  const rises = ys.every((each, i) => i === 0 || each > ys[i - 1]!);
  const falls = ys.every((each, i) => i === 0 || each < ys[i - 1]!);
  if (rises || falls) {
    const table: LookupTable = {
      xs: rises ? ys : ys.toReversed(),
      ys: rises ? xs : xs.toReversed(),
      between: "linear",
      outside: "held",
    };
    return { kind: "lookup", table, reading: "table", x: y, span: call.span };
  }
  draft.found.push(report("table-turns", call.span, { name: call.name }));
  return faulty(call.span);
}
