import { turnCount } from "../element/element.ts";
import type { Pipeline } from "../interpret/pipeline.ts";
import { pipelineKey } from "../interpret/startup.ts";
import { readsOf } from "../variation/reads.ts";
import { variationOf } from "../variation/variation.ts";
import { type Address, type CodeLoop, turnReach } from "./address.ts";
import type { Basis } from "./basis.ts";
import type { Scope } from "./expression.ts";
import type { Node } from "./node.ts";
import type { Routine } from "./routine.ts";
import type { Statement } from "./statement.ts";
import { type ChangingSpace, type EquationOf, keptEquations } from "./stocks.ts";

type RingEquation = EquationOf<"pipeline"> | EquationOf<"previous">;

/**
 * The memory of a DELAY FIXED or a PREVIOUS: for each turn of its equation a row of `capacity` values, which are those that
 * went in last, each at its moment modulo the capacity. At first all are the initial value.
 */
export interface Ring {
  readonly equation: RingEquation;
  readonly space: ChangingSpace;
  readonly capacity: number;
  /** Offsets in bytes: of the rows, and of what will go into each when the moment ends. */
  readonly rows: number;
  readonly pending: number;
  readonly cursor: Cursor;
  readonly length: RingLength;
}

/** How many moments back a value comes out. */
export type RingLength =
  /** As many as there is room for. */
  | { readonly kind: "capacity" }
  /** So many for each turn, in all futures. */
  | { readonly kind: "known"; readonly lengths: Float64Array }
  /** Each future has its own: a value for each turn, `place` bytes into its frame. */
  | { readonly kind: "differing"; readonly place: number };

/** A 32-bit integer in shared memory that the driver sets at each moment, to `16 * (moment mod capacity)`. */
export interface Cursor {
  readonly offset: number;
  readonly capacity: number;
}

/** The rings of one space. `pipelines` are those of a run with the inputs' default values. */
export function placeRings(
  basis: Basis,
  space: ChangingSpace,
  pipelines: ReadonlyMap<string, Pipeline>,
  cursors: Cursor[],
): readonly Ring[] {
  const equations = [...keptEquations(basis, space, "pipeline"), ...keptEquations(basis, space, "previous")];
  return equations.map((equation) => {
    const [capacity, length] = lengthOf(equation, basis, pipelines);
    const turns = turnCount(equation.loops);
    const rows = basis.places.reserve(space, turns * capacity);
    const pending = basis.places.reserve(space, turns);
    return { equation, space, capacity, rows, pending, cursor: cursorOf(capacity, basis, cursors), length };
  });
}

/** Nothing comes out in a run of a pipeline that is longer than the run. */
const longest = ({ schedule }: Basis): number => schedule.steps + 1;

function lengthOf(
  equation: RingEquation,
  basis: Basis,
  pipelines: ReadonlyMap<string, Pipeline>,
): readonly [capacity: number, RingLength] {
  const { definition, loops } = equation;
  if (definition.kind === "previous") return [1, { kind: "capacity" }];
  const turns = turnCount(loops);
  if (variationOf(readsOf([definition.delay]), basis.variations, false).futures)
    return [longest(basis), { kind: "differing", place: basis.places.reserve("frame", turns) }];
  const lengths = Float64Array.from({ length: turns }, (_, turn) => {
    const { length } = pipelines.get(pipelineKey(equation, turn))!;
    return Number.isNaN(length) ? longest(basis) : Math.min(length, longest(basis));
  });
  const capacity = Math.max(...lengths);
  return [capacity, lengths.every((length) => length === capacity) ? { kind: "capacity" } : { kind: "known", lengths }];
}

function cursorOf(capacity: number, { places }: Basis, cursors: Cursor[]): Cursor {
  const known = cursors.find((cursor) => cursor.capacity === capacity);
  if (known !== undefined) return known;
  const made = { offset: places.reserve("shared", 1), capacity };
  cursors.push(made);
  return made;
}

/** Takes out what comes out at this moment. */
export function takeStatements(routine: Routine, rings: readonly Ring[], basis: Basis): readonly Statement[] {
  return overRings(routine, rings, (ring, scope) => [
    routine.keep(ring.equation, scope, taken(routine, ring, scope, basis)),
  ]);
}

function taken(routine: Routine, ring: Ring, { turns }: Scope, { clock }: Basis): Node {
  const { maker } = routine;
  const reach = turnReach(ring.equation.loops, turns);
  if (ring.length.kind === "capacity") return maker.load(atCursor(routine, ring, turns));
  const { length } = ring;
  const back =
    length.kind === "known"
      ? routine.constant(length.lengths, reach)
      : maker.load(routine.at({ space: "frame", offset: length.place }, reach));
  const moment = maker.load({ space: "shared", offset: clock.moment, steps: [] });
  const place = maker.primitive("sub", moment, back);
  const wrapped = maker.primitive("add", place, maker.number(ring.capacity));
  const isBefore = maker.primitive("lt", place, maker.number(0));
  return maker.row(rowAddress(routine, ring, turns), maker.primitive("select", isBefore, wrapped, place));
}

/** Computes what goes in at this moment, where it does not disturb those that still read. */
export function pendingStatements(routine: Routine, rings: readonly Ring[]): readonly Statement[] {
  return overRings(routine, rings, (ring, scope) => [
    {
      kind: "store",
      address: pendingAddress(routine, ring, scope),
      node: routine.node(ring.equation.definition.input, scope),
    },
  ]);
}

/** Puts in what is to go in, when the moment is over. */
export function commitStatements(routine: Routine, rings: readonly Ring[]): readonly Statement[] {
  return overRings(routine, rings, (ring, scope) => {
    const node = routine.maker.load(pendingAddress(routine, ring, scope));
    return [{ kind: "store", address: atCursor(routine, ring, scope.turns), node }];
  });
}

/** Fills a ring with the initial value, of which `initial` gives that of a turn. */
export function fillStatements(
  routine: Routine,
  rings: readonly Ring[],
  initial: (ring: Ring, scope: Scope) => Node,
): readonly Statement[] {
  return rings.flatMap((ring) => {
    const loops = [...ring.equation.loops, { size: ring.capacity }];
    return routine.nest(loops, (turns, within) => {
      const row = rowAddress(routine, ring, turns.slice(0, -1));
      const along = turns.at(-1)!;
      const address: Address =
        typeof along === "number" ? row : { ...row, steps: [...row.steps, { kind: "even", loop: along, bytes: 16 }] };
      return [{ kind: "store", address, node: initial(ring, scopeOf(turns.slice(0, -1), within)) }];
    });
  });
}

const scopeOf = (turns: Scope["turns"], within: CodeLoop | undefined): Scope => ({ turns, within, written: new Set() });

function overRings(
  routine: Routine,
  rings: readonly Ring[],
  make: (ring: Ring, scope: Scope) => readonly Statement[],
): readonly Statement[] {
  return rings.flatMap((ring) =>
    routine.over({ equations: [ring.equation], turn: undefined }, (_, scope) => make(ring, scope)),
  );
}

function rowAddress(routine: Routine, { equation, space, rows, capacity }: Ring, turns: Scope["turns"]): Address {
  return routine.at({ space, offset: rows }, turnReach(equation.loops, turns), capacity);
}

function atCursor(routine: Routine, ring: Ring, turns: Scope["turns"]): Address {
  const row = rowAddress(routine, ring, turns);
  return { ...row, steps: [...row.steps, { kind: "moving", cursor: ring.cursor.offset }] };
}

function pendingAddress(routine: Routine, { equation, space, pending }: Ring, { turns }: Scope): Address {
  return routine.at({ space, offset: pending }, turnReach(equation.loops, turns));
}
