import type { Builtin } from "../builtin/builtin.ts";
import type { Definition, Expr, Index, VariableId } from "../model.ts";
import { report } from "../source/diagnostics.ts";
import type { Span } from "../source/span.ts";
import type { Call } from "./call.ts";
import { addEquation, addHidden, type Draft } from "./draft.ts";
import { faulty, operator, resolveExpression } from "./expression.ts";
import { hide, knownValue, simpleOf } from "./hidden.ts";
import type { Scope } from "./scope.ts";

/** A stock whose elements are moved on, and by how much each second: a hidden variable with the stock's own axes. */
export interface Shift {
  readonly stock: VariableId;
  readonly by: VariableId;
  readonly name: string;
  readonly span: Span;
}

type Element = Extract<Expr, { kind: "variable" }>;

/** SHIFT IF TRUE(stock, condition, size, accumulate, incoming): changes the stock that it names, from the element named on. */
export function resolveShift(draft: Draft, scope: Scope, row: Builtin, call: Call): Expr {
  const { span, args, name } = call;
  const given = args.map((arg) => resolveExpression(draft, scope, arg));
  const [own, , size] = given;
  const places = own?.kind === "variable" ? placesOf(draft, own, knownValue(draft, size!)) : undefined;
  if (own?.kind !== "variable" || places === undefined) {
    draft.found.push(report("shift-of-part", args[0]!.span, { name }));
    return faulty(span);
  }
  const owner = `${name} of ${scope.variable.name}`;
  const auxiliary = (what: string, value: Expr) =>
    simpleOf(value) ??
    hide(draft, scope, `${owner}: ${what}`, { kind: "auxiliary", value, initial: undefined }, span).reference;
  const maker: ShiftMaker = {
    draft,
    scope,
    own,
    places,
    condition: auxiliary("condition", given[1]!),
    accumulates: auxiliary("accumulate", given[3]!),
    incoming: auxiliary("incoming", given[4]!),
    span,
  };
  const by = makeShift(maker, `${owner}: shift`);
  draft.shifts.push({ stock: own.id, by, name, span: args[0]!.span });
  const value = givenUp(maker);
  const hidden = hide(draft, scope, owner, { kind: "auxiliary", value, initial: undefined }, span);
  draft.memories.set(hidden.id, { builtin: row, args: given, span });
  return hidden.reference;
}

/** Adds to each stock what moves its elements on. */
export function shiftStocks(draft: Draft): void {
  for (const { stock, by, name, span } of draft.shifts) {
    let isStock = false;
    for (const [i, equation] of draft.equations.entries()) {
      const { variable, definition, at } = equation;
      if (variable !== stock || definition.kind !== "stock") continue;
      isStock = true;
      const shift: Expr = { kind: "variable", id: by, at, span: equation.span };
      const rate = operator("add", equation.span, definition.rate, shift);
      draft.equations[i] = { ...equation, definition: { ...definition, rate } };
    }
    if (!isStock) draft.found.push(report("shift-of-part", span, { name }));
  }
}

/** From which place to which the elements are moved on, along the last axis. */
interface Places {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Undefined where the size is not known, or where the call does not stand for all elements of the stock's other axes. */
function placesOf(draft: Draft, { id, at }: Element, size: number | undefined): Places | undefined {
  const { axes } = draft.variables[id]!;
  const from = at.at(-1);
  if (size === undefined || !(size >= 2) || from?.kind !== "fixed") return undefined;
  const isWhole = at
    .slice(0, -1)
    .every((index, i) => index.kind === "loop" && new Set(index.positions).size === axes[i]!.size);
  const length = axes.at(-1)!.size;
  const last = Math.min(from.position + Math.floor(size), length) - 1;
  return isWhole && last > from.position ? { first: from.position, last, size: length } : undefined;
}

interface ShiftMaker {
  readonly draft: Draft;
  readonly scope: Scope;
  readonly own: Element;
  readonly places: Places;
  readonly condition: Expr;
  readonly accumulates: Expr;
  readonly incoming: Expr;
  readonly span: Span;
}

function makeShift(maker: ShiftMaker, name: string): VariableId {
  const { draft, scope, own, places, condition, accumulates, incoming, span } = maker;
  const { first, last, size } = places;
  const { axes, group } = draft.variables[own.id]!;
  const id = addHidden(draft, { name, role: "auxiliary", axes, group, span });
  const call = (row: string, ...args: readonly Expr[]) => operator(row, span, ...args);
  const number = (value: number): Expr => ({ kind: "number", value, span });
  const write = (positions: readonly number[], change: (here: Expr, before: Expr) => Expr) => {
    if (positions.length === 0) return;
    const loop = scope.loops.length;
    const along = (by: number): Index => ({ kind: "loop", loop, positions: positions.map((place) => place + by) });
    const at = (index: Index) => [...own.at.slice(0, -1), index];
    const element = (by: number): Expr => ({ ...own, at: at(along(by)) });
    const rate = call("divide", change(element(0), positions[0]! > 0 ? element(-1) : number(0)), call("clock-step"));
    const value = call("if-then-else", condition, rate, number(0));
    // Once a step, and the same between the stages of a Runge-Kutta step.
    const definition: Definition = { kind: "sample", condition: number(1), input: value, initial: value };
    const loops = [...scope.loops, { size: positions.length }];
    addEquation(draft, { variable: id, loops, at: at(along(0)), definition, span });
  };
  const range = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  write([first], (here) => call("subtract", incoming, here));
  write(range(first + 1, last), (here, before) => call("subtract", before, here));
  write([last], (here, before) => call("if-then-else", accumulates, before, call("subtract", before, here)));
  for (const rest of [range(0, first), range(last + 1, size)]) write(rest, () => number(0));
  return id;
}

/** What the last element gives up: nothing where it keeps what it had. */
function givenUp({ own, places, condition, accumulates, span }: ShiftMaker): Expr {
  const nothing: Expr = { kind: "number", value: 0, span };
  const last: Expr = { ...own, at: [...own.at.slice(0, -1), { kind: "fixed", position: places.last }] };
  const moved = operator("if-then-else", span, condition, last, nothing);
  return operator("if-then-else", span, accumulates, nothing, moved);
}
