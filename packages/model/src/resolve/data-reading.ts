import type { Builtin, DataReading } from "../builtin/builtin.ts";
import type { Expr, Index, LookupReading, Reduction, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { Call } from "./call.ts";
import { type DataTables, dataTablesOf, MISSING } from "./data-points.ts";
import type { Draft } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import { hide, simpleOf } from "./hidden.ts";
import { argumentName } from "./made-data.ts";
import type { Scope } from "./scope.ts";

/** GET DATA …(data, …): what is made of the points of a data variable, as an expression over tables of them. */
export function resolveDataReading(draft: Draft, scope: Scope, row: Builtin, reading: DataReading, call: Call): Expr {
  const { span, args } = call;
  if (reading === "shifted" || reading === "cumulated" || reading === "cumulated-at-end") {
    draft.found.push(report("external-misplaced", call.nameSpan, { name: call.name }));
    return faulty(span);
  }
  const data = resolveExpression(draft, scope, args[0]!);
  const others = args.slice(1).map((arg) => resolveExpression(draft, scope, arg));
  const tables = data.kind === "variable" ? dataTablesOf(draft, data.id) : undefined;
  if (data.kind !== "variable" || tables === undefined) return withoutData(draft, data, call);
  const owner = `${call.name} of ${scope.variable.name}`;
  const kept = others.map((arg, i) => simpleOf(arg) ?? auxiliary(draft, scope, `${owner}: ${row.args[i + 1]}`, arg));
  const points = new Points(tables, data.at, scope.loops.length, span);
  const value = readingOf(reading, points, kept, (name, part) => auxiliary(draft, scope, `${owner}: ${name}`, part));
  const hidden = hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, span);
  draft.memories.set(hidden.id, { builtin: row, args: [data, ...others], span });
  return hidden.reference;
}

/** Of what is no data variable, Vensim gives :NA: (vensim.com/documentation/fn_get_data_between_times.html). */
function withoutData(draft: Draft, data: Expr, { name, args, span }: Call): Expr {
  // Where its data could not be read, that has been said.
  if (data.kind === "variable" && draft.variables[data.id]!.role === "data") return faulty(span);
  draft.found.push(report("not-data", args[0]!.span, { name, argument: argumentName(args[0]!) }));
  return { kind: "number", value: MISSING, span };
}

function auxiliary(draft: Draft, scope: Scope, name: string, value: Expr): Expr {
  return hide(draft, scope, name, { kind: "auxiliary", value, initial: undefined }, value.span).reference;
}

type Keep = (name: string, value: Expr) => Expr;

function readingOf(
  reading: Exclude<DataReading, "shifted" | "cumulated" | "cumulated-at-end">,
  points: Points,
  [first, second]: readonly Expr[],
  keep: Keep,
): Expr {
  switch (reading) {
    case "first-time":
      return points.constant("firstTime");
    case "last-time":
      return points.constant("lastTime");
    case "at-time":
      return points.atTime(first!);
    case "between-times":
      return points.between(first!, second!);
    case "count":
      return points.total("sum", first!, second!, points.number(1), 0);
    case "minimum":
      return points.extreme("minimum", first!, second!, Number.POSITIVE_INFINITY);
    case "maximum":
      return points.extreme("maximum", first!, second!, Number.NEGATIVE_INFINITY);
    case "mean":
      return points.mean(first!, second!);
    case "deviation":
      return points.deviation(first!, second!, keep);
    case "median":
      return points.median(first!, second!);
  }
}

/** The expressions over the points of one reference to a data variable. */
class Points {
  readonly #tables: DataTables;
  readonly #at: readonly Index[];
  /** How many loops are around the place; the one that goes through the points is the next. */
  readonly #depth: number;
  readonly #span: Span;

  constructor(tables: DataTables, at: readonly Index[], depth: number, span: Span) {
    this.#tables = tables;
    this.#at = at;
    this.#depth = depth;
    this.#span = span;
  }

  number(value: number): Expr {
    return { kind: "number", value, span: this.#span };
  }

  constant(which: "firstTime" | "lastTime"): Expr {
    return { kind: "variable", id: this.#tables[which], at: this.#at, span: this.#span };
  }

  /** The value of the point that stands at a time, give or take what rounding does to it. */
  atTime(time: Expr): Expr {
    const reached = this.#call("add", time, this.#slack());
    const distance = this.#call("abs", this.#call("subtract", this.#read("times", "backward", reached), time));
    const isThere = this.#call("less-or-equal", distance, this.#slack());
    return this.#choose(isThere, this.#read("values", "backward", reached), this.number(MISSING));
  }

  between(time: Expr, mode: Expr): Expr {
    const [earlier, later] = [this.#call("subtract", time, this.#slack()), this.#call("add", time, this.#slack())];
    const isInside = this.#call(
      "and",
      this.#call("less-or-equal", this.constant("firstTime"), later),
      this.#call("less-or-equal", earlier, this.constant("lastTime")),
    );
    const forward = this.#call("greater", mode, this.number(0.5));
    const backward = this.#call("less", mode, this.number(-0.5));
    const held = this.#choose(backward, this.#read("values", "backward", later), this.#read("values", "table", time));
    const value = this.#choose(forward, this.#read("values", "forward", earlier), held);
    return this.#choose(isInside, value, this.number(MISSING));
  }

  /** Takes together what `body` is for the points from one time to another, and `otherwise` for the rest. */
  total(by: Reduction, start: Expr, end: Expr, body: Expr, otherwise: number): Expr {
    const time = this.#nth("nthTime");
    const isInside = this.#call(
      "and",
      this.#call("less-or-equal", this.#call("subtract", start, this.#slack()), time),
      this.#call("less-or-equal", time, this.#call("add", end, this.#slack())),
    );
    // An element with fewer points than others has none for the last turns.
    const isThere = this.#call("less-or-equal", time, this.constant("lastTime"));
    const counts = this.#call("and", this.#call("and", isInside, isThere), this.#isNewPoint());
    const chosen = this.#choose(counts, body, this.number(otherwise));
    return { kind: "reduce", by, loops: [{ size: this.#tables.count }], body: chosen, span: this.#span };
  }

  extreme(by: Reduction, start: Expr, end: Expr, otherwise: number): Expr {
    return this.#orMissing(start, end, 1, this.total(by, start, end, this.#nth("nthValue"), otherwise));
  }

  mean(start: Expr, end: Expr): Expr {
    const sum = this.total("sum", start, end, this.#nth("nthValue"), 0);
    return this.#orMissing(start, end, 1, this.#call("divide", sum, this.#count(start, end)));
  }

  /** By two passes: the mean first, then the squares of what is off it. */
  deviation(start: Expr, end: Expr, keep: Keep): Expr {
    const off = this.#call("subtract", this.#nth("nthValue"), keep("mean", this.mean(start, end)));
    const squares = this.total("sum", start, end, this.#call("multiply", off, off), 0);
    const less = this.#call("subtract", this.#count(start, end), this.number(1));
    return this.#orMissing(start, end, 2, this.#call("sqrt", this.#call("divide", squares, less)));
  }

  /** Half way between the least value that half of all are not above and the greatest that half of all are not below. */
  median(start: Expr, end: Expr): Expr {
    const inner = new Points(this.#tables, this.#at, this.#depth + 1, this.#span);
    const own = this.#nth("nthValue");
    const isHalf = (which: Expr) => {
      const counted = inner.total("sum", start, end, this.#choose(which, this.number(1), this.number(0)), 0);
      return this.#call("less-or-equal", this.#count(start, end, inner), this.#call("add", counted, counted));
    };
    const other = inner.#nth("nthValue");
    const [above, below] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    const lower = this.#choose(isHalf(this.#call("less-or-equal", other, own)), own, this.number(above));
    const upper = this.#choose(isHalf(this.#call("less-or-equal", own, other)), own, this.number(below));
    const sum = this.#call(
      "add",
      this.total("minimum", start, end, lower, above),
      this.total("maximum", start, end, upper, below),
    );
    return this.#orMissing(start, end, 1, this.#call("divide", sum, this.number(2)));
  }

  #count(start: Expr, end: Expr, over: Points = this): Expr {
    return over.total("sum", start, end, this.number(1), 0);
  }

  #orMissing(start: Expr, end: Expr, least: number, value: Expr): Expr {
    const enough = this.#call("less-or-equal", this.number(least), this.#count(start, end));
    return this.#choose(enough, value, this.number(MISSING));
  }

  /** A table is held after its last point, so the same time again is no further point. */
  #isNewPoint(): Expr {
    const before = this.#call("subtract", this.#position(), this.number(1));
    const isFirst = this.#call("less", before, this.number(0.5));
    const time = this.#nth("nthTime");
    return this.#call("or", isFirst, this.#call("less", this.#nthAt("nthTime", before), time));
  }

  #position(): Expr {
    const positions = Array.from({ length: this.#tables.count }, (_, point) => point);
    return { kind: "position", at: { kind: "loop", loop: this.#depth, positions }, span: this.#span };
  }

  #nth(which: "nthValue" | "nthTime"): Expr {
    return this.#nthAt(which, this.#position());
  }

  #nthAt(which: "nthValue" | "nthTime", number: Expr): Expr {
    return this.#lookup(this.#tables[which], "table", number);
  }

  #read(which: "values" | "times", reading: LookupReading, time: Expr): Expr {
    return this.#lookup(this.#tables[which], reading, time);
  }

  #lookup(variable: VariableId, reading: LookupReading, x: Expr): Expr {
    return { kind: "lookup", table: { variable, at: this.#at }, reading, x, span: this.#span };
  }

  /** A millionth of a step: moments are rounded. */
  #slack(): Expr {
    return this.#call("multiply", this.#call("clock-step"), this.number(1e-6));
  }

  #choose(test: Expr, whenTrue: Expr, whenFalse: Expr): Expr {
    return this.#call("if-then-else", test, whenTrue, whenFalse);
  }

  #call(id: string, ...args: readonly Expr[]): Expr {
    return operator(id, this.#span, ...args);
  }
}
