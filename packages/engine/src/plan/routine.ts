import type { ClockReading, Equation, Expr, VariableId } from "@sequitur/model";
import { type Element, sizeOf, turnCount, turnsOf } from "../element/element.ts";
import { type Address, addressOf, type CodeLoop, type Reach, reachOf, type Turn } from "./address.ts";
import type { Basis } from "./basis.ts";
import { nodeOf, type Reading, type Scope } from "./expression.ts";
import type { Group } from "./group.ts";
import type { Node } from "./node.ts";
import { NodeMaker } from "./node-maker.ts";
import type { Place, Places } from "./places.ts";
import type { Statement } from "./statement.ts";

/** Before the first moment; at one; or between two, within a Runge-Kutta step. */
export type Phase = "start" | "moment" | "between";

/** A routine in the making: statements, and what they have made known. */
export class Routine {
  readonly maker = new NodeMaker();
  readonly reading: Reading;
  readonly #basis: Basis;
  readonly phase: Phase;
  readonly #known = new Map<string, Node>();

  constructor(basis: Basis, phase: Phase) {
    this.#basis = basis;
    this.phase = phase;
    this.reading = {
      ...basis,
      maker: this.maker,
      variable: (id, reach, scope) => this.#variable(id, reach, scope),
      element: (id, place, scope) => this.#element(id, place, scope),
      clock: (reading) => this.#clock(reading),
    };
  }

  /** Statements over the loops of a group, one turn or all; `make` gives those of an equation at a turn. */
  over(group: Group, make: (equation: Equation, scope: Scope) => readonly Statement[]): readonly Statement[] {
    const { loops } = group.equations[0]!;
    const written = new Set(group.equations.map(({ variable }) => variable));
    const inside = (scope: Scope) => group.equations.flatMap((equation) => make(equation, scope));
    const turn = group.turn ?? (turnCount(loops) === 1 ? 0 : undefined);
    if (turn !== undefined) return inside({ turns: turnsOf(loops, turn), within: undefined, written: new Set() });
    return this.nest(loops, (turns, within) => inside({ turns, within, written }));
  }

  /** Loops inside each other; one that turns once is none. */
  nest(
    loops: readonly { readonly size: number }[],
    make: (turns: readonly Turn[], within: CodeLoop | undefined) => readonly Statement[],
  ): readonly Statement[] {
    const deeper = (turns: readonly Turn[], within: CodeLoop | undefined): readonly Statement[] => {
      const next = loops[turns.length];
      if (next === undefined) return make(turns, within);
      if (next.size === 1) return deeper([...turns, 0], within);
      const loop = this.#basis.loops.inside(within, next.size);
      return [{ kind: "loop", loop, body: deeper([...turns, loop], loop) }];
    };
    return deeper([], undefined);
  }

  /** A loop that stands in no other. */
  loop(size: number): CodeLoop {
    return this.#basis.loops.inside(undefined, size);
  }

  /** 32-bit integers in constant memory: where the first one is. */
  list(values: readonly number[]): number {
    return this.#basis.places.constants.integers(values);
  }

  node(expr: Expr, scope: Scope): Node {
    return nodeOf(expr, scope, this.reading);
  }

  truth(expr: Expr, scope: Scope): Node {
    return this.maker.primitive("truthOf", this.node(expr, scope));
  }

  /**
   * Makes a value the one of an equation's variable. A scalar that nobody reads from memory needs no place there, which is
   * known when all routines are made: `stored` decides then.
   */
  give(equation: Equation, scope: Scope, node: Node): Statement {
    const { axes } = this.#basis.model.variables[equation.variable]!;
    const reach = reachOf(axes, equation.at, scope.turns);
    if (reach.moves.length === 0) this.#known.set(keyOf(equation.variable, reach.offset), node);
    if (sizeOf(this.#basis.model.variables[equation.variable]!) === 1)
      return { kind: "define", node, variable: equation.variable };
    return { kind: "store", address: this.addressOf(equation.variable, reach), node };
  }

  /** As `give`, but always in memory. */
  keep(equation: Equation, scope: Scope, node: Node): Statement {
    this.#basis.places.of(equation.variable, this.#spaceOf(equation.variable));
    return this.give(equation, scope, node);
  }

  /** What an equation's variable holds before it is given a value. */
  held(equation: Equation, scope: Scope): Node {
    const { axes } = this.#basis.model.variables[equation.variable]!;
    return this.maker.load(this.addressOf(equation.variable, reachOf(axes, equation.at, scope.turns)), scope.within);
  }

  addressOf(id: VariableId, reach: Reach): Address {
    return this.at(this.#basis.places.of(id, this.#spaceOf(id)), reach);
  }

  /** The address in an array of values at some place. */
  at({ space, offset }: Place, reach: Reach, each = 1): Address {
    const bytes = (space === "constant" ? 8 : 16) * each;
    return addressOf(space, offset, reach, bytes, this.#basis.places.constants);
  }

  /** Numbers that all futures share. */
  constant(values: Float64Array, reach: Reach): Node {
    if (reach.moves.length === 0) return this.maker.number(values[reach.offset]!);
    return this.maker.load(this.at(this.#basis.places.constantArray(values), reach));
  }

  /** Where an element is in memory at a moment. */
  placeOf({ variable, offset }: Element): Address {
    const { futures, time } = this.#basis.variations[variable]!;
    const reach = { offset, moves: [] };
    if (futures || time) return this.addressOf(variable, reach);
    return this.at(this.#basis.places.constantArray(this.#basis.atMoment[variable]!), reach);
  }

  #spaceOf(id: VariableId): "shared" | "frame" {
    return this.#basis.variations[id]!.futures ? "frame" : "shared";
  }

  #variable(id: VariableId, reach: Reach, scope: Scope): Node {
    const constants = this.#constantsOf(id);
    if (constants !== undefined) return this.constant(constants, reach);
    const known = reach.moves.length === 0 ? this.#known.get(keyOf(id, reach.offset)) : undefined;
    if (known !== undefined) return known;
    return this.maker.load(this.addressOf(id, reach), scope.written.has(id) ? scope.within : undefined);
  }

  #element(id: VariableId, place: Node, scope: Scope): Node {
    const whole = { offset: 0, moves: [] };
    // A variable of one element may have no place in memory.
    if (sizeOf(this.#basis.model.variables[id]!) === 1) return this.#variable(id, whole, scope);
    if (place.kind === "number") return this.#variable(id, { offset: place.value, moves: [] }, scope);
    const constants = this.#constantsOf(id);
    if (constants === undefined)
      return this.maker.row(this.addressOf(id, whole), place, scope.written.has(id) ? scope.within : undefined);
    return this.maker.row(this.at(this.#basis.places.constantArray(constants), whole), place);
  }

  /** The numbers of a variable that are known when the code is made: all in a run that never changes, and what all runs begin with. */
  #constantsOf(id: VariableId): Float64Array | undefined {
    const { variations, atMoment, atStart } = this.#basis;
    const { futures, time } = variations[id]!;
    if (futures) return undefined;
    // Start-up computes only what it needs itself: what never changes may be there at the first moment alone.
    if (!time) return atMoment[id];
    return this.phase === "start" ? atStart[id] : undefined;
  }

  #clock(reading: ClockReading): Node {
    const { schedule, clock } = this.#basis;
    const read = (offset: number) => this.maker.load({ space: "shared", offset, steps: [] });
    switch (reading) {
      case "time":
        return this.phase === "start" ? this.maker.number(schedule.initial) : read(clock.time);
      case "stepTime":
        return this.phase === "start" ? this.maker.number(schedule.initial) : read(clock.stepTime);
      case "step":
        return this.phase === "start" || clock.step === undefined ? this.maker.number(schedule.step) : read(clock.step);
      case "initial":
        return this.maker.number(schedule.initial);
      case "final":
        return this.maker.number(schedule.final);
      case "moment":
        return this.phase === "start" ? this.maker.number(0) : read(clock.moment);
      case "future":
      case "keyLow":
      case "keyHigh":
        return this.maker.input(this.#basis.noiseInputs[reading]);
    }
  }
}

const keyOf = (id: VariableId, offset: number): string => `${id}@${offset}`;

/** Definitions of scalars that are read from memory become stores. */
export function stored(statements: readonly Statement[], places: Places): readonly Statement[] {
  return statements.map((statement) => {
    if (statement.kind === "loop") return { ...statement, body: stored(statement.body, places) };
    if (statement.kind !== "define") return statement;
    const place = places.known(statement.variable);
    return place === undefined ? statement : { kind: "store", address: { ...place, steps: [] }, node: statement.node };
  });
}
