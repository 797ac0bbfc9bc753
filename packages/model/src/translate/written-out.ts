import type { Definition, Equation, Expr, Index, LookupTable, Model, VariableId } from "../model.ts";
import type { Span } from "../source/span.ts";
import { nameKey } from "../syntax/name-key.ts";
import type { BinaryOp, DefinitionSyntax, SyntaxExpr, VariableSyntax } from "../syntax/syntax-tree.ts";
import type { FreeNames } from "./free-name.ts";
import { Loops, Setting } from "./loop-names.ts";
import type { RangeNames } from "./range-names.ts";

/** Variables as equations of Vensim's, from what the model makes of them; `not` is what of it cannot be said. */
export interface WrittenOut {
  readonly variables: readonly VariableSyntax[];
  readonly not: string | undefined;
}

/**
 * The equations of some variables, and of all hidden ones that they need, each by a name of its own: how what one language has as a
 * whole (a conveyor, a limit) is said in another that has only its parts.
 * @param named  the first equation of each as the file has it: its name, unit, comment and place
 */
export function writtenOut(model: Model, named: readonly VariableSyntax[], names: NamesOfParts): WrittenOut {
  return new Writing(model, names).of(named);
}

/** What the parts are called. */
export interface NamesOfParts {
  readonly free: FreeNames;
  readonly ranges: RangeNames;
  /** Variables that have a name, by key, whatever the model says: those of macros that have been written out. */
  readonly inTree: ReadonlySet<string>;
}

/** 171! is more than any number that there is. */
const mostFactors = 171;

/** More than anything that flows: Vensim has no infinity, which stands for a limit that is none. */
const FAR = 1e300;

class Writing {
  private readonly model: Model;
  private readonly free: FreeNames;
  private readonly ranges: RangeNames;
  private readonly inTree: ReadonlySet<string>;
  private readonly equations = new Map<VariableId, Equation[]>();
  /** Hidden variables by the names that they get. */
  private readonly names = new Map<VariableId, string>();
  private readonly waiting: VariableId[] = [];
  private not: string | undefined;

  constructor(model: Model, { free, ranges, inTree }: NamesOfParts) {
    this.model = model;
    this.inTree = inTree;
    this.free = free;
    this.ranges = ranges;
    for (const equation of model.equations) {
      const { variable } = equation;
      this.equations.set(variable, [...(this.equations.get(variable) ?? []), equation]);
    }
  }

  of(named: readonly VariableSyntax[]): WrittenOut {
    const own = this.model.variables.filter((variable) => this.isNamed(variable));
    const ids = new Map(own.map(({ id, name }) => [nameKey(name), id]));
    const variables = named.flatMap((syntax) => {
      const id = ids.get(nameKey(syntax.name));
      return id === undefined ? [] : this.variable(id, syntax);
    });
    const [like] = named;
    for (let id = this.waiting.pop(); id !== undefined && like; id = this.waiting.pop()) {
      const { vendor: _vendor, ...rest } = like;
      const plain = { units: undefined, comment: "", supplementary: false };
      variables.push(...this.variable(id, { ...rest, ...plain, name: this.nameOf(id) }));
    }
    return { variables, not: this.not };
  }

  private variable(id: VariableId, syntax: VariableSyntax): readonly VariableSyntax[] {
    return (this.equations.get(id) ?? []).map((equation) => this.equation(equation, syntax));
  }

  private equation(equation: Equation, syntax: VariableSyntax): VariableSyntax {
    const { axes } = this.model.variables[equation.variable]!;
    const { nameSpan: span } = syntax;
    const left = new Loops(this.ranges);
    const subscripts = equation.at.map((index, k) => ({
      name: left.define(axes[k]!, index) ?? this.cannot("a diagonal"),
      span,
    }));
    const definition = this.definition(equation.definition, new Setting(left, equation.loops.length, span));
    return { ...syntax, subscripts, except: [], definition };
  }

  private definition(definition: Definition, at: Setting): DefinitionSyntax {
    const equation = (expression: SyntaxExpr): DefinitionSyntax => ({ kind: "equation", expression });
    const call = (name: string, ...args: readonly Expr[]) =>
      equation(at.make.call(`vensim.${name}`, ...args.map((arg) => this.expression(arg, at))));
    switch (definition.kind) {
      case "constant": {
        const { values } = definition;
        const [only] = values;
        if (values.length === 1) return equation(at.make.number(only!));
        return equation({ kind: "array", rows: [values], span: at.span });
      }
      case "auxiliary":
        return definition.initial === undefined
          ? equation(this.expression(definition.value, at))
          : call("ACTIVE INITIAL", definition.value, definition.initial);
      case "initial":
        return call("INITIAL", definition.value);
      case "stock":
        return call("INTEG", definition.rate, definition.initial);
      case "pipeline":
        return call("DELAY FIXED", definition.input, definition.delay, definition.initial);
      case "sample":
        return call("SAMPLE IF TRUE", definition.condition, definition.input, definition.initial);
      case "previous": {
        const [input, initial] = [definition.input, definition.initial].map((part) => this.expression(part, at));
        return equation(at.make.call("vensim.DELAY FIXED", input!, at.make.name("TIME STEP"), initial!));
      }
      case "lookup":
      case "data":
        this.cannot("a table that a function makes");
        return equation({ kind: "faulty", span: at.span });
    }
  }

  private expression(expr: Expr, at: Setting): SyntaxExpr {
    const { make } = at;
    switch (expr.kind) {
      case "number":
        return make.number(Number.isFinite(expr.value) ? expr.value : Math.sign(expr.value) * FAR);
      case "variable":
        return this.reference(expr, at);
      case "position":
        return this.position(expr.at, at);
      case "call":
        return this.call(expr, at);
      case "reduce":
        return this.reduction(expr, at);
      case "lookup": {
        const { table, reading, x } = expr;
        if (reading !== "table") return this.faulty("a table that is read otherwise", at);
        if (!("variable" in table)) return make.call("WITH LOOKUP", this.expression(x, at), inline(table, at.span));
        const named = this.reference({ kind: "variable", id: table.variable, at: table.at, span: expr.span }, at);
        const read = make.call("", this.expression(x, at));
        return named.kind === "reference" && read.kind === "call"
          ? { ...read, name: named.name, subscripts: named.subscripts }
          : this.faulty("a table", at);
      }
      case "element": {
        // What is asked for where no element is, stands in a test around it.
        const first = this.reference({ kind: "variable", id: expr.id, at: expr.at, span: expr.span }, at);
        return make.call("vensim.VECTOR ELM MAP", first, this.expression(expr.offset, at));
      }
      case "fold":
      case "carried":
        return this.faulty("a function over an array as a whole", at);
    }
  }

  private reference({ id, at }: Extract<Expr, { kind: "variable" }>, { loops, span }: Setting): SyntaxExpr {
    const { axes } = this.model.variables[id]!;
    const subscripts = at.map((index, k) => {
      const named = loops.use(axes[k]!, index);
      return {
        name: named?.name ?? this.cannot("a sum within a sum, or a diagonal,"),
        bang: named?.bang ?? false,
        index: undefined,
        span,
      };
    });
    return { kind: "reference", name: this.nameOf(id), subscripts, span };
  }

  /** Which turn a loop takes: a dimension as a number, or inside a sum, where that cannot be said, a list of numbers. */
  private position(index: Index, { loops, make, span }: Setting): SyntaxExpr {
    if (index.kind === "fixed") return make.number(index.position + 1);
    const named = loops.turn(index);
    if (named === undefined) return this.faulty("a sum within a sum", { span });
    const list = this.ranges.places(named.name, index.positions, this.free);
    const subscript = { name: named.name, bang: named.bang, index: undefined, span };
    return { kind: "reference", name: list, subscripts: [subscript], span };
  }

  private call({ builtin, args }: Extract<Expr, { kind: "call" }>, at: Setting): SyntaxExpr {
    const { make } = at;
    const parts = args.map((arg) => this.expression(arg, at));
    if (builtin.id === "factorial") return this.arrangements(parts[0]!, parts[0]!, at);
    if (builtin.id === "permutations") return this.arrangements(parts[0]!, parts[1]!, at);
    if (builtin.id === "negate") return make.negate(parts[0]!);
    if (builtin.id === "not") return { kind: "unary", op: "not", operand: parts[0]!, span: at.span };
    if (isBinary(builtin.id)) return make.binary(builtin.id, parts[0]!, parts[1]!);
    const { vensim, xmile } = builtin.names;
    if (vensim === undefined && xmile === undefined) return this.faulty(builtin.says, at);
    return make.call(vensim === undefined ? xmile! : `vensim.${vensim}`, ...parts);
  }

  /** n (n - 1) … over r factors: a product over as many as can stay within the numbers there are, of which those past r are 1. */
  private arrangements(n: SyntaxExpr, r: SyntaxExpr, { loops, make, span }: Setting): SyntaxExpr {
    if (loops.isReduced) return this.faulty("a product within a sum", { span });
    const range = this.ranges.turns(mostFactors);
    const list = this.ranges.places(
      range,
      Array.from({ length: mostFactors }, (_, k) => k),
      this.free,
    );
    const subscripts = [{ name: range, bang: true, index: undefined, span }];
    const place: SyntaxExpr = { kind: "reference", name: list, subscripts, span };
    const [zero, one] = [make.number(0), make.number(1)];
    const factor = make.call("vensim.MAX", make.binary("subtract", n, make.binary("subtract", place, one)), zero);
    const isUsed = make.binary("less-or-equal", place, r);
    const product = make.call("vensim.PROD", make.call("vensim.IF THEN ELSE", isUsed, factor, one));
    const isCount = (x: SyntaxExpr) =>
      make.binary(
        "and",
        make.binary("less-or-equal", zero, x),
        make.binary("equal", make.call("vensim.INTEGER", x), x),
      );
    // What has no such number has no logarithm either.
    const none = make.call("vensim.LN", make.negate(one));
    return make.call("vensim.IF THEN ELSE", make.binary("and", isCount(n), isCount(r)), product, none);
  }

  private reduction({ by, loops, body }: Extract<Expr, { kind: "reduce" }>, at: Setting): SyntaxExpr {
    const inside = at.inside(loops.length);
    this.nameLoops(body, inside.loops, inside.depth);
    for (const [k, { size }] of loops.entries()) inside.loops.nameTurns(at.depth + k, size);
    return at.make.call(`vensim.${reductions[by]}`, this.expression(body, inside));
  }

  /** A loop is called by the first array in it, before what only asks for its turn. @param below  the first loop further in */
  private nameLoops(expr: Expr, loops: Loops, below: number): void {
    switch (expr.kind) {
      case "variable":
        for (const [k, index] of expr.at.entries())
          if (index.kind === "loop" && index.loop < below) loops.use(this.model.variables[expr.id]!.axes[k]!, index);
        return;
      case "call":
        for (const arg of expr.args) this.nameLoops(arg, loops, below);
        return;
      case "reduce":
        this.nameLoops(expr.body, loops, below);
        return;
      case "lookup":
        this.nameLoops(expr.x, loops, below);
        return;
      case "element":
        this.nameLoops({ kind: "variable", id: expr.id, at: expr.at, span: expr.span }, loops, below);
        this.nameLoops(expr.offset, loops, below);
        return;
      case "number":
      case "position":
      case "fold":
      case "carried":
        return;
    }
  }

  private nameOf(id: VariableId): string {
    const variable = this.model.variables[id]!;
    const { name } = variable;
    if (this.isNamed(variable)) return name;
    const known = this.names.get(id);
    if (known !== undefined) return known;
    const made = this.free.take(name);
    this.names.set(id, made);
    this.waiting.push(id);
    return made;
  }

  private isNamed({ name, hidden }: Model["variables"][number]): boolean {
    return !hidden || this.inTree.has(nameKey(name));
  }

  private faulty(what: string, { span }: { readonly span: Span }): SyntaxExpr {
    this.cannot(what);
    return { kind: "faulty", span };
  }

  private cannot(what: string): string {
    this.not ??= what;
    return "";
  }
}

const reductions = { sum: "SUM", product: "PROD", minimum: "VMIN", maximum: "VMAX" } as const;

const binaries: ReadonlySet<string> = new Set<BinaryOp>([
  "add",
  "subtract",
  "multiply",
  "divide",
  "power",
  "less",
  "less-or-equal",
  "greater",
  "greater-or-equal",
  "equal",
  "not-equal",
  "and",
  "or",
]);

function isBinary(id: string): id is BinaryOp {
  return binaries.has(id);
}

function inline({ xs, ys, between, outside }: LookupTable, span: Span): SyntaxExpr {
  const points = xs.map((x, k) => ({ x, y: ys[k]! }));
  return { kind: "lookup", lookup: { points, between, outside, span }, span };
}
