import type { ClockReading, Expr, Index, LookupReading, LookupTable, Model, Term, VariableId } from "@sequitur/model";
import { sizeOf } from "../element/element.ts";
import type { Pieces } from "../lookup/pieces.ts";
import type { Tables } from "../lookup/tables.ts";
import { addressOf, type CodeLoop, type Reach, reachOf, type Turn } from "./address.ts";
import type { Node } from "./node.ts";
import type { NodeMaker } from "./node-maker.ts";
import type { Places } from "./places.ts";

/** What expressions are turned into nodes with; `variable` and `clock` say what those are in the routine that is made. */
export interface Reading {
  readonly model: Model;
  readonly maker: NodeMaker;
  readonly places: Places;
  readonly tables: Tables;
  readonly piecesOf: (table: LookupTable, reading: LookupReading) => Pieces;
  readonly loops: LoopMaker;
  readonly variable: (id: VariableId, reach: Reach, scope: Scope) => Node;
  /** The element of a variable at a place that is computed, which must be one that it has. */
  readonly element: (id: VariableId, place: Node, scope: Scope) => Node;
  readonly clock: (reading: ClockReading) => Node;
}

/** Where an expression stands. */
export interface Scope {
  /** Of the loops of its equation, and of the reductions around it. */
  readonly turns: readonly Turn[];
  /** The innermost loop around it. */
  readonly within: CodeLoop | undefined;
  /** What that loop itself writes, so that it must be read anew at each turn. */
  readonly written: ReadonlySet<VariableId>;
}

export class LoopMaker {
  #next = 0;

  inside(within: CodeLoop | undefined, size: number): CodeLoop {
    return { id: this.#next++, size, level: (within?.level ?? 0) + 1 };
  }
}

export function nodeOf(expr: Expr, scope: Scope, reading: Reading): Node {
  const { maker } = reading;
  switch (expr.kind) {
    case "number":
      return maker.number(expr.value);
    case "variable":
      return reading.variable(expr.id, reachIn(expr.id, expr.at, scope, reading), scope);
    case "position":
      return positionNode(expr.at, scope, reading);
    case "call": {
      const args = expr.args.map((arg) => nodeOf(arg, scope, reading));
      return termNode(expr.builtin.behaviour.meaning, args, reading);
    }
    case "lookup":
      return lookupNode(expr, scope, reading);
    case "reduce":
      return reduceNode(expr, scope, reading);
    case "element":
      return elementNode(expr, scope, reading);
    case "fold":
      return foldNode(expr, scope, reading);
    case "carried":
      return maker.carried(scope.turns[expr.loop] as CodeLoop);
  }
}

function reachIn(id: VariableId, at: readonly Index[], { turns }: Scope, { model }: Reading): Reach {
  return reachOf(model.variables[id]!.axes, at, turns);
}

function termNode(term: Term, args: readonly Node[], reading: Reading): Node {
  switch (term.kind) {
    case "literal":
      return reading.maker.number(term.value);
    case "argument":
      return args[term.index]!;
    case "clock":
      return reading.clock(term.reading);
    case "primitive":
      return reading.maker.primitive(term.name, ...term.args.map((arg) => termNode(arg, args, reading)));
  }
}

function positionNode(at: Index, { turns }: Scope, { maker, places }: Reading): Node {
  if (at.kind === "fixed") return maker.number(at.position + 1);
  const turn = turns[at.loop]!;
  if (typeof turn === "number") return maker.number(at.positions[turn]! + 1);
  const offset = places.constants.doubles(at.positions.map((position) => position + 1));
  return maker.load({ space: "constant", offset, steps: [{ kind: "even", loop: turn, bytes: 8 }] });
}

function lookupNode({ table, reading: how, x }: Expr & { kind: "lookup" }, scope: Scope, reading: Reading): Node {
  const { maker, tables, piecesOf } = reading;
  const read = nodeOf(x, scope, reading);
  if ("xs" in table) return maker.table(piecesOf(table, how), read);
  const elements = tables.lookups.get(table.variable)!;
  const reach = reachIn(table.variable, table.at, scope, reading);
  if (reach.moves.length === 0) return maker.table(piecesOf(elements.get(reach.offset)!, how), read);
  const pieces = new Map([...elements].map(([offset, one]) => [offset, piecesOf(one, how)]));
  return chosenTable(pieces, reach, read, reading);
}

/** The reading of one of several tables, by element, that loops choose. */
export function chosenTable(tables: ReadonlyMap<number, Pieces>, reach: Reach, x: Node, reading: Reading): Node {
  const { maker, places } = reading;
  const size = Math.max(...tables.keys()) + 1;
  const records = Array.from({ length: size }, (_, offset) => {
    const pieces = tables.get(offset);
    return pieces === undefined ? 0 : places.constants.record(pieces);
  });
  const entry = addressOf("constant", places.constants.integers(records), reach, 4, places.constants);
  const open = [...tables.values()].some((pieces) => pieces.open);
  return maker.chosenTable(entry, open, x);
}

function reduceNode({ by, loops, body }: Expr & { kind: "reduce" }, scope: Scope, reading: Reading): Node {
  const made: CodeLoop[] = [];
  for (const { size } of loops) made.push(reading.loops.inside(made.at(-1) ?? scope.within, size));
  const inner = { ...scope, turns: [...scope.turns, ...made], within: made.at(-1) };
  return reading.maker.reduce(by, made, nodeOf(body, inner, reading));
}

function elementNode({ id, at, offset, otherwise }: Expr & { kind: "element" }, scope: Scope, reading: Reading): Node {
  const { maker, model } = reading;
  const size = sizeOf(model.variables[id]!);
  const start = reachNode(reachIn(id, at, scope, reading), reading);
  const place = maker.primitive("add", start, maker.primitive("trunc", nodeOf(offset, scope, reading)));
  const isThere = maker.primitive(
    "and",
    maker.primitive("ge", place, maker.number(0)),
    maker.primitive("lt", place, maker.number(size)),
  );
  const safe = maker.primitive("select", isThere, place, maker.number(0));
  return maker.primitive("select", isThere, reading.element(id, safe, scope), maker.number(otherwise));
}

/** How far a reach goes, as a number. */
function reachNode({ offset, moves }: Reach, { maker, places }: Reading): Node {
  return moves.reduce<Node>((sum, { loop, by }) => {
    const list = { space: "constant", offset: places.constants.doubles(by) } as const;
    return maker.primitive("add", sum, maker.load({ ...list, steps: [{ kind: "even", loop, bytes: 8 }] }));
  }, maker.number(offset));
}

function foldNode({ loop, start, next }: Expr & { kind: "fold" }, scope: Scope, reading: Reading): Node {
  const made = reading.loops.inside(scope.within, loop.size);
  const inner = { ...scope, turns: [...scope.turns, made], within: made };
  return reading.maker.fold(made, nodeOf(start, scope, reading), nodeOf(next, inner, reading));
}
