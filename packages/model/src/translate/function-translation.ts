import type { Builtin } from "../builtin/builtin.ts";
import { arityOf, builtinsNamed, refusal } from "../builtin/register.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { report } from "../source/diagnostics.ts";
import { partsOf } from "../syntax/expression-depth.ts";
import { mapParts } from "../syntax/map-syntax.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { Dialect, SyntaxExpr } from "../syntax/syntax-tree.ts";
import { makerAt } from "./expression-maker.ts";
import type { StepClock } from "./step-clock.ts";
import { inVensim, type Rewriting } from "./to-vensim-function.ts";
import { inXmile } from "./to-xmile-function.ts";

type Call = Extract<SyntaxExpr, { kind: "call" }>;

/** What the names in an expression are, as far as that decides whether a function is meant. */
export interface Names {
  isVariable(name: string): boolean;
  isLookup(name: string): boolean;
  isMacro(name: string): boolean;
  /** A dimension or an element. */
  isSubscript(name: string): boolean;
  /** The number that a constant is. */
  constant(name: string): number | undefined;
}

function numberOf(expr: SyntaxExpr, names: Names): number | undefined {
  if (expr.kind === "number") return expr.value;
  return expr.kind === "reference" && expr.subscripts.length === 0 ? names.constant(expr.name) : undefined;
}

/** An argument that a translation writes several times may make it no larger than this. */
const mostParts = 500;

/** An expression with the functions of one language put into those of the other. */
export class FunctionTranslation {
  private readonly from: Dialect;
  private readonly to: Dialect;
  private readonly names: Names;
  private readonly found: Diagnostic[];
  private readonly clock: StepClock | undefined;

  constructor(from: Dialect, names: Names, found: Diagnostic[], clock?: StepClock) {
    this.from = from;
    this.clock = clock;
    this.to = from === "vensim" ? "xmile" : "vensim";
    this.names = names;
    this.found = found;
  }

  readonly expression = (expr: SyntaxExpr): SyntaxExpr => {
    const inside = mapParts(this.to === "vensim" ? this.unbounded(expr) : expr, this.expression);
    if (inside.kind === "call") return this.call(inside);
    if (inside.kind === "reference") return this.reference(inside);
    if (inside.kind === "binary" && inside.op === "modulo" && this.to === "vensim")
      return makerAt(inside.span).call("MODULO", inside.left, inside.right);
    return inside;
  };

  /** The smaller of a number and infinity is the number: a bound that is none, which Vensim has no word for. */
  private unbounded(expr: SyntaxExpr): SyntaxExpr {
    if (expr.kind !== "call" || expr.args.length !== 2 || this.names.isMacro(expr.name)) return expr;
    const [a, b] = expr.args as [SyntaxExpr, SyntaxExpr];
    const isNone = (arg: SyntaxExpr): boolean => {
      if (nameKey(expr.name) === "min") return this.isInfinity(arg);
      return (
        nameKey(expr.name) === "max" && arg.kind === "unary" && arg.op === "negate" && this.isInfinity(arg.operand)
      );
    };
    return isNone(b) ? this.unbounded(a) : isNone(a) ? this.unbounded(b) : expr;
  }

  private isInfinity(expr: SyntaxExpr): boolean {
    if (expr.kind !== "reference" && expr.kind !== "call") return false;
    return nameKey(expr.name) === "inf" && !this.names.isVariable(expr.name) && !this.names.isMacro(expr.name);
  }

  private call(call: Call): SyntaxExpr {
    const { name } = call;
    const rows = builtinsNamed(this.from, name);
    if (this.names.isMacro(name)) return call;
    if (this.names.isVariable(name) && (this.names.isLookup(name) || rows.length === 0)) return call;
    const row = rows.find((each) => takes(each, call.args.length));
    if (row !== undefined) return this.byRow(row, call);
    return refusal(this.from, name) !== undefined && this.to === "xmile" ? { ...call, name: vendorName(name) } : call;
  }

  /** A function without arguments may be called by its name alone. */
  private reference(reference: Extract<SyntaxExpr, { kind: "reference" }>): SyntaxExpr {
    const { name, span } = reference;
    if (this.names.isVariable(name) || this.names.isSubscript(name)) return reference;
    const row = builtinsNamed(this.from, name).find(({ args }) => args.length === 0);
    if (row === undefined) return reference;
    const call = this.byRow(row, makerAt(span).call(name) as Call);
    return call.kind === "call" && call.args.length === 0 ? { ...reference, name: call.name } : call;
  }

  private byRow(row: Builtin, call: Call): SyntaxExpr {
    const name = row.names[this.to];
    if (name !== undefined) return { ...call, name };
    const rewritten = this.rewritten(row, call);
    if (rewritten !== undefined) return rewritten;
    if (this.to === "xmile") return { ...call, name: vendorName(row.names.vensim!) };
    this.found.push(report("not-in-language", call.nameSpan, { what: call.name, language: "Vensim" }));
    return call;
  }

  private rewritten(row: Builtin, call: Call): SyntaxExpr | undefined {
    const table: Readonly<Record<string, Rewriting>> = this.to === "xmile" ? inXmile : inVensim;
    const known = (expr: SyntaxExpr) => numberOf(expr, this.names);
    const rewritten = table[row.id]?.(call.args, makerAt(call.span), known, this.clock);
    return rewritten !== undefined && isWithin(rewritten, mostParts) ? rewritten : undefined;
  }
}

function takes(row: Builtin, count: number): boolean {
  const { least, most } = arityOf(row);
  return count >= least && count <= most;
}

/**
 * XMILE keeps a name space for each vendor's own functions, `vensim` among them (XMILE 1.0, 3.2.2.3), so that a function which
 * the standard has not can be named without a doubt.
 */
export function vendorName(name: string): string {
  return `vensim.${name}`;
}

function isWithin(expr: SyntaxExpr, most: number): boolean {
  const open = [expr];
  for (let count = 0; count <= most; count++) {
    const next = open.pop();
    if (next === undefined) return true;
    open.push(...partsOf(next));
  }
  return false;
}

/** What a variable is, by its definition. */
export interface Described {
  readonly name: string;
  readonly isLookup: boolean;
  readonly constant: number | undefined;
}

export function namesOf(
  variables: readonly Described[],
  macros: ReadonlySet<string>,
  subscripts: ReadonlySet<string>,
): Names {
  const all = new Map(variables.map((variable) => [nameKey(variable.name), variable]));
  return {
    isVariable: (name) => all.has(nameKey(name)),
    isLookup: (name) => all.get(nameKey(name))?.isLookup ?? false,
    constant: (name) => all.get(nameKey(name))?.constant,
    isMacro: (name) => macros.has(nameKey(name)),
    isSubscript: (name) => subscripts.has(nameKey(name)),
  };
}
