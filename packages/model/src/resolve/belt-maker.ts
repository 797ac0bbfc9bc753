import type { Definition, Expr, Index, Loop, VariableId } from "../model.ts";
import type { LeakSyntax, NameSyntax, SyntaxExpr } from "../syntax/syntax-tree.ts";
import type { Belt, BeltLeak, BeltSite } from "./belt.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";
import { operator, resolveExpression } from "./expression.ts";
import { hide } from "./hidden.ts";
import { axesOf } from "./scope.ts";
import { total } from "./stock-flow.ts";

/** What the equations of a belt at one of its sites are made of: expressions, and the slats that they stand at. */
export class BeltMaker {
  readonly draft: Draft;
  readonly belt: Belt;
  readonly site: BeltSite;
  /** How many slats from the end things are put. */
  readonly depth: Expr;
  /** Every slat; all but the first; and for each of those the one before it. */
  readonly here: Index;
  readonly later: Index;
  readonly earlier: Index;
  readonly first: Index = { kind: "fixed", position: 0 };
  readonly last: Index;

  constructor(draft: Draft, belt: Belt, site: BeltSite) {
    this.draft = draft;
    this.belt = belt;
    this.site = site;
    const positions = Array.from({ length: this.count }, (_, place) => place);
    const loop = site.scope.loops.length;
    this.here = { kind: "loop", loop, positions };
    this.later = { kind: "loop", loop, positions: positions.slice(1) };
    this.earlier = { kind: "loop", loop, positions: positions.slice(0, -1) };
    this.last = { kind: "fixed", position: this.count - 1 };
    this.depth = this.depthNow();
  }

  get count(): number {
    return this.belt.axis.size;
  }

  get step(): Expr {
    return this.call("clock-step");
  }

  number(value: number): Expr {
    return { kind: "number", value, span: this.site.span };
  }

  call(id: string, ...args: readonly Expr[]): Expr {
    return operator(id, this.site.span, ...args);
  }

  choose(test: Expr, whenTrue: Expr, otherwise: Expr): Expr {
    return this.call("if-then-else", test, whenTrue, otherwise);
  }

  resolved(syntax: SyntaxExpr): Expr {
    return resolveExpression(this.draft, this.site.scope, syntax);
  }

  /** A variable of the model at the elements that the site stands at. */
  named(name: string): Expr {
    return this.resolved({ kind: "reference", name, subscripts: [], span: this.site.span });
  }

  flows(flows: readonly NameSyntax[]): Expr {
    return total(this.draft, this.site.scope, flows, this.site.span);
  }

  /** A value of the site in a variable of its own, since many slats use it. */
  hidden(name: string, value: Expr): Expr {
    if (value.kind === "number") return value;
    return this.define(name, { kind: "auxiliary", value, initial: undefined });
  }

  define(name: string, definition: Definition): Expr {
    const { scope, span } = this.site;
    return hide(this.draft, scope, `${name} of ${this.belt.conveyor.name}`, definition, span).reference;
  }

  /** A variable over the slats that this site alone has. */
  slatVariable(name: string): { readonly id: VariableId; readonly at: readonly Index[] } {
    const { draft, belt, site } = this;
    const axes = axesOf(site.scope, draft.dimensions.at);
    const { group, span } = draft.variables[belt.conveyor.id]!;
    const hidden = { name: `${name} of ${belt.conveyor.name}`, role: "auxiliary", group, span } as const;
    return {
      id: addHidden(draft, { ...hidden, axes: [...axes.map(({ axis }) => axis), belt.axis] }),
      at: axes.map(({ at }) => at),
    };
  }

  /** Writes an equation of one of the belt's variables for some slats, or for the site alone. */
  write(variable: VariableId, slat: Index | undefined, definition: Definition, at = this.site.at): void {
    const { scope, span } = this.site;
    const along: readonly Loop[] = slat?.kind === "loop" ? [{ size: slat.positions.length }] : [];
    const place = slat === undefined ? at : [...at, slat];
    addEquation(this.draft, { variable, loops: [...scope.loops, ...along], at: place, definition, span });
  }

  read(variable: VariableId, slat: Index | undefined): Expr {
    const { at, span } = this.site;
    return { kind: "variable", id: variable, at: slat === undefined ? at : [...at, slat], span };
  }

  sum(body: Expr): Expr {
    return { kind: "reduce", by: "sum", loops: [{ size: this.count }], body, span: this.site.span };
  }

  fractionOf(leak: BeltLeak): Expr {
    const flow = this.named(leak.flow.name);
    return flow.kind === "variable" ? { ...flow, id: leak.fraction } : flow;
  }

  /** What comes to a slat: what was on the one before it, and what is put there. */
  arriving(slat: Index, before: Expr | undefined, coming: Expr): Expr {
    const { depth, count } = this;
    if (before === undefined) {
      if (depth.kind === "number") return depth.value === count ? coming : this.number(0);
      return this.choose(this.call("equal", depth, this.number(count)), coming, this.number(0));
    }
    if (depth.kind === "number" && depth.value === count) return before;
    const isEntry = this.call("equal", this.fromEnd(slat), depth);
    return this.call("add", before, this.choose(isEntry, coming, this.number(0)));
  }

  /** A value on the slats between the place where things are put and the end, 0 elsewhere. */
  onBelt(slat: Index, value: Expr): Expr {
    const { depth, count } = this;
    if (depth.kind === "number" && depth.value === count) return value;
    return this.choose(this.call("less-or-equal", this.fromEnd(slat), depth), value, this.number(0));
  }

  /** A value on the last slat, 0 elsewhere. */
  atEnd(slat: Index, value: Expr): Expr {
    if (slat.kind === "fixed") return slat.position === this.count - 1 ? value : this.number(0);
    return this.choose(this.call("equal", this.fromEnd(slat), this.number(1)), value, this.number(0));
  }

  /** How many slats there are from this one to the end, itself included. */
  fromEnd(slat: Index): Expr {
    const position: Expr = { kind: "position", at: slat, span: this.site.span };
    return this.call("subtract", this.number(this.count + 1), position);
  }

  /** A value where the middle of a slat lies in a leak's zone, 0 elsewhere. */
  inZone({ from, to }: Zone, slat: Index, value: Expr): Expr {
    if (isWhole({ from, to })) return value;
    const behind = this.call("subtract", this.fromEnd(slat), this.number(0.5));
    const along = this.call("subtract", this.number(1), this.call("divide", behind, this.depth));
    // What lies before the place where things are put now has come in further back, and counts as just come in.
    const place = this.call("max", along, this.number(0));
    const isInside = this.call(
      "and",
      this.call("greater-or-equal", place, this.number(from)),
      this.call("less-or-equal", place, this.number(to)),
    );
    return this.choose(isInside, value, this.number(0));
  }

  /** How many of the slats to the end lie in a leak's zone. */
  slatsIn(zone: Zone): Expr {
    return isWhole(zone) ? this.depth : this.sum(this.onBelt(this.here, this.inZone(zone, this.here, this.number(1))));
  }

  private depthNow(): Expr {
    const { steps, syntax, length } = this.site;
    if (steps !== undefined)
      return steps.every((each) => each === steps[0])
        ? this.number(steps[0]!)
        : this.define("steps", { kind: "constant", values: steps, settable: false });
    const { sample } = syntax;
    const latest =
      sample &&
      this.define("length", { kind: "sample", condition: this.resolved(sample), input: length, initial: length });
    const nearest = this.call("add", this.call("divide", latest ?? length, this.step), this.number(0.5));
    const within = this.call("min", this.call("int", nearest), this.number(this.count));
    return this.hidden("steps", this.call("max", within, this.number(1)));
  }
}

type Zone = Pick<LeakSyntax, "from" | "to">;

const isWhole = ({ from, to }: Zone): boolean => from <= 0 && to >= 1;
